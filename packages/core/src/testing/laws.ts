// Laws that anybody can run: on the shipped kinds, or on values of an office's own. Each is a named property.
import * as Result from "effect/Result"
import * as fc from "fast-check"
import * as Aggregator from "../vocabulary/Aggregator.ts"
import type * as Value from "../vocabulary/Value.ts"

/** A law: its name, and the property that must hold. */
export interface Law {
  readonly name: string
  readonly property: fc.IProperty<unknown>
}

const same = (a: Result.Result<Value.Value, string>, b: Result.Result<Value.Value, string>): boolean =>
  JSON.stringify(a) === JSON.stringify(b)

const shape = (state: Aggregator.State): string =>
  JSON.stringify(state, (_, v: unknown) => (typeof v === "bigint" ? String(v) : v))

/**
 * The laws of bringing values together over units: order and grouping do not matter, nothing added changes nothing, and
 * a value alone stays itself.
 *
 * @example
 * for (const { name, property } of aggregation(arbitrary.value("flow"))) it(name, () => fc.assert(property))
 */
export const aggregation = (value: fc.Arbitrary<Value.Value>): ReadonlyArray<Law> => {
  const { combine, initialValue } = Aggregator.reducer
  const state = value.map(Aggregator.lift)
  return [
    {
      name: "any order of units gives the same",
      property: fc.property(
        fc.array(value).chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
        ([all, shuffled]) => same(Aggregator.overUnits(all), Aggregator.overUnits(shuffled)),
      ),
    },
    {
      name: "any grouping of units gives the same",
      property: fc.property(
        state,
        state,
        state,
        (a, b, c) => shape(combine(combine(a, b), c)) === shape(combine(a, combine(b, c))),
      ),
    },
    {
      name: "nothing added changes nothing",
      property: fc.property(
        state,
        (a) => shape(combine(a, initialValue)) === shape(a) && shape(combine(initialValue, a)) === shape(a),
      ),
    },
    {
      name: "a missing value changes nothing",
      property: fc.property(fc.array(value), (all) =>
        same(Aggregator.overUnits(all), Aggregator.overUnits([...all, { kind: "missing", reason: "not-sent" }])),
      ),
    },
  ]
}
