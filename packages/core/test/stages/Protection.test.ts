import { Protection } from "@danvan/core"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"

const entry = (key: string, n: number): Protection.Entry => ({ key, n })
const sum = (total: Protection.Entry, ...parts: ReadonlyArray<Protection.Entry>): Protection.Sum => ({ total, parts })

// A table of rows and columns with a total for each and for all, as a reader of a printed page adds it up.
const table = (rows: ReadonlyArray<ReadonlyArray<number>>): ReadonlyArray<Protection.Sum> => {
  const add = (ns: ReadonlyArray<number>): number => ns.reduce((a, b) => a + b, 0)
  const cell = (i: number, k: number) => entry(`${i}/${k}`, rows[i]?.[k] ?? 0)
  const inRow = rows.map((row, i) => entry(`${i}/*`, add(row)))
  const columns = (rows[0] ?? []).map((_, k) => k)
  const inColumn = columns.map((k) => entry(`*/${k}`, add(rows.map((row) => row[k] ?? 0))))
  const all = entry("*/*", add(rows.flat()))
  return [
    ...rows.map((_, i) => sum(inRow[i]!, ...columns.map((k) => cell(i, k)))),
    ...columns.map((k) => sum(inColumn[k]!, ...rows.map((_, i) => cell(i, k)))),
    sum(all, ...inRow),
    sum(all, ...inColumn),
  ]
}

// The reader's attack, by other means than the code: by least squares' projection onto what the sums leave open. A number
// is known when no change of the hidden ones that keeps every sum can touch it.
const known = (sums: ReadonlyArray<Protection.Sum>, hidden: ReadonlySet<string>): ReadonlyArray<string> => {
  const keys = [...hidden]
  const rows = sums.map(({ total, parts }) =>
    keys.map((key) => parts.filter((part) => part.key === key).length - (total.key === key ? 1 : 0)),
  )
  // Gram–Schmidt over the rows; what of a unit vector stays outside their span may change.
  const basis: Array<ReadonlyArray<number>> = []
  const rest = (vector: ReadonlyArray<number>): ReadonlyArray<number> => {
    let left = [...vector]
    for (let turn = 0; turn < 2; turn++) {
      for (const one of basis) {
        const along = left.reduce((all, x, i) => all + x * (one[i] ?? 0), 0)
        left = left.map((x, i) => x - along * (one[i] ?? 0))
      }
    }
    return left
  }
  const length = (vector: ReadonlyArray<number>): number => Math.sqrt(vector.reduce((all, x) => all + x * x, 0))
  for (const row of rows) {
    const left = rest(row)
    if (length(left) > 1e-9) basis.push(left.map((x) => x / length(left)))
  }
  return keys.filter((_, i) => length(rest(keys.map((_key, k) => (k === i ? 1 : 0)))) < 1e-9)
}

describe("Protection", () => {
  it("gives up the smallest other part, and no zero", () => {
    const [a, b, c, d] = [entry("a", 3), entry("b", 20), entry("c", 8), entry("d", 0)]
    expect([...Protection.hide([sum(entry("t", 31), a, b, c, d)], ["a"])].sort()).toEqual(["a", "c"])
  })

  it("gives up the total where no other part is left", () => {
    const [a, b] = [entry("a", 3), entry("b", 0)]
    expect([...Protection.hide([sum(entry("t", 3), a, b)], ["a"])].sort()).toEqual(["a", "t"])
  })

  it("leaves a sum alone in which two are hidden, or none", () => {
    const [a, b, c] = [entry("a", 3), entry("b", 4), entry("c", 8)]
    const all = [sum(entry("t", 15), a, b, c)]
    expect([...Protection.hide(all, ["a", "b"])].sort()).toEqual(["a", "b"])
    expect([...Protection.hide(all, [])]).toEqual([])
  })

  it("sees what follows from several sums together", () => {
    // Each line of the square hides two, and all lines together still give the one in the middle.
    const square = table([
      [3, 20, 30],
      [20, 30, 40],
    ])
    expect(Protection.derivable(square, new Set(["0/0", "0/1", "1/0"]))).toEqual(["0/0", "0/1", "1/0"])
    const hidden = Protection.hide(square, ["0/0"])
    expect([...hidden].sort()).toEqual(["0/0", "0/1", "1/0", "1/1"])
    expect(known(square, hidden)).toEqual([])
  })

  describe("laws", () => {
    const tables = fc.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 })).chain(([height, width]) =>
      fc.array(fc.array(fc.oneof(fc.nat(6), fc.nat(60)), { minLength: width, maxLength: width }), {
        minLength: height,
        maxLength: height,
      }),
    )

    it("no small number can be computed from what is printed", () => {
      fc.assert(
        fc.property(tables, (rows) => {
          const sums = table(rows)
          const entries = sums.flatMap(({ total, parts }) => [total, ...parts])
          const small = new Set(entries.filter(({ n }) => n > 0 && n < 5).map(({ key }) => key))
          const hidden = Protection.hide(sums, small)
          expect([...small].filter((key) => !hidden.has(key))).toEqual([])
          expect(known(sums, hidden)).toEqual([])
        }),
        { numRuns: 500 },
      )
    })

    it("what follows from the sums is what an attacker finds by other means", () => {
      fc.assert(
        fc.property(tables, fc.nat(), (rows, seed) => {
          const sums = table(rows)
          const keys = [...new Set(sums.flatMap(({ total, parts }) => [total, ...parts].map(({ key }) => key)))]
          const hidden = new Set(keys.filter((_, i) => ((seed >> (i % 24)) & 1) === 1))
          expect([...Protection.derivable(sums, hidden)].sort()).toEqual([...known(sums, hidden)].sort())
        }),
        { numRuns: 500 },
      )
    })
  })
})
