// Tables through the command: read, told, marked, held back and sent again; and the forms that come back as tables.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { Answers, load, type Schemas } from "@danvan/core"
import { formats } from "@danvan/findings"
import { File, Limits, Marking, Reader, validateFiles } from "@danvan/intake"
import { Book } from "@danvan/workbook"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { danvan, danvanBytes, registers } from "./command.ts"

const example = new URL("../../../examples/tay-ho-2022/", import.meta.url)
const buoi = JSON.parse(readFileSync(new URL("submissions/buoi.json", example), "utf8"))
let folder = ""
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "danvan-cli-"))
})
afterAll(() => rmSync(folder, { recursive: true }))
const file = (name: string, content: string | Uint8Array): string => {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}
const within = (name: string): string => {
  const path = join(folder, name)
  mkdirSync(path, { recursive: true })
  return path
}

const head = ["Đơn vị", "Cuộc đối thoại đã tổ chức", "Lượt người tham gia đối thoại"]
const workbook = (...rows: ReadonlyArray<ReadonlyArray<string | number>>): Uint8Array =>
  Book.toBytes({
    author: "",
    sheets: [
      {
        name: "Biểu 1",
        state: "visible",
        widths: [],
        rows: rows.map((row, r) => ({ row: r + 1, cells: row.map((value, c) => ({ column: c + 1, value })) })),
      },
    ],
  })
const csv = (...rows: ReadonlyArray<string>): string => rows.join("\n")
const period = ["--period", "2022-H1"]

const validation = (args: ReadonlyArray<string>) => {
  const { code, out } = danvan(["validate", ...args, ...registers, "--format", "json"])
  return { code, ...(JSON.parse(out) as Schemas.File<"validation">) }
}
const errors = (args: ReadonlyArray<string>) => {
  const { code, issues } = validation(args)
  return [code, issues.flatMap(({ severity, code: found, source }) => (severity === "error" ? [[found, source]] : []))]
}

describe("danvan validate of tables", () => {
  it("tells the cell of a workbook and the line of a CSV file", () => {
    const book = file("a.xlsx", workbook(head, ["Phường Bưởi", -2, 180], ["Phường Yên Phu", 1, 2]))
    const text = file("a.csv", csv(head.join(";"), "Phường Xuân La;-3;1,234"))
    expect(errors([book, text, ...period])).toEqual([
      1,
      [
        ["row.unit-unknown", { file: book, sheet: "Biểu 1", cell: "A3" }],
        ["value.negative", { file: book, sheet: "Biểu 1", cell: "B2" }],
        ["cell.ambiguous", { file: text, line: 2, column: 19 }],
        ["value.negative", { file: text, line: 2, column: 16 }],
      ],
    ])
  })

  it("takes unit, period and the meaning of headings from the command line", () => {
    const own = file("own.csv", csv("Nội dung;Kết quả", "Số buổi;2"))
    const columns = file(
      "columns.json",
      JSON.stringify({
        schema: "danvan/columns@0",
        headings: { "Nội dung": { field: "indicator" }, "Kết quả": { field: "value" }, "Số buổi": "dialogue.events" },
      }),
    )
    const subject = ["--subject", "buoi-ward-1996"]
    expect(errors([own, ...subject, ...period])[0]).toBe(1)
    const { code, accepted } = validation([own, ...subject, ...period, "--columns", columns])
    expect([code, accepted]).toEqual([0, { submissions: 1, values: 1 }])
    const wrong = file(
      "wrong.json",
      JSON.stringify({ schema: "danvan/columns@0", headings: { "Số buổi": "dialogue" } }),
    )
    const { code: refused, err } = danvan(["validate", own, ...registers, "--columns", wrong])
    expect([refused, err.includes("wrong.json")]).toEqual([1, true])
  })

  it("brings tables together as it does JSON", () => {
    const table = file("sum.csv", csv(head.join(";"), "Phường Bưởi;2;180", "Phường Xuân La;3;20"))
    const wanted = ["--subject", "tay-ho-district-1996", ...period]
    const { code, out } = danvan(["aggregate", table, ...registers, ...wanted])
    const { cells } = JSON.parse(out) as Schemas.File<"aggregate">
    expect([code, cells.find(({ indicator }) => indicator === "dialogue.events")?.value]).toMatchObject([0, { n: 5 }])
  })

  it("tells what is odd about a table also where its figures are used", () => {
    const table = file("odd.csv", csv(head.join(";"), "Phường Bưởi;2;180", "Phường Xuân La;3;20", "Cộng;6;200"))
    const wanted = ["--subject", "tay-ho-district-1996", ...period]
    for (const [command, ...more] of [["aggregate"], ["explain", "--indicator", "dialogue.events"]] as const) {
      const { code, out, err } = danvan([command, table, ...registers, ...wanted, ...more])
      expect([code, out === ""]).toEqual([0, false])
      expect(err).toContain("[table.total-differs]")
      expect(err).not.toContain("[value.not-sent]")
    }
  })

  it.each<readonly [what: string, name: string, content: string | Uint8Array, code: string]>([
    ["a text called JSON", "text.json", "xin chào", "json.malformed"],
    ["a text called XLSX", "text.xlsx", "xin chào", "file.damaged"],
    ["a workbook cut short", "cut.xlsx", workbook(head, ["Phường Bưởi", 2, 180]).subarray(0, 900), "file.damaged"],
    ["an old workbook", "old.xls", Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]), "file.format-unsupported"],
    ["an empty file", "empty.json", "", "file.empty"],
    ["TCVN3", "old.csv", Buffer.from("§¬n vÞ;Cuéc häp\nPh­êng An;5\n", "latin1"), "encoding.legacy-font"],
    ["nesting over the limit", "deep.json", `${'{"a":'.repeat(70)}1${"}".repeat(70)}`, "input.too-deep"],
    [
      "a line over the limit",
      "long.ndjson",
      `{"id":"${"a".repeat(Limits.limits.lineBytes)}"}\n{}`,
      "file.limit-exceeded",
    ],
    [
      "columns over the limit",
      "wide.csv",
      csv(head.join(";"), `Phường Bưởi${";1".repeat(2000)}`),
      "file.limit-exceeded",
    ],
  ])("3: %s", (_, name, content, found) => {
    const { code, issues } = validation([file(name, content), ...period])
    expect([code, issues.map((issue) => issue.code)]).toEqual([3, expect.arrayContaining([found])])
  })

  it.each<readonly [limit: string, name: string, content: string]>([
    ["bytes=50", "few.json", JSON.stringify(buoi)],
    ["bytes=50", "few.ndjson", `${JSON.stringify(buoi)}\n{}`],
    ["line-bytes=50", "line.ndjson", `${JSON.stringify(buoi)}\n{}`],
    ["submissions=1", "many.ndjson", `${JSON.stringify(buoi)}\n${JSON.stringify(buoi)}`],
    ["submissions=1", "many.json", `[${JSON.stringify(buoi)},${JSON.stringify(buoi)}]`],
    ["rows=1", "rows.csv", csv(head.join(";"), "Phường Bưởi;2;180")],
    ["columns=2", "columns.csv", csv(head.join(";"), "Phường Bưởi;2;180")],
    ["cells=4", "cells.csv", csv(head.join(";"), "Phường Bưởi;2;180")],
    ["cell-length=9", "length.csv", csv(head.join(";"), "Phường Bưởi;2;180")],
  ])("3: over --limit %s, in %s", (limit, name, content) => {
    const path = file(name, content)
    const { code, issues } = validation([path, ...period, "--limit", limit])
    const found = issues.find((issue) => issue.code === "file.limit-exceeded")
    const [what, n] = limit.split("=")
    expect([code, found?.params]).toEqual([3, { what, limit: Number(n) }])
    // With room enough it is none.
    const wide = validation([path, ...period, "--limit", `${what}=1000000`])
    expect(wide.issues.map((issue) => issue.code)).not.toContain("file.limit-exceeded")
  })

  it("3: a workbook over --limit inflation or sheets, but not within", () => {
    const book = file("small.xlsx", workbook(head, ["Phường Bưởi", 2, 180]))
    const what = (limit: string) =>
      validation([book, ...period, "--limit", limit]).issues.find(({ code }) => code === "file.limit-exceeded")?.params
    expect(what("inflation=100")).toMatchObject({ what: "inflation" })
    expect(what("sheets=1")).toBeUndefined()
  })

  it("2: a limit that there is not, or that is no number", () => {
    for (const limit of ["lines=5", "rows=-5", "rows"]) {
      const { code, err } = danvan(["validate", "submissions/buoi.json", ...registers, "--limit", limit])
      expect([code, err.includes("bytes=N")]).toEqual([2, true])
    }
  })

  it("says of JSON what the text does not say for sure, with its place", () => {
    const text = JSON.stringify(buoi, null, 2).replace('"values": {', '"values": {\n    "dialogue.events": 9,')
    const path = file("twice.json", text)
    const line = text.split("\n").findLastIndex((one) => one.includes('"dialogue.events":')) + 1
    const { code, issues, held } = validation([path])
    expect([code, issues[0]?.code, issues[0]?.source]).toEqual([
      1,
      "json.key-repeated",
      { file: path, line, column: 5 },
    ])
    expect(held.map(({ pointer }) => pointer)).toEqual(["/values/dialogue.events"])
    expect(issues.map((issue) => issue.code)).not.toContain("value.not-sent")
  })
})

it("law: the command and the library tell the same in the same order, whatever is lost in between", async () => {
  const one = (id: string, events: unknown) =>
    JSON.stringify({ ...buoi, id, revision: 1, reason: undefined, values: { "dialogue.events": events } })
  const lost = one("lost", 1).replace('"id"', '"period":"2021-H1","id"')
  const twice = one("twice", 2).replace('"values":{', '"values":{"dialogue.events":3,')
  const names = [
    file("order.json", `[${[one("a", -1), lost, twice, twice, one("b", -2), lost].join(",\n")}]`),
    file("nameless.json", twice.replace('"id":"twice",', "")),
    file("nameless-list.json", `[${one("d", -1)},${twice.replace('"id":"twice",', "")}]`),
    file("order.ndjson", [one("a", -1), "{", twice, lost, one("c", -3)].join("\n")),
    file("order.csv", csv(head.join(";"), "Phường Xuân La;-3;1,234", "Phường Yên Phu;1;2")),
  ]
  const { out } = danvan(["validate", ...names, ...registers, ...period, "--format", "json"])
  const [organisations, catalogue] = ["organisations", "catalogue"].map((name): unknown =>
    JSON.parse(readFileSync(new URL(`${name}.json`, example), "utf8")),
  )
  const files = names.map((name) => ({ name, bytes: new Uint8Array(readFileSync(name)) }))
  const { accepted, held, issues } = await validateFiles(load(organisations, catalogue), files, {
    given: { period: "2022-H1" },
  })
  const values = accepted.reduce((sum, of) => sum + Answers.statements(of).length, 0)
  const findings = { files: names, accepted: { submissions: accepted.length, values }, held, issues }
  expect(out).toBe([...formats.json(findings, { lang: "vi" })].join(""))
  expect(issues.filter(({ code }) => code === "json.key-repeated").length).toBeGreaterThan(6)
})

describe("--marked", () => {
  it("writes tables in which something was found, under harmless names, and no others", async () => {
    const out = join(folder, "marked")
    const given = within("given")
    const [text, book, fine, strange] = ["a.csv", "b.xlsx", "fine.csv", "\u001b[31m x.csv"].map((name) =>
      join(given, name),
    )
    writeFileSync(text!, csv(head.join(";"), "Phường Tứ Liên;-2;180", "Phường Xuân La;3;20"))
    writeFileSync(book!, workbook(head, ["Phường Nhật Tân", -2, 180]))
    writeFileSync(fine!, csv(head.join(";"), "Phường Quảng An;3;20"))
    writeFileSync(strange!, csv(head.join(";"), "Phường Yên Phu;3;20"))
    const files = [text!, book!, fine!, strange!]
    const { code, err } = danvan([
      "validate",
      ...files,
      "submissions/buoi.json",
      ...registers,
      ...period,
      "--marked",
      out,
    ])
    expect([code, err]).toEqual([1, `Đã ghi vào ${out}: 3 biểu có đánh dấu chỗ cần sửa.\n`])
    expect(readdirSync(out).toSorted()).toEqual(["__31m_x.csv", "a.csv", "b.xlsx"])
    const [title, first, second] = readFileSync(join(out, "a.csv"), "utf8").split("\r\n")
    expect([title?.startsWith("\ufeffĐơn vị"), title?.endsWith(";Cần sửa")]).toEqual([true, true])
    expect([first?.includes("Số -2 là số âm"), second]).toEqual([true, "Phường Xuân La;3;20"])
    // The workbook is the sender's own, with the one note.
    const marked = readFileSync(join(out, "b.xlsx"))
    const same = await Marking.mark(readFileSync(book!), [
      { sheet: "Biểu 1", cell: "B2", text: "Số -2 là số âm; số đếm không thể âm. Kiểm tra và ghi lại số." },
    ])
    expect(Buffer.compare(marked, Buffer.from(same.bytes))).toBe(0)
  })
})

describe("--held", () => {
  const one = (id: string, subject: string, values: object, rest: object = {}): string =>
    JSON.stringify({ ...buoi, id, subject, reporter: undefined, revision: 1, reason: undefined, values, ...rest })
  const good = { "dialogue.events": 2, "dialogue.turns": 40 }
  const bad = { "dialogue.events": -2, "dialogue.turns": 40 }

  it("law: what was held back, with what mends it, gives what all at once would have given", () => {
    const whole = within("whole")
    const put = (name: string, content: string | Uint8Array): string => {
      writeFileSync(join(whole, name), content)
      return join(whole, name)
    }
    const broken = `${one("pt", "phu-thuong-ward-1996", good).slice(0, 90)}`
    const sent = {
      list: put("list.json", `[${one("buoi", "buoi-ward-1996", good)},\n ${one("xl", "xuan-la-ward-1996", bad)}]`),
      lines: put(
        "lines.ndjson",
        [one("yp", "yen-phu-ward-1996", good), broken, one("tl", "tu-lien-ward-1996", bad)].join("\n"),
      ),
      doubt: put("doubt.json", `[${one("qa", "quang-an-ward-1996", good).replace('"id"', '"period":"2021-H1","id"')}]`),
      table: put("t.csv", csv(head.join(";"), "Phường Nhật Tân;2;1,234", "Phường Thuỵ Khue;1;20")),
      book: put("t.xlsx", workbook(head, ["Phường Thụy Khuê", 2, 180]).subarray(0, 900)),
    }
    const mended = [
      put("xl.json", one("xl", "xuan-la-ward-1996", good, { revision: 2, reason: "sửa" })),
      put("tl.json", one("tl", "tu-lien-ward-1996", good, { revision: 2, reason: "sửa" })),
      put("pt.json", one("pt", "phu-thuong-ward-1996", good)),
      put("qa.json", one("qa", "quang-an-ward-1996", good)),
      put("t-2.csv", csv(`${head.join(";")};Lần;Lý do`, "Phường Nhật Tân;2;1.234;2;sửa", "Phường Thụy Khuê;1;20;1;")),
    ]
    // What was in order the first time, as whoever keeps it has it.
    const kept = [
      put("buoi.json", one("buoi", "buoi-ward-1996", good)),
      put("yp.json", one("yp", "yen-phu-ward-1996", good)),
    ]
    const out = join(folder, "held-law")
    const first = danvan(["validate", ...Object.values(sent), ...registers, ...period, "--held", out])
    expect(first.code).toBe(3)
    const written = readdirSync(out).filter((name) => !name.endsWith(".issues.json"))
    expect(written.toSorted()).toEqual(["lines-2.json", "qa.json", "t.csv", "t.xlsx", "tl.json", "xl.json"])
    // As they came, byte for byte.
    expect(readFileSync(join(out, "lines-2.json"), "utf8")).toBe(broken)
    expect(readFileSync(join(out, "xl.json"), "utf8")).toBe(one("xl", "xuan-la-ward-1996", bad))
    expect(readFileSync(join(out, "t.xlsx")).equals(readFileSync(sent.book))).toBe(true)
    const cells = (files: ReadonlyArray<string>) => {
      const wanted = ["--subject", "tay-ho-district-1996", ...period]
      const { cells: all } = JSON.parse(
        danvan(["aggregate", ...files, ...registers, ...wanted]).out,
      ) as Schemas.File<"aggregate">
      return all.map(({ indicator, value, coverage }) => [indicator, value, coverage])
    }
    const all = cells([...Object.values(sent), ...mended])
    expect(cells([...kept, ...written.map((name) => join(out, name)), ...mended])).toEqual(all)
    expect(cells(Object.values(sent))).not.toEqual(all)
  })

  it("leaves out what nobody has to mend: a replaced revision, a draft", () => {
    const out = join(folder, "held-none")
    const first = file("r1.json", one("r", "buoi-ward-1996", good))
    const second = file("r2.json", one("r", "buoi-ward-1996", good, { revision: 2, reason: "sửa" }))
    const draft = file("d.json", one("d", "yen-phu-ward-1996", good, { status: "draft" }))
    const { code, out: said } = danvan(["validate", first, second, draft, ...registers, "--held", out])
    expect([code, readdirSync(out)]).toEqual([0, []])
    expect(said).toContain("[revision.superseded]")
    expect(said).toContain("[status.not-counted]")
  })

  it("overwrites nothing that is something else, and writes the same once", () => {
    const out = join(folder, "held-again")
    const path = file("again.json", one("again", "buoi-ward-1996", bad))
    const hold = (from: string) => danvan(["validate", from, ...registers, "--held", out]).code
    expect([hold(path), hold(path)]).toEqual([1, 1])
    expect(readdirSync(out).toSorted()).toEqual(["again.issues.json", "again.json"])
    hold(file("again.json", one("again", "buoi-ward-1996", { "dialogue.events": -3 })))
    expect(readdirSync(out).toSorted()).toEqual([
      "again-2.issues.json",
      "again-2.json",
      "again.issues.json",
      "again.json",
    ])
  })
})

describe("danvan template", () => {
  const wanted = ["template", ...registers, "--subject", "buoi-ward-1996", "--period", "2022-H1", "--to"]

  it("as CSV comes back filled in and is in order", () => {
    const { code, out } = danvan([...wanted, "csv"])
    expect([code, out.split("\r\n")[0]]).toEqual([0, "\ufeffMã chỉ tiêu;Ghi chú;Đơn vị tính;buoi-ward-1996"])
    // 8 in every row, 3/4 where two numbers are asked for, and the total of four eights.
    const filled = out
      .replaceAll(/^([a-z].*\(x\/y\).*;)\r$/gm, "$13/4\r")
      .replaceAll(/^([a-z].*;)\r$/gm, "$18\r")
      .replace(/^(dvk\.models\.registered;.*;)8\r$/m, "$132\r")
    const { code: back, counts, accepted } = validation([file("form.csv", filled)])
    expect([back, counts.error, accepted]).toEqual([0, 0, { submissions: 1, values: 12 }])
  })

  it("as XLSX is a workbook that says itself what it asks, with last period's figures beside", async () => {
    const plain = danvanBytes([...wanted, "xlsx"])
    expect([plain.code, File.kindOf(plain.out, "")]).toEqual([0, "xlsx"])
    const before = file(
      "q1.json",
      JSON.stringify({ ...buoi, id: "q1", period: "2022-Q1", revision: 1, reason: undefined }),
    )
    const shown = danvanBytes([...wanted, "xlsx", "--previous", before])
    const texts = async (bytes: Uint8Array) =>
      (await Reader.read(bytes)).tables.flatMap(({ rows }) =>
        [...rows].flatMap(({ cells }) => cells.map(({ text }) => text)),
      )
    expect((await texts(shown.out)).filter((text) => text === "khoảng 180")).toHaveLength(1)
    expect((await texts(plain.out)).filter((text) => text === "khoảng 180")).toHaveLength(0)
    // Empty, it says so; what it lacks is not the period or the unit.
    expect(errors([file("empty.xlsx", plain.out)])).toEqual([3, [["file.empty", { file: join(folder, "empty.xlsx") }]]])
  })

  it("is refused for a unit or a period that there is none of", () => {
    const ask = (subject: string, of: string) =>
      danvan(["template", ...registers, "--subject", subject, "--period", of, "--to", "csv"])
    expect(ask("buoi-ward-1966", "2022-H1")).toMatchObject({
      code: 1,
      out: "",
      err: expect.stringContaining("buoi-ward-1996"),
    })
    expect(ask("buoi-ward-1996", "sáu tháng")).toMatchObject({ code: 1, out: "" })
  })
})

it("danvan report writes the tables: a workbook, and CSV for each of them", async () => {
  const out = join(folder, "tables")
  const sent = readdirSync(new URL("submissions/", example)).map((name) => `submissions/${name}`)
  const asked = ["--request", "report.json", "--to", "xlsx,csv", "--out", out]
  const { code, err } = danvan(["report", ...sent, ...registers, ...asked])
  expect([code, err.match(/Đã ghi/g)?.length, err.includes("Không in được")]).toEqual([0, 8, false])
  const csvs = readdirSync(out).filter((name) => name.endsWith(".csv"))
  expect(csvs).toContain("report.by-unit-table.csv")
  const total = readFileSync(join(out, "report.by-unit-table.csv"), "utf8")
    .split("\r\n")
    .find((line) => line.startsWith("Tổng"))
  expect(total).toBe("Tổng cộng;;197;161;11;khoảng 1.500;42/42;58/119;79/108;10")
  const { tables } = await Reader.read(readFileSync(join(out, "report.xlsx")))
  expect(tables).toHaveLength(csvs.length + 1)
  const numbers = [...(tables[3]?.rows ?? [])].flatMap(({ cells }) => cells.filter(({ kind }) => kind === "number"))
  expect(numbers.find(({ text }) => text === "khoảng 1.500")?.raw).toBe("1500")
})

it("danvan report writes DOCX", () => {
  const out = join(folder, "docx")
  const sent = readdirSync(new URL("submissions/", example)).map((name) => `submissions/${name}`)
  const { code } = danvan(["report", ...sent, ...registers, "--request", "report.json", "--to", "docx", "--out", out])
  expect([code, readdirSync(out)]).toEqual([0, ["report.docx"]])
  expect(readFileSync(join(out, "report.docx")).subarray(0, 2).toString()).toBe("PK")
})
