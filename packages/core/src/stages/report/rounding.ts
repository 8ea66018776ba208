// Numbers of a table told in thousands, millions or billions, as the outline says. Always true: under the policy of largest
// remainders the printed parts come to the printed total wherever the exact ones do; no part is off by a unit or more; the
// exact number stays the figure's value. A table says its policy once, below it.
import type { Inline, Inlines } from "@danvan/document"
import * as Indicator from "../../registers/Indicator.ts"
import * as Registers from "../../registers/Registers.ts"
import * as Quantity from "../../vocabulary/Quantity.ts"
import * as Value from "../../vocabulary/Value.ts"
import { vi } from "../../wording/vi.ts"
import * as ValueText from "../../wording/ValueText.ts"
import type * as Aggregate from "../Aggregate.ts"
import { indicatorLabel, indicatorOf, measureLabel, type Place, printed } from "./cells.ts"
import * as Writing from "./Writing.ts"

const { words } = Writing

/** What a table adds up: parts, and what they come to. */
export interface Sum {
  readonly total: Aggregate.Cell | undefined
  readonly parts: ReadonlyArray<Aggregate.Cell>
}

/** How a table tells its numbers, what it counts them in, and what it says about that. */
export interface Telling {
  readonly print: (it: Aggregate.Cell, filter: "bare" | "detail") => Inlines
  readonly measure: (indicator: string) => Inline
  readonly notes: ReadonlyArray<Inlines>
}

const powers = { thousand: 3, million: 6, billion: 9 } as const

/** The telling of a table; `table` is its id, for the same number may be told otherwise in another. */
export const telling = (writing: Writing.Writing, place: Place, table: string, sums: ReadonlyArray<Sum>): Telling => {
  const { rounding } = place
  const measure = rounding && Registers.index(writing.registers).measures.get(rounding.measure)
  if (!rounding || !measure) {
    return {
      print: (it, filter) => printed(writing, it, filter),
      measure: (indicator) => measureLabel(writing, indicator),
      notes: [],
    }
  }
  const { decimals = 0 } = rounding
  const unit = 10 ** (powers[rounding.in] + measure.decimals - decimals)
  const counted = vi.scaled(rounding.in, measure.vi)
  const concerns = (indicator: string): boolean => indicatorOf(writing, indicator)?.measure === rounding.measure
  const numberOf = (it: Aggregate.Cell | undefined): number | null =>
    it?.value.kind === "quantity" && concerns(it.indicator) ? it.value.n : null
  const units = new Map<string, number>()
  const loose: Array<Aggregate.Cell> = []
  for (const { total, parts } of sums) {
    const whole = numberOf(total)
    if (total && whole !== null) units.set(keyOf(total), Quantity.inUnits(whole, unit))
    const numbers = parts.flatMap((it) => {
      const n = numberOf(it)
      return n === null ? [] : [[it, n] as const]
    })
    const exact = numbers.map(([, n]) => n)
    const adds = whole !== null && exact.reduce((sum, n) => sum + n, 0) === whole
    const shared = rounding.parts === "largest-remainder" && adds ? Quantity.partsInUnits(exact, unit) : null
    for (const [i, [it, n]] of numbers.entries()) units.set(keyOf(it), shared?.[i] ?? Quantity.inUnits(n, unit))
    if (rounding.parts === "largest-remainder" && total && !adds && exact.length > 0) loose.push(total)
  }
  const tell = (it: Aggregate.Cell): Inline | null => {
    const n = units.get(keyOf(it))
    if (n === undefined || it.value.kind !== "quantity") return null
    const text = ValueText.bare(Value.quantity(n, it.value.qualifier), { ...measure, decimals }, "vi")
    return Writing.rounded(writing, it, text, table, counted)
  }
  const said = (statement: string): Inlines => [words(statement)]
  return {
    print: (it, filter) => {
      const inline = tell(it)
      return inline === null ? printed(writing, it, filter) : [inline]
    },
    measure: (indicator) =>
      concerns(indicator) ? Writing.label(counted, rounding.measure) : measureLabel(writing, indicator),
    notes:
      units.size === 0
        ? []
        : [
            said(vi.rounded[rounding.parts](counted)),
            ...(loose.length === 0
              ? []
              : [
                  [
                    ...Writing.joined(
                      loose.map((it) => indicatorLabel(writing, it)),
                      "; ",
                    ),
                    words(`: ${vi.loose}`),
                  ],
                ]),
          ],
  }
}

const keyOf = (it: Aggregate.Cell): string => `${Indicator.seriesId(it)}@${it.subject}`

/** A total with its parts along each dimension, of cells that stand in one list. */
export const sumsOf = (cells: ReadonlyArray<Aggregate.Cell>): ReadonlyArray<Sum> => {
  const totals = cells.filter(({ dimension }) => dimension === undefined)
  const cut = new Map<string, Array<Aggregate.Cell>>()
  for (const it of cells) {
    if (it.dimension === undefined) continue
    const key = `${it.indicator}[${it.dimension}]`
    cut.set(key, [...(cut.get(key) ?? []), it])
  }
  return [
    ...totals.map((total) => ({ total, parts: [] })),
    ...[...cut.values()].map((parts) => ({
      total: totals.find(({ indicator }) => indicator === parts[0]?.indicator),
      parts,
    })),
  ]
}
