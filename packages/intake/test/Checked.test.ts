import { Answers, Facts, toText } from "@danvan/core"
import { country } from "@danvan/core/testing"
import { type Checked, type File, Limits, validateFiles } from "@danvan/intake"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { utf8, xlsx } from "./bytes.ts"

const { registers } = country
const options = { expected: "senders", given: { period: "2022-H1" } } as const
const json = (name: string, rest: Readonly<Record<string, unknown>>): File.File => ({
  name,
  bytes: utf8(JSON.stringify(country.submission(rest))),
})
const csv = (name: string, ...lines: ReadonlyArray<string>): File.File => ({
  name,
  bytes: utf8(`${lines.join("\n")}\n`),
})
const check = (...files: ReadonlyArray<File.File>) => validateFiles(registers, files, options)

/** The file in pieces of this length, opened anew each time. */
const pieces = (bytes: Uint8Array, length: number): File.File["bytes"] =>
  async function* () {
    for (let i = 0; i < bytes.length; i += length) yield bytes.subarray(i, i + length)
  }

const good = {
  "meeting.events": 2,
  "meeting.turns": 40,
  "model.registered": 5,
  "convention.recognised": { x: 3, y: 4 },
  "member.count": 100,
}
const bad = { ...good, "meeting.events": -2 }

describe("validateFiles", () => {
  it("gives findings of several inputs of one id each its own file", async () => {
    const { issues } = await check(
      json("mot.json", { id: "a", values: good }),
      json("hai.json", { id: "a", values: { ...good, "member.count": 101 } }),
      csv("ba.csv", "Đơn vị;Cuộc họp", "Phường Bình;-5"),
    )
    expect(issues.filter(({ severity }) => severity === "error").map(({ code, source }) => [code, source])).toEqual([
      ["revision.conflict", { file: "mot.json", line: 1, column: 1 }],
      ["revision.conflict", { file: "hai.json", line: 1, column: 1 }],
      ["value.negative", { file: "ba.csv", line: 2, column: 13 }],
    ])
    for (const issue of issues) expect(issue.source).toBeDefined()
    expect(toText(issues.at(-1)!, "vi")).toContain("ba.csv:2")
  })

  it("finds the place of the n-th submission of a list and of NDJSON", async () => {
    const all = [good, bad, good].map((values, i) =>
      country.submission({ id: `s${i}`, subject: country.reporting[i], values }),
    )
    const list = { name: "list.json", bytes: utf8(JSON.stringify(all, null, 2)) }
    const lines = { name: "all.ndjson", bytes: utf8(all.map((one) => JSON.stringify(one)).join("\n\n")) }
    for (const file of [list, lines]) {
      const [issue] = (await check(file)).issues.filter(({ code }) => code === "value.negative")
      const { line = 0, column = 0 } = issue?.source ?? {}
      const text = new TextDecoder().decode(file.bytes).split("\n")[line - 1] ?? ""
      expect(text.slice(column - 1).startsWith("-2")).toBe(true)
    }
  })

  it("loses no key and no digit of a file in silence, and finds the place in a file of one, of a list, of lines", async () => {
    const subject = (i: number): string => country.reporting[i] ?? ""
    const one = (i: number, values: string, space = 0): string =>
      JSON.stringify(country.submission({ id: `s${i}`, subject: subject(i), values: {} }), null, space).replace(
        /"values": ?{}/,
        `"values": ${values}`,
      )
    const twice = '{"meeting.events": 2, "meeting.events": 3, "meeting.turns": 40}'
    const digits = '{"member.count": 9007199254740993}'
    const texts = {
      "one.json": one(1, twice, 2),
      "list.json": `[\n${[one(0, "{}", 2), one(1, twice, 2), one(2, digits)].join(",\n")}]`,
      "lines.ndjson": [one(0, "{}"), one(1, twice), one(2, digits)].join("\n\n"),
    }
    const stands = { "json.key-repeated": '"meeting.events": 3', "json.digits-lost": "9007199254740993" } as const
    for (const [name, text] of Object.entries(texts)) {
      const { issues, held } = await check({ name, bytes: utf8(text) })
      const found = issues.filter(({ code }) => code in stands)
      expect(found.map(({ code }) => code)).toEqual(Object.keys(stands).slice(0, name === "one.json" ? 1 : 2))
      expect(held.map(({ pointer }) => pointer)).toEqual(
        ["/values/meeting.events", "/values/member.count"].slice(0, found.length),
      )
      for (const { code, source } of found) {
        const { line = 0, column = 0 } = source ?? {}
        const rest = text.split("\n")[line - 1]?.slice(column - 1)
        expect(rest?.startsWith(stands[code as keyof typeof stands])).toBe(true)
      }
    }
  })

  it("names the letter of another alphabet in a name that looks right", async () => {
    const { issues } = await check(csv("a.csv", "Đơn vị;Cuộc họp", "Phường \u0410n;5"))
    expect(toText(issues[0]!, "vi")).toContain("Có phải là “Phường An”? Chữ “\u0410” (U+0410) không phải chữ La-tinh")
    expect(toText(issues[0]!, "en")).toContain("The letter “\u0410” (U+0410) only looks like a Latin one.")
  })

  it("reads NDJSON piece by piece, whatever the pieces, and its places as well", async () => {
    const all = [good, bad, good].map((values, i) =>
      country.submission({ id: `Số ${i}`, subject: country.reporting[i], values, meta: { ghi: "chú ủ" } }),
    )
    const bytes = utf8(`${all.map((one) => JSON.stringify(one)).join("\r\n")}\n{hỏng\n`)
    const whole = await check({ name: "a.ndjson", bytes })
    expect(whole.issues.map(({ code, source }) => [code, source?.line])).toEqual([
      ["value.negative", 2],
      ["json.malformed", 4],
    ])
    for (const length of [1, 7, 64, 1000]) {
      const { issues, accepted, held } = await check({ name: "a.ndjson", bytes: pieces(bytes, length) })
      expect({ issues, held }).toEqual({ issues: whole.issues, held: whole.held })
      expect(accepted).toEqual(whole.accepted)
    }
  })

  it("law: what was held back, with its mended file, gives what all at once would have given; the order does not matter", async () => {
    const sent = [
      json("an.json", { id: "an", values: good }),
      json("binh.json", { id: "binh", subject: "binh-ward-2000", values: bad }),
      csv("cuc.csv", "Đơn vị;Cuộc họp;Lượt người dự họp", "Phường Cúc;1,234;40"),
      {
        name: "mai.xlsx",
        bytes: xlsx([
          ["Đơn vị", "Cuộc họp"],
          ["Hội Mai", 3],
        ]).subarray(0, 700),
      },
    ]
    const mended = [
      json("binh-2.json", { id: "binh", subject: "binh-ward-2000", revision: 2, reason: "đính chính", values: good }),
      csv("cuc-2.csv", "Đơn vị;Lần;Lý do;Cuộc họp;Lượt người dự họp", "Phường Cúc;2;ghi lại;1.234;1.240"),
      {
        name: "mai.xlsx",
        bytes: xlsx([
          ["Đơn vị", "Cuộc họp"],
          ["Hội Mai", 3],
        ]),
      },
    ]
    const first = await check(...sent)
    expect(
      new Set(first.issues.filter(({ severity }) => severity === "error").map(({ source }) => source?.file)),
    ).toEqual(new Set(["binh.json", "cuc.csv", "mai.xlsx"]))
    const factsOf = (accepted: Checked.Checked["accepted"]) =>
      JSON.stringify(Facts.fromValidated({ accepted, held: [], issues: [] }).facts)
    const facts = ({ accepted }: Checked.Checked) => factsOf(accepted)
    const all = facts(await check(...sent, ...mended))
    // What was whole the first time stays as it was; only what was held comes again, with what mends it.
    const wasHeld = new Set(first.held.map(({ submission }) => submission))
    const whole = first.accepted.filter(({ submission }) => !wasHeld.has(submission.id))
    const again = await check(...sent.slice(1), ...mended)
    expect(
      factsOf([...whole, ...again.accepted].toSorted((a, b) => (a.submission.id < b.submission.id ? -1 : 1))),
    ).toBe(all)
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray([...sent, ...mended], { minLength: 7 }), async (files) => {
        expect(facts(await check(...files))).toBe(all)
      }),
      { numRuns: 20 },
    )
    const counted = (await check(...sent, ...mended)).accepted.map(({ submission }) => [
      submission.subject,
      submission.revision,
    ])
    expect(counted.toSorted()).toEqual([
      ["an-ward-2000", 1],
      ["binh-ward-2000", 2],
      ["cuc-ward-2000", 2],
      ["mai-union-2000", 1],
    ])
  })

  it("names a file that nobody can read, and reads the others", async () => {
    const { issues, accepted } = await check(
      { name: "a.pdf", bytes: utf8("%PDF-1.7") },
      json("b.json", { values: good }),
    )
    expect(issues.map(({ code }) => code)).toEqual(["file.format-unsupported"])
    expect(accepted).toHaveLength(1)
  })

  it("law: never rejects for what is in a file, and every value of a table is accepted or held", async () => {
    const cell = fc.constantFrom(
      "5",
      "05",
      "1,234",
      "3/4",
      "-",
      "",
      "x",
      "=1+1",
      '"',
      "Phường An",
      "An",
      "Tổng cộng",
      "Cuộc họp",
      "87%",
      "khoảng 5",
      "\u0000",
      "../..",
      "::error::",
      "\u001b[31m",
    )
    const table = fc.array(
      fc.array(cell, { minLength: 1, maxLength: 5 }).map((row) => row.join(";")),
      { maxLength: 6 },
    )
    await fc.assert(
      fc.asyncProperty(table, fc.boolean(), async (rows, hasHead) => {
        const bytes = utf8(
          [...(hasHead ? ["Đơn vị;Cuộc họp;Quy ước được công nhận;Hội viên"] : []), ...rows].join("\n"),
        )
        const { issues, held, accepted, intakes } = await check({ name: "a.csv", bytes })
        const said = accepted.flatMap((answers) =>
          Answers.statements(answers).map((one) => `${answers.submission.id}${one.indicator}`),
        )
        for (const one of held) expect(said).not.toContain(`${one.submission}${one.pointer.replace("/values/", "")}`)
        for (const one of held) {
          const named = issues.some(
            (issue) => one.codes.includes(issue.code) && (issue.submission ?? one.submission) === one.submission,
          )
          expect(named).toBe(true)
        }
        expect(intakes).toHaveLength(1)
      }),
      { numRuns: 300 },
    )
  })

  it("law: never rejects for any bytes", async () => {
    const start = fc.constantFrom<ReadonlyArray<number>>(
      [],
      [0x50, 0x4b, 3, 4],
      [0xff, 0xfe],
      [0x7b],
      [0x5b],
      [0xef, 0xbb, 0xbf],
      [0xd0, 0xcf],
    )
    await fc.assert(
      fc.asyncProperty(start, fc.uint8Array({ maxLength: 64 }), async (begin, rest) => {
        const { issues, accepted } = await check({ name: "a", bytes: Uint8Array.from([...begin, ...rest]) })
        expect(accepted).toEqual([])
        expect(issues.length).toBeGreaterThan(0)
      }),
      { numRuns: 500 },
    )
  })
})

describe("limits", () => {
  const rows = (n: number) => csv("a.csv", "Đơn vị;Cuộc họp", ...Array.from({ length: n }, () => "Phường An;5"))
  const over = async (file: File.File, limits: Partial<Limits.Limits>) => {
    const { issues, accepted } = await validateFiles(registers, [file], { ...options, limits })
    expect(accepted).toEqual([])
    return issues.map(({ code, params, source }) => [code, params["what"], source?.line ?? source?.file])
  }

  it.each<readonly [what: string, limits: Partial<Limits.Limits>, file: File.File, at: string | number]>([
    ["bytes", { bytes: 20 }, rows(5), "a.csv"],
    ["bytes", { bytes: 20 }, { name: "a.ndjson", bytes: utf8(`{"id":1}\n${'{"id":2}\n'.repeat(9)}`) }, "a.ndjson"],
    ["rows", { rows: 3 }, rows(5), 4],
    ["cells", { cells: 5 }, rows(5), 3],
    ["columns", { columns: 3 }, csv("a.csv", "Đơn vị;Cuộc họp", "Phường An;5;;6"), 2],
    ["cell-length", { cellLength: 50 }, csv("a.csv", "Đơn vị;Cuộc họp", `Phường An;${"5".repeat(51)}`), 2],
    ["line-bytes", { lineBytes: 50 }, { name: "a.ndjson", bytes: utf8(`{"id":1}\n{"id":"${"x".repeat(60)}"}\n`) }, 2],
    ["submissions", { submissions: 2 }, { name: "a.json", bytes: utf8("[1,2,3]") }, "a.json"],
    ["submissions", { submissions: 2 }, { name: "a.ndjson", bytes: utf8("{}\n{}\n{}\n") }, "a.ndjson"],
    ["rows", { rows: 3 }, { name: "a.xlsx", bytes: xlsx(Array.from({ length: 5 }, () => ["Phường An", 5])) }, "a.xlsx"],
    [
      "cells",
      { cells: 5 },
      { name: "a.xlsx", bytes: xlsx(Array.from({ length: 5 }, () => ["Phường An", 5])) },
      "a.xlsx",
    ],
    ["cell-length", { cellLength: 50 }, { name: "a.xlsx", bytes: xlsx([["x".repeat(51)]]) }, "a.xlsx"],
    ["columns", { columns: 2 }, { name: "a.xlsx", bytes: xlsx([["a", "b", "c"]]) }, "a.xlsx"],
    ["sheets", { sheets: 0 }, { name: "a.xlsx", bytes: xlsx([["a"]]) }, "a.xlsx"],
  ])("%s: %j is an issue", async (what, limits, file, at) => {
    expect(await over(file, limits)).toEqual([["file.limit-exceeded", what, at]])
  })

  it("refuses a workbook that unpacks to more than it says", async () => {
    const bomb = xlsx([["a"]], { parts: { "xl/media/a.xml": " ".repeat(3_000_000) } })
    expect(bomb.length).toBeLessThan(20_000)
    expect(await over({ name: "a.xlsx", bytes: bomb }, {})).toEqual([["file.limit-exceeded", "inflation", "a.xlsx"]])
  })

  it("is not broken by numbers, nesting and keys that no submission has", async () => {
    const values = (text: string): File.File => ({
      name: "a.json",
      bytes: utf8(JSON.stringify(country.submission({ values: {} })).replace('"values":{}', `"values":${text}`)),
    })
    const codes = async (file: File.File) =>
      (await check(file)).issues.filter(({ severity }) => severity === "error").map(({ code }) => code)
    expect(await codes(values('{"member.count":1e400}'))).toEqual(["json.digits-lost"])
    expect(await codes(values('{"member.count":9007199254740993}'))).toEqual(["json.digits-lost"])
    expect(await codes(values('{"__proto__":{"member.count":5}}'))).toEqual(["json.key-reserved"])
    expect(await codes(values(`${'{"a":'.repeat(200)}1${"}".repeat(200)}`))).toEqual(["input.too-deep"])
    expect(await codes({ name: "a.json", bytes: utf8(`${"[".repeat(100_000)}${"]".repeat(100_000)}`) })).toEqual([
      "input.too-deep",
    ])
    expect(await codes({ name: "a.json", bytes: utf8("[".repeat(100_000)) })).toEqual(["input.too-deep"])
    expect(await codes(csv("a.csv", "Đơn vị;Hội viên", `Phường An;${"9".repeat(30)}`))).toEqual(["cell.unread"])
    expect(await codes(csv("a.csv", "Đơn vị;Hội viên", "Phường\u200b An;5"))).toEqual([])
    const [lookalike] = (await check(csv("a.csv", "Đơn vị;Hội viên", "Phường Вình;5"))).issues
    expect([lookalike?.code, lookalike?.params["near"]]).toEqual(["row.unit-unknown", "Phường Bình"])
  })
})
