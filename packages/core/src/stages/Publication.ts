// What of a report is printed, and how. Always true: what is not to be printed is not in what is given back, so that no
// writer can print it by mistake; facts and aggregates stay as they are.
import * as Schema from "effect/Schema"
import * as Indicator from "../registers/Indicator.ts"
import * as Registers from "../registers/Registers.ts"
import * as Expression from "../vocabulary/Expression.ts"
import * as Issue from "../vocabulary/Issue.ts"
import * as Value from "../vocabulary/Value.ts"
import * as Aggregate from "./Aggregate.ts"
import * as Protection from "./Protection.ts"

/**
 * As a request holds it. `coverage`: how a figure is printed of which less than so many in a hundred has arrived (`note`:
 * with what it rests on beside it; `bound`: “ít nhất …” where it is one, else not at all). `small`: counts of sensitive
 * indicators from 1 to below so many are protected; `indicators` are those that the catalogue calls sensitive where
 * absent.
 */
export const schema = Schema.Struct({
  coverage: Schema.optionalKey(
    Schema.Struct({
      below: Schema.Int.check(Schema.isBetween({ minimum: 1, maximum: 100 })),
      print: Schema.Literals(["note", "bound", "nothing"]),
    }),
  ),
  small: Schema.optionalKey(
    Schema.Struct({
      below: Schema.Int.check(Schema.isBetween({ minimum: 2, maximum: 1000 })),
      indicators: Schema.optionalKey(Schema.Array(Schema.String)),
    }),
  ),
})

/** What may be printed. */
export type Rule = typeof schema.Type

/**
 * How a figure is printed that is not printed as it is. `note` and `bound`: it is there, and what it rests on with it ·
 * `withheld`: too little of it has arrived · `protected`: it is small and sensitive, or would give away one that is.
 */
export type Treatment = "note" | "bound" | "withheld" | "protected"

/** A subject with the units below it, as it may be printed; `treatments` are by `keyOf`. */
export interface Published {
  readonly aggregate: Aggregate.Aggregate
  readonly units: ReadonlyArray<Aggregate.Aggregate>
  readonly treatments: Readonly<Record<string, Treatment>>
  readonly issues: ReadonlyArray<Issue.Issue>
}

/**
 * What a treatment is found by.
 *
 * @example
 * keyOf(cell) // "meeting.events@mai-district-2000"
 */
export const keyOf = (cell: Indicator.Series & { readonly subject: string }): string =>
  `${Indicator.seriesId(cell)}@${cell.subject}`

/**
 * Whether the small numbers of an indicator are protected.
 *
 * @example
 * isSensitive({ small: { below: 5, indicators: ["petitions"] } }, { ...indicator, id: "petitions" }) // true
 * isSensitive({ small: { below: 5 } }, indicator) // false
 */
export const isSensitive = (
  { small }: Rule,
  { id, sensitive }: Pick<Indicator.Indicator, "id" | "sensitive">,
): boolean =>
  small !== undefined && (small.indicators === undefined ? sensitive === true : small.indicators.includes(id))

/**
 * A subject and the units below it as the rule lets them be printed. A warning says where a hidden number follows from a
 * rule of the catalogue and from others that are printed.
 *
 * @example
 * apply(registers, {}, aggregate, []).treatments // {}
 * apply(registers, { small: { below: 9, indicators: ["model.registered"] } }, aggregate, []).treatments["model.registered@mai-district-2000"] // "protected"
 */
export const apply = (
  registers: Registers.Registers,
  rule: Rule,
  aggregate: Aggregate.Aggregate,
  units: ReadonlyArray<Aggregate.Aggregate>,
): Published => {
  const all = [aggregate, ...units]
  const hidden = protectedKeys(registers, rule, aggregate, units)
  const treatments: Record<string, Treatment> = {}
  const treated = (whole: Aggregate.Cell): Aggregate.Cell => {
    const cell = withoutRest(registers, rule, whole, hidden)
    const treatment = hidden.has(keyOf(cell)) ? "protected" : byCoverage(rule, cell)
    if (treatment === null) return cell
    treatments[keyOf(cell)] = treatment
    return treatment === "note" || treatment === "bound" ? cell : emptied(cell)
  }
  const [first = aggregate, ...rest] = all.map((one) => ({ ...one, cells: one.cells.map(treated) }))
  return { aggregate: first, units: rest, treatments, issues: followed(registers, hidden, all) }
}

// Nothing that was said beside it stays either.
const emptied = (cell: Aggregate.Cell): Aggregate.Cell => ({
  ...cell,
  value: Value.missing("withheld"),
  claims: null,
  whole: null,
})

// What could not be divided between units is a number like any other.
const withoutRest = (
  registers: Registers.Registers,
  rule: Rule,
  cell: Aggregate.Cell,
  hidden: ReadonlySet<string>,
): Aggregate.Cell => {
  const indicator = Registers.index(registers).indicators.get(cell.indicator)
  if (!rule.small || !indicator || cell.remainder.length === 0 || !isSensitive(rule, indicator)) return cell
  const { below } = rule.small
  const isHidden = hidden.has(keyOf(cell))
  return {
    ...cell,
    remainder: cell.remainder.map((rest) =>
      isHidden || isRisky(rest.value, below) ? { ...rest, value: Value.missing("withheld") } : rest,
    ),
  }
}

const byCoverage = ({ coverage: rule }: Rule, { value, how, coverage }: Aggregate.Cell): Treatment | null => {
  if (!rule || value.kind === "missing" || value.kind === "not-applicable") return null
  if (coverage.cellsArrived * 100 >= coverage.cellsOwing * rule.below) return null
  if (rule.print === "note") return "note"
  // Counts only grow when the others report. A share may go either way; “khoảng” is no bound to begin with.
  const grows = value.kind === "quantity" && (value.qualifier === "exact" || value.qualifier === "over")
  return rule.print === "bound" && grows && how === "units-sum" ? "bound" : "withheld"
}

const isSmall = (n: number, below: number): boolean => n > 0 && n < below

// Of a share three groups are counted: all, those who did, and those who did not.
const isRisky = (value: Value.Value, below: number): boolean => {
  if (value.kind === "quantity") return isSmall(value.n, below)
  return value.kind === "share" && [value.x.n, value.y.n, value.y.n - value.x.n].some((n) => isSmall(n, below))
}

const protectedKeys = (
  registers: Registers.Registers,
  rule: Rule,
  aggregate: Aggregate.Aggregate,
  units: ReadonlyArray<Aggregate.Aggregate>,
): ReadonlySet<string> => {
  const { small } = rule
  if (!small) return new Set()
  const { indicators } = Registers.index(registers)
  const sensitive = (cell: Aggregate.Cell): boolean => {
    const indicator = indicators.get(cell.indicator)
    return indicator !== undefined && isSensitive(rule, indicator)
  }
  const cells = [aggregate, ...units].flatMap((one) => one.cells.filter(sensitive))
  const risky = cells.filter(({ value }) => isRisky(value, small.below)).map(keyOf)
  // Indicator by indicator: no sum of the tables holds two of them.
  const ids = [...new Set(cells.map(({ indicator }) => indicator))]
  return new Set(
    ids.flatMap((id) => {
      const group = cells.filter(({ indicator }) => indicator === id)
      const keys = new Set(group.map(keyOf))
      return [
        ...Protection.hide(
          sumsOf(registers, aggregate.subject, group),
          risky.filter((key) => keys.has(key)),
        ),
      ]
    }),
  )
}

// Every sum that a reader of the tables knows: the parts of an indicator where they are exhaustive, and its units.
const sumsOf = (
  registers: Registers.Registers,
  subject: string,
  cells: ReadonlyArray<Aggregate.Cell>,
): ReadonlyArray<Protection.Sum> => {
  const { indicators } = Registers.index(registers)
  const sums: Array<Protection.Sum> = []
  const add = (total: Aggregate.Cell, parts: ReadonlyArray<Aggregate.Cell>): void => {
    const entries = parts.flatMap(entryOf)
    for (const sum of entryOf(total)) if (entries.length > 0) sums.push({ total: sum, parts: entries })
  }
  for (const total of cells.filter(({ dimension }) => dimension === undefined)) {
    for (const { dimension, exhaustive } of indicators.get(total.indicator)?.breakdowns ?? []) {
      if (!exhaustive) continue
      add(
        total,
        cells.filter((cell) => cell.subject === total.subject && cell.dimension === dimension),
      )
    }
  }
  for (const total of cells.filter((cell) => cell.subject === subject)) {
    const id = Indicator.seriesId(total)
    add(
      total,
      cells.filter((cell) => cell.subject !== subject && Indicator.seriesId(cell) === id),
    )
  }
  return sums
}

const entryOf = (cell: Aggregate.Cell): ReadonlyArray<Protection.Entry> => {
  const side = Value.side(cell.value)
  return side === null ? [] : [{ key: keyOf(cell), n: side.n }]
}

// An equality of the catalogue lets a hidden number be computed where all others in it are printed.
const followed = (
  registers: Registers.Registers,
  hidden: ReadonlySet<string>,
  all: ReadonlyArray<Aggregate.Aggregate>,
): ReadonlyArray<Issue.Issue> => {
  if (hidden.size === 0) return []
  return registers.catalogue.rules.flatMap((rule) => {
    const { expression } = rule
    if (!("op" in expression) || expression.op !== "=") return []
    const references = Expression.references(expression)
    if (references.some(({ at, over }) => at !== undefined || over !== undefined)) return []
    return all.flatMap(({ subject, cells }) => {
      const used = cells.filter((cell) =>
        references.some(({ ref, member }) => Indicator.seriesId(cell) === seriesOf(ref, member)),
      )
      const secret = used.filter((cell) => hidden.has(keyOf(cell)))
      const [only] = secret
      if (!only || secret.length > 1) return []
      const place = { pointer: "/publish/small", subject, indicator: only.indicator }
      return [Issue.make("report.protected-derivable", place, { rule: rule.id, indicator: only.indicator })]
    })
  })
}

const seriesOf = (ref: string, member: string | undefined): string => (member === undefined ? ref : `${ref}[${member}]`)
