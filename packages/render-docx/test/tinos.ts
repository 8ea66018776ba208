// Widths from the files of Tinos, which is as wide as Times New Roman: read from the tables `cmap` and `hmtx`.
import { readFileSync } from "node:fs"
import { createRequire } from "node:module"

const require = createRequire(new URL("../../render-pdf/package.json", import.meta.url))

type Measure = (text: string, size: number) => number

const faceOf = (name: string): Measure => {
  const file = readFileSync(require.resolve(`@expo-google-fonts/tinos/${name}.ttf`))
  const font = new DataView(file.buffer, file.byteOffset, file.length)
  const tables = new Map<string, number>()
  for (let i = 0; i < font.getUint16(4); i++) {
    const tag = String.fromCharCode(...[0, 1, 2, 3].map((k) => font.getUint8(12 + i * 16 + k)))
    tables.set(tag, font.getUint32(12 + i * 16 + 8))
  }
  const at = (tag: string): number => tables.get(tag) ?? 0
  const units = font.getUint16(at("head") + 18)
  const metrics = font.getUint16(at("hhea") + 34)
  const map = Array.from(
    { length: font.getUint16(at("cmap") + 2) },
    (_, i) => at("cmap") + font.getUint32(at("cmap") + 8 + i * 8),
  ).find((table) => font.getUint16(table) === 4)
  if (map === undefined) throw new Error("no map of letters")
  const count = font.getUint16(map + 6)
  const glyph = (point: number): number => {
    for (let s = 0; s < count; s += 2) {
      const start = font.getUint16(map + 16 + count + s)
      if (font.getUint16(map + 14 + s) < point) continue
      if (start > point) return 0
      const delta = font.getUint16(map + 16 + 2 * count + s)
      const place = map + 16 + 3 * count + s
      const offset = font.getUint16(place)
      return ((offset === 0 ? point : font.getUint16(place + offset + 2 * (point - start))) + delta) & 0xffff
    }
    return 0
  }
  return (text, size) =>
    [...text].reduce((sum, letter) => {
      const id = glyph(letter.codePointAt(0) ?? 0)
      if (id === 0) throw new Error(`the face has no ${letter}`)
      return sum + (font.getUint16(at("hmtx") + 4 * Math.min(id, metrics - 1)) * size) / units
    }, 0)
}

export const tinos = {
  regular: faceOf("400Regular/Tinos_400Regular"),
  bold: faceOf("700Bold/Tinos_700Bold"),
  italic: faceOf("400Regular_Italic/Tinos_400Regular_Italic"),
  boldItalic: faceOf("700Bold_Italic/Tinos_700Bold_Italic"),
}
