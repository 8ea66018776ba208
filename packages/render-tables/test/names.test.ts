import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { namer } from "../src/names.ts"

describe("namer", () => {
  it("keeps what fits, cuts at a comma or behind a word, and counts where two would be alike", () => {
    const name = namer()
    expect(name("Biểu 1. Mô hình")).toBe("Biểu 1. Mô hình")
    expect(name("Các chỉ tiêu, 6 tháng đầu năm 2022")).toBe("Các chỉ tiêu")
    expect(name("Đơn vị đã tổ chức hội nghị cán bộ, công chức")).toBe("Đơn vị đã tổ chức hội nghị cán")
    expect(name("CÁC CHỈ TIÊU, 6 tháng đầu năm 2023")).toBe("CÁC CHỈ TIÊU (2)")
    expect(name("[a]: b/c*?\\'")).toBe("a b c")
    expect(name("")).toBe("–")
    expect(name("History")).toBe("History (2)")
  })

  it("law: whatever captions say, their names are allowed, and no two are alike", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: "binary", maxLength: 60 }), { maxLength: 12 }), (captions) => {
        const name = namer()
        const names = captions.map((caption) => name(caption))
        expect(new Set(names.map((one) => one.toLowerCase())).size).toBe(names.length)
        for (const one of names) {
          expect(one).toMatch(/^[^[\]:*?/\\]{1,31}$/)
          expect(one).not.toMatch(/^'|'$/)
        }
      }),
    )
  })
})
