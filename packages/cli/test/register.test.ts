// `danvan register`: what it writes and when it does not, in a process of its own.
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { load, type Schemas } from "@danvan/core"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { danvan } from "./command.ts"

const lists = fileURLToPath(new URL("../../../examples/unit-lists/", import.meta.url))
const columns = ["--columns", join(lists, "columns.json")]
let folder = ""
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "danvan-register-"))
})
afterAll(() => rmSync(folder, { recursive: true }))
const file = (name: string, content: string): string => {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}
const json = (path: string): any => JSON.parse(readFileSync(path, "utf8"))

describe("danvan register", () => {
  it("writes a register that can be loaded, and says how much is in it", () => {
    const into = join(folder, "lam.json")
    const { code, out, err } = danvan(["register", join(lists, "lists/thi-xa-lam.xlsx"), ...columns, "--into", into])
    expect([code, out]).toEqual([0, ""])
    expect(err).toContain("Sổ đơn vị: 9 đơn vị, 8 quan hệ trực thuộc, 4 việc sắp xếp.")
    const catalogue = json(
      fileURLToPath(new URL("../../../examples/reorganisation/lam/catalogue.json", import.meta.url)),
    )
    expect(load(json(into), catalogue).organisations.units).toHaveLength(9)
  })

  it("writes nothing where there is an error, names each at its cell, and ends with 1", () => {
    const into = join(folder, "none.json")
    const bad = join(lists, "bad/phu-luc.xlsx")
    const { code, out, err } = danvan(["register", bad, "--into", into, "--lang", "en", "--format", "json"])
    expect(code).toBe(1)
    const { issues, counts } = JSON.parse(out) as Schemas.File<"validation">
    expect(counts.error).toBe(8)
    expect(issues.find(({ code: found }) => found === "list.date-unread")?.source).toEqual({
      file: bad,
      sheet: "Phụ lục",
      cell: "F9",
    })
    expect(err).toContain("Errors left: 8; no register was made.")
    expect(existsSync(into)).toBe(false)
  })

  it("takes day, document and the day of the register from the command line", () => {
    const into = join(folder, "an.json")
    const list = file("an.csv", "Đơn vị cũ;Đơn vị mới;Trực thuộc mới\nPhường An, phường Bình;Phường Mai;Tỉnh Lam\n")
    expect(danvan(["register", list]).code).toBe(1)
    const said = ["--date", "2025-07-01", "--decree", "Nghị quyết 01", "--as-of", "2026-01-01"]
    expect(danvan(["register", list, ...said, "--into", into]).code).toBe(0)
    expect(json(into)).toMatchObject({
      asOf: "2026-01-01",
      successions: [{ date: "2025-07-01", decree: "Nghị quyết 01" }],
    })
  })

  it("goes on from a register that there is", () => {
    const into = join(folder, "tay-ho.json")
    const list = file(
      "moi.csv",
      "Các đơn vị cũ;Đơn vị mới;Trực thuộc mới\nPhường Bưởi, phường Thuỵ Khuê;Phường Tây Hồ;Thành phố Hà Nội\n",
    )
    const said = ["--date", "2025-07-01", "--decree", "NQ", "--org", "organisations.json", "--into", into]
    expect(danvan(["register", list, ...said])).toMatchObject({ code: 0, out: "" })
    const before = json(fileURLToPath(new URL("../../../examples/tay-ho-2022/organisations.json", import.meta.url)))
    const after = json(into)
    expect(after.units.slice(0, before.units.length).map(({ id }: { id: string }) => id)).toEqual(
      before.units.map(({ id }: { id: string }) => id),
    )
    expect(after.units.find(({ id }: { id: string }) => id === "buoi-ward-1996").to).toBe("2025-06-30")
    expect(after.successions.at(-1)).toMatchObject({ kind: "merge", from: ["buoi-ward-1996", "thuy-khue-ward-1996"] })
  })

  it("refuses what it does not know, and says what it cannot read", () => {
    const list = join(lists, "lists/phu-luc.csv")
    expect(danvan(["register", list, "--date", "1/7/2025"])).toMatchObject({ code: 2 })
    expect(danvan(["register", list, "--date", "1/7/2025"]).err).toContain("2025-07-01")
    expect(danvan(["register", "khong-co.csv"])).toMatchObject({ code: 3 })
    const wrong = file("columns.json", JSON.stringify({ schema: "danvan/unit-columns@0", headings: { Tên: "nam" } }))
    const refused = danvan(["register", list, "--columns", wrong])
    expect([refused.code, refused.err]).toEqual([1, expect.stringContaining("choice.unknown")])
    expect(danvan(["register", list, ...columns, "--into", join(folder, "a", "b.json")]).code).toBe(3)
  })
})
