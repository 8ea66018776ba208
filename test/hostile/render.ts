// Renders every hostile document in a process of its own: `node test/hostile/render.ts pdf|docx|html|json|xlsx FOLDER` prints
// a line of JSON for each (its name, CPU seconds, what became of it) and leaves the files that were made in the folder.
import { writeFileSync } from "node:fs"
import { join } from "node:path"
import { RenderError, type Renderer } from "@danvan/document"
import { hostile } from "@danvan/document/testing"
import { docx } from "@danvan/render-docx"
import { html } from "@danvan/render-html"
import { json } from "@danvan/render-json"
import { pdf } from "@danvan/render-pdf"
import { xlsx } from "@danvan/render-tables"

const renderers: Readonly<Record<string, () => Renderer>> = { pdf, docx, html, json, xlsx }
const [, , format = "", folder = "."] = process.argv
const renderer = renderers[format]?.()
if (!renderer) throw new Error(`no renderer ${format}`)

const seconds = (): number => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1e6
}

let n = 0
for (const [name, document] of hostile()) {
  const start = seconds()
  const outcome = await renderer.render(document).then(
    ({ bytes }) => {
      const file = `${n++}.${renderer.extension}`
      writeFileSync(join(folder, file), bytes)
      return file
    },
    (error: unknown) =>
      error instanceof RenderError ? `refused: ${error.code}` : `threw: ${String(error).slice(0, 200)}`,
  )
  const { maxRSS } = process.resourceUsage()
  console.log(JSON.stringify({ name, seconds: seconds() - start, megabytes: Math.round(maxRSS / 1024), outcome }))
}
