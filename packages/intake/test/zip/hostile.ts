// Zip files that nobody's office program writes: an ordinary one, some of whose bytes are then changed.
import { pack, write } from "@danvan/workbook/Packing"

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)

/** Two entries, `a.txt` packed and `b.txt` stored, with room to be changed. */
export const ordinary = (): Uint8Array =>
  write([pack({ name: "a.txt", bytes: bytesOf("dân vận ".repeat(50)) }), pack({ name: "b.txt", bytes: bytesOf("b") })])

/** Where the directory and its entries begin, and the record at the end. */
export const places = (zip: Uint8Array): { readonly entries: ReadonlyArray<number>; readonly end: number } => {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.length)
  const end = zip.length - 22
  const entries: Array<number> = []
  let at = view.getUint32(end + 16, true)
  for (let i = 0; i < view.getUint16(end + 10, true); i++) {
    entries.push(at)
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return { entries, end }
}

/** A zip with one change, made where `at` says. */
export const changed = (
  zip: Uint8Array,
  change: (view: DataView, at: { readonly entries: ReadonlyArray<number>; readonly end: number }) => void,
): Uint8Array => {
  const copy = zip.slice()
  change(new DataView(copy.buffer), places(copy))
  return copy
}
