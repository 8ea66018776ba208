// Bytes into text, and in which encoding they are. UTF-8 is read; so are UTF-16 and windows-1258 where there is no doubt,
// and that is told. The encodings of old fonts are recognised and named, and their reading is only proposed.
import * as LegacyText from "./LegacyText.ts"

declare const TextDecoder: new (
  label: string,
  options?: { readonly fatal?: boolean; readonly ignoreBOM?: boolean },
) => { readonly decode: (bytes: Uint8Array) => string }

/** An encoding that can be told. `binary` is no text; `unknown` is text in one that cannot be told. */
export type Name = "utf-8" | "utf-16le" | "utf-16be" | "windows-1258" | LegacyText.Kind | "binary" | "unknown"

/** What people call it; empty for what has no name. */
export const labels: Readonly<Record<Name, string>> = {
  "utf-8": "UTF-8",
  "utf-16le": "UTF-16LE",
  "utf-16be": "UTF-16BE",
  "windows-1258": "windows-1258",
  ...LegacyText.labels,
  binary: "",
  unknown: "",
}

/** Bytes as text. `text` is null where it would be a guess; without the byte order mark. */
export interface Decoded {
  readonly name: Name
  readonly text: string | null
  /** What the bytes would read as, for `tcvn3` and `vni`. */
  readonly proposal: string | null
  /** `proposal` before it was turned into Unicode: as a reader without the font sees it. */
  readonly seen: string | null
}

const decoded = (name: Name, text: string | null): Decoded => ({ name, text, proposal: null, seen: null })

const decoders = new Map<string, InstanceType<typeof TextDecoder>>()

const decode = (bytes: Uint8Array, label: string): string | null => {
  const decoder = decoders.get(label) ?? new TextDecoder(label, { fatal: true })
  decoders.set(label, decoder)
  try {
    return decoder.decode(bytes)
  } catch {
    return null
  }
}

/**
 * Bytes as text where they are UTF-8, null where they are not; without looking for what else they may be.
 *
 * @example
 * utf8(new Uint8Array([0xc3, 0xa1])) // "á"
 * utf8(new Uint8Array([0xe1])) // null
 */
export const utf8 = (bytes: Uint8Array): string | null => decode(bytes, "utf-8")

/**
 * Bytes as text, with the name of the encoding.
 *
 * @example
 * decodeBytes(new Uint8Array([0xc3, 0xa1])) // { name: "utf-8", text: "á", proposal: null, seen: null }
 * decodeBytes(new Uint8Array([0xff, 0xfe, 0xe1, 0x00])).name // "utf-16le"
 * decodeBytes(new Uint8Array([0x89, 0x50, 0x00, 0x00])).name // "binary"
 */
export const decodeBytes = (bytes: Uint8Array): Decoded => {
  const [a, b] = bytes
  if (a === 0xff && b === 0xfe) return decoded("utf-16le", decode(bytes, "utf-16le"))
  if (a === 0xfe && b === 0xff) return decoded("utf-16be", decode(bytes, "utf-16be"))
  const wide = byZeros(bytes)
  if (wide !== null) return decoded(wide, wide === "binary" ? null : decode(bytes, wide))
  const text = utf8(bytes)
  return text === null ? eightBit(bytes) : decoded("utf-8", text)
}

// Latin text in UTF-16 is half zeros, all on one side. Zeros anywhere else are no text.
const byZeros = (bytes: Uint8Array): "utf-16le" | "utf-16be" | "binary" | null => {
  const n = Math.min(bytes.length, 65536)
  let [even, odd] = [0, 0]
  for (let i = 0; i < n; i++) {
    if (bytes[i] !== 0) continue
    if ((i & 1) === 0) even++
    else odd++
  }
  if (even + odd === 0) return null
  if (odd > n / 10 && even * 3 < odd) return "utf-16le"
  if (even > n / 10 && odd * 3 < even) return "utf-16be"
  return "binary"
}

// One byte a letter: whichever reading makes Vietnamese of it. windows-1258 decomposes, so it is put together at once.
const eightBit = (bytes: Uint8Array): Decoded => {
  const windows = (decode(bytes, "windows-1258") ?? "").normalize("NFC")
  if (LegacyText.judge(windows).kind === "unicode") return decoded("windows-1258", windows)
  const seen = decode(bytes, "windows-1252") ?? ""
  const { kind } = LegacyText.judge(seen)
  if (kind !== "tcvn3" && kind !== "vni") return decoded("unknown", null)
  return { name: kind, text: null, proposal: LegacyText.toUnicode(seen, kind), seen }
}
