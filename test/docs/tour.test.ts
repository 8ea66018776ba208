// The tour is a program: its blocks run in order, in one scope, and every `expression // => value` is compared.
import { writeFile } from "node:fs/promises"
import { join } from "node:path"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { fences } from "./markdown.ts"
import { folder, type Outcome, root, run, text, typeErrors } from "./run.ts"

interface Check {
  readonly line: number
  readonly actual: string
  readonly expected: string
  readonly equal: boolean
}

const tour = await text("docs/tour.md")
const blocks = fences(tour).filter(({ lang }) => lang === "ts")

// Line 1 of the tour is its title: room for what the checks need.
const prelude = [
  `import { inspect as $show, isDeepStrictEqual as $equal } from "node:util"`,
  `const $checks: Array<unknown> = []`,
  `const $plain = (x: unknown) => $show(x, { depth: 20, breakLength: 100, sorted: true })`,
  `const $check = (line: number, a: unknown, b: unknown) => $checks.push({ line, actual: $plain(a), expected: $plain(b), equal: $equal(a, b) })`,
  `process.on("exit", () => console.log("$" + JSON.stringify($checks)))`,
].join("; ")

// `expression // => value` on a line, or the value on comment lines below the expression.
const program = (): { readonly source: string; readonly lines: ReadonlyArray<number> } => {
  const out: Array<string> = tour.split("\n").map(() => "")
  const checked: Array<number> = []
  for (const { code, line: first } of blocks) {
    const lines = code.split("\n")
    for (let i = 0; i < lines.length; i++) {
      const here = first - 1 + i
      const line = lines[i] ?? ""
      const same = /^(\S.*?)\s+\/\/ => (.*)$/.exec(line)
      if (same) {
        checked.push(here + 1)
        out[here] = `;$check(${here + 1}, ${same[1]}, (${same[2]}))`
        continue
      }
      const below = /^\/\/ => (.*)$/.exec(lines[i + 1] ?? "")
      if (!below) {
        out[here] = line
        continue
      }
      checked.push(here + 1)
      out[here] = `;$check(${here + 1}, ${line}, (${below[1]}`
      let last = i + 1
      while (/^\/\/ {4}/.test(lines[last + 1] ?? "")) {
        out[first - 1 + last] = (lines[last + 1] ?? "").slice(2)
        last++
      }
      out[first - 1 + last] = `${out[first - 1 + last] ?? ""}))`
      i = last
    }
  }
  out[0] = prelude
  return { source: `${out.join("\n")}\n`, lines: checked }
}

describe("docs/tour.md", () => {
  const { source, lines } = program()
  let place: Awaited<ReturnType<typeof folder>>
  let outcome: Outcome
  let checks: ReadonlyArray<Check>

  beforeAll(async () => {
    place = await folder()
    await writeFile(join(place.path, "tour.ts"), source)
    outcome = await run(join(place.path, "tour.ts"), root)
    const said = outcome.stdout.split("\n").find((line) => line.startsWith("$"))
    checks = JSON.parse(said?.slice(1) ?? "[]")
  })
  afterAll(() => place.remove())

  it("runs to its end", () => {
    expect(outcome.stderr.split("\n")).toEqual([""])
    expect(outcome.code).toBe(0)
  })

  it.each(lines)("is right on line %i", (line) => {
    const check = checks.find((one) => one.line === line)
    expect(check?.actual).toBe(check?.expected)
    expect(check?.equal).toBe(true)
  })

  it("passes the compiler", async () => {
    expect(await typeErrors(place.path)).toEqual([])
  })
})
