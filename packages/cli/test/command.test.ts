import { spawnSync } from "node:child_process"
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { Schemas } from "@danvan/core"
import { Ajv2020 } from "ajv/dist/2020.js"
import addFormats from "ajv-formats"
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest"
import { commands } from "../src/Usage.ts"
import { danvan, registers } from "./command.ts"

const example = new URL("../../../examples/tay-ho-2022/", import.meta.url)
const sent = readdirSync(new URL("submissions/", example)).map((name) => `submissions/${name}`)
const buoi = JSON.parse(readFileSync(new URL("submissions/buoi.json", example), "utf8"))
let folder = ""
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "danvan-cli-"))
})
afterAll(() => rmSync(folder, { recursive: true }))
const file = (name: string, content: string | Buffer): string => {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}
const ajv = new Ajv2020()
addFormats.default(ajv)

describe("exit codes", () => {
  it("0: nothing of severity error", () => {
    const { code, out, err } = danvan(["validate", ...sent, ...registers])
    expect([code, err]).toEqual([0, ""])
    expect(out).toContain("2 cảnh báo. Chấp nhận 13 báo cáo, 134 giá trị; giữ lại 0 chỗ.")
  })

  it("1: errors in the data", () => {
    const bad = JSON.stringify({ ...buoi, values: { ...buoi.values, "dialogue.events": -1 } })
    const { code, out } = danvan(["validate", file("bad.json", bad), ...registers, "--format", "json"])
    const read = JSON.parse(out) as Schemas.File<"validation">
    expect([code, ajv.compile(Schemas.json("validation"))(read), read.counts.error]).toEqual([1, true, 1])
    expect(read.issues.find(({ severity }) => severity === "error")).toMatchObject({
      code: "value.negative",
      pointer: "/values/dialogue.events",
      source: { file: join(folder, "bad.json") },
    })
  })

  it.each([
    [["validate", "a.json", "--ogr", "x"], "Có phải là --org?"],
    [["valdate"], "Có phải là validate?"],
    [["validate", ...registers], "Chưa nêu F…|-."],
    [["validate", "--previous", "a.json", ...registers], "Nêu các tệp của kỳ này trước"],
    [["validate", "a.json"], "Thiếu --org F."],
    [["validate", "a.json", "--org", "--catalogue", "x"], "--org thiếu giá trị (F)."],
    [["validate", "a.json", ...registers, "--format", "xml"], "--format không nhận “xml”"],
    [["validate", "a.json", ...registers, "--lang", "fr"], "--lang không nhận “fr”"],
    [["validate", "submissions/buoi.json", "--org", "organisations.json"], "Không có sẵn danh mục “danvan-2022”"],
    [["report", ...sent, ...registers, "--request", "report.json", "--to", "odt", "--out", "x"], "Chưa có --to odt"],
    [["template", ...registers, "--subject", "x", "--period", "2022", "--to", "pdf"], "--to không nhận “pdf”"],
    [["form", "x.pdf"], "Chưa có danvan form"],
    [["intake", "x.pdf"], "Chưa có danvan intake"],
    [["schema", "nope"], "Không có lược đồ “nope”"],
    [["schema", "submission", "report"], "Thừa “report”."],
    [[], "Cách dùng: danvan LỆNH …"],
  ])("2: wrong usage %j", (args, said) => {
    const { code, out, err } = danvan(args)
    expect([code, out]).toEqual([2, ""])
    expect(err).toContain(said)
  })

  it.each([
    ["nothing there", "nope.json", null, "không có tệp này"],
    ["UTF-16", "utf16.json", Buffer.from(`\ufeff${JSON.stringify(buoi)}`, "utf16le"), "mà là UTF-16LE"],
    ["cut short", "cut.json", JSON.stringify(buoi).slice(0, 90), "văn bản đã hết"],
    ["another kind of file", "a.xyz", "x", "Không đọc được loại tệp"],
  ])("3: input that cannot be read: %s", (_, name, content, said) => {
    const path = content === null ? join(folder, name) : file(name, content)
    const { code, out } = danvan(["validate", path, "submissions/buoi.json", ...registers])
    expect(code).toBe(3)
    expect(out).toContain(said)
    // The other file is looked at all the same.
    expect(out).toContain("Chấp nhận 1 báo cáo")
  })

  it("70: our own defect, with what we need to find it", async () => {
    const { run } = await import("../src/Cli.ts")
    const told: Array<string> = []
    const broken = { ...terminal(told), stdin: () => Promise.reject(new TypeError("boom")) }
    expect(await run(["figure", "-"], broken)).toBe(70)
    expect(told.join("")).toMatch(/Lỗi của chính chương trình.*\nTypeError: boom\n/)
  })

  it("of several the strongest: 3 before 1", () => {
    const bad = JSON.stringify({ ...buoi, values: null })
    expect(danvan(["validate", "nope.json", file("null.json", bad), ...registers]).code).toBe(3)
  })
})

const terminal = (told: Array<string>) => ({
  stdin: () => Promise.resolve(Buffer.alloc(0)),
  out: async (piece: string | Uint8Array) => {
    told.push(String(piece))
    return true
  },
  err: (text: string) => void told.push(text),
  watched: { out: false, err: false },
  colour: false,
})

describe("danvan validate", () => {
  it("finds the same in NDJSON, in a list, and on the standard input as in single files", () => {
    const all = sent.map((name) => JSON.parse(readFileSync(new URL(name, example), "utf8")) as unknown)
    const lines = all.map((one) => JSON.stringify(one)).join("\n")
    const bare = (out: string): unknown =>
      (JSON.parse(out) as Schemas.File<"validation">).issues.map(({ source: _source, ...issue }) => issue)
    const ask = (args: ReadonlyArray<string>, input = "") =>
      bare(danvan(["validate", ...args, ...registers, "--format", "json"], input).out)
    const single = ask(sent)
    expect(ask([file("all.ndjson", lines)])).toEqual(single)
    expect(ask([file("all.json", JSON.stringify(all))])).toEqual(single)
    expect(ask(["-"], lines)).toEqual(single)
    expect(ask(["-"], JSON.stringify(all, null, 2))).toEqual(single)
  })

  it("names the line of NDJSON, also of one that is no JSON", () => {
    const lines = [JSON.stringify(buoi), "", '{"id": "x",}', JSON.stringify({ ...buoi, id: "y", subject: "z" })].join(
      "\r\n",
    )
    const { code, out } = danvan(["validate", file("l.ndjson", `\ufeff${lines}`), ...registers, "--format", "ndjson"])
    const issues = out
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as Schemas.File<"validation">["issues"][number])
      .filter(({ severity }) => severity === "error")
    expect(code).toBe(3)
    expect(issues.map((issue) => [issue.code, issue.source?.line, issue.source?.column])).toEqual([
      ["json.malformed", 3, 12],
      ["subject.unknown", 4, (lines.split("\r\n")[3]?.indexOf('"z"') ?? -1) + 1],
    ])
  })

  it("writes what is held back as it came, under names that do no harm, and all together give the same", () => {
    const evil = { ...buoi, id: "../../\u001b[31mx", values: { ...buoi.values, "dialogue.events": -1 } }
    const bytes = `${JSON.stringify(evil, null, 3)}\n`
    const out = join(folder, "held")
    const first = danvan([
      "validate",
      file("evil.json", bytes),
      "submissions/xuan-la.json",
      ...registers,
      "--held",
      out,
    ])
    expect([first.code, readdirSync(out).sort()]).toEqual([1, ["_..___31mx.issues.json", "_..___31mx.json"]])
    expect(first.out).not.toContain("\u001b")
    expect(readFileSync(join(out, "_..___31mx.json"), "utf8")).toBe(bytes)
    const mended = file("mended.json", JSON.stringify({ ...evil, revision: 3, reason: "sửa", values: buoi.values }))
    const after = danvan(["validate", join(out, "_..___31mx.json"), mended, "submissions/xuan-la.json", ...registers])
    expect(after.out).toContain("Chấp nhận 2 báo cáo")
  })

  it("tells how far it is, on a terminal, when it takes long, and clears that away", async () => {
    const { run } = await import("../src/Cli.ts")
    const lines = Array.from({ length: 20 }, (_, i) => JSON.stringify({ ...buoi, id: `a${i}`, subject: `u${i}` }))
    const long = file("long.ndjson", lines.join("\n"))
    const paths = ["organisations.json", "catalogue.json"].map((name) => new URL(name, example).pathname)
    // A clock by which every submission takes a third of a second.
    let now = 0
    const clock = vi.spyOn(performance, "now").mockImplementation(() => (now += 333))
    const ask = async (err: boolean): Promise<string> => {
      const notes: Array<string> = []
      const quiet = { ...terminal([]), err: (text: string) => void notes.push(text), watched: { out: false, err } }
      const flags = ["--org", paths[0]!, "--catalogue", paths[1]!, "--format", "ndjson"]
      expect(await run(["validate", long, ...flags], quiet)).toBe(1)
      return notes.join("")
    }
    const [notes, cleared] = (await ask(true)).split("\u001b")
    expect(notes).toMatch(/^(\rĐã đọc \d+ báo cáo…){10,}\r$/)
    expect(cleared).toBe("[K")
    expect(await ask(false)).toBe("")
    clock.mockRestore()
  })

  it("says it in an office's own words, and refuses words that do not fit", () => {
    const bad = file("neg.json", JSON.stringify({ ...buoi, values: { "dialogue.events": -1 } }))
    const own = {
      schema: "danvan/wording@0",
      messages: { "value.negative": { vi: { message: "Ghi nhầm dấu: {found}." } } },
    }
    const said = danvan(["validate", bad, ...registers, "--wording", file("w.json", JSON.stringify(own))])
    expect(said.out).toContain("Ghi nhầm dấu: -1.")
    const wrong = { ...own, messages: { "value.negative": { vi: { message: "{nope}" } } } }
    const refused = danvan(["validate", bad, ...registers, "--wording", file("w2.json", JSON.stringify(wrong))])
    expect([refused.code, refused.err.includes("wording.parameter-unknown")]).toEqual([1, true])
  })

  it("has no colours where nobody looks, colours on a terminal, none with NO_COLOR", () => {
    const bad = file("c.json", JSON.stringify({ ...buoi, values: { "dialogue.events": -1 } }))
    const node = `${process.execPath} --conditions=@danvan/source ${new URL("../src/main.ts", import.meta.url).pathname}`
    const line = `${node} validate ${bad} --org organisations.json --catalogue catalogue.json`
    const seen = (env: Record<string, string>): string =>
      spawnSync("script", ["-qec", line, "/dev/null"], {
        cwd: example,
        encoding: "utf8",
        env: { ...process.env, TERM: "xterm", NO_COLOR: "", ...env },
      }).stdout
    expect(danvan(["validate", bad, ...registers]).out).not.toContain("\u001b")
    expect(seen({})).toContain("\u001b[31mLỖI\u001b[0m")
    expect(seen({ NO_COLOR: "1" })).not.toContain("\u001b")
  })
})

describe("the other commands", () => {
  const wanted = ["--subject", "tay-ho-district-1996", "--period", "2022-H1"]

  it("aggregate prints canonical JSON that its schema accepts", () => {
    const { code, out } = danvan(["aggregate", ...sent, ...registers, ...wanted])
    const read = JSON.parse(out) as Schemas.File<"aggregate">
    expect([code, ajv.compile(Schemas.json("aggregate"))(read)]).toEqual([0, true])
    expect(read.cells.find(({ indicator }) => indicator === "dialogue.events")?.value).toMatchObject({ n: 11 })
    expect(out).toBe(danvan(["aggregate", ...sent.toReversed(), ...registers, ...wanted]).out)
  })

  it("explain goes down to the submissions", () => {
    const { code, out } = danvan(["explain", ...sent, ...registers, ...wanted, "--indicator", "dialogue.turns"])
    expect([code, out.split("\n")[1]]).toEqual([
      0,
      "  Phường Bưởi: khoảng 180 lượt người – theo báo cáo của đơn vị · buoi-2022-h1, lần 2 (số minh hoạ)",
    ])
    expect(danvan(["explain", ...sent, ...registers, ...wanted, "--indicator", "nope"]).code).toBe(1)
  })

  it("report writes the formats that were asked for", () => {
    const out = join(folder, "out")
    const request = ["--request", "report.json", "--to", "html,json", "--out", out]
    const { code, err } = danvan(["report", ...sent, ...registers, ...request])
    expect([code, err.match(/Đã ghi/g)?.length, readdirSync(out).sort()]).toEqual([
      0,
      2,
      ["report.html", "report.json"],
    ])
    const read: unknown = JSON.parse(readFileSync(join(out, "report.json"), "utf8"))
    expect(ajv.compile(Schemas.json("document"))(read)).toBe(true)
  })

  it("figure prints a line for each text", () => {
    expect(danvan(["figure", "trên 2,5 tỷ đồng", "27/7/2022"]).out).toBe(
      '[{"raw":"trên 2,5 tỷ đồng","value":"2500000000","unit":"đồng","qualifier":"over"}]\n[]\n',
    )
    expect(danvan(["figure", "-"], "58/119 tổ\n87%\n").out).toBe(
      '[{"raw":"58/119 tổ","x":"58","y":"119","unit":"tổ"}]\n[{"raw":"87%","percent":"87","qualifier":"exact"}]\n',
    )
  })

  it("schema prints every schema", () => {
    for (const name of Schemas.names) expect(JSON.parse(danvan(["schema", name]).out)).toEqual(Schemas.json(name))
  })
})

describe("help and completions", () => {
  it("every command has help with an example, in both languages", async () => {
    const { of, overview } = await import("../src/Help.ts")
    for (const command of commands) {
      for (const lang of ["vi", "en"] as const) {
        expect(of(command, lang)).toContain(command.example.line)
        expect(overview(lang)).toContain(command.about[lang])
      }
    }
    expect(danvan(["validate", "--help", "--lang", "en"])).toMatchObject({ code: 0, err: "" })
    expect(danvan(["--help"]).out).toContain("Các lệnh:")
    expect(danvan(["--version"]).out).toMatch(/^\d+\.\d+\.\d+\n$/)
  })

  it("bash completes commands, flags and choices", () => {
    const script = danvan(["--completions", "bash"]).out
    const complete = (...words: ReadonlyArray<string>): ReadonlyArray<string> =>
      spawnSync(
        "bash",
        [
          "-c",
          `${script}\nCOMP_WORDS=("$@"); COMP_CWORD=$(($#-1)); _danvan; printf '%s\\n' "\${COMPREPLY[@]}"`,
          "-",
          ...words,
        ],
        { encoding: "utf8" },
      )
        .stdout.trim()
        .split("\n")
    expect(complete("danvan", "va")).toEqual(["validate"])
    expect(complete("danvan", "validate", "--fo")).toEqual(["--format"])
    expect(complete("danvan", "validate", "--format", "s")).toEqual(["sarif"])
  })
})
