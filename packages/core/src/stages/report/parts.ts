// What a section or appendix of an outline is filled with.
import type * as Outline from "../../registers/Outline.ts"
import type { Flow, Place } from "./cells.ts"
import { dialogues, eventBlocks, models, tasks } from "./entries.ts"
import { exceptions } from "./exceptions.ts"
import { eachUnit, figures } from "./figures.ts"
import { byUnit, chart, indicators } from "./indicators.ts"
import * as prose from "./prose.ts"
import { coverage, sources } from "./sources.ts"
import type * as Writing from "./Writing.ts"

/** Everything that fills a place, part by part. Ids begin with its key, those of a further table or chart with its number. */
export const fill = (writing: Writing.Writing, place: Place): ReadonlyArray<Flow> => {
  let drawn = 0
  return place.parts.flatMap((part) => {
    if (part === "narrative") return prose.narrative(writing, place.key, "body")
    drawn++
    return ofPart(writing, part, drawn === 1 ? place : { ...place, key: `${place.key}-part-${drawn}` })
  })
}

// The tables, lists and charts of a part.
const ofPart = (
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
      return [indicators(writing, place)]
    case "figures":
      return figures(writing, place)
    case "by-unit":
      return byUnit(writing, place)
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
