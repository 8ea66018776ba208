// `danvan report`: the report in every format that was asked for, of one subject or of every unit of a kind.
import { mkdirSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { Facts, Report, Validated } from "@danvan/core"
import type { Document, Loss, Renderer } from "@danvan/document"
import { Neutral } from "@danvan/findings"
import * as Result from "effect/Result"
import * as Batch from "../Batch.ts"
import * as Each from "../Each.ts"
import { Ended, strongest } from "../Exit.ts"
import * as Input from "../Input.ts"
import * as Office from "../Office.ts"
import * as Progress from "../Progress.ts"
import { told } from "../refused.ts"
import type { Terminal } from "../Terminal.ts"
import type { Asked } from "../Usage.ts"
import { say } from "../words.ts"

/** A file to be written: what its name ends in before the extension, and who writes it. */
interface Wanted {
  readonly part: string
  readonly renderer: Renderer
}
/** The files of a format for a document. */
type Writer = (document: Document) => ReadonlyArray<Wanted>

const one = (renderer: Renderer): Writer => {
  const all = [{ part: "", renderer }]
  return () => all
}

// Loaded when asked for: the PDF renderer alone takes longer than everything else. Made once for all reports, so that
// fonts are read once. CSV is a file for each table.
const writers: Readonly<Record<string, () => Promise<Writer>>> = {
  pdf: async () => one((await import("@danvan/render-pdf")).pdf()),
  docx: async () => one((await import("@danvan/render-docx")).docx()),
  html: async () => one((await import("@danvan/render-html")).html()),
  json: async () => one((await import("@danvan/render-json")).json({ indent: 2 })),
  xlsx: async () => one((await import("@danvan/render-tables")).xlsx()),
  csv: async () => {
    const { csv, tablesOf } = await import("@danvan/render-tables")
    return (document) => tablesOf(document).map(({ id }) => ({ part: `.${Neutral.fileName(id)}`, renderer: csv(id) }))
  },
}

// A file of tables leaves the words between them out; nobody expects them there.
const byDesign = "outside-tables"

/** Writes `report.…` for each format, of CSV `report.TABLE.csv` for each table. What could not be printed is told, and is no success. */
export const report = async (asked: Asked, terminal: Terminal): Promise<number> => {
  const words = say(asked.lang)
  const wanted = [...new Set((asked.one("to") ?? "").split(",").map((format) => format.trim()))]
  const strange = wanted.find((format) => !Object.hasOwn(writers, format))
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
  const make = (value: unknown): Document => {
    const made = Report.make(registers, batch, facts, value)
    if (Result.isSuccess(made)) return Report.toDocument(registers, facts, made.success).document
    throw new Office.Unusable(
      made.failure.map((issue) => ({ ...issue, source: { file } })),
      1,
    )
  }
  const folder = asked.one("out") ?? "."
  const used: Array<Writer> = []
  for (const format of wanted) {
    const writer = await writers[format]?.()
    if (writer) used.push(writer)
  }
  const kind = asked.one("each")
  if (kind === undefined) {
    const made = await write(make(request.value), used, folder, "report", asked)
    for (const [path, bytes] of made.written) terminal.err(`${words.written(path, bytes)}\n`)
    tell(made.losses, asked, terminal)
    return strongest(code, made.losses.length > 0 ? 1 : 0)
  }
  const each = Each.requests(registers, request.value, kind)
  if (each.length === 0) {
    // What is wrong with the request itself is told before that nobody is there.
    make(request.value)
    throw new Ended(2, words.noneOfKind(kind))
  }
  return strongest(code, await makeEach(each, make, { used, folder, asked, terminal }))
}

interface Making {
  readonly used: ReadonlyArray<Writer>
  readonly folder: string
  readonly asked: Asked
  readonly terminal: Terminal
}

// What goes wrong with one report is told with its unit, and the others are made all the same.
const makeEach = async (
  each: ReadonlyArray<Each.One>,
  make: (request: unknown) => Document,
  { used, folder, asked, terminal }: Making,
): Promise<number> => {
  const words = say(asked.lang)
  const bar = Progress.begin(terminal, (n) => words.made(n, each.length))
  const codes: Array<number> = []
  let count = 0
  for (const [i, { stem, name, request }] of each.entries()) {
    const failed = (text: string): void => {
      bar.done()
      terminal.err(`${words.notMade(Neutral.visible(name))}\n${text}`)
    }
    try {
      const { losses } = await write(make(request), used, folder, stem, asked)
      if (losses.length > 0) {
        failed("")
        tell(losses, asked, terminal)
        codes.push(1)
      } else count++
    } catch (error) {
      const known = error instanceof Ended ? null : told(error, asked.lang)
      if (!known) throw error
      failed(known.text)
      codes.push(known.code)
    }
    bar.tick(i + 1)
  }
  bar.done()
  terminal.err(`${words.madeAll(count, each.length, folder)}\n`)
  return strongest(...codes)
}

interface Written {
  readonly written: ReadonlyArray<readonly [path: string, bytes: number]>
  readonly losses: ReadonlyArray<Loss>
}

const write = async (
  document: Document,
  used: ReadonlyArray<Writer>,
  folder: string,
  stem: string,
  asked: Asked,
): Promise<Written> => {
  const losses: Array<Loss> = [...document.losses]
  const written: Array<readonly [string, number]> = []
  try {
    mkdirSync(folder, { recursive: true })
    for (const { part, renderer } of used.flatMap((writer) => writer(document))) {
      const rendered = await renderer.render(document)
      losses.push(...rendered.losses.slice(document.losses.length).filter(({ code }) => code !== byDesign))
      const path = join(folder, `${stem}${part}.${renderer.extension}`)
      writeFileSync(path, rendered.bytes)
      written.push([path, rendered.bytes.length])
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === undefined || !("syscall" in (error as object))) throw error
    throw new Ended(3, say(asked.lang).cannotWrite(folder, error instanceof Error ? error.message : ""))
  }
  return { written, losses }
}

const tell = (losses: ReadonlyArray<Loss>, asked: Asked, terminal: Terminal): void => {
  for (const { code: what, block, message } of losses) {
    terminal.err(`${say(asked.lang).lost(Neutral.visible(`${message[asked.lang]} [${what}] ${block}`))}\n`)
  }
}
