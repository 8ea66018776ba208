// What a section or appendix of an outline is filled with, beside prose.
import type * as Outline from "../../registers/Outline.ts"
import type { Flow } from "./cells.ts"
import { eventBlocks, tasks } from "./entries.ts"
import { byUnit, chart, indicators } from "./indicators.ts"
import { coverage, sources } from "./sources.ts"
import type * as Writing from "./Writing.ts"

/** The table, list or chart of a part. `key` begins the ids; `only` limits indicators. */
export const ofPart = (
  writing: Writing.Writing,
  part: Exclude<Outline.Part, "narrative">,
  key: string,
  only: ReadonlyArray<string> | undefined,
): ReadonlyArray<Flow> => {
  switch (part) {
    case "tasks":
      return tasks(writing, key)
    case "events":
      return writing.report.events.flatMap((event, i) => eventBlocks(writing, event, `${key}-${i + 1}`))
    case "indicators":
      return [indicators(writing, key, only)]
    case "by-unit":
      return [byUnit(writing, key, only)]
    case "chart":
      return chart(writing, key, only)
    case "coverage":
      return [coverage(writing, key), ...sources(writing, key)]
  }
}
