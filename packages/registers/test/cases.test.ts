// For every indicator and every rule: a submission that passes, and one that fails for that reason alone. The cases are
// made from the catalogue, so that a new indicator has its own without anybody writing it.
import { Expression, Indicator, Quantity, Rule } from "@danvan/core"
import { standard } from "@danvan/registers"
import { describe, expect, it } from "vitest"
import { before, check, submission } from "./registers.ts"

type Numbers = ReadonlyMap<string, number>

const indicatorOf = (id: string): Indicator.Indicator => {
  const found = standard.indicators.find((one) => one.id === id)
  if (!found) throw new Error(id)
  return found
}

/** Stands beside each case and must come through: nobody's rule speaks of it. */
const bystander = (id: string): Readonly<Record<string, unknown>> =>
  id === "capacity.articles" ? { "capacity.conferences": 4 } : { "capacity.articles": 4 }

const members = (dimension: string): ReadonlyArray<string> =>
  standard.dimensions.find(({ id }) => id === dimension)?.members.map(({ id }) => id) ?? []

const parts = ({ breakdowns = [] }: Indicator.Indicator, numbers: ReadonlyArray<number>) =>
  Object.fromEntries(
    breakdowns.map(({ dimension }) => [
      dimension,
      Object.fromEntries(numbers.map((n, i) => [members(dimension)[i] ?? "", n])),
    ]),
  )

/** What a value of this kind owes by nature: one that keeps it, one that does not, and how that is told. */
const natural = (indicator: Indicator.Indicator): readonly [good: unknown, bad: unknown, code: string, at: string] => {
  const [cut] = indicator.breakdowns ?? []
  switch (indicator.kind) {
    case "share":
      return [{ x: 2, y: 3 }, { x: 3, y: 2 }, "value.share-exceeds", ""]
    case "attainment":
      return [{ x: 3, y: 2 }, { x: 0, y: 0 }, "value.share-empty", ""]
    case "rate":
      return [{ percent: "87" }, { percent: "87%" }, "value.percent-malformed", "/percent"]
    case "grade":
      return [{ grades: { good: 2, fair: 1 } }, { grades: { good: 2, fair: -1 } }, "value.negative", "/grades/fair"]
    case "flag":
      return [true, 1, "value.wrong-kind", ""]
    case "text":
      return ["Nhân dân đồng thuận.", 1, "value.wrong-kind", ""]
    default:
      if (!cut) return [3, -3, "value.negative", ""]
      // Parts that make less than the whole, or more than it where they need not make it.
      const wrong = parts({ ...indicator, breakdowns: [cut] }, cut.exhaustive ? [1, 1] : [3, 1])
      return [{ n: 3, by: parts(indicator, [1, 2]) }, { n: 3, by: wrong }, "value.parts-differ", `/by/${cut.dimension}`]
  }
}

describe("every indicator", () => {
  it.each(standard.indicators.map((indicator) => [indicator.id, indicator] as const))(
    "%s: one submission passes, one fails",
    (id, indicator) => {
      const [good, bad, code, at] = natural(indicator)
      const beside = bystander(id)
      const passed = check({ [id]: good, ...beside })
      expect(passed.issues).toEqual([])
      expect(passed.held).toEqual([])
      const said = new Set(passed.accepted.flatMap(({ statements }) => statements.map((one) => one.indicator)))
      expect(said).toEqual(new Set([id, ...Object.keys(beside)]))

      const failed = check({ [id]: bad, ...beside })
      expect(failed.issues.map((issue) => [issue.code, issue.pointer])).toEqual([[code, `/values/${id}${at}`]])
      expect(failed.held).toEqual([{ submission: "an-2024-H1", pointer: `/values/${id}`, codes: [code] }])
      const left = failed.accepted.flatMap(({ statements }) => statements.map((one) => one.indicator))
      expect(left).toEqual(Object.keys(beside))
    },
  )
})

// A variable of a rule: a reference as text.
const nameOf = ({ ref, part, member, at }: Expression.Reference): string => {
  const side = part ?? (["share", "attainment"].includes(indicatorOf(ref).kind) ? "x" : "")
  return `${at ?? ""}|${ref}|${member ?? ""}|${side}`
}

const candidates = [0, 1, 2, 3, 10, 100_000, 20_000_000]

/** Numbers for the variables, smallest first; both sides of a share, and the total of a part, come with them. */
function* assignments(names: ReadonlyArray<string>): Generator<Numbers> {
  const [name, ...rest] = names
  if (name === undefined) {
    yield new Map()
    return
  }
  for (const more of assignments(rest)) for (const n of candidates) yield new Map([[name, n], ...more])
}

/** The total of an indicator of which only one part is spoken of; the rest of it is the last part. */
const whole = 40_000_000

const complete = (numbers: Numbers): Numbers | null => {
  const all = new Map(numbers)
  for (const [name, n] of numbers) {
    const [at, ref, member, side] = name.split("|")
    if (member !== "") all.set(`${at}|${ref}||`, whole)
    if (side === "x" && !all.has(`${at}|${ref}||y`)) all.set(`${at}|${ref}||y`, Math.max(n, 1))
    if (side === "y" && !all.has(`${at}|${ref}||x`)) all.set(`${at}|${ref}||x`, 0)
  }
  for (const [name, n] of all) {
    if (!name.endsWith("|x")) continue
    const y = all.get(`${name.slice(0, -1)}y`) ?? 0
    if (n > y || y === 0) return null
  }
  return all
}

const look =
  (numbers: Numbers) =>
  (reference: Expression.Reference): Quantity.Quantity | null => {
    const n = numbers.get(nameOf(reference))
    return n === undefined ? null : Quantity.exact(n)
  }

/** The first numbers for which the rule speaks, says this, and no other rule fails. */
const find = (rule: Rule.Rule, wanted: "holds" | "fails"): Numbers => {
  const names = [...new Set(Rule.references(rule).map(nameOf))]
  const others = standard.rules.filter(({ id }) => id !== rule.id)
  for (const some of assignments(names)) {
    const numbers = complete(some)
    if (!numbers || Rule.verdict(rule, look(numbers)) !== wanted) continue
    if (rule.when && Expression.verdict(rule.when, look(numbers)) !== "holds") continue
    if (others.every((other) => Rule.verdict(other, look(numbers)) !== "fails")) return numbers
  }
  throw new Error(`no numbers for which ${rule.id} ${wanted} alone`)
}

const valuesOf = (numbers: Numbers, when: "" | "previous"): Record<string, unknown> => {
  const values: Record<string, unknown> = {}
  for (const [name, n] of numbers) {
    const [at, ref = "", member = "", side = ""] = name.split("|")
    if (at !== when) continue
    const [dimension = "", part = ""] = member.split("=")
    if (side !== "") values[ref] = { ...(values[ref] as object), [side]: n }
    else if (member === "") values[ref] ??= n
    else values[ref] = { n: whole, by: { [dimension]: { [part]: n, [members(dimension).at(-1) ?? ""]: whole - n } } }
  }
  return values
}

const run = (numbers: Numbers) => {
  const earlier = valuesOf(numbers, "previous")
  const previous = Object.keys(earlier).length > 0 ? [submission(earlier, before)] : []
  const values = { ...valuesOf(numbers, ""), "capacity.articles": 4 }
  const { issues, held, accepted } = check(values, previous)
  const told = issues.filter(({ code }) => code.startsWith("rule."))
  const left = new Set(accepted.flatMap(({ statements }) => statements.map(({ indicator }) => indicator)))
  return {
    told,
    held,
    gone: Object.keys(values).filter((id) => !left.has(id)),
    errors: issues.filter(({ severity }) => severity === "error"),
  }
}

describe("every rule", () => {
  it.each(standard.rules.map((rule) => [rule.id, rule] as const))("%s: one submission passes, one fails", (_, rule) => {
    expect(run(find(rule, "holds"))).toEqual({ told: [], held: [], gone: [], errors: [] })

    const { told, held, gone, errors } = run(find(rule, "fails"))
    const code = rule.severity === "error" ? "rule.failed-error" : "rule.failed-warning"
    const pointers = told.map(({ pointer }) => pointer)
    expect(told.map((issue) => [issue.code, issue.params["rule"]])).toEqual(
      (rule.severity === "error" ? rule.holds : [""]).map(() => [code, rule.id]),
    )
    if (rule.severity === "error") {
      expect(rule.holds.length).toBeGreaterThan(0)
      expect(pointers).toEqual(rule.holds.map((id) => `/values/${id}`))
      expect(held).toEqual(pointers.map((pointer) => ({ submission: "an-2024-H1", pointer, codes: [code] })))
      expect(gone.toSorted()).toEqual([...rule.holds].toSorted())
    } else {
      expect(rule.holds).toEqual([])
      expect(Rule.references(rule).map(({ ref }) => `/values/${ref}`)).toContain(pointers[0])
      expect([held, gone, errors]).toEqual([[], [], []])
    }
  })
})
