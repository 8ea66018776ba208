import { Facts, validate } from "@danvan/core"
import { country } from "@danvan/core/testing"
import { validateFiles } from "@danvan/intake"
import { arbitrary } from "@danvan/intake/testing"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"

const options = { expected: "senders", given: { period: "2022-H1" } } as const

describe("files as offices make them", () => {
  it("law: whatever the file, its figures are those of the submissions, and there is nothing to say about it", async () => {
    const kinds = new Set<string>()
    await fc.assert(
      fc.asyncProperty(arbitrary.sent, async ({ submissions, files }) => {
        const straight = validate(country.registers, submissions, options)
        const read = await validateFiles(country.registers, files, options)
        kinds.add(read.intakes[0]?.format ?? "none")
        const figures = ({ accepted }: typeof straight) =>
          Facts.fromValidated({ accepted, held: [], issues: [] })
            .facts.map(({ source: _source, ...fact }) => JSON.stringify(fact))
            .toSorted()
        expect(figures(read)).toEqual(figures(straight))
        const codes = ({ issues }: typeof straight) =>
          issues.map(({ code, subject, indicator }) => `${code} ${subject} ${indicator}`).toSorted()
        expect(codes(read).filter((one) => !one.startsWith("text.not-nfc"))).toEqual(codes(straight))
        for (const { source, submission } of read.issues) if (submission !== undefined) expect(source).toBeDefined()
      }),
      { numRuns: 300 },
    )
    expect([...kinds].toSorted()).toEqual(["csv", "json", "ndjson", "xlsx"])
  })
})
