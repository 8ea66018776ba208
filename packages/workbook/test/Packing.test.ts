import { describe, expect, it } from "vitest"
import * as Archive from "../../intake/src/zip/Archive.ts"
import { changed, ordinary } from "../../intake/test/zip/hostile.ts"
import { pack, write } from "../src/Packing.ts"

const text = new TextEncoder().encode("công tác dân vận ".repeat(200))

describe("Packing", () => {
  it("packs what gets shorter by it, and stores the rest", () => {
    expect(pack({ name: "a", bytes: text }).method).toBe("deflate")
    expect(pack({ name: "a", bytes: Uint8Array.of(1, 2, 3) }).method).toBe("stored")
  })

  it("the same entries give the same bytes", () => {
    const make = (): Uint8Array => write([pack({ name: "thư mục/tệp.txt", bytes: text })])
    expect(make()).toEqual(make())
  })

  it("lays entries of an opened archive down as they were: packed bytes, checksum and moment", () => {
    const moment = 0x54c5_4800
    const archive = Archive.open(
      changed(ordinary(), (view, { entries: [entry = 0] }) => view.setUint32(entry + 12, moment, true)),
    )
    const again = Archive.open(write(archive.entries))
    expect(again.entries).toEqual(archive.entries)
    expect(again.entries[0]?.modified).toBe(moment)
  })
})
