// Run in a process of its own: a workbook of 300 kB whose sheet unpacks to 300 MB is read, and how much memory the process
// held at most beyond what it held before is told.
import { constants, deflateRawSync } from "node:zlib"
import { pack, write } from "@danvan/workbook/Packing"
import { limits } from "../../src/Limits.ts"
import { read } from "../../src/xlsx/Reader.ts"
import { XlsxError } from "../../src/xlsx/XlsxError.ts"
import { handmade } from "../xlsx/handmade.ts"

// Stretches of deflate that end on a byte, so that they can be repeated without 300 MB here. Well-formed, so that nothing but
// its size is wrong with it.
const stretch = (text: string): Buffer => deflateRawSync(text, { level: 9, finishFlush: constants.Z_FULL_FLUSH })
const root = stretch('<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">')
const megabyte = stretch("<x/>".repeat(2 ** 18))
const packed = Buffer.concat([root, ...Array.from({ length: 285 }, () => megabyte), Buffer.from([3, 0])])
const denied = process.argv[2] === "denied"
// The largest lie that is believed: what the limit of inflation allows.
const size = denied ? packed.length * limits.archive.ratio : 285 * 2 ** 20
const sheet = { name: "xl/worksheets/sheet1.xml", packed, method: "deflate" as const, size, crc: 0, modified: 0 }
const parts = Object.entries(handmade()).filter(([name]) => name !== sheet.name)
const bytes = write([...parts.map(([name, text]) => pack({ name, bytes: new TextEncoder().encode(text) })), sheet])

const before = process.memoryUsage.rss()
let peak = before
const watch = setInterval(() => (peak = Math.max(peak, process.memoryUsage.rss())), 5)
let code = ""
try {
  await read(bytes)
} catch (error) {
  if (!(error instanceof XlsxError)) throw error
  code = error.code
}
clearInterval(watch)
peak = Math.max(peak, process.memoryUsage.rss())
console.log(JSON.stringify({ bytes: bytes.length, code, peakMB: Math.round((peak - before) / 1e6) }))
