// What an office program makes of our Word files, by hand and before a release: LibreOffice lays them out, and each word
// is looked for where render-pdf has it; where the program openxml-audit is, it judges their markup. Needs soffice and
// poppler's pdftotext; a PDF beside each file is left in out/office/ to be looked at. Fails when a page or a word
// differs, too many words stand elsewhere, or the markup has a fault.
import { execFileSync, spawnSync } from "node:child_process"
import { mkdirSync, writeFileSync } from "node:fs"
import { join, resolve } from "node:path"
import type { Document } from "@danvan/document"
import { sample } from "@danvan/document/testing"
import { docx } from "@danvan/render-docx"
import { pdf } from "@danvan/render-pdf"
import { make as report } from "../../../examples/reports/make.ts"
import { make } from "../../../examples/tay-ho-2022/make.ts"
import { across, each } from "../../document/test/annex.ts"

const out = resolve(import.meta.dirname, "../../../out/office")
/** How far from its place a word may stand, pt: one millimetre. */
const NEAR = 72 / 25.4
/** Share of the words that must stand in their places. Charts are laid out and lines filled by each for itself. */
const SHARE = 0.9

interface Word {
  readonly page: number
  readonly text: string
  readonly x: number
  readonly y: number
}

const wordsOf = (file: string): ReadonlyArray<Word> => {
  const pages = execFileSync("pdftotext", ["-bbox", file, "-"], { encoding: "utf8", maxBuffer: 1e9 }).split("<page ")
  return pages.slice(1).flatMap((page, i) =>
    [...page.matchAll(/xMin="([\d.]+)" yMin="([\d.]+)"[^>]*>(.*?)<\/word>/g)].map(([, x, y, text = ""]) => ({
      page: i + 1,
      text: text.normalize("NFC"),
      x: Number(x),
      y: Number(y),
    })),
  )
}

const pagesOf = (words: ReadonlyArray<Word>): number => words.at(-1)?.page ?? 0
const lettersOf = (words: ReadonlyArray<Word>): string =>
  words
    .flatMap(({ text }) => [...text])
    .toSorted()
    .join("")

const compare = async (name: string, document: Document): Promise<boolean> => {
  const [ours, theirs] = [join(out, `${name}.pdf`), join(out, "libreoffice", `${name}.pdf`)]
  writeFileSync(ours, (await pdf().render(document)).bytes)
  writeFileSync(join(out, `${name}.docx`), (await docx().render(document)).bytes)
  execFileSync(
    "soffice",
    ["--headless", "--convert-to", "pdf", "--outdir", join(out, "libreoffice"), join(out, `${name}.docx`)],
    { stdio: "pipe" },
  )
  const [given, found] = [wordsOf(ours), wordsOf(theirs)]
  const places = new Map<string, Array<Word>>()
  for (const word of found) {
    const key = `${word.page} ${word.text}`
    places.set(key, [...(places.get(key) ?? []), word])
  }
  const away = given.filter(
    ({ page, text, x, y }) =>
      !places.get(`${page} ${text}`)?.some((one) => Math.abs(one.x - x) < NEAR && Math.abs(one.y - y) < NEAR),
  )
  console.log(`${name}: ${pagesOf(found)} pages of ${pagesOf(given)}`)
  console.log(`  ${given.length - away.length} of ${given.length} words within a millimetre of their places`)
  for (const { page, text, x, y } of away.slice(0, 20)) console.log(`  elsewhere: page ${page}, ${x} ${y}, ${text}`)
  const same = lettersOf(given) === lettersOf(found)
  if (!same) console.log("  the letters on the pages are not the same")
  return same && pagesOf(found) === pagesOf(given) && away.length <= given.length * (1 - SHARE)
}

/** Whether the markup is sound; true as well where nothing can tell. */
const audited = (name: string): boolean => {
  const { error, status, stdout } = spawnSync("openxml-audit", [join(out, `${name}.docx`)], { encoding: "utf8" })
  console.log(error ? "  the markup was not judged: there is no openxml-audit" : stdout.trim().replace(/^/gm, "  "))
  return error !== undefined || status === 0
}

mkdirSync(join(out, "libreoffice"), { recursive: true })
console.log(execFileSync("soffice", ["--version"], { encoding: "utf8" }).trim())
for (const [name, document] of [
  ["sample", sample],
  // The three forms.
  ["tay-ho-2022", (await make()).document],
  ["party-2026", await report("party.json")],
  ["state-2026", await report("state.json")],
  // Annexes of five pages, and of a province.
  ["annex", across(57, 10)],
  ["annex-province", across(166, 60)],
  ["annex-each", each(166, 60)],
] as const) {
  const [placed, sound] = [await compare(name, document), audited(name)]
  if (!placed || !sound) process.exitCode = 1
}
