// One report in a process of its own: `node bench/pdf-cold.ts ours|pdfmake|jspdf|typst [SECTIONS]` prints the CPU time it took, ms,
// start of Node included, and the most memory it held, MB. Without the condition `@danvan/source` the built packages are
// measured, as users have them.
import { report } from "./pdf.ts"

const [, , side = "ours", count = "4"] = process.argv
const by: Readonly<Record<string, () => Promise<Uint8Array>>> = report(Number(count))
if (!by[side]) throw new Error(`no way to make it: ${side}`)
await by[side]()
const { user, system } = process.cpuUsage()
console.log(((user + system) / 1000).toFixed(1), Math.round(process.resourceUsage().maxRSS / 1024))
