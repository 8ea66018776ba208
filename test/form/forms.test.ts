// Each clause of each form, on a report that was made in it: measured on the PDF as poppler reads it and on the XML of
// the Word file.
import { Form } from "@danvan/core"
import { linesOf, plainText } from "@danvan/document"
import { describe, expect, it } from "vitest"
import { run, testWith } from "../../packages/render-pdf/test/poppler.ts"
import { clauses, elsewhere } from "./clauses.ts"
import { made, requests } from "./made.ts"
import { fileOf, holds, pdfOf, type Row } from "./reading.ts"

const signed = (request: (typeof requests)[keyof typeof requests]) => ({
  ...request,
  number: 5,
  signedOn: "2026-07-02",
  signature: { ...request.signature, name: "Nguyễn Văn A" },
})

/** What was found, or why nothing could be. */
const tried = (read: () => number | string): number | string => {
  try {
    return read()
  } catch (cause) {
    return String(cause)
  }
}

describe.each(Object.entries(requests))("%s", async (id, request) => {
  const form = Form.standard.find((one) => one.id === id)
  const table = Object.entries(clauses[id] ?? {})
  const { bytes, word, document, issues } = await made(signed(request))

  it("is the form that was chosen, and the report is whole", () => {
    expect(document.layout.form.id).toBe(id)
    expect(issues).toEqual([])
    expect(document.losses).toEqual([])
  })

  it("has a row for each clause, and no row for another", () => {
    const stated = (form?.clauses ?? []).map(({ what }) => what)
    expect(stated.filter((what) => !(what in (clauses[id] ?? {})) && !(what in elsewhere))).toEqual([])
    expect(table.map(([what]) => what).filter((what) => !stated.includes(what))).toEqual([])
    for (const [what, rows] of table) expect(rows.length, what).toBeGreaterThan(0)
  })

  const outside = (read: (row: Row) => (() => number | string) | null): ReadonlyArray<string> =>
    table.flatMap(([what, rows]) =>
      rows.flatMap((row) => {
        const reading = read(row)
        if (reading === null) return []
        const found = tried(reading)
        return holds(row, found) ? [] : [`${what} | ${row.says} | ${found} | ${row.allowed}`]
      }),
    )

  testWith(
    "pdftotext",
    "pdftocairo",
    "pdftohtml",
  )("keeps each clause on the page (PDF)", () => {
    const pdf = pdfOf(bytes)
    expect(outside(({ pdf: read }) => (read ? () => read(pdf) : null))).toEqual([])
  })

  it("keeps each clause in the styles (Word)", () => {
    const file = fileOf(word)
    expect(outside(({ word: read }) => (read ? () => read(file) : null))).toEqual([])
  })

  testWith("pdffonts")("sets everything in the four embedded faces of one family", () => {
    const faces = run("pdffonts", bytes, []).split("\n").slice(2).filter(Boolean)
    expect(faces.length).toBe(4)
    for (const face of faces) expect(face).toMatch(/Tinos/)
  })

  it("keeps the sample's blanks in a draft, and changes nothing but number, date and signer when they are filled", async () => {
    const draft = (await made(request)).document
    const full = document
    const rest = (of: typeof draft) =>
      of.blocks.map((block) =>
        block.kind === "letterhead"
          ? { ...block, number: [], date: [] }
          : block.kind === "signature"
            ? { ...block, name: [] }
            : block.kind === "appendix"
              ? { ...block, reference: null }
              : block,
      )
    expect(rest(full)).toEqual(rest(draft))
    expect(full.layout).toEqual(draft.layout)
    expect(full.blocks).not.toEqual(draft.blocks)
    const lines = [...linesOf(draft)].map(([, line]) => plainText(line, draft.figures).replaceAll("\u00a0", "_"))
    expect(lines).toContain(id === "state-nd30" ? "Số: ______/BC-UBND" : "Số ______-BC/ĐU")
    expect(lines).toContain("An, ngày______tháng______năm 2026")
  })
})
