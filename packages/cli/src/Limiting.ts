// What files may cost, as the command line sets it: `--limit rows=500000 bytes=1000000000`.
import { Limits } from "@danvan/intake"
import { Ended } from "./Exit.ts"
import type { Asked } from "./Usage.ts"
import { say } from "./words.ts"

type Name = Exclude<keyof Limits.Limits, "archive">

// As findings call them; `inflation` is what a workbook may unpack to, in bytes.
const names: Readonly<Record<Limits.Exceeded, Name | null>> = {
  bytes: "bytes",
  "line-bytes": "lineBytes",
  submissions: "submissions",
  rows: "rows",
  columns: "columns",
  cells: "cells",
  "cell-length": "cellLength",
  sheets: "sheets",
  inflation: null,
}

/** The limits of a run: the usual ones, but for those that were set. Throws `Ended` (2) for one that there is not. */
export const of = (asked: Asked): Limits.Limits => {
  let limits = Limits.limits
  for (const text of asked.all("limit")) {
    const [, what = "", digits = ""] = /^([a-z-]+)=([1-9]\d{0,14})$/.exec(text) ?? []
    if (!Object.hasOwn(names, what)) {
      throw new Ended(2, say(asked.lang).notAChoice("limit", text, Object.keys(names).map((name) => `${name}=N`))) // prettier-ignore
    }
    const name = names[what as Limits.Exceeded]
    const n = Number(digits)
    limits =
      name === null
        ? { ...limits, archive: { ...limits.archive, entryBytes: n, totalBytes: n } }
        : { ...limits, [name]: n }
  }
  return limits
}
