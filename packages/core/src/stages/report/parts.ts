// What a section or appendix of an outline is filled with, beside prose.
import type * as Outline from "../../registers/Outline.ts"
import type { Flow } from "./cells.ts"
import { dialogues, eventBlocks, models, tasks } from "./entries.ts"
import { exceptions } from "./exceptions.ts"
import { eachUnit, figures, type Place } from "./figures.ts"
import { byUnit, chart, indicators } from "./indicators.ts"
import { coverage, sources } from "./sources.ts"
import type * as Writing from "./Writing.ts"

/** The tables, lists and charts of a part. The place's key begins the ids, its indicators limit what is shown. */
export const ofPart = (
  writing: Writing.Writing,
  part: Exclude<Outline.Part, "narrative">,
  place: Place,
): ReadonlyArray<Flow> => {
  const { key, indicators: only } = place
  switch (part) {
    case "tasks":
      return tasks(writing, key)
    case "events":
      return writing.report.events.flatMap((event, i) => eventBlocks(writing, event, `${key}-${i + 1}`))
    case "models":
      return models(writing, key)
    case "dialogues":
      return dialogues(writing, key)
    case "indicators":
      return [indicators(writing, key, only)]
    case "figures":
      return figures(writing, place)
    case "by-unit":
      return [byUnit(writing, key, only)]
    case "each-unit":
      return eachUnit(writing, place)
    case "chart":
      return chart(writing, key, only)
    case "coverage":
      return [coverage(writing, key), ...sources(writing, key)]
    case "exceptions":
      return exceptions(writing, key)
  }
}
