// Cases maps/…: the registers of a country that was rearranged (34 provinces, 10 034 communes that became 3 321, 90 000
// groups), and a half-year of it brought together on the map of its own day and on that of the reform.
import { AggregationPlan, FactColumns, Kernel, Lineage, load, Period, type Registers, Value } from "@danvan/core"
import * as Result from "effect/Result"
import { type Cases, measure } from "./measure.ts"

const PROVINCES = 34
const OLD = 10_034
const NEW = 3_321
const GROUPS = 90_000
const INDICATORS = 12
const before = { from: "1996-01-01", to: "2025-06-30" }
const after = { from: "2025-07-01" }
const text = (word: string): { vi: string; en: string } => ({ vi: word, en: word })

const provinceOf = (commune: number): number => Math.floor((commune * PROVINCES) / NEW)
const newOf = (old: number): number => Math.floor((old * NEW) / OLD)
const oldOf = (group: number): number => Math.floor((group * OLD) / GROUPS)

const files = (rearranged: boolean) => {
  const unit = (id: string, kind: string, span: object) => ({ id, kind, names: [{ ...text(id), ...span }], ...span })
  const edge = (child: string, parent: string, span: object) => ({ child, parent, line: "reporting", ...span })
  const first = rearranged ? before : { from: before.from }
  const count = (n: number): ReadonlyArray<number> => Array.from({ length: n }, (_, i) => i)
  const taken = new Map<number, Array<string>>()
  for (const old of count(OLD)) taken.set(newOf(old), [...(taken.get(newOf(old)) ?? []), `old-${old}`])
  return {
    schema: "danvan/organisations@0",
    asOf: "2026-12-31",
    units: [
      unit("nation", "nation", {}),
      ...count(PROVINCES).map((p) => unit(`province-${p}`, "province", {})),
      ...count(OLD).map((c) => unit(`old-${c}`, "commune", first)),
      ...(rearranged ? count(NEW).map((c) => unit(`new-${c}`, "commune", after)) : []),
      ...count(GROUPS).map((g) => unit(`group-${g}`, "group", {})),
    ],
    edges: [
      ...count(PROVINCES).map((p) => edge(`province-${p}`, "nation", {})),
      ...count(OLD).map((c) => edge(`old-${c}`, `province-${provinceOf(newOf(c))}`, first)),
      ...(rearranged ? count(NEW).map((c) => edge(`new-${c}`, `province-${provinceOf(c)}`, after)) : []),
      ...count(GROUPS).map((g) => edge(`group-${g}`, `old-${oldOf(g)}`, first)),
      ...(rearranged ? count(GROUPS).map((g) => edge(`group-${g}`, `new-${newOf(oldOf(g))}`, after)) : []),
    ],
    successions: rearranged
      ? [...taken].map(([c, from]) => ({ id: `m-${c}`, kind: "merge", date: after.from, from, to: [`new-${c}`] }))
      : [],
  }
}

const indicators = Array.from({ length: INDICATORS }, (_, i) => `count-${i}`)
const catalogue = {
  schema: "danvan/catalogue@0",
  id: "bench",
  version: "1.0.0",
  from: "2022-01-01",
  label: text("Đo tốc độ"),
  calendar: "civil",
  measures: [{ id: "m", ...text("việc"), decimals: 0 }],
  dimensions: [],
  indicators: indicators.map((id) => ({ id, label: text(id), kind: "flow", measure: "m" })),
  rules: [],
  citations: [],
  obligations: [{ id: "all", who: { kind: "group" }, indicators, every: "half", scope: "own" }],
}

const period = Result.getOrThrow(Period.fromText("2025-H1", "civil"))
const map = "2025-12-31"

const columnsOf = (registers: Registers.Registers): FactColumns.FactColumns => {
  const made = FactColumns.builder(registers, { rows: (GROUPS + OLD) * INDICATORS, submissions: GROUPS + OLD })
  const series = indicators.map((indicator) => made.series({ indicator }))
  const send = (subject: string, n: number): void => {
    made.open({ subject, period, scope: "own", revision: 1 })
    for (const one of series) made.add(one, Value.quantity(n))
  }
  for (let g = 0; g < GROUPS; g++) send(`group-${g}`, g % 7)
  for (let c = 0; c < OLD; c++) send(`old-${c}`, c % 5)
  return Result.getOrThrow(made.done())
}

const prepare = () => {
  const registers = load(files(true), catalogue)
  const columns = columnsOf(registers)
  const above = [...Array.from({ length: PROVINCES }, (_, p) => `province-${p}`), "nation"]
  const plan = (on: string | undefined): AggregationPlan.AggregationPlan =>
    Result.getOrThrow(
      AggregationPlan.make(registers, {
        subjects: above,
        periods: [period],
        reported: columns.periods,
        ...(on === undefined ? {} : { map: on }),
      }),
    )
  const [mapped, own] = [plan(map), plan(undefined)]
  const sum = (one: AggregationPlan.AggregationPlan) => Result.getOrThrow(Kernel.fold(one, columns))
  const [a, b] = [sum(mapped), sum(own)]
  if (a.n.join() !== b.n.join()) throw new Error("maps: the totals of provinces differ between the maps")
  return { mapped, own, sum, plan }
}

/** The cases. `maps/registers` prints what one reading costs in CPU and memory, beside a country that never changed. */
export const cases: Cases = {
  "maps/registers": async () => {
    const [moved, still] = [files(true), files(false)]
    globalThis.gc?.()
    const [heap, start] = [process.memoryUsage().heapUsed, process.cpuUsage()]
    const registers = load(moved, catalogue)
    Lineage.mapOf(registers.organisations, "nation", map)
    const { user, system } = process.cpuUsage(start)
    globalThis.gc?.()
    const used = process.memoryUsage().heapUsed - heap
    console.log(
      `maps/registers: the first reading took ${Math.round((user + system) / 1000)} ms of CPU and holds ${Math.round(used / 2 ** 20)} MB`,
    )
    if (registers.organisations.units.length === 0) return []
    const label = { case: "maps/registers", peer: "one map", unit: "ms", each: 1 } as const
    return [
      await measure({
        ...label,
        ours: () => Lineage.mapOf(load(moved, catalogue).organisations, "nation", map),
        theirs: () => Lineage.mapOf(load(still, catalogue).organisations, "nation", map),
      }),
    ]
  },
  "maps/fold": async () => {
    const { mapped, own, sum } = prepare()
    const label = { case: "maps/fold", peer: "its own map", unit: "ms", each: 1 } as const
    return [await measure({ ...label, ours: () => sum(mapped), theirs: () => sum(own) })]
  },
  "maps/plan": async () => {
    const { plan, sum } = prepare()
    const label = { case: "maps/plan", peer: "its own map", unit: "ms", each: 1 } as const
    return [await measure({ ...label, ours: () => sum(plan(map)), theirs: () => sum(plan(undefined)) })]
  },
}
