// How much of what was owed has arrived. Always true: over disjoint units the counts add; a missing value never raises
// them.
import type * as Indicator from "../registers/Indicator.ts"
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
  readonly cellsOwing: number
}

/** Nothing owed. */
export const empty: Coverage = { unitsComplete: 0, unitsPartial: 0, unitsOwing: 0, cellsArrived: 0, cellsOwing: 0 }

/**
 * Counts over disjoint units together.
 *
 * @example
 * const ward = { unitsComplete: 1, unitsPartial: 0, unitsOwing: 1, cellsArrived: 2, cellsOwing: 2 }
 * combine(ward, ward) // { unitsComplete: 2, unitsPartial: 0, unitsOwing: 2, cellsArrived: 4, cellsOwing: 4 }
 */
export const combine = (a: Coverage, b: Coverage): Coverage => ({
  unitsComplete: a.unitsComplete + b.unitsComplete,
  unitsPartial: a.unitsPartial + b.unitsPartial,
  unitsOwing: a.unitsOwing + b.unitsOwing,
  cellsArrived: a.cellsArrived + b.cellsArrived,
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

/** What is asked about: a series of a subject and all below it, in a period. */
export interface Question extends Ground.Scope {
  readonly series: Indicator.Series
}

interface Cell {
  readonly unit: OrgUnit.OrgUnit
  readonly period: Period.Period
  readonly due: PlainDate.PlainDate | null
  readonly absent: Value.MissingReason | null
}

/**
 * Counts for a series of a subject and all below it.
 *
 * @example
 * of(registers, facts, question) // { unitsComplete: 1, unitsPartial: 0, unitsOwing: 4, cellsArrived: 1, cellsOwing: 4 }
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
  asOf?: PlainDate.PlainDate,
): ReadonlyArray<Absent> =>
  [...byUnit(registers, facts, question).values()].flat().flatMap(({ unit, period, due, absent }) => {
    if (absent === null) return []
    const early = absent === "not-sent" && asOf !== undefined && due !== null && asOf <= due
    return [{ subject: unit.id, period: Period.toId(period), reason: early ? "not-due" : absent }]
  })

const ofUnit = (cells: ReadonlyArray<Cell>): Coverage => {
  const arrived = cells.filter(({ absent }) => absent === null).length
  return {
    unitsComplete: arrived === cells.length ? 1 : 0,
    unitsPartial: arrived > 0 && arrived < cells.length ? 1 : 0,
    unitsOwing: 1,
    cellsArrived: arrived,
    cellsOwing: cells.length,
  }
}

const byUnit = (
  registers: Registers.Registers,
  facts: Facts.Facts,
  question: Question,
): ReadonlyMap<OrgUnit.OrgUnit, ReadonlyArray<Cell>> => {
  const { series, period } = question
  const { units } = Registers.index(registers)
  const ground = Ground.of(registers, question)
  const day = Period.referenceDate(period)
  const found = new Map<OrgUnit.OrgUnit, ReadonlyArray<Cell>>()
  for (const id of ground.units) {
    const unit = units.get(id)
    // Who came or went by a succession owes the parts whose end it saw; anybody else all of the period, or nothing.
    const relay = Ground.changesWithin(registers, id, period)
    if (!unit || (!relay && !OrgUnit.exists(unit, day))) continue
    const owed = new Map<string, Pick<Cell, "period" | "due">>()
    for (const obligation of registers.catalogue.obligations) {
      if (obligation.scope !== "own" || !obligation.indicators.includes(series.indicator)) continue
      for (const part of Obligation.owedPeriods(obligation, period)) {
        const end = Period.referenceDate(part)
        if (!Registers.binds(registers, obligation, unit, relay ? end : day)) continue
        if (relay && !OrgUnit.exists(unit, end)) continue
        if (!ground.unmoved && !Ground.place(registers, question, id, part).whole) continue
        owed.set(Period.toId(part), { period: part, due: Obligation.dueOn(obligation, part) })
      }
    }
    if (owed.size === 0) continue
    const stated = state(facts, id, series, period) === null
    found.set(
      unit,
      [...owed.values()].map((one) => ({
        unit,
        ...one,
        absent: stated ? null : state(facts, id, series, one.period),
      })),
    )
  }
  return found
}

// Null when the figure is there. A part of an indicator is there when its total is, and the total was broken down or is
// zero: no more is needed to know it.
const state = (
  facts: Facts.Facts,
  unit: string,
  series: Indicator.Series,
  period: Period.Period,
): Value.MissingReason | null => {
  const total = Facts.get(facts, unit, { indicator: series.indicator }, period, "own")
  if (!total) return "not-sent"
  if (total.value.kind === "missing") return total.value.reason
  if (series.dimension === undefined || total.value.kind !== "quantity" || total.value.n === 0) return null
  return Facts.isCut(facts, unit, series.indicator, series.dimension, period) ? null : "not-collected"
}
