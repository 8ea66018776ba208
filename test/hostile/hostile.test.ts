// What nobody writes in good faith, through every renderer: inert or refused by a typed error, each within five seconds
// of CPU, and all in a process of 512 MB.
import { execFileSync } from "node:child_process"
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { hostile } from "@danvan/document/testing"
import { afterAll, describe, expect, it } from "vitest"
import { run, testWith } from "../../packages/render-pdf/test/poppler.ts"
import { open, partsOf } from "../../packages/render-docx/test/reader.ts"
import { parse } from "../../packages/render-docx/test/xml.ts"

const script = join(import.meta.dirname, "render.ts")
const root = mkdtempSync(join(tmpdir(), "danvan-hostile-"))
afterAll(() => rmSync(root, { recursive: true }))

interface Result {
  readonly name: string
  readonly seconds: number
  readonly megabytes: number
  readonly outcome: string
}

const rendered = (format: string): { readonly folder: string; readonly results: ReadonlyArray<Result> } => {
  const folder = mkdtempSync(join(root, format))
  const node = ["--conditions=@danvan/source", "--disable-warning=ExperimentalWarning", "--max-old-space-size=512"]
  const out = execFileSync(process.execPath, [...node, script, format, folder], { encoding: "utf8", maxBuffer: 1e8 })
  return {
    folder,
    results: out
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as Result),
  }
}

const names = [...hostile()].map(([name]) => name)
const must: Readonly<Record<string, string>> = {
  "100,000 levels of strong": "refused: nesting-too-deep",
  "20,000 appendices in one another": "refused: nesting-too-deep",
}
const drawnOnly: Readonly<Record<string, string>> = {
  "a cell that spans what is not there": "refused: ragged-row",
  "a column without end": "refused: layout-invalid",
  "a chart of -1e+308": "refused: chart-value",
  "a chart of NaN": "refused: chart-value",
  "a chart of Infinity": "refused: chart-value",
  "a page NaN mm wide": "refused: layout-invalid",
  "a page 0 mm wide": "refused: layout-invalid",
  "a page -1 mm wide": "refused: layout-invalid",
}

/** Tags that do something, handlers, ways out, and what a style sheet fetches. */
const acting = (page: string): ReadonlyArray<string> => {
  const tags = [...page.matchAll(/<[a-z][^>]*>/gi)].map(([tag]) => tag)
  const style = /<style>(.*?)<\/style>/s.exec(page)?.[1] ?? ""
  return [
    ...tags.filter((tag) => /^<(script|iframe|img|object|embed|form|foreignObject|base|link)\b/i.test(tag)),
    ...tags.filter((tag) => /\son\w+=/i.test(tag.replaceAll(/"[^"]*"/g, '""'))),
    ...tags.filter((tag) => /\s(href|src|action)="(?!data:|#)/i.test(tag)),
    ...(style.match(/@import|url\(/g) ?? []),
  ].map((one) => one.slice(0, 80))
}

describe.each(["pdf", "docx", "html", "json", "xlsx"] as const)("%s", (format) => {
  const { folder, results } = rendered(format)
  const outcome = new Map(results.map((one) => [one.name, one.outcome]))
  const files = readdirSync(folder).map((file) => readFileSync(join(folder, file)))

  it("draws or refuses each, soon and in little room", () => {
    expect(results.map(({ name }) => name)).toEqual(names)
    expect(results.filter(({ outcome: what }) => what.startsWith("threw"))).toEqual([])
    expect(results.filter(({ seconds }) => seconds > 5)).toEqual([])
    expect(results.filter(({ megabytes }) => megabytes > 512)).toEqual([])
  })

  it("refuses what cannot be drawn, by a code", () => {
    for (const [name, code] of Object.entries({
      ...must,
      ...(format === "json" ? {} : drawnOnly),
    })) {
      expect([name, outcome.get(name)]).toEqual([name, code])
    }
    for (const name of names.filter((one) => one.endsWith("in every field"))) {
      expect(outcome.get(name), name).toMatch(/^\d+\./)
    }
  })

  if (format === "html") {
    it("holds nothing that acts, and no sign that turns the text round", () => {
      for (const file of files) {
        const page = file.toString("utf8")
        expect(acting(page)).toEqual([])
        expect(page.match(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/)?.index).toBeUndefined()
      }
    })

    it("would notice what acts", () => {
      expect(acting('<p onclick="x"><a href="javascript:1"><script></script><style>@import "a"</style>')).toHaveLength(
        4,
      )
    })
  }

  if (format === "json") {
    it("is JSON", () => {
      for (const file of files) expect(typeof JSON.parse(file.toString("utf8"))).toBe("object")
    })
  }

  if (format === "docx") {
    it("is sound XML without fields of the text's own and without a way out", () => {
      for (const file of files) {
        for (const text of Object.values(open(file).parts)) {
          expect(parse(text).name).not.toBe("")
          expect(/TargetMode="External"|<w:instrText[^>]*>(?!PAGE)|<!ENTITY/.exec(text)?.[0]).toBeUndefined()
        }
      }
    })
  }

  if (format === "xlsx") {
    it("is sound XML without formulas, numbers that are none, and a way out", () => {
      for (const file of files) {
        for (const text of Object.values(partsOf(file))) {
          expect(parse(text).name).not.toBe("")
          expect(/TargetMode="External"|<f[ >]|<!ENTITY|NaN|Infinity/.exec(text)?.[0]).toBeUndefined()
        }
      }
    })
  }

  if (format === "pdf") {
    testWith("qpdf")("is a sound file without actions, links or scripts", () => {
      for (const file of files) {
        const plain = run("qpdf", file, ["--json"])
        expect(/"\/(JavaScript|JS|OpenAction|AA|Launch|URI|EmbeddedFile)":/.exec(plain)?.[0]).toBeUndefined()
      }
    })
  }
})
