// The lists of this example as registers, and what is found in those that are wrong.
import { readFile } from "node:fs/promises"
import { UnitTable } from "@danvan/core"
import { formats } from "@danvan/findings"
import { readUnits, type UnitList } from "@danvan/intake"
import * as Result from "effect/Result"

const here = new URL("./", import.meta.url)

/** Lists read together, by the names of their files in this folder; with what `columns.json` adds, or without. */
export const read = async (files: ReadonlyArray<string>, hasColumns = true): Promise<UnitList.UnitList> => {
  const json: unknown = JSON.parse(await readFile(new URL("columns.json", here), "utf8"))
  const columns = hasColumns ? Result.getOrThrow(UnitTable.make(json)) : UnitTable.usual
  const all = files.map(async (name) => ({ name, bytes: new Uint8Array(await readFile(new URL(name, here))) }))
  return readUnits(await Promise.all(all), { columns })
}

/** What was found, in words. */
export const words = ({ files, issues }: UnitList.UnitList, lang: "vi" | "en"): string =>
  [...formats.text({ files, issues, held: [], accepted: { submissions: 0, values: 0 } }, { lang })]
    .slice(0, -1)
    .join("")
