import { Encoding, LegacyText } from "@danvan/intake"
import { describe, expect, it } from "vitest"
import { latin1, utf16, utf8, windows1258 } from "../bytes.ts"
import { isSyllable } from "../../src/text/Syllable.ts"

const sample =
  "Cộng hoà xã hội chủ nghĩa Việt Nam; Quận uỷ Tây Hồ: 24 mô hình “Dân vận khéo” đăng ký, đường phố sạch đẹp"
const plain = sample.replace(/[“”]/g, "")

// The other way round, letter by letter, from the reading itself: so the table is tested against what it says.
const inverse = (kind: LegacyText.Kind): ReadonlyMap<string, string> => {
  const singles = Array.from({ length: 0x5f }, (_, i) => String.fromCharCode(0xa1 + i))
  // A vowel with its mark stands before the same letter alone, which VNI does not use.
  const pairs = [..."aeouyôö"].flatMap((base) => [..."ùøûõïâáàåãäêéèúüë"].map((mark) => base + mark))
  const written = kind === "tcvn3" ? singles : [...singles, ...pairs]
  return new Map(written.map((text) => [LegacyText.toUnicode(text, kind), text]))
}
const inOldLetters = (text: string, kind: LegacyText.Kind): string => {
  const table = inverse(kind)
  return [...text].map((letter) => table.get(letter) ?? letter).join("")
}

describe("Encoding", () => {
  it.each([
    ["utf-8", utf8(sample)],
    ["utf-8", utf8(`\ufeff${sample}`)],
    ["utf-16le", utf16(sample)],
    ["utf-16be", utf16(sample, "be")],
    ["utf-16le", utf16("Don vi;So cuoc\nPhuong An;5\n", "le", false)],
    ["utf-16be", utf16("Don vi;So cuoc\nPhuong An;5\n", "be", false)],
  ] as const)("reads %s", (name, bytes) => {
    const decoded = Encoding.decodeBytes(bytes)
    expect(decoded.name).toBe(name)
    expect(decoded.text).toBe(decoded.text?.startsWith("Don") ? "Don vi;So cuoc\nPhuong An;5\n" : sample)
  })

  it("reads windows-1258 and puts its letters together", () => {
    expect(Encoding.decodeBytes(windows1258(plain))).toMatchObject({ name: "windows-1258", text: plain })
  })

  it.each(["tcvn3", "vni"] as const)("names %s, and only proposes its reading", (kind) => {
    const decoded = Encoding.decodeBytes(latin1(inOldLetters(plain, kind)))
    expect([decoded.name, decoded.text, decoded.proposal]).toEqual([kind, null, plain])
  })

  it("guesses at no other language, and at no binary", () => {
    for (const text of [
      "Größe und Maße, Übung für Fußgänger",
      "El niño comió piña mañana",
      "Déjà vu à l'école, garçon",
    ]) {
      expect(Encoding.decodeBytes(latin1(text))).toMatchObject({ name: "unknown", text: null })
    }
    expect(Encoding.decodeBytes(Uint8Array.from([1, 0, 0, 7, 0, 255])).name).toBe("binary")
  })
})

describe("LegacyText", () => {
  it("reads every letter of both encodings, small and capital", () => {
    const letters = [..."áàảãạăắằẳẵặâấầẩẫậéèẻẽẹêếềểễệíìỉĩịóòỏõọôốồổỗộơớờởỡợúùủũụưứừửữựýỳỷỹỵđ"]
    for (const kind of ["tcvn3", "vni"] as const) {
      const table = inverse(kind)
      for (const letter of letters) expect(LegacyText.toUnicode(table.get(letter) ?? "?", kind)).toBe(letter)
    }
    expect(LegacyText.toUnicode("CUOÄC HOÏP ÑAÏI HOÄI", "vni")).toBe("CUỘC HỌP ĐẠI HỘI")
  })

  it("tells Unicode, the old encodings and other languages apart by words, also by few", () => {
    const words = "phường nhật tân thực hiện quy chế dân chủ ở cơ sở, tiếp công dân định kỳ".split(" ")
    for (let i = 0; i + 4 <= words.length; i++) {
      const text = words.slice(i, i + 4).join(" ")
      expect(["unicode"]).toContain(LegacyText.judge(text).kind)
      for (const kind of ["tcvn3", "vni"] as const) {
        expect(["unknown", kind]).toContain(LegacyText.judge(inOldLetters(text, kind)).kind)
      }
    }
  })
})

describe("isSyllable", () => {
  it("takes the words of official prose, and no broken one", () => {
    const words =
      "công tác dân vận giữ vững khối đoàn kết quốc gia giếng nghiêng khuya quýnh thuở xoong tuyên truyền ngoằn khuấy giặc ươm rượu yêu yểm ý quyền giữa gì"
    expect(words.split(" ").filter((word) => !isSyllable(word))).toEqual([])
    expect(["C«ng", "tàch", "hßa", "x·", "straße", "đượć", "ngng", "hội1"].filter(isSyllable)).toEqual([])
  })
})
