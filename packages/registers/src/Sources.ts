// What was read before an indicator was put into the catalogue.

/** Figures of one sort. `reports`: how many of the reports read carry it. `why`: the reason when it has no indicator. */
export interface Family {
  readonly name: string
  readonly reports: number
  readonly figures: number
  readonly indicators: ReadonlyArray<string>
  readonly why?: { readonly vi: string; readonly en: string }
}

/** A published page that carries figures of these indicators. */
export interface Page {
  readonly name: string
  readonly url: string
  readonly indicators: ReadonlyArray<string>
}

/** `read` is the day of reading; `reports` the number of published reports and articles, of 2011 to 2025. */
export interface Sources {
  readonly read: string
  readonly reports: number
  readonly families: ReadonlyArray<Family>
  readonly pages: ReadonlyArray<Page>
}
