// What changed when in the world that reports are about: laws, rules, forms, organisations. Each with where it was read and how
// surely, so that nobody takes a day for certain that is not.

/** One change. `date` is the day on which it took effect; `until` the last day, where it is known to have ended. */
export interface DatedFact {
  readonly id: string
  readonly date: string
  readonly until?: string
  readonly kind: "law" | "rule" | "form" | "organisation"
  readonly what: { readonly vi: string; readonly en: string }
  readonly document?: string
  readonly source: string
  readonly url?: string
  readonly certainty: "stated" | "high" | "medium" | "low"
}

/** The changes in the order of their days. `read` is the day of reading. */
export interface DatedFacts {
  readonly read: string
  readonly facts: ReadonlyArray<DatedFact>
}
