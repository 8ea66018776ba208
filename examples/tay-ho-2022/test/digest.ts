// Prints the SHA-256 of each format of the report, for a run under another time zone or locale.
import { createHash } from "node:crypto"
import { html } from "@danvan/render-html"
import { json } from "@danvan/render-json"
import { pdf } from "@danvan/render-pdf"
import { make } from "../make.ts"

const { document } = await make()
for (const renderer of [pdf(), html(), json()]) {
  const { bytes } = await renderer.render(document, { madeAt: "2022-07-30T10:44:00+07:00", documentId: "tay-ho" })
  console.log(renderer.id, createHash("sha256").update(bytes).digest("hex"))
}
