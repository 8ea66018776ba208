// The standard catalogue as data: what dân vận reports count, by what published reports carry. Whoever needs another one
// extends it by a file of its own, or brings a whole one.
import type { Catalogue, Registers } from "@danvan/core"
import catalogue from "../data/danvan-standard.json" with { type: "json" }
import dated from "../data/dated-facts.json" with { type: "json" }
import read from "../data/sources.json" with { type: "json" }
import wards from "../data/tay-ho.json" with { type: "json" }
import type { DatedFacts } from "./DatedFacts.ts"
import type { Sources } from "./Sources.ts"
import type { Indicators } from "./standard/Indicators.ts"

export type { DatedFact, DatedFacts } from "./DatedFacts.ts"
export type { Family, Page, Sources } from "./Sources.ts"
export type { Indicators } from "./standard/Indicators.ts"

/** The standard catalogue, `danvan-standard`. The same data are the file `@danvan/registers/danvan-standard.json`. */
export const standard: Catalogue.Catalogue = catalogue as unknown as Catalogue.Catalogue

/** Its indicators by id. The compiler knows the kind and the measure of each, so that it forbids totals that mean nothing. */
export const indicators: Indicators = Object.fromEntries(
  standard.indicators.map((indicator) => [indicator.id, indicator]),
) as unknown as Indicators

/** Where the indicators come from: families of figures by how many published reports carry them, and single pages. */
export const sources: Sources = read

/** What changed when: laws, forms and organisations from 2007 to 2026, each with its source and how sure it is. */
export const datedFacts: DatedFacts = dated as DatedFacts

/**
 * The district of Tây Hồ with its eight wards, and what became of them on 1 July 2025, as far as public pages tell: units,
 * edges and successions, each with its source. The territory is not closed: parts of neighbouring wards are not in it.
 */
export const tayHo: Registers.Organisations = wards as unknown as Registers.Organisations
