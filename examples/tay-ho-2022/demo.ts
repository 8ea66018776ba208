// The whole way, from what units submit to the report a leader signs. Reads this folder, writes out/tay-ho-2022/.
import { mkdir, writeFile } from "node:fs/promises"
import { Answers, Facts, toText } from "@danvan/core"
import type { Renderer } from "@danvan/document"
import { docx } from "@danvan/render-docx"
import { html } from "@danvan/render-html"
import { json } from "@danvan/render-json"
import { pdf } from "@danvan/render-pdf"
import { make } from "./make.ts"

const out = new URL("../../out/tay-ho-2022/", import.meta.url)
const { registers, sent, batch, document, totals } = await make()

await mkdir(out, { recursive: true })
const written: Array<string> = []
const write = async (name: string, bytes: Uint8Array): Promise<void> => {
  await writeFile(new URL(name, out), bytes)
  written.push(`out/tay-ho-2022/${name} (${Math.ceil(bytes.length / 1024)} kB)`)
}
const renderers: ReadonlyArray<Renderer> = [pdf(), docx(), html(), json({ indent: 2 })]
const losses = [...document.losses]
for (const renderer of renderers) {
  const rendered = await renderer.render(document)
  losses.push(...rendered.losses.slice(document.losses.length))
  await write(`report.${renderer.extension}`, rendered.bytes)
}
const facts = { schema: "danvan/facts@0", ...Facts.fromValidated(batch), manifest: totals.manifest }
await write("facts.json", new TextEncoder().encode(`${JSON.stringify(facts, null, 2)}\n`))

const values = batch.accepted.reduce((sum, one) => sum + Answers.statements(one).length, 0)
const gaps = totals.cells.filter(
  ({ dimension, coverage }) => dimension === undefined && coverage.cellsArrived < coverage.cellsOwing,
)
const label = (id: string): string =>
  registers.catalogue.indicators.find((indicator) => indicator.id === id)?.label.vi ?? id
const say = (line: string): void => console.log(line)

say(`Đã đọc     ${sent.length} báo cáo (8 phường, 4 cơ quan, đơn vị và quận)`)
say(`Chấp nhận  ${batch.accepted.length} báo cáo, ${values} giá trị`)
say(`Giữ lại    ${batch.held.length} giá trị hoặc báo cáo có lỗi`)
for (const cell of gaps) {
  say(
    `Còn thiếu  ${label(cell.indicator)}: ${cell.coverage.unitsComplete}/${cell.coverage.unitsOwing} đơn vị đã báo cáo`,
  )
}
for (const issue of [...batch.issues, ...totals.issues]) say(`Lưu ý      ${toText(issue, "vi")}`)
for (const loss of losses) say(`Không in   ${loss.code} ${loss.block}: ${loss.message.vi}`)
say("Minh hoạ   Số chia theo phường và đơn vị KHÔNG phải số công bố: chỉ để minh hoạ.")
say("           The split over wards and bodies is illustrative; only the district's totals were published.")
for (const file of written) say(`Đã ghi     ${file}`)
if (losses.length > 0) process.exitCode = 1
