// One report in a process of its own: `node bench/pdf-cold.ts ours|theirs [SECTIONS]` prints the CPU time it took, ms,
// start of Node included, and the most memory it held, MB. Without the condition `@danvan/source` the built packages are
// measured, as users have them.
import { report } from "./pdf.ts"

const [, , side, count = "4"] = process.argv
const { ours, theirs } = report(Number(count))
await (side === "theirs" ? theirs : ours)()
const { user, system } = process.cpuUsage()
console.log(((user + system) / 1000).toFixed(1), Math.round(process.resourceUsage().maxRSS / 1024))
