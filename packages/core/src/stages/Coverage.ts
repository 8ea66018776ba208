// How much of what was owed has arrived, and when. Always true: over disjoint units the counts add; a missing value never
// raises them; late ones arrived, and ones not due did not.
import * as Indicator from "../registers/Indicator.ts"
import * as Obligation from "../registers/Obligation.ts"
import * as OrgUnit from "../registers/OrgUnit.ts"
import * as Registers from "../registers/Registers.ts"
import * as Period from "../vocabulary/Period.ts"
import type * as PlainDate from "../vocabulary/PlainDate.ts"
import * as Value from "../vocabulary/Value.ts"
import * as Facts from "./Facts.ts"
import * as Ground from "./Ground.ts"

/** Counts of units and of cells (a unit's figure for one owed period). */
export interface Coverage {
  readonly unitsComplete: number
  readonly unitsPartial: number
  readonly unitsOwing: number
  readonly cellsArrived: number
  /** Of those that arrived: after the day. A figure is late by the last of the days of all that it answers. */
  readonly cellsLate: number
  /** Of those that did not arrive: not asked for yet on the day of looking; none where nobody says which day that is. */
  readonly cellsNotDue: number
  readonly cellsOwing: number
}

/** Nothing owed. */
export const empty: Coverage = {
  unitsComplete: 0,
  unitsPartial: 0,
  unitsOwing: 0,
  cellsArrived: 0,
  cellsLate: 0,
  cellsNotDue: 0,
  cellsOwing: 0,
}

/**
 * Counts over disjoint units together.
 *
 * @example
 * const ward = { ...empty, unitsComplete: 1, unitsOwing: 1, cellsArrived: 2, cellsLate: 1, cellsOwing: 2 }
 * combine(ward, ward) // { ...empty, unitsComplete: 2, unitsOwing: 2, cellsArrived: 4, cellsLate: 2, cellsOwing: 4 }
 */
export const combine = (a: Coverage, b: Coverage): Coverage => ({
  unitsComplete: a.unitsComplete + b.unitsComplete,
  unitsPartial: a.unitsPartial + b.unitsPartial,
  unitsOwing: a.unitsOwing + b.unitsOwing,
  cellsArrived: a.cellsArrived + b.cellsArrived,
  cellsLate: a.cellsLate + b.cellsLate,
  cellsNotDue: a.cellsNotDue + b.cellsNotDue,
  cellsOwing: a.cellsOwing + b.cellsOwing,
})

/**
 * Whether everything that was owed arrived; so it is where nothing is owed.
 *
 * @example
 * isComplete(empty) // true
 */
export const isComplete = (coverage: Coverage): boolean => coverage.cellsArrived === coverage.cellsOwing

/** A figure that was owed and is not there. */
export interface Absent {
  readonly subject: string
  readonly period: string
  readonly reason: Value.MissingReason
}

/** A figure that came after its day. */
export interface Late {
  readonly subject: string
  readonly period: string
  readonly received: PlainDate.PlainDate
  readonly due: PlainDate.PlainDate
}

/** What is asked about: a series of a subject and all below it, in a period. */
export interface Question extends Ground.Scope {
  readonly series: Indicator.Series
}

interface Cell {
  readonly unit: OrgUnit.OrgUnit
  readonly period: Period.Period
  readonly due: PlainDate.PlainDate | null
  readonly absent: Value.MissingReason | null
  readonly early: boolean
  readonly late: Late | null
}

/**
 * Counts for a series of a subject and all below it.
 *
 * @example
 * of(registers, facts, question) // { unitsComplete: 1, unitsPartial: 0, unitsOwing: 4, cellsArrived: 1, cellsLate: 0, cellsNotDue: 0, cellsOwing: 4 }
 */
export const of = (registers: Registers.Registers, facts: Facts.Facts, question: Question): Coverage =>
  [...byUnit(registers, facts, question).values()].map(ofUnit).reduce(combine, empty)

/**
 * Counts for several series at once: a unit is complete when all that it owes of them arrived.
 *
 * @example
 * together(registers, facts, [question, { ...question, series: { indicator: "meeting.turns" } }]).cellsOwing // 8
 */
export const together = (
  registers: Registers.Registers,
  facts: Facts.Facts,
  questions: ReadonlyArray<Question>,
): Coverage => {
  const cells = new Map<OrgUnit.OrgUnit, ReadonlyArray<Cell>>()
  for (const question of questions) {
    for (const [unit, own] of byUnit(registers, facts, question)) cells.set(unit, [...(cells.get(unit) ?? []), ...own])
  }
  return [...cells.values()].map(ofUnit).reduce(combine, empty)
}

/**
 * Counts for one series, unit kind by unit kind (8/8 wards, 4/4 agencies), in the register's order.
 *
 * @example
 * byKind(registers, facts, question).get("ward")?.unitsOwing // 3
 */
export const byKind = (
  registers: Registers.Registers,
  facts: Facts.Facts,
  question: Question,
): ReadonlyMap<string, Coverage> => {
  const kinds = new Map<string, Coverage>()
  for (const [unit, cells] of byUnit(registers, facts, question)) {
    kinds.set(unit.kind, combine(kinds.get(unit.kind) ?? empty, ofUnit(cells)))
  }
  return kinds
}

/**
 * What was owed and is not there, unit by unit.
 *
 * @example
 * missing(registers, facts, question)[0] // { subject: "binh-ward-2000", period: "2022-H1@civil", reason: "not-sent" }
 */
export const missing = (
  registers: Registers.Registers,
  facts: Facts.Facts,
  question: Question,
): ReadonlyArray<Absent> =>
  [...byUnit(registers, facts, question).values()].flat().flatMap(({ unit, period, absent, early }) => {
    if (absent === null) return []
    const reason = early && absent === "not-sent" ? "not-due" : absent
    return [{ subject: unit.id, period: Period.toId(period), reason }]
  })

/**
 * What came after its day, unit by unit.
 *
 * @example
 * late(registers, facts, question) // []
 */
export const late = (registers: Registers.Registers, facts: Facts.Facts, question: Question): ReadonlyArray<Late> =>
  [...byUnit(registers, facts, question).values()].flat().flatMap((cell) => cell.late ?? [])

const ofUnit = (cells: ReadonlyArray<Cell>): Coverage => {
  const arrived = cells.filter(({ absent }) => absent === null).length
  return {
    unitsComplete: arrived === cells.length ? 1 : 0,
    unitsPartial: arrived > 0 && arrived < cells.length ? 1 : 0,
    unitsOwing: 1,
    cellsArrived: arrived,
    cellsLate: cells.filter((cell) => cell.late !== null).length,
    cellsNotDue: cells.filter(({ early }) => early).length,
    cellsOwing: cells.length,
  }
}

const byUnit = (
  registers: Registers.Registers,
  facts: Facts.Facts,
  question: Question,
): ReadonlyMap<OrgUnit.OrgUnit, ReadonlyArray<Cell>> => {
  const { series, asOf } = question
  const { units, indicators } = Registers.index(registers)
  const indicator = indicators.get(series.indicator)
  const period = indicator ? Registers.periodOf(registers, indicator, question.period) : null
  if (!indicator || period === null) return new Map()
  const scope = { ...question, period }
  const ground = Ground.of(registers, scope)
  const day = Period.referenceDate(period)
  const deduced = Indicator.folding(indicator).time === "sum"
  const found = new Map<OrgUnit.OrgUnit, ReadonlyArray<Cell>>()
  for (const id of ground.units) {
    const unit = units.get(id)
    // Who came or went by a succession owes the parts whose end it saw; anybody else all of the period, or nothing.
    const relay = Ground.changesWithin(registers, id, period)
    if (!unit || (!relay && !OrgUnit.exists(unit, day))) continue
    const owed = new Map<string, Obligation.Owed>()
    for (const obligation of registers.catalogue.obligations) {
      if (obligation.scope !== "own" || !obligation.indicators.includes(series.indicator)) continue
      for (const part of Registers.owed(registers, obligation, indicator, question.period)) {
        const end = Period.referenceDate(part.period)
        if (!Registers.binds(registers, obligation, unit, relay ? end : day)) continue
        if (relay && !OrgUnit.exists(unit, end)) continue
        if (!ground.unmoved && !Ground.place(registers, scope, id, part.period).whole) continue
        Obligation.note(owed, part)
      }
    }
    if (owed.size === 0) continue
    const stated = state(facts, id, series, period, deduced) === null
    found.set(
      unit,
      [...owed.values()].map((one) => {
        const absent = stated ? null : state(facts, id, series, one.period, deduced)
        const told = stated ? period : one.period
        return {
          unit,
          ...one,
          absent,
          early: absent !== null && Obligation.isEarly(one, asOf),
          late: absent === null ? lateness(registers, facts, unit, indicator, told, one) : null,
        }
      }),
    )
  }
  return found
}

// When the figure for `told`, which answers for what is owed, came after its day. What two cumulative figures leave came
// with the later of them.
const lateness = (
  registers: Registers.Registers,
  facts: Facts.Facts,
  unit: OrgUnit.OrgUnit,
  indicator: Indicator.Indicator,
  told: Period.Period,
  owed: Obligation.Owed,
): Late | null => {
  const series = { indicator: indicator.id }
  const fact = Facts.get(facts, unit.id, series, told, "own") ?? Facts.around(facts, unit.id, series, told)?.[0]
  const received = fact?.source.received
  if (!fact || received === undefined) return null
  const day = Period.referenceDate(fact.period)
  const bound = registers.catalogue.obligations.filter((one) => Registers.binds(registers, one, unit, day))
  // Five months are no period of which anybody owes a report: it is their last month's.
  const due = fact.period.kind === "span" ? owed.due : Registers.lastDay(registers, bound, indicator, fact.period)
  if (due === null || received <= due) return null
  return { subject: unit.id, period: Period.toId(owed.period), received, due }
}

// Null when the figure is there, sent or what two cumulative ones leave. A part of an indicator is there when its total
// is, and the total was broken down or is zero: no more is needed to know it.
const state = (
  facts: Facts.Facts,
  unit: string,
  series: Indicator.Series,
  period: Period.Period,
  deduced: boolean,
): Value.MissingReason | null => {
  const total = Facts.get(facts, unit, { indicator: series.indicator }, period, "own")
  if (!total) {
    const around = deduced ? Facts.around(facts, unit, { indicator: series.indicator }, period) : null
    if (!around) return "not-sent"
    const known = around.every((fact) => state(facts, unit, series, fact.period, false) === null)
    return known ? null : "not-collected"
  }
  if (total.value.kind === "missing") return total.value.reason
  if (series.dimension === undefined || total.value.kind !== "quantity" || total.value.n === 0) return null
  return Facts.isCut(facts, unit, series.indicator, series.dimension, period) ? null : "not-collected"
}
