// How many values become one. The indicator's kind decides, by one table: an ordered fold over time inside a unit, then
// a commutative monoid over units. Nothing an option could contradict.
import * as Reducer from "effect/Reducer"
import * as Result from "effect/Result"
import * as Quantity from "./Quantity.ts"
import * as Value from "./Value.ts"

/** What an indicator measures; closed. The aggregation follows from it. */
export const kinds = [
  "flow",
  "stock",
  "campaign",
  "share",
  "attainment",
  "rate",
  "grade",
  "flag",
  "distinct",
  "text",
] as const
/** One of `kinds`. */
export type Kind = (typeof kinds)[number]

/** `sum` adds parts that tile the period; `closing` takes the last part; `newest` the last that was reported. */
export type OverTime = "sum" | "closing" | "newest" | "refuse"

/** `sum` adds numbers, or both sides of a share; `frequency` counts answers; `refuse` gives no total. */
export type OverUnits = "sum" | "frequency" | "refuse"

/** What is done over time inside a unit, then over units. */
export interface Folding {
  readonly time: OverTime
  readonly units: OverUnits
}

/** The table. Percentages without a base, and persons who may be counted twice, have no total that means anything. */
export const table: Readonly<Record<Kind, Folding>> = {
  flow: { time: "sum", units: "sum" },
  stock: { time: "closing", units: "sum" },
  campaign: { time: "newest", units: "sum" },
  share: { time: "newest", units: "sum" },
  attainment: { time: "newest", units: "sum" },
  rate: { time: "refuse", units: "refuse" },
  grade: { time: "newest", units: "frequency" },
  flag: { time: "newest", units: "frequency" },
  distinct: { time: "refuse", units: "refuse" },
  text: { time: "refuse", units: "refuse" },
}

/**
 * Whether values of this kind can be brought together over units.
 *
 * @example
 * isAdditive("flow") // true
 * isAdditive("rate") // false
 */
export const isAdditive = (kind: Kind): boolean => table[kind].units !== "refuse"

/**
 * Whether a value of this kind may be cut by shares when a unit is: only counts of things. Both sides of a ratio cut
 * apart no longer belong together, and a grade, an answer or a percentage is nobody's in part.
 *
 * @example
 * isDivisible("flow") // true
 * isDivisible("share") // false
 */
export const isDivisible = (kind: Kind): boolean => kind === "flow" || kind === "stock" || kind === "campaign"

/** The middle of an aggregation: what partial results hold, so that they can be stored and merged. */
export interface State {
  readonly n: bigint
  readonly y: bigint
  readonly qualifier: Quantity.Qualifier
  readonly qualifierY: Quantity.Qualifier
  readonly counts: Readonly<Record<string, bigint>>
  readonly shape: "none" | "quantity" | "share" | "grade" | "flag"
  readonly inapplicable: Value.InapplicableReason | null
}

/** Nothing yet. */
export const empty: State = {
  n: 0n,
  y: 0n,
  qualifier: "exact",
  qualifierY: "exact",
  counts: {},
  shape: "none",
  inapplicable: null,
}

/**
 * One value as a state; missing values, rates and texts add nothing.
 *
 * @example
 * lift(Value.quantity(180, "about")).n // 180n
 * lift(Value.missing("lost")) // empty
 */
export const lift = (value: Value.Value): State => {
  switch (value.kind) {
    case "quantity":
      return { ...empty, shape: "quantity", n: BigInt(value.n), qualifier: value.qualifier }
    case "share":
      return {
        ...empty,
        shape: "share",
        n: BigInt(value.x.n),
        y: BigInt(value.y.n),
        qualifier: value.x.qualifier,
        qualifierY: value.y.qualifier,
      }
    case "grade":
      return { ...empty, shape: "grade", counts: addCounts(big(value.counts), {}) }
    case "flag":
      return { ...empty, shape: "flag", n: value.holds ? 1n : 0n, y: 1n }
    case "not-applicable":
      return { ...empty, inapplicable: value.reason }
    default:
      return empty
  }
}

const big = (counts: Readonly<Record<string, number>>): State["counts"] =>
  Object.fromEntries(Object.entries(counts).map(([grade, count]) => [grade, BigInt(count)]))

const addCounts = (a: State["counts"], b: State["counts"]): State["counts"] => {
  const grades = [...new Set([...Object.keys(a), ...Object.keys(b)])].sort()
  return Object.fromEntries(grades.map((grade) => [grade, (a[grade] ?? 0n) + (b[grade] ?? 0n)]))
}

const leastReason = (
  a: Value.InapplicableReason | null,
  b: Value.InapplicableReason | null,
): Value.InapplicableReason | null => {
  if (a === null || b === null) return a ?? b
  return Value.inapplicableReasons.indexOf(a) <= Value.inapplicableReasons.indexOf(b) ? a : b
}

/** States together: commutative and associative, with `empty` as its neutral element. Sums are exact (bigint). */
export const reducer: Reducer.Reducer<State> = Reducer.make<State>(
  (a, b) => ({
    n: a.n + b.n,
    y: a.y + b.y,
    qualifier: Quantity.join(a.qualifier, b.qualifier),
    qualifierY: Quantity.join(a.qualifierY, b.qualifierY),
    counts: addCounts(a.counts, b.counts),
    shape: a.shape === "none" ? b.shape : a.shape,
    inapplicable: leastReason(a.inapplicable, b.inapplicable),
  }),
  empty,
)

/**
 * The value of a state. Fails with the exact sum, as text, when it leaves the safe integers. A state to which nothing
 * was added is not applicable if some unit said so, else missing. Flags become "x of y said yes".
 *
 * @example
 * finish(lift({ kind: "flag", holds: true })) // succeeds with { kind: "share", x: Quantity.exact(1), y: Quantity.exact(1) }
 * finish({ ...lift(Value.quantity(0)), n: 2n ** 53n }) // fails with "9007199254740992"
 */
export const finish = (state: State): Result.Result<Value.Value, string> => {
  switch (state.shape) {
    case "none":
      return Result.succeed(
        state.inapplicable ? { kind: "not-applicable", reason: state.inapplicable } : Value.missing("not-sent"),
      )
    case "grade": {
      const counts = Object.entries(state.counts)
      const spilt = counts.find(([, count]) => !Quantity.isSafe(Number(count)))
      return spilt
        ? Result.fail(String(spilt[1]))
        : Result.succeed({
            kind: "grade",
            counts: Object.fromEntries(counts.map(([grade, count]) => [grade, Number(count)])),
          })
    }
    case "quantity": {
      const n = Number(state.n)
      return Quantity.isSafe(n) ? Result.succeed(Value.quantity(n, state.qualifier)) : Result.fail(String(state.n))
    }
    case "share":
    case "flag": {
      const [x, y] = [Number(state.n), Number(state.y)]
      if (!Quantity.isSafe(x)) return Result.fail(String(state.n))
      if (!Quantity.isSafe(y)) return Result.fail(String(state.y))
      return Result.succeed({
        kind: "share",
        x: { n: x, qualifier: state.qualifier },
        y: { n: y, qualifier: state.qualifierY },
      })
    }
  }
}

/**
 * Values of several units as one. Order and grouping do not matter. Fails with the exact sum, as text, when it leaves
 * the safe integers.
 *
 * @example
 * overUnits([Value.quantity(180, "about"), Value.quantity(20)]) // succeeds with Value.quantity(200, "about")
 */
export const overUnits = (values: ReadonlyArray<Value.Value>): Result.Result<Value.Value, string> =>
  finish(reducer.combineAll(values.map(lift)))
