// Bytes as text. `btoa` is not in the language and takes strings; this is smaller than the detour.

const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"

/**
 * Base64 with padding.
 *
 * @example
 * toBase64(Uint8Array.of(123, 125)) // "e30="
 */
export const toBase64 = (bytes: Uint8Array): string => {
  const parts: Array<string> = []
  for (let i = 0; i < bytes.length; i += 3) {
    const [a = 0, b = 0, c = 0] = bytes.subarray(i, i + 3)
    const four = [a >> 2, ((a & 3) << 4) | (b >> 4), ((b & 15) << 2) | (c >> 6), c & 63].map((n) => alphabet[n])
    parts.push(
      four
        .slice(0, Math.min(bytes.length - i, 3) + 1)
        .join("")
        .padEnd(4, "="),
    )
  }
  return parts.join("")
}

/**
 * The bytes again, or null when the text is not what `toBase64` writes.
 *
 * @example
 * fromBase64("e30=") // Uint8Array.of(123, 125)
 */
export const fromBase64 = (text: string): Uint8Array | null => {
  const digits = text.replace(/={1,2}$/, "")
  const bytes = new Uint8Array(Math.floor((digits.length * 3) / 4))
  let held = 0
  let bits = 0
  let at = 0
  for (const digit of digits) {
    const n = alphabet.indexOf(digit)
    if (n < 0) return null
    held = ((held << 6) | n) & 0xfff
    bits += 6
    if (bits >= 8) {
      bits -= 8
      bytes[at++] = (held >> bits) & 0xff
    }
  }
  return toBase64(bytes) === text ? bytes : null
}
