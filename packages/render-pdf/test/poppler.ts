// Programs of the system that read what we wrote. Where one is absent its tests say that they are skipped; with `CI`
// set they run all the same, and fail.
import { execFileSync, spawnSync } from "node:child_process"
import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { test } from "vitest"

const present = (program: string): boolean => spawnSync(program, ["--version"]).error === undefined

/** `test` for what needs these programs; where one is absent the test's name says why it is skipped. */
export const testWith =
  (...programs: ReadonlyArray<string>) =>
  (name: string, run: () => void | Promise<void>, timeout?: number): void => {
    const absent = process.env.CI ? [] : programs.filter((program) => !present(program))
    if (absent.length === 0) test(name, run, timeout)
    else test.skip(`${name} (skipped: there is no ${absent.join(", ")})`, run)
  }

// The bytes as a file for as long as a program reads them.
const withFile = <A>(bytes: Uint8Array, use: (file: string) => A): A => {
  const folder = mkdtempSync(join(tmpdir(), "danvan-pdf-"))
  const file = join(folder, "report.pdf")
  try {
    writeFileSync(file, bytes)
    return use(file)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** Runs a program on the bytes as a file and gives what it prints. */
export const run = (
  program: string,
  bytes: Uint8Array,
  before: ReadonlyArray<string>,
  ...after: ReadonlyArray<string>
) => {
  const read = (file: string): string =>
    execFileSync(program, [...before, file, ...after], { encoding: "utf8", maxBuffer: 1e9 })
  return withFile(bytes, read)
}

/** The text in the order in which it was drawn, a page an entry. */
export const pagesOf = (bytes: Uint8Array): ReadonlyArray<string> =>
  run("pdftotext", bytes, ["-raw"], "-").split("\f").slice(0, -1)

/** Text of a page without its number. */
export const withoutNumber = (page: string): string => page.replace(/^\s*\d+\n/, "")

/** A word and its box, mm from the upper left corner of the paper; `size` is that of the type, pt. */
export interface Word {
  readonly page: number
  readonly text: string
  readonly left: number
  readonly right: number
  readonly top: number
  readonly base: number
  readonly size: number
}

const MM = 25.4 / 72
const ASCENT = 0.891
const HEIGHT = 1.1074

/** The words as poppler measures them. Faces of other families have other heights: Tinos only. */
export const wordsOf = (bytes: Uint8Array): ReadonlyArray<Word> => {
  let page = 0
  const words: Array<Word> = []
  const xml = run("pdftotext", bytes, ["-bbox"], "-")
  for (const tag of xml.matchAll(/<page |<word xMin="(.+?)" yMin="(.+?)" xMax="(.+?)" yMax="(.+?)">(.*?)<\/word>/g)) {
    const [, xMin, yMin, xMax, yMax, text = ""] = tag
    if (xMin === undefined) page++
    else {
      const size = (Number(yMax) - Number(yMin)) / HEIGHT
      const base = (Number(yMin) + ASCENT * size) * MM
      words.push({
        page,
        text: decode(text),
        left: Number(xMin) * MM,
        right: Number(xMax) * MM,
        top: base - 0.66 * size * MM,
        base,
        size,
      })
    }
  }
  return words
}

const decode = (text: string): string =>
  text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"').replaceAll("&amp;", "&")

/** Straight lines of a page as cairo draws them: ends in mm, thickness in pt. */
export const strokesOf = (bytes: Uint8Array, page: number) => {
  const svg = run("pdftocairo", bytes, ["-svg", "-f", String(page), "-l", String(page)], "-")
  return [
    ...svg.matchAll(
      /stroke-width:([\d.]+).*? d="M ([\d.]+) ([\d.]+) L ([\d.]+) ([\d.]+) " transform="matrix\(([^)]*)\)"/g,
    ),
  ].map(([, width, x1, y1, x2, y2, matrix]) => {
    const [a = 1, , , d = 1, e = 0, f = 0] = (matrix ?? "").split(",").map(Number)
    const x = (value: string | undefined): number => (Number(value) * a + e) * MM
    const y = (value: string | undefined): number => (Number(value) * d + f) * MM
    return { width: Number(width), x1: x(x1), y1: y(y1), x2: x(x2), y2: y(y2) }
  })
}

/** A page as PNG, grey. */
export const pngOf = (bytes: Uint8Array, page: number, dpi: number): Uint8Array =>
  withFile(bytes, (file) =>
    execFileSync("pdftoppm", ["-f", `${page}`, "-l", `${page}`, "-r", `${dpi}`, "-gray", "-png", file], {
      maxBuffer: 1e9,
    }),
  )

/** A page as poppler draws it; `ink` gives a rectangle (mm) of it as a string of dark and light. */
export const pictureOf = (bytes: Uint8Array, page: number, dpi: number) => {
  const at = ["-f", String(page), "-l", String(page), "-r", String(dpi), "-gray"]
  const image = withFile(bytes, (file) => execFileSync("pdftoppm", [...at, file], { maxBuffer: 1e9 }))
  const header = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(image.subarray(0, 40).toString("latin1"))
  const width = Number(header?.[1])
  const start = header?.[0].length ?? 0
  const pixels = (value: number): number => Math.round((value / 25.4) * dpi)
  const ink = (left: number, top: number, wide: number, high: number): string => {
    let rows = ""
    for (let y = pixels(top); y < pixels(top) + pixels(high); y++) {
      for (let x = pixels(left); x < pixels(left) + pixels(wide); x++)
        rows += (image[start + y * width + x] ?? 255) < 128 ? "1" : "0"
    }
    return rows
  }
  return { ink }
}
