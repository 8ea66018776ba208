// A zip file opened from its directory, so that everything is known and judged before a byte is unpacked; and entries
// unpacked piece by piece under a running count, because a directory can lie. What is not asked for is never unpacked.
import { crc32 } from "@danvan/workbook/Crc32"
import type { Entry } from "@danvan/workbook/Packing"
import { type ArchiveLimits, limits } from "../Limits.ts"
import { ZipError } from "./ZipError.ts"

/** An opened archive. */
export interface Archive {
  readonly entries: ReadonlyArray<Entry>
  /** By name, in whatever case: that is how office programs look parts up. */
  readonly get: (name: string) => Entry | undefined
}

interface ByteStream {
  readonly pipeThrough: (through: unknown) => ByteStream
  readonly getReader: () => {
    readonly read: () => Promise<{ readonly done: boolean; readonly value?: Uint8Array }>
    readonly cancel: () => Promise<void>
  }
}
declare const Blob: new (parts: ReadonlyArray<Uint8Array>) => { readonly stream: () => ByteStream }
declare const DecompressionStream: new (format: "deflate-raw") => unknown
declare const TextDecoder: new () => { readonly decode: (bytes: Uint8Array) => string }

const ratioFloor = 2 ** 20
const longestTail = 22 + 0xffff

/**
 * Reads the directory. Throws a `ZipError` when the file is no zip, when an entry is none that an office program would
 * write, or when the sizes declared pass a limit.
 */
export const open = (bytes: Uint8Array, within: ArchiveLimits = limits.archive): Archive => {
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) throw new ZipError("zip.ole")
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  const end = endRecord(bytes, view)
  const count = view.getUint16(end + 10, true)
  const length = view.getUint32(end + 12, true)
  const from = view.getUint32(end + 16, true)
  if (count === 0xffff || length === 0xffffffff || from === 0xffffffff) throw new ZipError("zip.zip64")
  if (count !== view.getUint16(end + 8, true) || from + length > end) throw new ZipError("zip.broken")
  if (count > within.entries) throw new ZipError("zip.entries", "", within.entries)

  const byName = new Map<string, Entry>()
  const spans: Array<readonly [from: number, to: number, name: string]> = []
  let at = from
  let total = 0
  for (let i = 0; i < count; i++) {
    if (at + 46 > end || view.getUint32(at, true) !== 0x02014b50) throw new ZipError("zip.broken")
    const [entry, next, span] = directoryEntry(bytes, view, at, from, within)
    const key = entry.name.toLowerCase()
    if (byName.has(key)) throw new ZipError("zip.duplicate", entry.name)
    total += entry.size
    if (total > within.totalBytes) throw new ZipError("zip.total-size", entry.name, within.totalBytes)
    byName.set(key, entry)
    spans.push([...span, entry.name])
    at = next
  }
  spans.sort((a, b) => a[0] - b[0])
  for (const [i, [begins, , name]] of spans.entries()) {
    if (begins < (spans[i - 1]?.[1] ?? 0)) throw new ZipError("zip.overlap", name)
  }
  return { entries: [...byName.values()], get: (name) => byName.get(name.toLowerCase()) }
}

const startsWith = (bytes: Uint8Array, magic: ReadonlyArray<number>): boolean =>
  magic.every((byte, i) => bytes[i] === byte)

// The record stands at the very end, before a comment that fills the rest: else a comment could feign another one.
const endRecord = (bytes: Uint8Array, view: DataView): number => {
  for (let at = bytes.length - 22; at >= Math.max(0, bytes.length - longestTail); at--) {
    if (view.getUint32(at, true) === 0x06054b50 && at + 22 + view.getUint16(at + 20, true) === bytes.length) return at
  }
  throw new ZipError("zip.not-zip")
}

// Sizes are the directory's; those of the local header are not even looked at.
const directoryEntry = (
  bytes: Uint8Array,
  view: DataView,
  at: number,
  directory: number,
  within: ArchiveLimits,
): readonly [entry: Entry, next: number, span: readonly [from: number, to: number]] => {
  const [flags, method] = [view.getUint16(at + 8, true), view.getUint16(at + 10, true)]
  const [packedSize, size] = [view.getUint32(at + 20, true), view.getUint32(at + 24, true)]
  const nameLength = view.getUint16(at + 28, true)
  const next = at + 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  const header = view.getUint32(at + 42, true)
  const written = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength))
  const name = written.replaceAll("\\", "/").replace(/^\/+/, "")

  if ((flags & 1) === 1) throw new ZipError("zip.encrypted", name)
  if (method !== 0 && method !== 8) throw new ZipError("zip.method", name)
  if (name === "" || name.split("/").includes("..") || name.includes("\0")) throw new ZipError("zip.name", name)
  if (packedSize === 0xffffffff || size === 0xffffffff || header === 0xffffffff) throw new ZipError("zip.zip64", name)
  if (size > within.entryBytes) throw new ZipError("zip.entry-size", name, within.entryBytes)
  if (size > ratioFloor && size > packedSize * within.ratio) throw new ZipError("zip.ratio", name, within.ratio)
  if (header + 30 > directory || view.getUint32(header, true) !== 0x04034b50) throw new ZipError("zip.broken", name)
  const data = header + 30 + view.getUint16(header + 26, true) + view.getUint16(header + 28, true)
  if (data + packedSize > directory) throw new ZipError("zip.broken", name)
  if (method === 0 && packedSize !== size) throw new ZipError("zip.size-differs", name)
  const entry: Entry = {
    name,
    packed: bytes.subarray(data, data + packedSize),
    method: method === 0 ? "stored" : "deflate",
    size,
    crc: view.getUint32(at + 16, true),
    modified: view.getUint32(at + 12, true),
  }
  return [entry, next, [header, data + packedSize]]
}

/**
 * Unpacks an entry piece by piece. Throws a `ZipError` as soon as it is longer than declared (so never more is held
 * than its limit allowed), and at the end when it is shorter or its checksum is another.
 */
export async function* pieces(entry: Entry): AsyncGenerator<Uint8Array, void, undefined> {
  let size = 0
  let crc = 0
  for await (const piece of entry.method === "stored" ? [entry.packed] : inflated(entry)) {
    size += piece.length
    if (size > entry.size) throw new ZipError("zip.size-differs", entry.name)
    crc = crc32(piece, crc)
    yield piece
  }
  if (size !== entry.size) throw new ZipError("zip.size-differs", entry.name)
  if (crc !== entry.crc) throw new ZipError("zip.checksum", entry.name)
}

async function* inflated(entry: Entry): AsyncGenerator<Uint8Array, void, undefined> {
  const reader = new Blob([entry.packed]).stream().pipeThrough(new DecompressionStream("deflate-raw")).getReader()
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done || value === undefined) return
      yield value
    }
  } catch (error) {
    throw error instanceof ZipError ? error : new ZipError("zip.broken", entry.name)
  } finally {
    await reader.cancel().catch(() => undefined)
  }
}

/** Unpacks a whole entry. */
export const read = async (entry: Entry): Promise<Uint8Array> => {
  const whole = new Uint8Array(entry.size)
  let at = 0
  for await (const piece of pieces(entry)) {
    whole.set(piece, at)
    at += piece.length
  }
  return whole
}
