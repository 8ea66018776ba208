// What an office brings beside the submissions: its register of units, its catalogue, its own words.
import { type Catalogue, Issue, type Registers as RegistersModule, Registers, Wording } from "@danvan/core"
import * as Result from "effect/Result"
import { Ended } from "./Exit.ts"
import * as Input from "./Input.ts"
import type { Asked } from "./Usage.ts"
import { say } from "./words.ts"

/** Registers or words that cannot be used: findings about these files, and whether they could be read at all. */
export class Unusable extends Error {
  readonly issues: ReadonlyArray<Issue.Issue>
  readonly code: 1 | 3
  constructor(issues: ReadonlyArray<Issue.Issue>, code: 1 | 3) {
    super("unusable registers")
    this.name = "Unusable"
    this.issues = issues
    this.code = code
  }
}

const open = (file: string): unknown => {
  const found = Input.one(file)
  if ("issue" in found) throw new Unusable([found.issue], 3)
  return found.value
}

// The catalogues that ship, by id. Loaded when one is asked for.
const shipped: Readonly<Record<string, () => Promise<Catalogue.Catalogue>>> = {
  "danvan-standard": async () => (await import("@danvan/registers")).standard,
}

const schemaOf = (file: unknown): unknown => (file as { readonly schema?: unknown } | null)?.schema

/**
 * The registers of the files that were named. `first` is an input whose own catalogue counts when none was named. Throws
 * `Unusable` with findings that name their file, `Ended` when no catalogue is known.
 */
export const registers = async (asked: Asked, first: unknown): Promise<RegistersModule.Registers> => {
  const organisationsFile = asked.one("org") ?? ""
  const organisations = open(organisationsFile)
  const named = asked.one("catalogue")
  const own = (first as { readonly catalogue?: unknown } | null)?.catalogue
  const id = named ?? (typeof own === "string" ? own : "")
  const ships = Object.hasOwn(shipped, id) ? shipped[id] : undefined
  if (!ships && named === undefined) {
    throw new Ended(2, say(asked.lang).catalogueUnknown(id, Object.keys(shipped).join(", ")))
  }
  const catalogue = ships ? await ships() : open(id)
  const base = schemaOf(catalogue) === "danvan/edition@0" ? await shipped["danvan-standard"]?.() : undefined
  const made = Registers.make(organisations, catalogue, base)
  if (Result.isSuccess(made)) return made.success
  const issues = made.failure.map((issue) => {
    const [, room = "", ...rest] = issue.pointer.split("/")
    const file = room === "organisations" ? organisationsFile : id
    return { ...issue, pointer: rest.map((key) => `/${key}`).join(""), source: { file } }
  })
  throw new Unusable(issues, 1)
}

/** The office's own words, or the usual ones. */
export const wording = (asked: Asked): Wording.Wording => {
  const file = asked.one("wording")
  if (file === undefined) return Wording.standard
  const made = Wording.fromJson(open(file))
  if (Result.isSuccess(made)) return made.success
  throw new Unusable(
    made.failure.map((issue) => ({ ...issue, source: { file } })),
    1,
  )
}
