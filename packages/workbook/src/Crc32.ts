// The checksum of zip files (CRC-32, ISO 3309), as a running value.

const table = Int32Array.from({ length: 256 }, (_, i) => {
  let c = i
  for (let bit = 0; bit < 8; bit++) c = (c & 1) === 1 ? (c >>> 1) ^ 0xedb88320 : c >>> 1
  return c
})

/**
 * The checksum of what came before (`seed`, 0 at the beginning) and of these bytes.
 *
 * @example
 * crc32(new Uint8Array([49, 50, 51, 52, 53, 54, 55, 56, 57])) // 0xcbf43926
 */
export const crc32 = (bytes: Uint8Array, seed = 0): number => {
  let c = ~seed
  for (let i = 0; i < bytes.length; i++) c = (table[(c ^ (bytes[i] as number)) & 255] as number) ^ (c >>> 8)
  return ~c >>> 0
}
