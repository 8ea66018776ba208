// The same report for every unit of a kind: whose it is, what its files are called, and what one that fails does to the
// others.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { load } from "@danvan/core"
import { country } from "@danvan/core/testing"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import * as Each from "../src/Each.ts"
import { danvan, registers } from "./command.ts"

const example = new URL("../../../examples/tay-ho-2022/", import.meta.url)
const read = (file: string): any => JSON.parse(readFileSync(new URL(file, example), "utf8"))
const sent = readdirSync(new URL("submissions/", example)).map((name) => `submissions/${name}`)
const wards = ["buoi", "thuy-khue", "yen-phu", "tu-lien", "nhat-tan", "quang-an", "xuan-la", "phu-thuong"]
const request = {
  ...read("report.json"),
  appendices: ["indicators"],
  basis: [],
  narratives: { opening: "{issuer} báo cáo.", movement: "{subject|short} đăng ký {dvk.models.registered}." },
}
let folder = ""
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "danvan-each-"))
})
afterAll(() => rmSync(folder, { recursive: true }))
const file = (name: string, content: unknown): string => {
  const path = join(folder, name)
  writeFileSync(path, JSON.stringify(content))
  return path
}
const run = (files: ReadonlyArray<string>, out: string, kind: string) =>
  danvan([
    ...["report", ...files, ...registers, "--request", file("request.json", request)],
    ...["--each", kind, "--to", "json,html", "--out", join(folder, out)],
  ])

describe("danvan report --each", () => {
  it("makes a report for each unit, in files that bear its id, the same in every run", () => {
    const [first, again] = ["one", "two"].map((out) => run(sent, out, "ward"))
    expect([first?.code, first?.err]).toEqual([0, `Đã lập 8/8 báo cáo vào ${join(folder, "one")}.\n`])
    expect(again?.code).toBe(0)
    const names = wards.flatMap((ward) => ["html", "json"].map((end) => `${ward}-ward-1996.${end}`)).sort()
    for (const out of ["one", "two"]) expect(readdirSync(join(folder, out)).sort()).toEqual(names)
    for (const name of names) {
      expect(readFileSync(join(folder, "one", name))).toEqual(readFileSync(join(folder, "two", name)))
    }
    const buoi = readFileSync(join(folder, "one/buoi-ward-1996.html"), "utf8")
    expect(buoi).toContain("Khối Dân vận phường Bưởi")
    expect(buoi).toMatch(/Bưởi<\/[^>]+> đăng ký|Bưởi đăng ký/)
    expect(buoi).not.toContain("Thụy Khuê")
  }, 60_000)

  it("tells the one that fails with its unit and makes the others all the same", () => {
    const task = { id: "t", from: { office: "Bí thư" }, to: ["buoi-ward-danvan"], text: "Có {nothing.known} việc" }
    const wrong = { ...read("submissions/buoi.json"), entries: { tasks: [task] } }
    const others = sent.filter((name) => !name.endsWith("/buoi.json"))
    const { code, err } = run([...others, file("buoi.json", wrong)], "three", "ward")
    expect(code).toBe(1)
    expect(err).toContain("Không lập được trọn vẹn báo cáo của Phường Bưởi:")
    expect(err).toContain("nothing.known")
    expect(err).toContain("Đã lập 7/8 báo cáo")
    expect(readdirSync(join(folder, "three"))).toHaveLength(16)
  }, 60_000)

  it("2: no unit of that kind", () => {
    const { code, err } = run(sent, "four", "commune")
    expect([code, err]).toEqual([
      2,
      "Không có đơn vị loại “commune” trực thuộc đơn vị nêu trong yêu cầu lập báo cáo, trong kỳ đó.\n",
    ])
  })
})

describe("requests", () => {
  const units = ["../a", "..\\A", "con", "__a"].map((id) => ({
    id,
    kind: "group",
    names: [{ vi: `Tổ ${id}`, short: id }],
  }))
  const edges = units.map(({ id }) => ({ child: id, parent: "an-ward-2000", line: "reporting" }))
  const known = load(
    {
      ...country.organisations,
      units: [...country.organisations.units, ...units],
      edges: [...country.organisations.edges, ...edges],
    },
    country.catalogue,
  )
  const asked = { subject: "mai-district-2000", period: "2022-H1", issuer: "mai-district-danvan", kind: "BC" }

  it("names files by ids made harmless, no two alike in any case of letters", () => {
    const stems = Each.requests(known, asked, "group").map(({ stem }) => stem)
    expect(stems).toEqual(["_a", "_A-2", "_con", "__a"])
    for (const stem of stems) expect(stem).toMatch(/^[\w-]+$/)
  })

  it("takes who speaks for the unit in the period as issuer, or the unit itself where the subject is the issuer", () => {
    const issuers = (changes: object): unknown =>
      Each.requests(known, { ...asked, ...changes }, "ward").map((one) => (one.request as typeof asked).issuer)
    const usual = ["mai-district-danvan", "mai-district-danvan"]
    expect(issuers({ period: "2021-H1" })).toEqual(["an-office-one", ...usual])
    expect(issuers({})).toEqual(["mai-district-danvan", ...usual])
    expect(issuers({ issuer: "mai-district-2000" })).toEqual(["an-ward-2000", "binh-ward-2000", "cuc-ward-2000"])
  })
})
