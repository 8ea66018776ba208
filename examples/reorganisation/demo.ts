// Two reports for each place, and totals on three maps. Writes out/reorganisation/.
import { mkdir, writeFile } from "node:fs/promises"
import { explain, Issue, toText, Value } from "@danvan/core"
import { html } from "@danvan/render-html"
import { pdf } from "@danvan/render-pdf"
import { make, places, total } from "./make.ts"

const out = new URL("../../out/reorganisation/", import.meta.url)
await mkdir(out, { recursive: true })
const say = (line: string): void => console.log(line)

for (const place of places) {
  const made = await make(place)
  for (const [name, document] of [
    ["half-year", made.half],
    ["year", made.year],
  ] as const) {
    for (const renderer of [pdf(), html()]) {
      const { bytes } = await renderer.render(document)
      await writeFile(new URL(`${place}-${name}.${renderer.extension}`, out), bytes)
      say(`Đã ghi     out/reorganisation/${place}-${name}.${renderer.extension} (${Math.ceil(bytes.length / 1024)} kB)`)
    }
  }
  if (Issue.count(made.batch.issues).error > 0) process.exitCode = 1
}

const lam = await make("lam")
say("")
say("Thị xã Lam: cuộc đối thoại trong năm 2025, theo địa giới từng ngày")
for (const map of ["2025-06-30", "2025-12-14"]) {
  const units = lam.registers.organisations.units.filter(
    ({ kind, from = "", to = "9" }) => kind === "ward" && from <= map && map <= to,
  )
  const whole = total(lam, "hong-lam-province", "2025", { map }).cells[0]
  const rest = new Map<string, number>()
  const parts = units.map(({ id, names }) => {
    const cell = total(lam, id, "2025", { map }).cells[0]
    for (const one of cell?.remainder ?? []) {
      if (one.value.kind === "quantity") rest.set(`${one.unit} ${one.period}`, one.value.n)
    }
    return `${names[0]?.short} ${cell ? Value.brief(cell.value) : "–"}`
  })
  const left = [...rest.values()].reduce((a, b) => a + b, 0)
  say(`  ${map}: ${parts.join(" + ")} + chưa tách được ${left} = ${whole ? Value.brief(whole.value) : "–"}`)
}
say("")
const tree = explain(lam.registers, lam.batch, {
  subject: "lam-son-ward-2025",
  period: "2025",
  indicator: "dialogue.events",
  shares: "population",
})
say(toText(tree, "vi", lam.registers))
