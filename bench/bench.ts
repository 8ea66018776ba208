// Benchmarks: `pnpm bench`, or some of them, `pnpm bench validate pdf/6-warm`. Writes out/bench.json; every row of it
// was measured in this run.
import { execFileSync } from "node:child_process"
import { mkdir, writeFile } from "node:fs/promises"
import { cpus } from "node:os"
import * as docx from "./docx.ts"
import * as fold from "./fold.ts"
import * as maps from "./maps.ts"
import { type Cases, measure, measureCold, type Row } from "./measure.ts"
import * as pages from "./pages.ts"
import * as pdf from "./pdf.ts"
import { absent } from "./pdf-peers.ts"
import * as validate from "./validate.ts"

/** A report of so many sections, each render in a fresh process with the built packages. */
const pdfCold = async (name: string, sections: number): Promise<ReadonlyArray<Row>> => {
  execFileSync("pnpm", ["run", "build"], { cwd: new URL("../", import.meta.url), stdio: "pipe" })
  const rows: Array<Row> = []
  for (const peer of pdfPeers()) {
    const label = { case: name, peer, unit: "ms" } as const
    rows.push(await measureCold(label, new URL("pdf-cold.ts", import.meta.url), String(sections)))
  }
  return rows
}

/** A report of so many sections again and again in this process. */
const pdfWarm = async (name: string, sections: number): Promise<ReadonlyArray<Row>> => {
  const { ours, ...by } = pdf.report(sections)
  const rows: Array<Row> = []
  for (const peer of pdfPeers())
    rows.push(await measure({ case: name, peer, unit: "ms", each: 1, ours, theirs: by[peer] }))
  return rows
}

/** Who else makes the PDF. Typst is a program for some machines: elsewhere it is said that it was skipped. */
const pdfPeers = (): ReadonlyArray<"pdfmake" | "jspdf" | "typst"> =>
  (["pdfmake", "jspdf", "typst"] as const).filter((name) => {
    const why = absent(name)
    if (why !== "") console.log(`${name} is skipped: ${why}`)
    return why === ""
  })

const cases: Cases = {
  ...validate.cases,
  ...fold.cases,
  ...maps.cases,
  "pdf/6-cold": () => pdfCold("pdf/6-cold", 4),
  "pdf/6-warm": () => pdfWarm("pdf/6-warm", 4),
  "pdf/45": () => pdfCold("pdf/45", 30),
  "pdf/450": () => pdfCold("pdf/450", 300),
  "docx/300": async () => [await measure({ case: "docx/300", peer: "docx", unit: "ms", each: 1, ...docx })],
  "html/300": async () => [
    await measure({ case: "html/300", peer: "JSON.stringify", unit: "ms", each: 1, ...pages.asHtml }),
  ],
  "json/300": async () => [
    await measure({ case: "json/300", peer: "JSON.stringify", unit: "ms", each: 1, ...pages.asJson }),
  ],
}

const fits = (name: string, want: string): boolean =>
  name === want || (!fold.heavy.has(name) && name.startsWith(`${want}/`))
const names = Object.keys(cases)
const wanted = process.argv.slice(2)
const strange = wanted.filter((want) => !names.some((name) => fits(name, want)))
if (strange.length > 0) {
  console.error(`No such case: ${strange.join(", ")}. There are: ${names.join(", ")}`)
  process.exit(2)
}
const chosen = names.filter(
  (name) => (wanted.length === 0 && !fold.heavy.has(name)) || wanted.some((want) => fits(name, want)),
)

console.log(
  `Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? "?"}; CPU time, median of rounds in turn`,
)
const line = (cells: ReadonlyArray<string>): void =>
  console.log(cells.map((cell, i) => (i < 2 ? cell.padEnd(22) : cell.padStart(14))).join(""))
line(["case", "peer", "ours", "theirs", "ours ÷ theirs"])

const rows: Array<Row> = []
for (const name of chosen) {
  for (const row of (await cases[name]?.()) ?? []) {
    rows.push(row)
    line([row.case, row.peer, `${row.ours} ${row.unit}`, `${row.theirs} ${row.unit}`, row.ratio.toFixed(2)])
  }
}

const out = new URL("../out/", import.meta.url)
await mkdir(out, { recursive: true })
await writeFile(new URL("bench.json", out), `${JSON.stringify(rows, null, 2)}\n`)
console.log("out/bench.json")
