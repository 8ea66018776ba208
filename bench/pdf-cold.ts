// One report in a process of its own: `node bench/pdf-cold.ts ours|theirs` prints the CPU time it took, ms, start of
// Node included. Without the condition `@danvan/source` the built packages are measured, as users have them.
import { ours, theirs } from "./pdf.ts"

await (process.argv[2] === "theirs" ? theirs : ours)()
const { user, system } = process.cpuUsage()
console.log(((user + system) / 1000).toFixed(1))
