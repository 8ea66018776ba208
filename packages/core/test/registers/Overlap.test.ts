import { Catalogue, Overlap, toText } from "@danvan/core"
import { country } from "@danvan/core/testing"
import { describe, expect, it } from "vitest"

const why = { vi: "Đếm trùng.", en: "Counted twice." }
const overlap = (rest: Partial<Overlap.Overlap>): Overlap.Overlap => ({
  id: "meeting.twice",
  indicators: ["meeting.events", "meeting.turns"],
  how: "refuse",
  why,
  ...rest,
})
const { catalogue } = country.registers

describe("Overlap", () => {
  it("is met where two of its indicators are wanted", () => {
    const overlaps = [overlap({})]
    expect(Overlap.between({ overlaps }, ["meeting.turns", "meeting.events", "member.count"])).toEqual([
      { overlap: overlaps[0], indicators: ["meeting.events", "meeting.turns"], within: null },
    ])
    expect(Overlap.between({ overlaps }, ["meeting.turns", "meeting.turns"])).toEqual([])
    expect(Overlap.between({}, ["meeting.turns", "meeting.events"])).toEqual([])
  })

  it("leaves out what another counts, when that other is wanted too", () => {
    const once = overlap({ how: "once", take: "meeting.events", indicators: ["meeting.events", "a", "b"] })
    const within = (...ids: ReadonlyArray<string>) =>
      Overlap.between({ overlaps: [once] }, ids).map((one) => one.within)
    expect(within("meeting.events", "a", "b")).toEqual([["a", "b"]])
    expect(within("a", "b")).toEqual([null])
    expect(within("meeting.events")).toEqual([])
  })

  it.each<readonly [string, Partial<Overlap.Overlap>, ReadonlyArray<string>]>([
    ["one indicator", { indicators: ["meeting.events"] }, ["register.overlap-unfit /overlaps/0/indicators"]],
    [
      "one twice",
      { indicators: ["meeting.events", "meeting.events"] },
      ["register.overlap-unfit /overlaps/0/indicators"],
    ],
    ["once without take", { how: "once" }, ["register.overlap-unfit /overlaps/0/take"]],
    ["take elsewhere", { how: "once", take: "member.count" }, ["register.overlap-unfit /overlaps/0/take"]],
    ["take where all is refused", { take: "meeting.events" }, ["register.overlap-unfit /overlaps/0/take"]],
    [
      "an id that leads nowhere",
      { indicators: ["meeting.events", "meeting.turn"] },
      ["register.reference-unknown /overlaps/0/indicators/1"],
    ],
    ["what is right", { how: "once", take: "meeting.events" }, []],
  ])("is checked with its catalogue: %s", (_, rest, found) => {
    const issues = Catalogue.check({ ...catalogue, overlaps: [overlap(rest)] }, "")
    expect(issues.map(({ code, pointer }) => `${code} ${pointer}`)).toEqual(found)
    for (const issue of issues) expect(toText(issue, "vi")).not.toContain("undefined")
  })

  it("has its id once", () => {
    const issues = Catalogue.check({ ...catalogue, overlaps: [overlap({}), overlap({})] }, "/catalogue")
    expect(issues.map(({ code, pointer }) => `${code} ${pointer}`)).toEqual([
      "register.duplicate /catalogue/overlaps/1/id",
    ])
  })
})
