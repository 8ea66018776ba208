// What an office program makes of our Word files, by hand and before a release: LibreOffice lays them out, and each word
// is looked for where render-pdf has it; python-docx opens them, and has to find the headings, the tables cell by cell, their
// heads and the sheets that were written; where the program openxml-audit is, it judges their markup. Needs soffice and
// poppler; a PDF beside each file is left in out/office/ to be looked at. A page of letters in each face is read back, and
// held against a picture that is kept, with the fonts of the PDF and no others. Fails when a page or a word differs, too
// many words stand elsewhere, something is not found, a letter is not read or does not look as it did, or the markup has a fault.
import { execFileSync, spawnSync } from "node:child_process"
import { mkdirSync, readFileSync, writeFileSync } from "node:fs"
import { createRequire } from "node:module"
import { dirname, join, resolve } from "node:path"
import { isDeepStrictEqual } from "node:util"
import { type Block, type Document, type Inlines, plainText, type Row, type Table, visibleText } from "@danvan/document"
import { sample } from "@danvan/document/testing"
import { docx } from "@danvan/render-docx"
import { pdf } from "@danvan/render-pdf"
import { make as report } from "../../../examples/reports/make.ts"
import { make } from "../../../examples/tay-ho-2022/make.ts"
import { across, each } from "../../document/test/annex.ts"
import { accented, faces, letters, marked, pageIn } from "../../document/test/letters.ts"
import { pictureIn, unlikeKept } from "../../render-pdf/test/picture.ts"
import { pagesOf as pagesIn, pngOf } from "../../render-pdf/test/poppler.ts"

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

/** Has LibreOffice lay a file of out/office/ out. */
const layOut = (file: string, env: Readonly<Record<string, string>> = {}): void => {
  const to = ["--convert-to", "pdf", "--outdir", join(out, "libreoffice")]
  execFileSync("soffice", ["--headless", ...to, join(out, file)], { stdio: "pipe", env: { ...process.env, ...env } })
}

const compare = async (name: string, document: Document): Promise<boolean> => {
  const [ours, theirs] = [join(out, `${name}.pdf`), join(out, "libreoffice", `${name}.pdf`)]
  writeFileSync(ours, (await pdf().render(document)).bytes)
  writeFileSync(join(out, `${name}.docx`), (await docx().render(document)).bytes)
  layOut(`${name}.docx`)
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

/** Fonts of no machine: a setting of fontconfig by which the form's font is Tinos. */
const onlyTinos = (): string => {
  const require = createRequire(new URL("../../render-pdf/package.json", import.meta.url))
  const folder = dirname(require.resolve("@expo-google-fonts/tinos/package.json"))
  const file = join(out, "fonts.conf")
  writeFileSync(
    file,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>${folder}</dir><cachedir>${join(out, "fonts")}</cachedir><alias binding="same"><family>Times New Roman</family><prefer><family>Tinos</family></prefer></alias></fontconfig>`,
  )
  return file
}

/** Whether LibreOffice reads every letter, and draws each as it did when its page was looked at. */
const spelled = async (name: string, document: Document, wanted: string, kept: string | null): Promise<boolean> => {
  writeFileSync(join(out, `${name}.docx`), (await docx().render(document)).bytes)
  layOut(`${name}.docx`, { FONTCONFIG_FILE: onlyTinos() })
  const bytes = readFileSync(join(out, "libreoffice", `${name}.pdf`))
  const read = pagesIn(bytes).join("").normalize("NFC").replaceAll(/\s/g, "")
  const whole = read.startsWith(wanted)
  const fault = kept === null ? "" : unlikeKept(pictureIn(pngOf(bytes, 1, 300)), kept)
  console.log(`${name}: ${whole ? "every letter is read" : `not every letter is read: ${read}`}`)
  if (kept !== null) console.log(`  ${fault || "the page looks as kept"}`)
  return whole && fault === ""
}

// A hyphen that holds together is read as a hyphen, and blanks of a draft may be tabs.
const plain = (text: string): string => visibleText(text).replaceAll("\u2011", "-").replaceAll(/\s+/gu, " ").trim()

const within = (blocks: ReadonlyArray<Block>): ReadonlyArray<Block> =>
  blocks.flatMap((block) => [block, ...(block.kind === "appendix" ? within(block.blocks) : [])])

/** What python-docx has to find in the Word file of a document. */
const structureOf = ({ title, blocks, figures, layout }: Document): Omit<Structure, "version"> => {
  const all = within(blocks)
  const said = (line: Inlines): string => plain(plainText(line, figures))
  const textsOf = (rows: ReadonlyArray<Row>) => rows.map(({ cells }) => cells.map(({ content }) => said(content)))
  const { width, height } = layout.page
  return {
    title,
    headings: all.flatMap((block) => (block.kind === "heading" ? [said(block.content)] : [])),
    tables: all
      .filter((block): block is Table => block.kind === "table")
      .map(({ head, body, foot }) => ({ head: head.length, rows: textsOf([...head, ...body, ...foot]) })),
    sheets: [
      // An appendix begins its own section, also where nothing stands before it.
      ...(blocks[0]?.kind === "appendix" ? [] : [[width, height]]),
      ...all.flatMap((block) =>
        block.kind === "appendix" ? [block.orientation === "landscape" ? [height, width] : [width, height]] : [],
      ),
    ],
  }
}

interface Structure {
  readonly version: string
  readonly title: string
  readonly headings: ReadonlyArray<string>
  readonly tables: ReadonlyArray<{ readonly head: number; readonly rows: ReadonlyArray<ReadonlyArray<string>> }>
  readonly sheets: ReadonlyArray<ReadonlyArray<number>>
}

/** Whether python-docx finds in the Word file what stands in the document; true as well where it is not there. */
const opened = (name: string, document: Document): boolean => {
  const script = join(import.meta.dirname, "opened.py")
  const { status, stdout, stderr } = spawnSync("python3", [script, join(out, `${name}.docx`)], {
    encoding: "utf8",
    maxBuffer: 1e9,
  })
  if (status !== 0 && (stderr ?? "").includes("No module named 'docx'")) {
    console.log("  was not opened by python-docx: it is not there")
    return true
  }
  if (status !== 0) throw new Error(stderr)
  const { version, ...read } = JSON.parse(stdout) as Structure
  const found: Omit<Structure, "version"> = {
    ...read,
    headings: read.headings.map(plain),
    tables: read.tables.map(({ head, rows }) => ({ head, rows: rows.map((row) => row.map(plain)) })),
    sheets: read.sheets.map((sheet) => sheet.map(Math.round)),
  }
  const wanted = structureOf(document)
  const unlike = (["title", "headings", "tables", "sheets"] as const).filter(
    (part) => !isDeepStrictEqual(found[part], wanted[part]),
  )
  const cells = found.tables.reduce((sum, { rows }) => sum + rows.flat().length, 0)
  const counted = `${found.headings.length} headings, ${found.tables.length} tables, ${cells} cells, ${found.sheets.length} sections`
  console.log(
    `  python-docx ${version}: ${counted}${unlike.length > 0 ? `; unlike what was written: ${unlike.join(", ")}` : ""}`,
  )
  return unlike.length === 0
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
  const [placed, found, sound] = [await compare(name, document), opened(name, document), audited(name)]
  if (!placed || !found || !sound) process.exitCode = 1
}
for (const face of faces) {
  const kept = resolve(import.meta.dirname, `../test/golden/letters-${face.name}.png`)
  if (!(await spelled(`letters-${face.name}`, pageIn(face), [...accented, ...letters].join(""), kept)))
    process.exitCode = 1
}
if (!(await spelled("letters-marked", marked, accented.join("").repeat(faces.length), null))) process.exitCode = 1
