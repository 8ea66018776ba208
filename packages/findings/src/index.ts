// Findings told in the format that their reader wants: people, programs, code hosts, build servers.
import type { Format } from "./Findings.ts"
import { github } from "./github.ts"
import { junit } from "./junit.ts"
import { json, ndjson } from "./machine.ts"
import { sarif } from "./sarif.ts"
import { text } from "./text.ts"

export type { Findings, Format, Item, Options } from "./Findings.ts"
export { item } from "./Findings.ts"
export * as Neutral from "./Neutral.ts"

/** Every format by its name. */
export const formats = { text, json, ndjson, sarif, junit, github } as const satisfies Readonly<Record<string, Format>>

/** The name of a format. */
export type FormatName = keyof typeof formats
