import { Sent, Submission } from "@danvan/core"
import { arbitrary, country } from "@danvan/core/testing"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"

const { submission } = country
const deep = (levels: number): unknown => JSON.parse("[".repeat(levels) + "]".repeat(levels))

describe("Submission", () => {
  it("takes a faultless submission apart into its envelope and what was sent", () => {
    const input = submission()
    const { values, ...envelope } = input
    const decoded = Submission.decode(input, 1)
    const sent = Sent.of(values as Record<string, unknown>)
    expect(decoded).toEqual({ submission: envelope, values: sent, issues: [], held: [], name: input["id"] })
    expect(Submission.contentOf(decoded)).toEqual(input)
  })

  it("knows a list of ids again", () => {
    const [one, other] = [submission(), submission({ subject: "binh-ward-2000" })].map((input) =>
      Submission.decode(JSON.stringify(input), 1),
    )
    expect(other?.values.names).toBe(one?.values.names)
  })

  it("calls a submission without an id by its place in the batch", () => {
    const { id: _id, ...nameless } = submission()
    expect(Submission.decode(nameless, 3).name).toBe("#3")
  })

  it.each([
    ["in a value", { values: { "meeting.events": deep(100) } }],
    ["in meta", { meta: deep(100) }],
    ["without end", { meta: deep(100_000) }],
  ])("refuses what is nested too deep: %s", (_, changes) => {
    const decoded = Submission.decode(submission(changes), 1)
    expect([decoded.submission, decoded.held, decoded.issues.map(({ code }) => code)]).toEqual([
      null,
      [""],
      ["input.too-deep"],
    ])
  })

  it("keeps a key named __proto__ a key", () => {
    const text = `{"values":{"__proto__":1,"${"kết".normalize("NFD")}":2}}`
    const decoded = Submission.decode({ ...submission(), ...JSON.parse(text) }, 1)
    expect(decoded.values.names.toSorted()).toEqual(["__proto__", "kết"])
  })

  describe("laws", () => {
    it("a text says what its value says", () => {
      fc.assert(
        fc.property(fc.array(arbitrary.garbage), (inputs) => {
          for (const [i, input] of inputs.entries()) {
            const text = JSON.stringify(input)
            if (text === undefined || typeof input === "string") continue
            const [read, known] = [Submission.decode(text, i), Submission.decode(JSON.parse(text), i)]
            expect(read).toEqual(known)
            expect(Submission.contentOf(read)).toEqual(Submission.contentOf(known))
            expect(Submission.glimpse(text) ?? read).toEqual(read)
          }
        }),
      )
    })

    it("what is right at a glance is right by the schema", () => {
      const decode = Schema.decodeUnknownResult(Submission.schema, { errors: "all", onExcessProperty: "error" })
      const half = fc.dictionary(
        fc.constantFrom(...Object.keys(Submission.schema.fields), "x"),
        fc.jsonValue({ maxDepth: 1 }),
      )
      const near = fc.tuple(arbitrary.garbage, half).map(([a, b]) => ({ ...(typeof a === "object" ? a : {}), ...b }))
      let glances = 0
      fc.assert(
        fc.property(fc.oneof(arbitrary.garbage, near), (input) => {
          if (typeof input !== "object" || input === null || Array.isArray(input)) return
          if (!Submission.isPlain(input as Record<string, unknown>)) return
          glances++
          expect(Result.isSuccess(decode(input))).toBe(true)
        }),
        { numRuns: 3000 },
      )
      expect(glances).toBeGreaterThan(50)
    })
  })
})
