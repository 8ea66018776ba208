// A document that was signed and stored gives the same page whenever it is drawn again: its markup, and the rules that its
// layout asks for. What every page wears whatever the form (colours, controls) is no part of what was signed.
import { RenderError } from "@danvan/document"
import { html } from "@danvan/render-html"
import { describe, expect, it } from "vitest"
import { kept, stored } from "../../render-pdf/test/kept/stored.ts"
import { base } from "../src/base.ts"

const looks = (bytes: Uint8Array): string => {
  const page = new TextDecoder().decode(bytes)
  expect(page).toContain(base)
  // The policy in the head has the hash of the style sheet, and so of the base.
  return `${page.replace(base, "").replaceAll(/sha256-[A-Za-z0-9+/=]+/g, "sha256")}\n`
}

describe.each(kept)("a stored document of %s", (id) => {
  it("is the same page as on the day when it was signed", async () => {
    const document = await stored(id)
    const { bytes, losses } = await html().render(document)
    expect(losses.slice(document.losses.length)).toEqual([])
    await expect(looks(bytes)).toMatchFileSnapshot(`golden/kept-${id}.html`)
    const { layout } = document
    const page = { ...layout.page, margin: { ...layout.page.margin, left: layout.page.margin.left + 1 } }
    const moved = await html().render({ ...document, layout: { ...layout, page } })
    expect(looks(moved.bytes)).not.toBe(looks(bytes))
  })

  it("is drawn by its own version or not at all", async () => {
    const later = { ...(await stored(id)), version: "danvan/document@1" as "danvan/document@0" }
    await expect(html().render(later)).rejects.toMatchObject({ code: "unknown-version", block: "/version" })
    await expect(html().render(later)).rejects.toBeInstanceOf(RenderError)
  })
})
