import { Answers, Json as Text, validate } from "@danvan/core"
import { country } from "@danvan/core/testing"
import { SubmissionText, validateFiles } from "@danvan/intake"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { utf8 } from "../bytes.ts"

const { registers } = country
const whole = JSON.stringify(country.submission({ meta: { ghi: "chú" }, narratives: { movement: "Tốt." } }))

// What may be wrong with a text without its ceasing to be JSON: a key or a number put before a key that is there.
const insertions = [
  '"meeting.events": 1, ',
  '"meeting.turns": 9007199254740993, ',
  '"__proto__": {"a": 1}, ',
  '"subject": "x", ',
  '"movement": "", ',
  '"ghi": 0.12345678901234567890, ',
  '"lạ": 1, ',
]
const places = [...whole.matchAll(/[{,](?="[^"]+":)/g)].map(({ index }) => index + 1)
const text = fc
  .array(fc.tuple(fc.constantFrom(...places), fc.constantFrom(...insertions)), { maxLength: 3 })
  .map((all) =>
    all
      .toSorted(([a], [b]) => b - a)
      .reduce((now, [at, inserted]) => now.slice(0, at) + inserted + now.slice(at), whole),
  )

describe("SubmissionText", () => {
  it("law: a file says of a text what core says of it, and as much of it counts", async () => {
    const read = { doubtful: 0, lost: 0 }
    await fc.assert(
      fc.asyncProperty(text, async (one) => {
        const direct = validate(registers, [one], { expected: "senders" })
        const file = await validateFiles(registers, [{ name: "a.json", bytes: utf8(one) }], { expected: "senders" })
        const bare = (issues: typeof direct.issues) =>
          issues.map(({ code, pointer }) => `${code} ${pointer}`).toSorted()
        expect(bare(file.issues)).toEqual(bare(direct.issues))
        expect(file.accepted.map(Answers.statements)).toEqual(direct.accepted.map(Answers.statements))
        const held = (all: typeof direct.held) => [...new Set(all.map(({ pointer }) => pointer))].toSorted()
        expect(held(file.held)).toEqual(held(direct.held))
        if (Text.read(one).problems.length > 0) read.doubtful++
        if (direct.accepted.length === 0) read.lost++
      }),
      { numRuns: 300 },
    )
    // Texts of every sort were among them.
    expect(Math.min(read.doubtful, read.lost, 300 - read.doubtful)).toBeGreaterThan(5)
  })

  it("leaves out what is in doubt and nothing else", () => {
    const { input, name, held } = SubmissionText.read(
      '{"id": "a", "values": {"b": 1, "c": 9007199254740993}, "meta": 1, "meta": 2, "nil": []}',
    )
    expect(input).toEqual({ id: "a", values: { b: 1 }, nil: [] })
    expect([name, held.map(({ pointer }) => pointer).toSorted()]).toEqual(["a", ["/meta", "/values/c"]])
  })

  it("names what cannot be used at all", () => {
    expect(SubmissionText.read('{"id": "a", "period": "2022", "period": "2021"}')).toMatchObject({
      input: undefined,
      name: "a",
      held: [{ pointer: "", codes: ["json.key-repeated"] }],
    })
  })
})
