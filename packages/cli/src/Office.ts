// What an office brings beside the submissions: its register of units, its catalogue, its own words.
import { type Catalogue, type Issue, Mapping, Registers, UnitTable, Wording } from "@danvan/core"
import type { Intake } from "@danvan/intake"
import * as Result from "effect/Result"
import { Ended } from "./Exit.ts"
import * as Input from "./Input.ts"
import * as Limiting from "./Limiting.ts"
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
  if ("issues" in found) throw new Unusable(found.issues, 3)
  return found.value
}

// The catalogues that ship, by id. Loaded when one is asked for.
const shipped: Readonly<Record<string, () => Promise<Catalogue.Catalogue>>> = {
  "danvan-standard": async () => (await import("@danvan/registers")).standard,
}

const usual = "danvan-standard"

// What a file holds; where it cannot be used, its findings, which name it.
const certain = <A>(made: Result.Result<A, ReadonlyArray<Issue.Issue>>, file: string): A => {
  if (Result.isSuccess(made)) return made.success
  throw new Unusable(
    made.failure.map((issue) => ({ ...issue, source: { file } })),
    1,
  )
}

const schemaOf = (file: unknown): unknown => (file as { readonly schema?: unknown } | null)?.schema

/**
 * The registers of the files that were named. `own` tells which catalogue the submissions name, for when the command line
 * names none; tables name none either, and are read by the one that ships. Throws `Unusable` with findings that name their
 * file, `Ended` when no such catalogue is known.
 */
export const registers = async (asked: Asked, own: () => Promise<unknown>): Promise<Registers.Registers> => {
  const organisationsFile = asked.one("org") ?? ""
  const organisations = open(organisationsFile)
  const named = asked.one("catalogue")
  const said = named ?? (await own()) ?? usual
  const id = typeof said === "string" ? said : ""
  const ships = Object.hasOwn(shipped, id) ? shipped[id] : undefined
  if (!ships && named === undefined) {
    throw new Ended(2, say(asked.lang).catalogueUnknown(id, Object.keys(shipped).join(", ")))
  }
  const catalogue = ships ? await ships() : open(id)
  const outlinesFile = asked.one("outlines")
  const outlines = outlinesFile === undefined ? undefined : open(outlinesFile)
  const base = schemaOf(catalogue) === "danvan/edition@0" ? await shipped[usual]?.() : undefined
  const made = Registers.make(organisations, catalogue, { base, outlines })
  if (Result.isSuccess(made)) return made.success
  const issues = made.failure.map((issue) => {
    const [, room = "", ...rest] = issue.pointer.split("/")
    const file = room === "organisations" ? organisationsFile : room === "outlines" ? (outlinesFile ?? id) : id
    return { ...issue, pointer: rest.map((key) => `/${key}`).join(""), source: { file } }
  })
  throw new Unusable(issues, 1)
}

/** The register of units alone; null where none is named. Throws `Unusable` with findings that name its file. */
export const organisations = (asked: Asked): Registers.Organisations | null => {
  const file = asked.one("org")
  if (file === undefined) return null
  const own = (issue: Issue.Issue): Issue.Issue => ({
    ...issue,
    pointer: issue.pointer.replace(/^\/organisations/, ""),
  })
  const made = Registers.makeOrganisations(open(file))
  return certain(
    Result.mapError(made, (issues) => issues.map(own)),
    file,
  )
}

/** What the headings and words of lists of units mean; the usual ones where no file is named. */
export const unitColumns = (asked: Asked): UnitTable.UnitTable => {
  const file = asked.one("columns")
  if (file === undefined) return UnitTable.usual
  return certain(UnitTable.make(open(file)), file)
}

/** How tables are to be read: what they need not say, and what their words mean. */
export const reading = (asked: Asked, known: Registers.Registers): Intake.Options => {
  const file = asked.one("columns")
  const given = Object.fromEntries(
    ["subject", "period"].flatMap((flag) => (asked.one(flag) === undefined ? [] : [[flag, asked.one(flag)]])),
  )
  const limits = Limiting.of(asked)
  if (file === undefined) return { given, limits }
  return { given, limits, mapping: certain(Mapping.make(known, open(file)), file) }
}

/** The same for files of earlier periods, which must say themselves of when they are. */
export const withoutPeriod = ({
  given: { period: _period, ...given } = {},
  ...rest
}: Intake.Options): Intake.Options => ({
  ...rest,
  given,
})

/** The office's own words, or the usual ones. */
export const wording = (asked: Asked): Wording.Wording => {
  const file = asked.one("wording")
  if (file === undefined) return Wording.standard
  return certain(Wording.fromJson(open(file)), file)
}
