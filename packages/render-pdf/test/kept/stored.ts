// Documents as they were signed and stored, one a form, for every renderer to draw again. They were written by render-json
// with the wording of their day and are never written anew.
import { readFile } from "node:fs/promises"
import type { Document } from "@danvan/document"
import { parse } from "../../../render-json/src/parse.ts"

/** The forms of which a document is kept. */
export const kept = ["state-nd30", "party-hd36", "party-hd05"] as const

/** One of them, read back by its own version. */
export const stored = async (id: (typeof kept)[number]): Promise<Document> =>
  parse(await readFile(new URL(`${id}.json`, import.meta.url)))
