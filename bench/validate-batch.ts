// The batch of validate/…: submissions to a catalogue of 60 indicators, of which 34 are counts, 8 counts some of which
// come as "about", 12 shares, 6 of money.
import { load, type Registers } from "@danvan/core"

/** How many submissions a batch has, one of each ward. */
export const UNITS = 200

export type Sort = "count" | "about" | "share" | "money"
/** In the order of the catalogue. */
export const sorts: ReadonlyArray<Sort> = [
  ...Array<Sort>(34).fill("count"),
  ...Array<Sort>(8).fill("about"),
  ...Array<Sort>(12).fill("share"),
  ...Array<Sort>(6).fill("money"),
]
const idOf = (sort: Sort, i: number): string => `${sort.slice(0, 1)}.${String(i + 1).padStart(2, "0")}`
export const indicators = sorts.map((sort, i) => ({ id: idOf(sort, i), sort }))
const label = (text: string): { vi: string; en: string } => ({ vi: text, en: text })

/** The two files of an office with so many wards below one city. */
export const files = (units: number) => {
  const wards = Array.from({ length: units }, (_, i) => `ward-${String(i + 1).padStart(3, "0")}`)
  const organisations = {
    schema: "danvan/organisations@0",
    asOf: "2022-07-31",
    units: [
      { id: "city", kind: "city", names: [{ vi: "Thành phố" }] },
      ...wards.map((id) => ({ id, kind: "ward", names: [{ vi: `Phường ${id}` }] })),
    ],
    edges: wards.map((child) => ({ child, parent: "city", line: "reporting" })),
    successions: [],
  }
  const catalogue = {
    schema: "danvan/catalogue@0",
    id: "bench",
    version: "1.0.0",
    from: "2022-01-01",
    label: label("Đo tốc độ"),
    calendar: "unstated",
    measures: [
      { id: "case", ...label("việc"), decimals: 0 },
      { id: "dong", ...label("đồng"), decimals: 0 },
    ],
    dimensions: [],
    indicators: indicators.map(({ id, sort }) => ({
      id,
      label: label(id),
      kind: sort === "share" ? "share" : "flow",
      measure: sort === "money" ? "dong" : "case",
    })),
    rules: [],
    citations: [],
    obligations: [
      { id: "all", who: { kind: "ward" }, indicators: indicators.map(({ id }) => id), every: "half", scope: "own" },
    ],
  }
  return { organisations, catalogue, wards }
}

const { organisations, catalogue, wards } = files(UNITS)

export const registers = (): Registers.Registers => load(organisations, catalogue)

// Numbers that look random and are the same in every run.
const dice = (seed: number): ((below: number) => number) => {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

const valueOf = (sort: Sort, roll: (below: number) => number): unknown => {
  if (sort === "share") {
    const y = roll(1000) + 1
    return { x: roll(y + 1), y }
  }
  if (sort === "about") return roll(10) < 3 ? { about: roll(5000) } : roll(5000)
  return sort === "money" ? roll(2 ** 31) * 1000 : roll(5000)
}

/** A faultless submission; its figures follow from its place. */
export const submission = (
  subject: string,
  i: number,
): { values: Record<string, unknown> } & Record<string, unknown> => {
  const roll = dice(i + 1)
  return {
    schema: "danvan/submission@0",
    id: `${subject}-2022-h1`,
    revision: 1,
    subject,
    scope: "own",
    period: "2022-H1",
    catalogue: "bench",
    status: "submitted",
    submittedAt: "2022-06-05T09:00:00+07:00",
    values: Object.fromEntries(indicators.map(({ id, sort }) => [id, valueOf(sort, roll)])),
  }
}

// A wrong type, a negative number, a part above its whole, a key that is owed and absent, a key that nobody knows.
const spoil = (of: ReturnType<typeof submission>): ReturnType<typeof submission> => {
  const { "c.05": _absent, ...values } = of.values
  return { ...of, values: { ...values, "c.01": "12", "c.02": -4, "s.43": { x: 11, y: 10 }, "x.99": 1 } }
}

/** The batch as it comes in: texts of 1.1 kB, each with the five errors or with none. */
export const texts = (spoilt: boolean): ReadonlyArray<string> =>
  wards.map(submission).map((one) => JSON.stringify(spoilt ? spoil(one) : one))
