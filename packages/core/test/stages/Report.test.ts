import { Facts, Issue, load, Outline, Period, report, Report, toText, validate } from "@danvan/core"
import { arbitrary, country } from "@danvan/core/testing"
import { check, type Document, inlinesOf, linesOf, plainText } from "@danvan/document"
import * as Result from "effect/Result"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"

const { registers, submission } = country
const request = (changes: Record<string, unknown> = {}) => ({
  schema: "danvan/report@0",
  subject: "mai-district-2000",
  period: "2022-H1",
  outline: "district-half-year",
  issuer: "mai-district-danvan",
  form: "auto",
  kind: "BC",
  draft: true,
  number: null,
  signedOn: null,
  place: "Mai",
  signature: { authority: "K/T", head: "TRƯỞNG BAN", office: "PHÓ TRƯỞNG BAN", name: null },
  recipients: ["Ban Dân vận Thành uỷ", "Lưu Ban Dân vận"],
  narratives: { movement: "Toàn quận đăng ký {model.registered} và họp {meeting.events|bare} cuộc." },
  ...changes,
})
const inputs = country.reporting.map((subject) =>
  submission({
    subject,
    values: subject === "mai-union-2000" ? { "meeting.events": 1, "meeting.turns": 9 } : submission()["values"],
  }),
)
const batch = validate(registers, inputs)
const lines = (document: Document): ReadonlyArray<string> =>
  [...linesOf(document)].map(([, line]) => plainText(line, document.figures))
const full = (prose: string, changes: Record<string, unknown> = {}) => {
  const facts = Facts.fromValidated(batch)
  const made = Result.getOrThrow(
    Report.make(registers, batch, facts, request({ narratives: { movement: prose }, ...changes })),
  )
  return Report.toDocument(registers, facts, made)
}
const movement = (prose: string, changes: Record<string, unknown> = {}): string => {
  const { document } = full(prose, changes)
  const at = document.blocks.findIndex((block) => block.kind === "heading" && block.id === "results-movement")
  const block = document.blocks[at + 1]
  return block?.kind === "paragraph" ? plainText(block.content, document.figures) : ""
}

describe("Report", () => {
  it("words a report that every renderer can take", () => {
    const document = report(registers, batch, request())
    expect(check(document)).toEqual([])
    expect(document.losses).toEqual([])
    expect(lines(document)).toContain("Toàn quận đăng ký 15 mô hình và họp 7 cuộc.")
    expect(document.title).toBe(
      "Báo cáo kết quả công tác dân vận 6 tháng đầu năm 2022, nhiệm vụ trọng tâm 6 tháng cuối năm 2022",
    )
  })

  it("says which figures go by another calendar, and by which days", () => {
    const indicators = country.catalogue.indicators.map((one) =>
      ["meeting.turns", "member.count"].includes(one.id) ? { ...one, calendar: "inspectorate" } : one,
    )
    const inspected = load(country.organisations, { ...country.catalogue, indicators })
    const said = lines(report(inspected, validate(inspected, inputs), request()))
    expect(said).toContain(
      "Số liệu theo kỳ báo cáo của ngành thanh tra (15/12/2021 – 14/6/2022): Lượt người dự họp; Hội viên.",
    )
    expect(lines(report(registers, batch, request())).some((line) => line.startsWith("Số liệu theo"))).toBe(false)
  })

  it("says on what a total rests when it rests on a part of what was owed", () => {
    const some = validate(registers, inputs.slice(0, 2))
    const document = report(registers, some, request({ narratives: { movement: "Họp {meeting.events}." } }))
    expect(lines(document)).toContain("Họp 4 cuộc (trên cơ sở 2/3 phường, 0/1 cơ quan, đơn vị).")
  })

  it("prints what a sender explained as a note under the table, where the report names its sources", () => {
    const explained = inputs.map((one, i) =>
      i === 0 ? { ...one, explanations: [{ indicator: "meeting.events", text: "gộp 2 cuộc" }] } : one,
    )
    const document = report(registers, validate(registers, explained), request({ disclose: "unit" }))
    expect(lines(document)).toContain("Cuộc họp: Phường An giải trình “gộp 2 cuộc”.")
    expect(check(document)).toEqual([])
    const closed = report(registers, validate(registers, explained), request())
    expect(lines(closed)).toContain("Cuộc họp: 1 đơn vị có giải trình số liệu.")
    expect(JSON.stringify(closed)).not.toContain("gộp 2 cuộc")
    expect(check(closed)).toEqual([])
  })

  it.each([
    ["{model.registered}", "15 mô hình"],
    ["{model.registered|bare}", "15"],
    ["{model.registered[field=economy]}", "6 mô hình"],
    ["{convention.recognised}", "9/12 đơn vị"],
    ["{convention.recognised|percent}", "75%"],
    ["{convention.recognised|detail}", "9/12 (75%)"],
    ["{meeting.events|coverage}", "3/3 phường, 1/1 cơ quan, đơn vị"],
    ["{meeting.events|change}", "không so sánh được (không có số liệu kỳ gốc)"],
    ["{fund.raised}", "chưa có số liệu"],
    [
      "{period}, {period|next}, {period|previous}, {period|year}",
      "6 tháng đầu năm 2022, 6 tháng cuối năm 2022, 6 tháng cuối năm 2021, năm 2022",
    ],
    ["{date:2022-07-27}", "27/7/2022"],
    ["{unit:an-ward-2000}", "Phường An"],
    ["{quote:08 phường}", "“08 phường”"],
    [
      "{cite:directive-one}; {cite:directive-one}",
      "Chỉ thị 01-CT/MU, ngày 04/5/2020 của Quận uỷ Mai về “Công tác dân vận”; Chỉ thị 01-CT/MU",
    ],
  ])("writes %s as %s", (prose, text) => {
    expect(movement(prose)).toBe(text)
  })

  it.each<readonly [Issue.IssueCode, string, string, string]>([
    ["prose.digit-unbound", "Có 5 cuộc", "“5” gõ tay ở vị trí 3", "Có […] cuộc"],
    ["prose.reference-unknown", "Có {model.registred}", "Có phải là “model.registered”?", "Có […]"],
    ["prose.reference-unknown", "Theo {cite:directive-on}", "Có phải là “cite:directive-one”?", "Theo […]"],
    ["prose.reference-unknown", "Ngày {date:27/7/2022}", "date:27/7/2022", "Ngày […]"],
    ["prose.reference-unknown", "Ở {unit:an-ward-200}", "unit:an-ward-2000", "Ở […]"],
    ["prose.filter-unknown", "Có {model.registered|rounded}", "bare", "Có […]"],
    ["prose.filter-unknown", "Có {model.registered|percent}", "percent", "Có […]"],
    ["prose.filter-unknown", "Kỳ {period|last}", "next", "Kỳ […]"],
    ["prose.unclosed", "Có {model.registered", "vị trí 3", "Có […]"],
  ])("%s: leaves a visible gap, names it, and goes on", (code, prose, says, printed) => {
    const { document, issues } = full(`Họp {meeting.events}.\n${prose}`)
    const issue = issues.find((one) => one.code === code)
    expect(issue?.pointer).toBe("/narratives/movement")
    expect(issue?.params["at"]).toBeGreaterThanOrEqual("Họp {meeting.events}.\n".length)
    expect(
      toText(Issue.make(code, issue!, { ...issue!.params, at: Number(issue!.params["at"]) - 23 + 1 }), "vi"),
    ).toContain(says)
    expect(toText(issue!, "en")).not.toContain("undefined")
    expect(document.losses.map((loss) => [loss.code, loss.block])).toEqual([[code, "/narratives/movement"]])
    expect(lines(document)).toContain(printed)
    expect(lines(document)).toContain("Họp 7 cuộc.")
    expect(check(document)).toEqual([])
  })

  it("tells prose that no section takes", () => {
    const { document } = full("", { narratives: { moevment: "x" } })
    expect(document.losses.map(({ code, block }) => [code, block])).toEqual([["key.unknown", "/narratives/moevment"]])
  })

  it("leaves empty sections out and closes up the numbers", () => {
    const { document } = full("", { narratives: { situation: "a", strengths: "b", tasks: "c" } })
    const headings = document.blocks.flatMap((block) =>
      block.kind === "heading" ? [`${plainText(block.number ?? [], {})} ${plainText(block.content, {})}`] : [],
    )
    expect(headings).toEqual([
      "I- TÌNH HÌNH NHÂN DÂN",
      "II- ĐÁNH GIÁ CHUNG",
      "1. Ưu điểm",
      "III- NHIỆM VỤ TRỌNG TÂM 6 THÁNG CUỐI NĂM 2022",
    ])
  })

  it("keeps the sample's blanks in a draft; filling number, date and signer changes nothing else", () => {
    const draft = report(registers, batch, request())
    const signed = report(
      registers,
      batch,
      request({
        number: 5,
        signedOn: "2022-07-29",
        signature: { authority: "K/T", head: "TRƯỞNG BAN", office: "PHÓ TRƯỞNG BAN", name: "Đỗ Thị Mai" },
      }),
    )
    const [head, signedHead] = [draft, signed].map((document) => lines(document).slice(0, 6))
    expect(head?.slice(-2)).toEqual([
      `Số ${"\u00a0".repeat(6)}-BC/BDVQU`,
      `Mai, ngày${"\u00a0".repeat(6)}tháng${"\u00a0".repeat(6)}năm 2022`,
    ])
    expect(signedHead?.slice(-2)).toEqual(["Số 05-BC/BDVQU", "Mai, ngày 29 tháng 7 năm 2022"])
    const differs = lines(draft).flatMap((line, i) => (line === lines(signed)[i] ? [] : [lines(signed)[i]]))
    expect(differs.every((line) => /^(Số 05|Mai, ngày 29|Đỗ Thị Mai|\(kèm theo Báo cáo số 05)/.test(line ?? ""))).toBe(
      true,
    )
    expect(signed.figures).toEqual(draft.figures)
    expect(signed.layout).toEqual(draft.layout)
  })

  it("stamps a report that holds illustrative numbers, in its head and in its title, and no other", () => {
    const unreal = validate(
      registers,
      inputs.map((one) => ({ ...one, illustrative: true })),
    )
    const document = report(registers, unreal, request())
    expect(lines(document)[0]).toBe("BẢN MINH HOẠ")
    expect(document.title).toContain("(BẢN MINH HOẠ)")
    expect(lines(report(registers, batch, request()))[0]).toBe("QUẬN UỶ MAI")
  })

  it("discloses hashes by default, units and submissions or everything only when asked", () => {
    const origin = (disclose?: string) =>
      report(registers, batch, request(disclose ? { disclose } : {})).figures[
        "model.registered@mai-district-2000@2022-H1@civil"
      ]?.origin
    expect(origin()?.every((one) => /^sha256:[0-9a-f]{64}$/.test(one))).toBe(true)
    expect(origin("unit")?.[0]).toBe("Phường An (an-ward-2000-2022-H1, lần 1)")
    expect(origin("all")?.[0]).toMatch(/^Phường An: 5 \(an-ward-2000-2022-H1, lần 1; sha256:[0-9a-f]{64}\)$/)
    const hidden = JSON.stringify(report(registers, batch, request()))
    expect(hidden).not.toContain("an-ward-2000-2022-H1, lần")
    expect(hidden).not.toContain('"text":"an-ward-2000-2022-H1"')
  })

  it("compares where there is something to compare with", () => {
    const earlier = inputs.map((one) => ({
      ...one,
      id: `${String(one["id"])}-2021`,
      period: "2021-H1",
      values: { ...(one["values"] as object), "meeting.events": 1 },
    }))
    const both = validate(registers, [...inputs, ...earlier])
    const document = report(
      registers,
      both,
      request({
        compare: ["same-period-last-year"],
        narratives: {
          movement: "Họp {meeting.events}, {meeting.events|change}; quy ước {convention.recognised|change}.",
        },
      }),
    )
    expect(lines(document)).toContain(
      "Họp 7 cuộc, tăng 3 cuộc (75%) so với cùng kỳ năm 2021; quy ước bằng cùng kỳ năm 2021.",
    )
  })

  it("refuses a request that leads nowhere, with every finding", () => {
    const wrong = () =>
      report(registers, batch, request({ subject: "mai-district-200", outline: "nothing", period: "2022-H9" }))
    expect(wrong).toThrowError(Report.ReportError)
    try {
      wrong()
    } catch (error) {
      const { issues } = error as Report.ReportError
      expect(issues.map(({ code, pointer }) => [code, pointer])).toEqual([
        ["report.unit-unknown", "/subject"],
        ["period.malformed", "/period"],
        ["report.outline-unknown", "/outline"],
      ])
    }
    expect(() => report(registers, batch, request({ issuer: "an-ward-2000" }))).toThrowError(/ward/)
    expect(() => report(registers, batch, { ...request(), number: "năm" })).toThrowError(/number/)
  })

  it("warns of a citation that does not hold in the period, and of an addressee that the form has no place for", () => {
    const { issues } = full("", { basis: ["directive-one", "directive-two"], to: ["Thành uỷ"], narratives: {} })
    expect(issues.map(({ code, severity }) => [code, severity])).toEqual([
      ["report.citation-unknown", "error"],
      ["report.addressee-not-in-form", "warning"],
    ])
    const early = load(country.organisations, {
      ...country.catalogue,
      citations: country.catalogue.citations.map((one) => ({ ...one, to: "2021-12-31" })),
    })
    const facts = Facts.fromValidated(validate(early, inputs))
    const made = Result.getOrThrow(
      Report.make(early, validate(early, inputs), facts, request({ narratives: { movement: "{cite:directive-one}" } })),
    )
    expect(Report.toDocument(early, facts, made).issues.map(({ code }) => code)).toEqual([
      "report.citation-not-in-force",
    ])
  })

  it("lists events with persons and offices, and tasks from whom to whom", () => {
    const entries = {
      events: [
        {
          id: "review",
          name: "Hội nghị sơ kết {period}",
          date: "2022-07-27",
          organiser: "mai-district-danvan",
          description: "Có {meeting.events}.",
          persons: [
            {
              name: "Đỗ Thị Mai",
              offices: [
                { title: "Trưởng Ban", body: "mai-district-danvan" },
                { title: "Uỷ viên", body: "HĐND" },
              ],
              part: "chair",
            },
          ],
        },
      ],
      tasks: [
        {
          id: "t",
          from: { office: "Quận uỷ" },
          to: ["an-ward-2000"],
          text: "Theo {cite:directive-one}.",
          due: "2022-12-01",
        },
      ],
    }
    const statement = submission({ subject: "mai-district-2000", scope: "whole", values: {}, entries })
    const document = report(registers, validate(registers, [...inputs, statement]), request())
    const all = lines(document)
    for (const line of [
      "Tên hội nghị: Hội nghị sơ kết 6 tháng đầu năm 2022.",
      "Ngày tổ chức: 27/7/2022; đơn vị tổ chức: Ban Dân vận Quận uỷ Mai.",
      "Có 7 cuộc.",
      "Trưởng Ban, Ban Dân vận Quận uỷ Mai; Uỷ viên, HĐND",
      "Chủ trì",
      "Quận uỷ",
      "Phường An",
      "Theo Chỉ thị 01-CT/MU, ngày 04/5/2020 của Quận uỷ Mai về “Công tác dân vận”.",
      "01/12/2022",
      "Phụ lục 1",
    ]) {
      expect(all).toContain(line)
    }
  })

  describe("laws", () => {
    const mentions = (document: Document): ReadonlyMap<string, string> =>
      new Map(Object.entries(document.figures).map(([id, { text }]) => [id, text]))

    it("change a fact and every mention moves, and nothing else", () => {
      const prose = { movement: "Họp {meeting.events}; lại nói: {meeting.events}, {meeting.turns}, {member.count}." }
      fc.assert(
        fc.property(fc.integer({ min: 1, max: 40 }), (n) => {
          const changed = inputs.map((one, i) =>
            i === 1 ? { ...one, values: { ...(one["values"] as object), "meeting.events": n } } : one,
          )
          const [before, after] = [inputs, changed].map((all) =>
            report(registers, validate(registers, all), request({ narratives: prose })),
          )
          const [was, is] = [mentions(before!), mentions(after!)]
          expect([...is.keys()]).toEqual([...was.keys()])
          const moved = [...is].filter(([id, text]) => text !== was.get(id)).map(([id]) => id)
          expect(
            moved.every(
              (id) =>
                id.startsWith("meeting.events@binh-ward-2000") || id.startsWith("meeting.events@mai-district-2000"),
            ),
          ).toBe(true)
          expect(moved.length > 0).toBe(n !== 2)
          const [linesBefore, linesAfter] = [lines(before!), lines(after!)]
          // The content's hash in the list of sources moves with it, as it must.
          const told = linesAfter.filter((line, i) => line !== linesBefore[i] && !/^[0-9a-f]{16}$/.test(line))
          expect(told.every((line) => line.includes(String(n)) || line.includes(String(5 + n)))).toBe(true)
        }),
      )
    })

    it("no digit without a source", () => {
      fc.assert(
        fc.property(arbitrary.batch, fc.string({ unit: "grapheme", maxLength: 60 }), (all, prose) => {
          const document = report(registers, validate(registers, all), request({ narratives: { movement: prose } }))
          expect(check(document)).toEqual([])
          for (const [, inline] of inlinesOf(document))
            if (inline.kind === "text") expect(inline.text).not.toMatch(/\p{Nd}/u)
        }),
      )
    })

    it("the same input gives the same document", () => {
      fc.assert(
        fc.property(arbitrary.batch, (all) => {
          const [a, b] = [all, all.toReversed()].map((one) =>
            JSON.stringify(report(registers, validate(registers, one), request())),
          )
          expect(a).toBe(b)
        }),
      )
    })
  })

  it("is about the period that was asked for", () => {
    const made = Result.getOrThrow(Report.make(registers, batch, Facts.fromValidated(batch), request()))
    expect(Period.toId(made.period)).toBe("2022-H1@civil")
  })
})

describe("a State report to a superior", () => {
  const office = {
    id: "an-peoples-committee",
    kind: "peoples-committee",
    names: [{ vi: "UBND phường An", letterhead: { superior: [], issuer: ["ỦY BAN NHÂN DÂN", "PHƯỜNG AN"] } }],
    symbols: [{ symbol: "UBND" }],
  }
  const state = load({ ...country.organisations, units: [...country.organisations.units, office] }, country.catalogue)
  const made = (changes: Record<string, unknown> = {}, outlines = state.outlines) => {
    const checked = validate(state, inputs)
    const asked = request({
      issuer: office.id,
      basis: ["directive-one"],
      to: ["UBND quận Mai"],
      signature: {
        collective: "ỦY BAN NHÂN DÂN",
        authority: "K/T",
        head: "CHỦ TỊCH",
        office: "PHÓ CHỦ TỊCH",
        name: null,
      },
      recipients: ["Đảng uỷ phường"],
      narratives: { movement: "Họp {meeting.events}.", closing: "Trên đây là báo cáo." },
      ...changes,
    })
    const facts = Facts.fromValidated(checked)
    const by = { ...state, outlines }
    return Report.toDocument(by, facts, Result.getOrThrow(Report.make(by, checked, facts, asked)))
  }

  it("has Kính gửi, basis lines, recipients, authority and end mark as the form writes them", () => {
    const { document, issues } = made()
    expect(issues).toEqual([])
    expect(check(document)).toEqual([])
    const all = lines(document)
    for (const line of [
      "ỦY BAN NHÂN DÂN",
      "Kính gửi: UBND quận Mai",
      "Căn cứ Chỉ thị số 01-CT/MU ngày 04 tháng 5 năm 2020 của Quận uỷ Mai về “Công tác dân vận”.",
      "Trên đây là báo cáo./.",
      "- Như trên;",
      "- Đảng uỷ phường;",
      "- Lưu: VT.",
    ]) {
      expect(all).toContain(line)
    }
    expect(all.find((line) => line.startsWith("TM."))).toMatch(/^TM\. ỦY BAN NHÂN DÂN\s+KT\. CHỦ TỊCH$/)
    expect(all.find((line) => line.startsWith("Số:"))).toMatch(/^Số:\s.*\/BC-UBND$/)
    expect(lines(made({ number: 5 }).document)).toContain("Số: 05/BC-UBND")
  })

  it("gives each of several addressees a line", () => {
    const all = lines(made({ to: ["UBND quận Mai", "Phòng Nội vụ"] }).document)
    const at = all.indexOf("Kính gửi:")
    expect(all.slice(at, at + 3)).toEqual(["Kính gửi:", "- UBND quận Mai;", "- Phòng Nội vụ."])
  })

  it("repeats nothing that the request has itself", () => {
    const recipients = ["Như trên", "Lưu: VT, VX"]
    const all = lines(made({ recipients }).document)
    const at = all.indexOf("Nơi nhận:") + 1
    expect(all.slice(at, at + 2)).toEqual(["- Như trên;", "- Lưu: VT, VX."])
    expect(lines(made({ recipients, to: [] }).document).filter((line) => line.startsWith("Kính gửi"))).toEqual([])
    expect(lines(made({ to: [] }).document)).not.toContain("- Như trên;")
  })

  it("numbers an only appendix not at all, and several in Roman figures", () => {
    const labels = made().document.blocks.flatMap((block) =>
      block.kind === "appendix" ? [plainText(block.label, {})] : [],
    )
    expect(labels).toEqual(
      labels.length === 1 ? ["Phụ lục"] : labels.map((_, i) => `Phụ lục ${["I", "II", "III", "IV"][i]}`),
    )
    expect(labels.length).toBeGreaterThan(0)
  })

  it("leads to its appendices where the decree wants it, once", () => {
    const led = (changes: Record<string, unknown> = {}) =>
      lines(made(changes).document).filter((line) => line.includes("kèm theo."))
    expect(led()).toEqual(["Nội dung, số liệu chi tiết tại các Phụ lục I, Phụ lục II, Phụ lục III kèm theo."])
    expect(led({ narratives: { movement: "Chi tiết tại các phụ lục kèm theo: {meeting.events}." } })).toEqual([])
    for (const form of ["party-hd36", "party-hd05"]) expect(led({ form, to: [] })).toEqual([])
  })

  it("begins its subject with a capital, and spells our own titles as the form does", () => {
    const narratives = { leadership: "Thường trực Quận uỷ chỉ đạo.", closing: "Trên đây là báo cáo." }
    const subject = "ết quả công tác dân vận 6 tháng đầu năm 2022,"
    for (const [form, first, title] of [
      ["state-nd30", "K", "1. Công tác lãnh đạo, chỉ đạo của cấp ủy"],
      ["party-hd05", "k", "1. Công tác lãnh đạo, chỉ đạo của cấp ủy"],
      ["party-hd36", "k", "1. Công tác lãnh đạo, chỉ đạo của cấp uỷ"],
    ] as const) {
      const all = lines(made({ form, to: [], narratives }).document)
      expect(all).toContain(first + subject)
      expect(all).toContain(title.slice(3))
      expect(all).toContain("Thường trực Quận uỷ chỉ đạo.")
    }
  })

  it("spells its own remarks as the form does, and nothing that others wrote", () => {
    const sent = validate(
      state,
      inputs.map((one) => ({ ...one, illustrative: true })),
    )
    const facts = Facts.fromValidated(sent)
    for (const [form, ours, other] of [
      ["state-nd30", "họa", "hoạ"],
      ["party-hd05", "họa", "hoạ"],
      ["party-hd36", "hoạ", "họa"],
    ] as const) {
      // The prose has both spellings: they are the office's.
      const narratives = { movement: "Có {meeting.events}: khu hoà, khu hòa." }
      const asked = request({ form, issuer: office.id, narratives, appendices: [] })
      const filled = Result.getOrThrow(Report.make(state, sent, facts, asked))
      const { document } = Report.toDocument(state, facts, filled)
      const said = JSON.stringify(document).normalize("NFC")
      expect(said).toContain("khu hoà, khu hòa")
      expect(said).not.toContain(`minh ${other}`)
      expect(lines(document)[0]).toBe(`BẢN MINH ${ours.toUpperCase()}`)
      expect(document.title).toContain(`BẢN MINH ${ours.toUpperCase()}`)
      expect(lines(document).some((line) => line.includes(`số minh ${ours}`))).toBe(true)
      expect(Object.values(document.figures).some(({ label }) => label.includes(`số minh ${ours}`))).toBe(true)
      expect(Object.values(document.figures).some(({ coverage }) => coverage?.text.includes(`minh ${ours}`))).toBe(true)
    }
  })

  it("ends with its mark whatever stands last: words, a table, or a list", () => {
    const last = (changes: Record<string, unknown>, outlines?: ReadonlyArray<Outline.Outline>): unknown => {
      const { blocks } = made(changes, outlines).document
      const block = blocks[blocks.findIndex(({ kind }) => kind === "signature") - 1]
      const line = block?.kind === "paragraph" ? block.content : block?.kind === "list" && block.items.at(-1)?.content
      return line ? plainText(line, {}) : block?.kind
    }
    expect(last({ narratives: { closing: "Trên đây là báo cáo" } })).toBe("Trên đây là báo cáo./.")
    expect(last({ narratives: { closing: "Trên đây là báo cáo ./." } })).toBe("Trên đây là báo cáo./.")
    const [whole] = Outline.standard
    if (!whole) throw new Error("no outline ships")
    const table = {
      ...whole,
      sections: [{ key: "a", title: "Kết quả", parts: ["indicators"] as const }],
      appendices: [],
    }
    expect(last({ narratives: {} }, [table])).toBe("./.")
    expect(last({ narratives: {}, form: "party-hd05", to: [] }, [table])).toBe("table")
    const bare = { ...whole, sections: [], appendices: [], subject: ["về công tác dân vận"] }
    const basis = { narratives: {}, form: "party-hd05", to: [], subject: "mai-union-2000" }
    expect(last(basis, [bare])).toMatch(/^Căn cứ Chỉ thị số .*”\.$/)
  })

  it("ends a Party report of 2026 without ./., and leaves one of 2018 as it is written", () => {
    const narratives = { movement: "Họp {meeting.events}.", closing: "Trên đây là báo cáo./." }
    const said = (form: string) => lines(made({ form, to: [], narratives }).document)
    expect(said("party-hd05")).toContain("Trên đây là báo cáo.")
    expect(said("party-hd36")).toContain("Trên đây là báo cáo./.")
    expect(said("state-nd30")).toContain("Trên đây là báo cáo./.")
  })
})
