// docs/pitfalls.md names each pitfall once, and for each the tests that stop it; every test that it names is there.
import { describe, expect, it } from "vitest"
import { text } from "./run.ts"

const page = await text("docs/pitfalls.md")
const rows = page
  .split("\n")
  .filter((line) => /^\| +\d+ +\|/.test(line))
  .map((line) => line.split(/ +\| +|^\| +| +\|$/).slice(1, -1))

/** What a cell names: a file, and the title of a test in it. */
const named = (cell: string): ReadonlyArray<readonly [file: string, title: string]> =>
  [...cell.matchAll(/\[[^\]]+\]\(\.\.\/([^)]+)\): (.+?)(?=; \[|$)/g)].map(([, file = "", title = ""]) => [file, title])

describe("docs/pitfalls.md", () => {
  it("has all 42, each once and in order", () => {
    expect(rows.map(([number]) => Number(number))).toEqual(Array.from({ length: 42 }, (_, i) => i + 1))
  })

  it("counts how far each is stopped", () => {
    const count = (wanted: string) => rows.filter(([, , how]) => how === wanted).length
    const [stopped, part, later] = ["stopped", "in part", "later"].map(count)
    expect(stopped! + part! + later!).toBe(42)
    expect(page).toContain(`${stopped} are stopped, ${part} in part, ${later} wait for later work`)
  })

  it.each(rows.map((row) => [row[0] ?? "", row] as const))("no. %s names tests that are there", async (_, row) => {
    const tests = named(row[4] ?? "")
    expect(tests.length).toBeGreaterThan(0)
    for (const [file, title] of tests) {
      const source = await text(file)
      expect([file, source.includes(JSON.stringify(title)) ? title : `not: ${title}`]).toEqual([file, title])
    }
  })
})
