// `danvan report`: the report in every format that was asked for.
import { mkdirSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { Facts, Report, Validated } from "@danvan/core"
import type { Document, Loss, Renderer } from "@danvan/document"
import { Neutral } from "@danvan/findings"
import * as Result from "effect/Result"
import * as Batch from "../Batch.ts"
import { Ended, strongest } from "../Exit.ts"
import * as Input from "../Input.ts"
import * as Office from "../Office.ts"
import type { Terminal } from "../Terminal.ts"
import type { Asked } from "../Usage.ts"
import { say } from "../words.ts"

/** A file to be written: its name without extension, and who writes it. */
interface Wanted {
  readonly name: string
  readonly renderer: Renderer
}
const one = (renderer: Renderer): ReadonlyArray<Wanted> => [{ name: "report", renderer }]

// Loaded when asked for: the PDF renderer alone takes longer than everything else. CSV is a file for each table.
const renderers: Readonly<Record<string, (document: Document) => Promise<ReadonlyArray<Wanted>>>> = {
  pdf: async () => one((await import("@danvan/render-pdf")).pdf()),
  docx: async () => one((await import("@danvan/render-docx")).docx()),
  html: async () => one((await import("@danvan/render-html")).html()),
  json: async () => one((await import("@danvan/render-json")).json({ indent: 2 })),
  xlsx: async () => one((await import("@danvan/render-tables")).xlsx()),
  csv: async (document) => {
    const { csv, tablesOf } = await import("@danvan/render-tables")
    return tablesOf(document).map(({ id }) => ({ name: `report.${Neutral.fileName(id)}`, renderer: csv(id) }))
  },
}

// A file of tables leaves the words between them out; nobody expects them there.
const byDesign = "outside-tables"

/** Writes `report.…` for each format, of CSV `report.TABLE.csv` for each table. What could not be printed is told, and is no success. */
export const report = async (asked: Asked, terminal: Terminal): Promise<number> => {
  const words = say(asked.lang)
  const wanted = [...new Set((asked.one("to") ?? "").split(",").map((format) => format.trim()))]
  const strange = wanted.find((format) => !Object.hasOwn(renderers, format))
  if (strange !== undefined) throw new Ended(2, words.doesNotExist(`--to ${strange}`))
  const file = asked.one("request") ?? ""
  const request = Input.one(file)
  if ("issues" in request) throw new Office.Unusable(request.issues, 3)
  const { period } = (request.value ?? {}) as { readonly period?: unknown }
  const loaded = await Batch.load(asked, terminal, typeof period === "string" ? period : undefined)
  const { registers, sent, previous, batch, code } = loaded
  // Earlier periods are bases to compare with, so their facts are needed too.
  const all = previous.length === 0 ? batch : Validated.fromSubmissions(registers, [...previous, ...sent])
  const facts = Facts.fromValidated(all)
  const made = Report.make(registers, batch, facts, request.value)
  if (Result.isFailure(made))
    throw new Office.Unusable(
      made.failure.map((issue) => ({ ...issue, source: { file } })),
      1,
    )
  const { document } = Report.toDocument(registers, facts, made.success)
  const folder = asked.one("out") ?? "."
  const losses: Array<Loss> = [...document.losses]
  try {
    mkdirSync(folder, { recursive: true })
    for (const format of wanted) {
      for (const { name, renderer } of (await renderers[format]?.(document)) ?? []) {
        const rendered = await renderer.render(document)
        losses.push(...rendered.losses.slice(document.losses.length).filter((loss) => loss.code !== byDesign))
        const path = join(folder, `${name}.${renderer.extension}`)
        writeFileSync(path, rendered.bytes)
        terminal.err(`${words.written(path, rendered.bytes.length)}\n`)
      }
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === undefined || !("syscall" in (error as object))) throw error
    throw new Ended(3, words.cannotWrite(folder, error instanceof Error ? error.message : ""))
  }
  for (const { code: what, block, message } of losses) {
    terminal.err(`${words.lost(Neutral.visible(`${message[asked.lang]} [${what}] ${block}`))}\n`)
  }
  return strongest(code, losses.length > 0 ? 1 : 0)
}
