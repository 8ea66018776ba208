// The same report for every unit of a kind: one request, as each of them would have written it.
import { Hierarchy, OrgUnit, Period, Registers } from "@danvan/core"
import { Neutral } from "@danvan/findings"
import * as Result from "effect/Result"

/** A report to be made: what its files are called, whose it is, and the request. */
export interface One {
  readonly stem: string
  readonly name: string
  readonly request: unknown
}

interface Asked {
  readonly subject?: unknown
  readonly period?: unknown
  readonly issuer?: unknown
}

/**
 * The requests of all units of `kind` below the subject of a request, in the register's order. Issuer and place follow the
 * unit: it issues its own report where the subject would; else the body of the issuer's kind that speaks for the unit or
 * lies directly below it, or the issuer as it is. File names are the ids, made harmless, no two alike in any case of
 * letters.
 */
export const requests = (registers: Registers.Registers, request: unknown, kind: string): ReadonlyArray<One> => {
  const { subject, period: text, issuer } = (request ?? {}) as Asked
  const period = Period.fromText(typeof text === "string" ? text : "", registers.catalogue.calendar)
  if (Result.isFailure(period) || typeof subject !== "string") return []
  const day = Period.referenceDate(period.success)
  const { units } = Registers.index(registers)
  const { edges } = registers.organisations
  const issuerKind = typeof issuer === "string" ? units.get(issuer)?.kind : undefined
  const issuerOf = (id: string): unknown => {
    if (issuer === subject) return id
    const fit = registers.organisations.units.filter((unit) => unit.kind === issuerKind)
    const below = new Set(Hierarchy.children(edges, id, day))
    return (
      (fit.find((unit) => OrgUnit.reportsFor(unit, id, day)) ?? fit.find((unit) => below.has(unit.id)))?.id ?? issuer
    )
  }
  const taken = new Set<string>()
  const free = (id: string): string => {
    const own = Neutral.fileName(id)
    let stem = own
    for (let n = 2; taken.has(stem.toLowerCase()); n++) stem = `${own}-${n}`
    taken.add(stem.toLowerCase())
    return stem
  }
  return Hierarchy.subtree(edges, subject, day).flatMap((id) => {
    const unit = units.get(id)
    if (id === subject || unit?.kind !== kind) return []
    const place = OrgUnit.shortName(unit, day)
    const own = { ...(request as object), subject: id, issuer: issuerOf(id), place }
    return [{ stem: free(id), name: OrgUnit.name(unit, day), request: own }]
  })
}
