import { readFileSync } from "node:fs"
import { Issue, Schemas, Wording } from "@danvan/core"
import { type Findings, formats, item, type Options } from "@danvan/findings"
import { Ajv2020 } from "ajv/dist/2020.js"
import Ajv4 from "ajv-draft-04"
import addFormats from "ajv-formats"
import * as fc from "fast-check"
import * as Result from "effect/Result"
import { describe, expect, it } from "vitest"
import { validateXML } from "xmllint-wasm"
import { any, harmful, usual } from "./samples.ts"

const told = (format: keyof typeof formats, findings: Findings, options: Partial<Options> = {}): string =>
  [...formats[format](findings, { lang: "vi", ...options })].join("")
const file = (name: string): string => readFileSync(new URL(`schemas/${name}`, import.meta.url), "utf8")

// What would act on a terminal or on a log, in text that is meant to hold none of it.
// oxlint-disable-next-line no-control-regex
const acting = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/

describe("text", () => {
  it("says one cause once, with how often and where, errors first", () => {
    const name = ({ subject }: Issue.Issue): string | undefined =>
      subject === "an-ward-2000" ? "Phường An" : undefined
    expect(told("text", usual, { name })).toMatchInlineSnapshot(`
      "LỖI · 2 chỗ  [value.negative]
        Số -4 là số âm; số đếm không thể âm.
          – Phường An  (an.json:3:12 /values/meeting.events)
          – binh.json:3:12 /values/meeting.events
        → Cách xử lý: Kiểm tra và ghi lại số.

      LỖI  [value.fractional]
        Số 1.5 không phải số nguyên; số đếm phải là số nguyên.
          – Phường An  (an.json:3:12 /values/member.count)
        → Cách xử lý: Kiểm tra dấu chấm, dấu phẩy (1.500 là một nghìn năm trăm) và ghi lại số.

      LỖI  [value.null]
        Ô để null: không rõ là bằng không, chưa có hay không có đối tượng.
          – binh.json:3:12 /values/model.registered
        → Cách xử lý: Ghi 0, hoặc { "missing": … }, hoặc { "notApplicable": … }.

      CẢNH BÁO · 5 chỗ  [value.not-sent]
        Thiếu chỉ tiêu phải báo cáo “model.registered”.
          – Phường An  (an.json:3:12 /values/model.registered)
        Thiếu chỉ tiêu phải báo cáo “convention.recognised”.
          – Phường An  (an.json:3:12 /values/convention.recognised)
          – binh.json:3:12 /values/convention.recognised
        Thiếu chỉ tiêu phải báo cáo “meeting.turns”.
          – binh.json:3:12 /values/meeting.turns
        Thiếu chỉ tiêu phải báo cáo “member.count”.
          – binh.json:3:12 /values/member.count
        → Cách xử lý: Bổ sung số liệu; nếu không phát sinh thì ghi rõ “không phát sinh” (trong tệp JSON: thêm vào “nil”).

      CẢNH BÁO · 2 chỗ  [submission.not-sent]
        Phường Cúc chưa gửi báo cáo 6 tháng đầu năm 2022.
          – cuc-ward-2000
        Hội Mai chưa gửi báo cáo 6 tháng đầu năm 2022.
          – mai-union-2000
        → Cách xử lý: Đôn đốc đơn vị gửi báo cáo.

      4 lỗi, 7 cảnh báo. Chấp nhận 2 báo cáo, 1 giá trị; giữ lại 4 chỗ.
      "
    `)
  })

  it("in English, with one place", () => {
    const issues = usual.issues.slice(0, 1)
    expect(told("text", { ...usual, issues }, { lang: "en" })).toMatchInlineSnapshot(`
      "ERROR  [value.negative]
        -4 is negative; a count cannot be.
          – an.json:3:12 /values/meeting.events
        → What to do: Check the number.

      1 error. Accepted 2 submissions with 1 value; 4 places are held back.
      "
    `)
  })

  it("leads into JSON by a pointer, into a table by its cell alone", () => {
    const [issue] = usual.issues
    const at = (source: Issue.Source): string =>
      told("text", { ...usual, issues: [{ ...issue!, source }] }, { name: () => "Phường An" }).split("\n")[2] ?? ""
    expect([
      at({ file: "an.json", line: 3, column: 12 }),
      at({ file: "an.xlsx", sheet: "Biểu 1", cell: "C7" }),
      at({ file: "an.csv", line: 3, column: 12 }),
    ]).toEqual([
      "    – Phường An  (an.json:3:12 /values/meeting.events)",
      "    – Phường An  (an.xlsx [Biểu 1!C7])",
      "    – Phường An  (an.csv:3:12)",
    ])
  })

  it("says so when nothing is wrong", () => {
    expect(told("text", { ...usual, issues: [], held: [] })).toBe(
      "Không có lỗi nào. Chấp nhận 2 báo cáo, 1 giá trị; giữ lại 0 chỗ.\n",
    )
  })

  it("has colours only when asked", () => {
    expect(told("text", usual)).not.toMatch(acting)
    expect(told("text", usual, { colour: true })).toContain("\u001b[31mLỖI\u001b[0m")
  })

  it("lets nothing that was sent act on a terminal or a log", () => {
    fc.assert(
      fc.property(any, (findings) => {
        const written = told("text", findings)
        expect(written).not.toMatch(acting)
        expect(written).not.toMatch(/^\s*::|##\[/m)
      }),
    )
  })
})

describe("json", () => {
  const ajv = new Ajv2020()
  addFormats.default(ajv)
  const check = ajv.compile(Schemas.json("validation"))

  it("is danvan/validation@0, with every finding", () => {
    const read = JSON.parse(told("json", usual)) as Schemas.File<"validation">
    expect([check(read), check.errors]).toEqual([true, null])
    expect(read.issues).toEqual(usual.issues.map((issue) => item(issue)))
    expect(read.counts).toEqual(Issue.count(usual.issues))
    expect(read.held).toEqual(usual.held)
  })

  it("reads back as it was, whatever was sent, and acts on nothing", () => {
    fc.assert(
      fc.property(any, (findings) => {
        const written = told("json", findings)
        expect(JSON.parse(written)).toMatchObject({
          held: findings.held,
          issues: findings.issues.map((one) => item(one)),
        })
        expect(check(JSON.parse(written))).toBe(true)
        expect(written).not.toMatch(acting)
        expect(written).not.toContain("##[")
      }),
    )
  })

  it("as lines: one finding each", () => {
    fc.assert(
      fc.property(any, (findings) => {
        const lines = told("ndjson", findings).split("\n")
        expect(lines.pop()).toBe("")
        expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual(findings.issues.map((one) => item(one)))
      }),
    )
  })
})

describe("sarif", () => {
  const ajv = new Ajv4.default({ strict: false, unicodeRegExp: false })
  addFormats.default(ajv as never)
  const check = ajv.compile(JSON.parse(file("sarif-2.1.0-rtm.5.json")))

  it("is what OASIS's schema wants, whatever was sent", () => {
    expect([check(JSON.parse(told("sarif", usual))), check.errors]).toEqual([true, null])
    fc.assert(
      fc.property(any, (findings) => {
        const written = told("sarif", findings, { lang: "en", version: "0.1.0" })
        expect([check(JSON.parse(written)), check.errors]).toEqual([true, null])
        expect(written).not.toMatch(acting)
      }),
    )
  })

  it("names the rule of every result, its level, and its place in the file", () => {
    const [run] = JSON.parse(told("sarif", usual)).runs
    expect(run.results).toHaveLength(usual.issues.length)
    for (const [i, result] of run.results.entries()) {
      expect(run.tool.driver.rules[result.ruleIndex].id).toBe(usual.issues[i]?.code)
    }
    expect(run.results[0]).toMatchObject({
      level: "error",
      locations: [
        {
          physicalLocation: { artifactLocation: { uri: "an.json" }, region: { startLine: 3, startColumn: 12 } },
          logicalLocations: [{ fullyQualifiedName: "an-ward-2000-2022-H1/values/meeting.events" }],
        },
      ],
    })
  })
})

describe("junit", () => {
  const lint = (xml: string) =>
    validateXML({ xml: [{ fileName: "junit.xml", contents: xml }], schema: [file("junit-4.xsd")] })

  it("is what the schema of build servers wants, whatever was sent", async () => {
    const all = [usual, ...fc.sample(any, { numRuns: 25, seed: 7 })]
    for (const findings of all) {
      const { valid, errors } = await lint(told("junit", findings))
      expect([valid, errors]).toEqual([true, []])
    }
  })

  it("is well-formed with the worst of words in every place", async () => {
    const issues = harmful.map((text) =>
      Issue.make(
        "subject.unknown",
        { pointer: text, submission: text, source: { file: text } },
        { found: text, near: text },
      ),
    )
    const written = told("junit", { ...usual, files: harmful, issues }, { name: () => harmful.join("") })
    const { valid, errors } = await lint(written)
    expect([valid, errors]).toEqual([true, []])
    expect(written).not.toMatch(acting)
  })

  it("has a suite for each file, in which errors are failures and a clean file passes", () => {
    const written = told("junit", { ...usual, files: ["an.json", "cuc.json"] })
    expect(written).toContain('<testsuite name="cuc.json" tests="1" failures="0" errors="0" skipped="0">')
    expect(written.match(/<failure /g)).toHaveLength(Issue.count(usual.issues).error)
    const tests = written.match(/<testcase /g)?.length ?? 0
    expect(written).toContain(`<testsuites name="danvan" tests="${tests}" failures="4" errors="0">`)
  })
})

describe("github", () => {
  // The grammar as GitHub documents it: `::name key=value,key=value::data`, one a line, `%25 %0D %0A` escaped in data,
  // `%3A %2C` in values too.
  const unescape = (text: string): string => text.replace(/%(25|0D|0A|3A|2C)/g, (code) => decodeURIComponent(code))
  const parse = (line: string) => {
    const match = /^::([a-z]+)(?: ([^:]*))?::(.*)$/.exec(line)
    if (!match) throw new Error(`no command: ${line}`)
    const [, name, properties = "", message = ""] = match
    if (/[\r\n]/.test(message)) throw new Error("a line break in the data")
    const entries = properties.split(",").map((pair) => {
      const [, key = "", value = ""] = /^([a-z]+)=([^,:]*)$/.exec(pair) ?? []
      if (key === "") throw new Error(`no property: ${pair}`)
      return [key, unescape(value)] as const
    })
    return { name, properties: Object.fromEntries(entries), message: unescape(message) }
  }

  it("is a command for each finding, at its line", () => {
    const lines = told("github", usual, { lang: "en" }).trimEnd().split("\n").map(parse)
    expect(lines).toHaveLength(usual.issues.length)
    expect(lines[0]).toEqual({
      name: "error",
      properties: { file: "an.json", line: "3", col: "12", title: "value.negative" },
      message: "-4 is negative; a count cannot be.\nCheck the number.\nan-ward-2000-2022-H1 /values/meeting.events",
    })
  })

  it("is never more than that, whatever was sent", () => {
    fc.assert(
      fc.property(any, (findings) => {
        const lines = told("github", findings).split("\n")
        expect(lines.pop()).toBe("")
        const levels = { error: "error", warning: "warning", info: "notice" }
        expect(lines.map((line) => [parse(line).name, parse(line).properties["title"]])).toEqual(
          findings.issues.map(({ severity, code }) => [levels[severity], code]),
        )
      }),
    )
  })
})

describe("an office's own words", () => {
  const own = Result.getOrThrow(
    Wording.fromJson({
      schema: "danvan/wording@0",
      messages: { "value.negative": { vi: { message: "Số {found} ghi nhầm dấu.", fix: "Gọi số máy lẻ của Ban." } } },
    }),
  )

  it("are said by every format", () => {
    for (const format of ["text", "json", "ndjson", "sarif", "junit", "github"] as const) {
      const written = told(format, usual, { wording: own })
      expect(written).toContain("Số -4 ghi nhầm dấu.")
      expect(written).not.toContain("số đếm không thể âm")
    }
  })
})
