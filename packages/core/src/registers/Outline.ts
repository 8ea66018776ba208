// The plan of a report as data: sections in their order, what each is filled with, and the appendices. A section that
// gets no content is left out and the numbers close up.
import { districtHalfYear } from "./standard/district-half-year.ts"

/** What a section or appendix is filled with. `narrative` takes the request's prose of the section's own key. */
export type Part = "narrative" | "tasks" | "events" | "indicators" | "by-unit" | "chart" | "coverage"

/** A section; its title is bound prose (`{period|next}`). */
export interface Section {
  readonly key: string
  readonly title: string
  readonly parts: ReadonlyArray<Part>
  readonly sections?: ReadonlyArray<Section>
}

/** An appendix. `indicators` limits tables and charts to these, in this order; absent means all. */
export interface Appendix {
  readonly key: string
  readonly title: ReadonlyArray<string>
  readonly part: Exclude<Part, "narrative">
  readonly indicators?: ReadonlyArray<string>
  readonly orientation: "portrait" | "landscape"
}

/** A plan. `subject` is the report's title line by line; `opening` and `closing` are keys of narratives. */
export interface Outline {
  readonly id: string
  readonly subject: ReadonlyArray<string>
  readonly opening: string
  readonly sections: ReadonlyArray<Section>
  readonly closing: string
  readonly appendices: ReadonlyArray<Appendix>
}

/** The plans that ship. */
export const standard: ReadonlyArray<Outline> = [districtHalfYear]
