// The example's files, read and brought together; the demo prints what comes of it, the tests look at it.
import { readdir, readFile } from "node:fs/promises"
import { aggregate, load, report, validate } from "@danvan/core"

const here = new URL("./", import.meta.url)

/** One file of this folder as JSON. */
export const read = async (file: string): Promise<any> => JSON.parse(await readFile(new URL(file, here), "utf8"))

/** What units submitted, in the order of the files' names. */
export const submissions = async (): Promise<ReadonlyArray<any>> => {
  const files = (await readdir(new URL("submissions/", here))).filter((file) => file.endsWith(".json")).sort()
  return Promise.all(files.map((file) => read(`submissions/${file}`)))
}

/** The district and the period that the report is about. */
export const wanted = { subject: "tay-ho-district-1996", period: "2022-H1" }

/** Everything from submissions to the document; `inputs` may be changed by a caller who wants to see what moves. */
export const make = async (inputs?: ReadonlyArray<unknown>) => {
  const registers = load(await read("organisations.json"), await read("catalogue.json"))
  const sent = inputs ?? (await submissions())
  const batch = validate(registers, sent)
  const document = report(registers, batch, await read("report.json"))
  return { registers, sent, batch, document, totals: aggregate(registers, batch, wanted) }
}
