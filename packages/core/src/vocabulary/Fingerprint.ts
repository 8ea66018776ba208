// The identity of a content: canonical JSON (RFC 8785) and its SHA-256. A report names the submissions it rests on by
// this, so that nobody can swap one unseen.
import { sha256 } from "@noble/hashes/sha2.js"
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js"

/**
 * Canonical JSON: keys in UTF-16 order, no space. Values must be JSON (no undefined, no NaN).
 *
 * @example
 * canonical({ b: 1, a: [true, "ấ"] }) // '{"a":[true,"ấ"],"b":1}'
 */
export const canonical = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`
  if (typeof value === "object" && value !== null) {
    const entries = Object.entries(value).filter(([, v]) => v !== undefined)
    entries.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    return `{${entries.map(([k, v]) => `${JSON.stringify(k)}:${canonical(v)}`).join(",")}}`
  }
  return JSON.stringify(value) ?? "null"
}

/**
 * `sha256:` and 64 hexadecimal digits of the canonical JSON.
 *
 * @example
 * of({ a: 1 }) === of(JSON.parse('{ "a": 1.0 }')) // true
 */
export const of = (value: unknown): string => `sha256:${bytesToHex(sha256(utf8ToBytes(canonical(value))))}`
