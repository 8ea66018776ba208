// What can be said of a set of rules before any number comes: rules that cannot hold together, that never speak, that add
// nothing, that cost too much. Complete for comparisons of two numbers and a constant, which nearly all rules are;
// others are left alone, never judged wrongly.
import type * as Expression from "../vocabulary/Expression.ts"
import * as Issue from "../vocabulary/Issue.ts"
import * as Rule from "./Rule.ts"

// `to` − `from` ≤ `most`, said by a rule. The number 0 is a node of its own.
interface Bound {
  readonly from: string
  readonly to: string
  readonly most: number
  readonly rule: string
}

const zero = "0"

/** A sum of references and a constant; null for what is not linear. */
interface Linear {
  readonly terms: ReadonlyMap<string, number>
  readonly constant: number
}

const nameOf = ({ ref, part, member, at, over }: Expression.Reference): string =>
  [ref, part ?? "", member ?? "", at ?? "", over ?? ""].join("|")

const linear = (expression: Expression.Expression): Linear | null => {
  if ("ref" in expression) return { terms: new Map([[nameOf(expression), 1]]), constant: 0 }
  if ("n" in expression) return { terms: new Map(), constant: expression.n }
  const [left, right] = [linear(expression.left), linear(expression.right)]
  if (left === null || right === null) return null
  if (expression.op === "*") {
    const [factor, other] = left.terms.size === 0 ? [left.constant, right] : [right.constant, left]
    return left.terms.size > 0 && right.terms.size > 0
      ? null
      : combine(other, { terms: new Map(), constant: 0 }, factor, 0)
  }
  if (expression.op !== "+" && expression.op !== "-") return null
  return combine(left, right, 1, expression.op === "+" ? 1 : -1)
}

const combine = (a: Linear, b: Linear, p: number, q: number): Linear => {
  const terms = new Map<string, number>()
  for (const [name, n] of a.terms) terms.set(name, n * p)
  for (const [name, n] of b.terms) terms.set(name, (terms.get(name) ?? 0) + n * q)
  return { terms: new Map([...terms].filter(([, n]) => n !== 0)), constant: a.constant * p + b.constant * q }
}

// left ≤ right − gap as a bound, where both sides are a number and a constant; null where they are more.
const atMost = (left: Linear, right: Linear, gap: number, rule: string): Bound | null => {
  const { terms, constant } = combine(left, right, 1, -1)
  const [positive, negative] = [1, -1].map((sign) => [...terms].filter(([, n]) => n === sign))
  if (terms.size !== (positive?.length ?? 0) + (negative?.length ?? 0)) return null
  if ((positive?.length ?? 0) > 1 || (negative?.length ?? 0) > 1) return null
  return { to: positive?.[0]?.[0] ?? zero, from: negative?.[0]?.[0] ?? zero, most: -constant - gap, rule }
}

// The bounds that an expression states; null where it cannot be said in bounds.
const bounds = (expression: Expression.Expression, rule: string): ReadonlyArray<Bound> | null => {
  if (!("op" in expression)) return null
  const [left, right] = [linear(expression.left), linear(expression.right)]
  if (left === null || right === null) return null
  const pair: Partial<Record<Expression.Operator, ReadonlyArray<Bound | null>>> = {
    "<=": [atMost(left, right, 0, rule)],
    "<": [atMost(left, right, 1, rule)],
    ">=": [atMost(right, left, 0, rule)],
    ">": [atMost(right, left, 1, rule)],
    "=": [atMost(left, right, 0, rule), atMost(right, left, 0, rule)],
  }
  const found = pair[expression.op]
  return !found || found.includes(null) ? null : found.flatMap((bound) => bound ?? [])
}

// The opposite of an expression, as cases of which one holds; null for an equation's opposite and what has no bounds.
const opposite = (expression: Expression.Expression, rule: string): ReadonlyArray<ReadonlyArray<Bound>> | null => {
  if (!("op" in expression)) return null
  const turned: Partial<Record<Expression.Operator, ReadonlyArray<Expression.Operator>>> = {
    "<=": [">"],
    "<": [">="],
    ">=": ["<"],
    ">": ["<="],
    "=": ["<", ">"],
  }
  const cases = turned[expression.op]?.map((op) => bounds({ ...expression, op }, rule))
  return !cases || cases.includes(null) ? null : cases.flatMap((one) => (one === null ? [] : [one]))
}

// Counts are never below zero: 0 − x ≤ 0.
const counts = (all: ReadonlyArray<Bound>): ReadonlyArray<Bound> =>
  [...new Set(all.flatMap(({ from, to }) => [from, to]))]
    .filter((name) => name !== zero)
    .map((name) => ({ from: name, to: zero, most: 0, rule: "" }))

/** The rules on a cycle of bounds that no numbers satisfy, or null when some do (Bellman and Ford). */
const conflict = (stated: ReadonlyArray<Bound>): ReadonlyArray<string> | null => {
  const all = [...stated, ...counts(stated)]
  const distance = new Map<string, number>()
  const by = new Map<string, Bound>()
  const names = new Set(all.flatMap(({ from, to }) => [from, to]))
  let last: string | null = null
  for (let round = 0; round <= names.size; round++) {
    last = null
    for (const bound of all) {
      const far = (distance.get(bound.from) ?? 0) + bound.most
      if (far >= (distance.get(bound.to) ?? 0)) continue
      distance.set(bound.to, far)
      by.set(bound.to, bound)
      last = bound.to
    }
    if (last === null) return null
  }
  const rules = new Set<string>()
  const seen = new Set<string>()
  for (let at = last; at !== null && !seen.has(at);) {
    seen.add(at)
    const bound: Bound | undefined = by.get(at)
    if (bound?.rule) rules.add(bound.rule)
    at = bound?.from ?? null
  }
  return [...rules].sort()
}

const size = (expression: Expression.Expression): number =>
  "op" in expression ? 1 + size(expression.left) + size(expression.right) : 1

/**
 * What is odd about a set of rules. `limit` is how many operations one rule may have. Pointers are into the list.
 *
 * @example
 * lint([rule]) // []
 */
export const lint = (rules: ReadonlyArray<Rule.Rule>, limit = 200): ReadonlyArray<Issue.Issue> => {
  const found: Array<Issue.Issue> = []
  const always = rules.flatMap((rule) => (rule.when === undefined ? (bounds(rule.expression, rule.id) ?? []) : []))
  const clash = conflict(always)
  if (clash !== null) {
    const at = Math.max(
      0,
      rules.findIndex(({ id }) => clash.includes(id)),
    )
    found.push(Issue.make("rule-set.contradictory", { pointer: `/${at}` }, { rules: clash }))
  }
  for (const [i, rule] of rules.entries()) {
    const place = { pointer: `/${i}` }
    const operations = size(rule.expression) + (rule.when ? size(rule.when) : 0)
    if (operations > limit)
      found.push(Issue.make("rule-set.too-costly", place, { rule: rule.id, size: operations, limit }))
    // In a set that contradicts itself everything follows from everything.
    if (clash !== null) continue
    const others = always.filter((bound) => bound.rule !== rule.id)
    const when = rule.when === undefined ? [] : bounds(rule.when, rule.id)
    if (when === null) continue
    if (rule.when !== undefined && conflict([...others, ...when]) !== null) {
      found.push(Issue.make("rule-set.unreachable", place, { rule: rule.id }))
      continue
    }
    const cases = opposite(rule.expression, rule.id)
    const implied = cases !== null && cases.every((one) => conflict([...others, ...when, ...one]) !== null)
    if (implied) found.push(Issue.make("rule-set.redundant", place, { rule: rule.id }))
    const stated = bounds(rule.expression, rule.id)
    if (rule.when !== undefined && stated !== null && conflict([...others, ...when, ...stated]) !== null) {
      found.push(Issue.make("rule-set.contradictory", place, { rules: [rule.id] }))
    }
  }
  return found
}
