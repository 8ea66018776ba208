// A province's own catalogue, made by a file alone.
import { Edition, load, validate } from "@danvan/core"
import { country } from "@danvan/core/testing"
import { standard } from "@danvan/registers"
import * as Result from "effect/Result"
import { describe, expect, it } from "vitest"
import { submission } from "./registers.ts"
import province from "./province.json" with { type: "json" }

const codes = (edition: unknown): ReadonlyArray<string> => {
  const made = Edition.extend(standard, edition)
  return Result.isFailure(made) ? made.failure.map(({ code, pointer }) => `${code} ${pointer}`) : []
}

describe("a province's edition", () => {
  const registers = load(country.organisations, province, { base: standard })

  it("has its own name, its own indicators, and the rest of the standard", () => {
    const { catalogue } = registers
    expect([catalogue.id, catalogue.version, catalogue.from]).toEqual(["danvan-mai", "1.0.0", "2024-01-01"])
    expect(catalogue.indicators).toHaveLength(standard.indicators.length - 1)
    expect(catalogue.rules).toHaveLength(standard.rules.length - 1)
    expect(catalogue.calendar).toBe(standard.calendar)
  })

  it("takes a fifth field in a submission, which the standard does not know", () => {
    const values = { "dvk.models.registered": { n: 3, by: { field: { economy: 1, "new-countryside": 2 } } } }
    const own = { ...(submission(values) as object), catalogue: "danvan-mai" }
    const { issues } = validate(registers, [own], { expected: "senders" })
    expect(issues.map(({ code, indicator }) => [code, indicator])).toEqual([
      ["value.not-sent", "dialogue.events"],
      ["value.not-sent", "mai.boats-safe"],
    ])
    const plain = validate(load(country.organisations, standard), [submission(values)], { expected: "senders" })
    expect(plain.issues[0]?.code).toBe("breakdown.member-unknown")
  })

  it("differs from the standard in what it says, and tells what breaks stored figures", () => {
    const changes = Edition.diff(standard, registers.catalogue)
    expect(changes.map(({ list, id, what, breaking }) => [list, id, what, breaking])).toEqual([
      ["catalogue", "danvan-mai", "changed", true],
      ["measures", "boat", "added", false],
      ["dimensions", "field", "changed", false],
      ["indicators", "clearance.enforced", "removed", true],
      ["indicators", "election.voters", "removed", true],
      ["indicators", "mai.boats-safe", "added", false],
      ["rules", "clearance.enforced-within-households", "removed", false],
      ["obligations", "mai.ward-half-year", "added", false],
    ])
    expect(Edition.diff(standard, standard)).toEqual([])
  })

  it("is refused where it would leave a rule or an overlap without its indicator", () => {
    expect(codes({ ...province, remove: { indicators: ["election.voters", "clearance.enforced"] } })).toEqual([
      expect.stringMatching(/^register\.reference-unknown \/catalogue\/rules\/\d+\/expression$/),
    ])
  })

  it("may be a whole catalogue instead", () => {
    expect(load(country.organisations, country.catalogue, { base: standard }).catalogue.id).toBe("mai-2022")
  })
})
