// The reports of the ward and of the city as documents, for whoever wants to look at them without files.
import { readdir, readFile } from "node:fs/promises"
import { Facts, load, Report, validate } from "@danvan/core"
import type { Document } from "@danvan/document"
import { standard } from "@danvan/registers"
import * as Result from "effect/Result"

const here = new URL("./", import.meta.url)

/** One file of this folder as JSON. */
export const read = async (file: string): Promise<any> => JSON.parse(await readFile(new URL(file, here), "utf8"))

const all = async (folder: string): Promise<ReadonlyArray<unknown>> =>
  Promise.all((await readdir(new URL(folder, here))).sort().map((name) => read(`${folder}${name}`)))

/** The document of a request, `party.json` or `state.json`, changed by `changes`. */
export const make = async (request: string, changes: object = {}): Promise<Document> => {
  const registers = load(await read("organisations.json"), await read("catalogue.json"), {
    base: standard,
    outlines: await read("outlines.json"),
  })
  const sent = await all("submissions/")
  const batch = validate(registers, sent)
  const facts = Facts.fromValidated(validate(registers, [...(await all("previous/")), ...sent]))
  const made = Report.make(registers, batch, facts, { ...(await read(request)), ...changes })
  return Report.toDocument(registers, facts, Result.getOrThrow(made)).document
}

/** The document of the city's request: seventy-five communes and wards in one appendix. */
export const makeCity = async (changes: object = {}): Promise<Document> => {
  const registers = load(await read("city/organisations.json"), await read("city/catalogue.json"), {
    base: standard,
    outlines: await read("city/outlines.json"),
  })
  const lines = (await readFile(new URL("city/submissions.ndjson", here), "utf8")).split("\n").filter(Boolean)
  const batch = validate(
    registers,
    lines.map((line) => JSON.parse(line)),
  )
  const facts = Facts.fromValidated(batch)
  const made = Report.make(registers, batch, facts, { ...(await read("city/report.json")), ...changes })
  return Report.toDocument(registers, facts, Result.getOrThrow(made)).document
}
