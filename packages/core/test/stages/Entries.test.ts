import { Entries, toText, validate } from "@danvan/core"
import { country } from "@danvan/core/testing"
import { describe, expect, it } from "vitest"

const { registers, submission } = country
const check = (...inputs: ReadonlyArray<unknown>) =>
  validate(registers, inputs, { expected: "senders" }).issues.filter(({ code }) => /^(entry|text)\./.test(code))
const day = { id: "e1", name: "Ngày hội Đại đoàn kết", date: "2022-05-18", persons: [] }

describe("Entries", () => {
  it("tells an event that two units report, in whatever spelling, once, to the second", () => {
    const found = check(
      submission({ entries: { events: [day] } }),
      submission({
        subject: "binh-ward-2000",
        entries: { events: [{ ...day, id: "x", name: "ngày hội đại đoàn kết" }] },
      }),
    )
    expect(found.map(({ code, subject, pointer }) => [code, subject, pointer])).toEqual([
      ["entry.reported-twice", "binh-ward-2000", "/entries/events/0"],
    ])
    expect(toText(found[0]!, "vi")).toContain("18/5/2022")
  })

  it("says nothing of two days, two units' own dialogues, or what a unit states for the whole", () => {
    const found = check(
      submission({ entries: { events: [day], dialogues: [{ id: "d", date: "2022-05-18" }] } }),
      submission({
        subject: "binh-ward-2000",
        entries: { events: [{ ...day, date: "2022-05-19" }], dialogues: [{ id: "d", date: "2022-05-18" }] },
      }),
      submission({ subject: "mai-district-2000", scope: "whole", values: {}, entries: { events: [day] } }),
    )
    expect(found).toEqual([])
  })

  it.each([
    ["id", "Căn cước 001088012345", true],
    ["phone", "gọi +84 912 345 678", true],
    ["phone", "Liên hệ ông Bình, 0912 345 678.", true],
    ["phone", "số 0912.345.678.000", false],
    ["phone", "gọi 0243.825.1234", false],
    ["mail", "gửi danvan@example.vn", true],
    ["id", "thu 25.000.000.000 đồng, 197 mô hình", false],
    ["phone", "số 0912/QĐ-UBND ngày 03/5/2022, 0.912.345.678", false],
  ] as const)("finds personal data (%s) in “%s”: %s, and never repeats it", (sort, text, is) => {
    expect(Entries.personalData[sort].test(text)).toBe(is)
    const [found] = check(submission({ narratives: { situation: text } }))
    if (!is) return
    expect(found).toMatchObject({ code: "text.personal", pointer: "/narratives/situation", params: { sort } })
    const [personal = ""] = Entries.personalData[sort].exec(text) ?? []
    expect(JSON.stringify(found) + toText(found!, "vi") + toText(found!, "en")).not.toContain(personal)
  })
})
