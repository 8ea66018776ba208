import type { Cell, Row } from "@danvan/document"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { pagesOf, strokesOf, testWith } from "./poppler.ts"
import { document, draw, party, row, table, words } from "./report.ts"

interface Choice {
  readonly colSpan: number
  readonly rowSpan: number
  readonly length: number
}

const choices = fc.infiniteStream(
  fc.record({
    colSpan: fc.constantFrom(1, 1, 1, 2),
    rowSpan: fc.constantFrom(1, 1, 1, 1, 2, 5),
    length: fc.constantFrom(0, 1, 3, 8, 8, 40, 900),
  }),
)

/** Rows that fill their columns, with cells over several columns and rows. */
const rowsOf = (count: number, columns: number, next: () => Choice): ReadonlyArray<Row> => {
  const held = Array.from({ length: columns }, () => 0)
  return Array.from({ length: count }, (_, r) => {
    const free = held.map((n) => n === 0)
    for (const [c, n] of held.entries()) held[c] = Math.max(0, n - 1)
    const cells: Array<Cell> = []
    for (let c = 0; c < columns;) {
      if (!free[c]) {
        c++
        continue
      }
      const choice = next()
      const colSpan = free[c + 1] && c + 1 < columns ? choice.colSpan : 1
      const rowSpan = Math.min(choice.rowSpan, count - r)
      cells.push({ content: words(`ô${r}.${c} ${"chữ ".repeat(choice.length)}`), colSpan, rowSpan })
      for (let i = c; i < c + colSpan; i++) held[i] = rowSpan - 1
      c += colSpan
    }
    return { cells }
  })
}

describe("tables", () => {
  testWith("pdftocairo")("keeps its lines, thick as they may be, above the end of the text", async () => {
    const { height, margin } = party.page
    const ends = new Set<number>()
    for (let paddingY = 2; paddingY < 3; paddingY += 0.03) {
      const layout = { ...party, table: { line: 4, paddingX: 4, paddingY } }
      const { bytes } = await draw(
        document([table({ body: Array.from({ length: 60 }, () => row("a", "b")) })], { layout }),
      )
      const lowest = strokesOf(bytes, 1).reduce((most, { y2, width }) => Math.max(most, y2 + (width * 12.7) / 72), 0)
      ends.add(Math.round(lowest))
      expect(lowest).toBeLessThan(height - margin.bottom + 0.05)
    }
    expect(ends.size).toBeGreaterThan(2)
  })

  testWith("pdftotext")("keeps its notes with the last row, but not the space that would follow them", async () => {
    const styles = { ...party.styles, note: { ...party.styles.note, after: 200 } }
    const rows = Array.from({ length: 35 }, (_, i) => row(`Phường ${i + 1}`, "1"))
    const one = table({ caption: [], body: rows, notes: [words("Ghi chú.")] })
    const { bytes } = await draw(document([one], { layout: { ...party, styles } }))
    expect(pagesOf(bytes)).toHaveLength(1)
  })

  it("lose no word of any cell, however high and however many rows it spans", async () => {
    const counts = fc.record({
      columns: fc.integer({ min: 1, max: 6 }),
      head: fc.integer({ min: 0, max: 3 }),
      body: fc.integer({ min: 0, max: 40 }),
      foot: fc.integer({ min: 0, max: 2 }),
    })
    await fc.assert(
      fc.asyncProperty(counts, choices, async ({ columns, head, body, foot }, stream) => {
        const next = (): Choice => stream.next().value as Choice
        const [top, middle, bottom] = [head, body, foot].map((count) => rowsOf(count, columns, next))
        const { losses } = await draw(
          document([
            table({
              columns: Array.from({ length: columns }, () => ({ width: null, align: "left" as const })),
              head: top ?? [],
              body: middle ?? [],
              foot: bottom ?? [],
              notes: [words("Ghi chú.")],
            }),
          ]),
        )
        expect(losses.filter(({ code }) => code !== "block-too-tall")).toEqual([])
      }),
      { numRuns: 60 },
    )
  })
})
