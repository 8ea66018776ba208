// A zip file written: new entries packed, entries of an opened archive laid down as they were, packed byte for packed
// byte. No clock and no platform in it: the same entries give the same bytes everywhere.
import { deflateSync } from "fflate"
import { crc32 } from "./Crc32.ts"

/** One entry as it lies in the file; `packed` is a view of the file's bytes. */
export interface Entry {
  readonly name: string
  readonly packed: Uint8Array
  readonly method: "stored" | "deflate"
  /** Unpacked size in bytes, as declared. */
  readonly size: number
  readonly crc: number
  /** Date and time as DOS wrote them: two 16-bit words, the date above. */
  readonly modified: number
}

/** Something to pack under a name. */
export interface Fresh {
  readonly name: string
  readonly bytes: Uint8Array
}

declare const TextEncoder: new () => { readonly encode: (text: string) => Uint8Array }

// 1980-01-01, 00:00: the first moment that a zip can tell.
const never = 0x00210000

/**
 * An entry ready to be written; stored when packing would make it longer.
 *
 * @example
 * pack({ name: "a.txt", bytes: new Uint8Array(1000) }).packed.length < 1000 // true
 */
export const pack = ({ name, bytes }: Fresh): Entry => {
  const packed = deflateSync(bytes, { level: 6 })
  const shorter = packed.length < bytes.length
  return {
    name,
    packed: shorter ? packed : bytes,
    method: shorter ? "deflate" : "stored",
    size: bytes.length,
    crc: crc32(bytes),
    modified: never,
  }
}

/**
 * The file with these entries in this order.
 *
 * @example
 * write([pack({ name: "a.txt", bytes: new Uint8Array(3) })]).length // 30 + 5 + 3 + 46 + 5 + 22
 */
export const write = (entries: ReadonlyArray<Entry>): Uint8Array => {
  const names = entries.map(({ name }) => new TextEncoder().encode(name))
  const sum = (lengths: ReadonlyArray<number>): number => lengths.reduce((all, length) => all + length, 0)
  const directory = sum(entries.map(({ packed }, i) => 30 + (names[i]?.length ?? 0) + packed.length))
  const end = directory + sum(names.map((name) => 46 + name.length))
  const file = new Uint8Array(end + 22)
  const view = new DataView(file.buffer)
  let [local, central] = [0, directory]
  for (const [i, entry] of entries.entries()) {
    const name = names[i] as Uint8Array
    view.setUint32(local, 0x04034b50, true)
    description(view, local + 4, entry, name.length)
    file.set(name, local + 30)
    file.set(entry.packed, local + 30 + name.length)
    view.setUint32(central, 0x02014b50, true)
    view.setUint16(central + 4, version, true)
    description(view, central + 6, entry, name.length)
    view.setUint32(central + 42, local, true)
    file.set(name, central + 46)
    local += 30 + name.length + entry.packed.length
    central += 46 + name.length
  }
  view.setUint32(end, 0x06054b50, true)
  view.setUint16(end + 8, entries.length, true)
  view.setUint16(end + 10, entries.length, true)
  view.setUint32(end + 12, end - directory, true)
  view.setUint32(end + 16, directory, true)
  return file
}

// 2.0: directories and deflate.
const version = 20
const namesAreUtf8 = 0x0800

// What a local header and a directory entry say alike.
const description = (view: DataView, at: number, entry: Entry, nameLength: number): void => {
  view.setUint16(at, version, true)
  view.setUint16(at + 2, namesAreUtf8, true)
  view.setUint16(at + 4, entry.method === "stored" ? 0 : 8, true)
  view.setUint32(at + 6, entry.modified, true)
  view.setUint32(at + 10, entry.crc, true)
  view.setUint32(at + 14, entry.packed.length, true)
  view.setUint32(at + 18, entry.size, true)
  view.setUint16(at + 22, nameLength, true)
}
