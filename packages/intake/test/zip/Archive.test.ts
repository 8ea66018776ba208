import { spawnSync } from "node:child_process"
import { join, resolve } from "node:path"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { type ArchiveLimits, limits } from "../../src/Limits.ts"
import * as Archive from "../../src/zip/Archive.ts"
import { type Entry, pack, write } from "@danvan/workbook/Packing"
import { type ZipCode, zipCodes, ZipError } from "../../src/zip/ZipError.ts"
import { changed, ordinary, places } from "./hostile.ts"

const entryAt = (zip: Uint8Array, i: number): number => places(zip).entries[i] ?? Number.NaN
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)
const zero = (length: number): Uint8Array => new Uint8Array(length)

const many = (count: number): Uint8Array => {
  const one = pack({ name: "", bytes: zero(0) })
  return write(Array.from({ length: count }, (_, i) => ({ ...one, name: `${i}` })))
}

const refused = async (bytes: Uint8Array, within = limits.archive): Promise<string | null> => {
  try {
    for (const entry of Archive.open(bytes, within).entries) await Archive.read(entry)
    return null
  } catch (error) {
    if (!(error instanceof ZipError)) throw error
    return error.code
  }
}

describe("Archive", () => {
  it("finds entries in whatever case", async () => {
    const archive = Archive.open(write([pack({ name: "XL/Workbook.xml", bytes: bytesOf("<a/>") })]))
    const entry = archive.get("xl/workbook.xml") as Entry
    expect(new TextDecoder().decode(await Archive.read(entry))).toBe("<a/>")
    expect(archive.get("xl/other.xml")).toBeUndefined()
  })

  it("law: what was packed is read again", async () => {
    const file = fc.record({ name: fc.stringMatching(/^[a-z]{1,12}$/), bytes: fc.uint8Array({ maxLength: 5000 }) })
    const files = fc.uniqueArray(file, { selector: ({ name }) => name, maxLength: 8 })
    await fc.assert(
      fc.asyncProperty(files, async (all) => {
        const archive = Archive.open(write(all.map(pack)))
        expect(archive.entries.map(({ name }) => name)).toEqual(all.map(({ name }) => name))
        for (const { name, bytes } of all) expect(await Archive.read(archive.get(name) as Entry)).toEqual(bytes)
      }),
      { numRuns: 50 },
    )
  })

  it("law: whatever byte is changed, the entries come out as they were or a ZipError does", async () => {
    const zip = ordinary()
    const before = await Promise.all(Archive.open(zip).entries.map(Archive.read))
    await fc.assert(
      fc.asyncProperty(fc.nat(zip.length - 1), fc.integer({ min: 1, max: 255 }), async (at, difference) => {
        const copy = zip.slice()
        copy[at] = ((copy[at] ?? 0) + difference) & 255
        try {
          const after = await Promise.all(Archive.open(copy).entries.map(Archive.read))
          expect(after).toEqual(before)
        } catch (error) {
          expect(error).toBeInstanceOf(ZipError)
        }
      }),
      { numRuns: 400 },
    )
  })

  const hostile: ReadonlyArray<readonly [ZipCode, string, () => Uint8Array, ArchiveLimits?]> = [
    ["zip.not-zip", "not a zip at all", () => bytesOf("Đơn vị;Số cuộc\nBưởi;2\n")],
    ["zip.not-zip", "nothing", () => zero(0)],
    ["zip.not-zip", "cut short", () => ordinary().slice(0, -30)],
    ["zip.ole", "an old .xls", () => Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...zero(600))],
    [
      "zip.broken",
      "a directory behind its end",
      () => changed(ordinary(), (v, { end }) => v.setUint32(end + 16, 9e6, true)),
    ],
    [
      "zip.broken",
      "a directory with another count",
      () => changed(ordinary(), (v, { end }) => v.setUint16(end + 8, 1, true)),
    ],
    [
      "zip.broken",
      "data behind the directory",
      () => changed(ordinary(), (v) => v.setUint32(entryAt(ordinary(), 0) + 20, 9e5, true)),
    ],
    ["zip.broken", "bytes that are not packed", () => changed(ordinary(), (v) => v.setUint8(35, 0x07))],
    ["zip.zip64", "a count of 64 bits", () => changed(ordinary(), (v, { end }) => v.setUint16(end + 10, 0xffff, true))],
    [
      "zip.zip64",
      "a size of 64 bits",
      () => changed(ordinary(), (v, { entries: [e = 0] }) => v.setUint32(e + 24, 0xffffffff, true)),
    ],
    [
      "zip.encrypted",
      "an encrypted entry",
      () => changed(ordinary(), (v, { entries: [e = 0] }) => v.setUint16(e + 8, 1, true)),
    ],
    ["zip.method", "bzip2", () => changed(ordinary(), (v, { entries: [e = 0] }) => v.setUint16(e + 10, 12, true))],
    ["zip.name", "a way out", () => write([pack({ name: "xl/../../etc/passwd", bytes: zero(1) })])],
    ["zip.name", "a way out, by backslashes", () => write([pack({ name: "..\\..\\a.txt", bytes: zero(1) })])],
    ["zip.name", "no name", () => write([pack({ name: "/", bytes: zero(1) })])],
    ["zip.duplicate", "one name twice", () => write(["a", "a"].map((name) => pack({ name, bytes: zero(1) })))],
    [
      "zip.duplicate",
      "names equal but for case",
      () => write(["xl/A", "XL/a"].map((name) => pack({ name, bytes: zero(1) }))),
    ],
    [
      "zip.overlap",
      "two entries in the same bytes",
      () => changed(ordinary(), (v, { entries: [, e = 0] }) => v.setUint32(e + 42, 0, true)),
    ],
    ["zip.entries", "30,000 entries", () => many(30_000)],
    ["zip.entry-size", "an entry over the limit", ordinary, { ...limits.archive, entryBytes: 100 }],
    ["zip.total-size", "entries that are too much together", ordinary, { ...limits.archive, totalBytes: 500 }],
    ["zip.ratio", "a bomb that declares its size", () => write([pack({ name: "a", bytes: zero(2_000_000) })])],
    [
      "zip.size-differs",
      "longer than declared",
      () => changed(ordinary(), (v, { entries: [e = 0] }) => v.setUint32(e + 24, 10, true)),
    ],
    [
      "zip.size-differs",
      "shorter than declared",
      () => changed(ordinary(), (v, { entries: [e = 0] }) => v.setUint32(e + 24, 9e5, true)),
    ],
    [
      "zip.size-differs",
      "stored, with two sizes",
      () => changed(ordinary(), (v, { entries: [, e = 0] }) => v.setUint32(e + 24, 2, true)),
    ],
    [
      "zip.checksum",
      "another checksum",
      () => changed(ordinary(), (v, { entries: [e = 0] }) => v.setUint32(e + 16, 1, true)),
    ],
  ]
  it.each(hostile.map((one) => [one[0], one[1], one] as const))(
    "refuses with %s: %s",
    async (code, _, [, , make, within]) => {
      expect(await refused(make(), within)).toBe(code)
    },
  )

  it("has a hostile file for every code", () => {
    expect(new Set(hostile.map(([code]) => code))).toEqual(new Set(Object.keys(zipCodes)))
  })

  it.each(["declared", "denied"])("a bomb of 300 kB whose size is %s is refused before 100 MB are held", (how) => {
    const root = resolve(import.meta.dirname, "../../../..")
    const { stdout, stderr } = spawnSync(
      process.execPath,
      [
        "--disable-warning=ExperimentalWarning",
        "--conditions=@danvan/source",
        join(import.meta.dirname, "bomb.ts"),
        how,
      ],
      { cwd: root, encoding: "utf8" },
    )
    expect(stderr).toBe("")
    const { bytes, code, peakMB } = JSON.parse(stdout) as { bytes: number; code: string; peakMB: number }
    expect(bytes).toBeGreaterThan(280_000)
    expect(bytes).toBeLessThan(320_000)
    expect(code).toBe(how === "declared" ? "zip.entry-size" : "zip.size-differs")
    expect(peakMB).toBeLessThan(100)
  })
})
