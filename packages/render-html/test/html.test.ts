import type { Block, Document, Inline } from "@danvan/document"
import { contract, layout, sample } from "@danvan/document/testing"
import { html } from "@danvan/render-html"
import { describe, expect, it, test } from "vitest"
import { visible } from "./visible.ts"

const pageOf = async (document: Document, context = {}): Promise<string> =>
  new TextDecoder().decode((await html().render(document, context)).bytes)
const withBlocks = (...blocks: ReadonlyArray<Block>): Document => ({ ...sample, blocks })
const paragraph = (...content: ReadonlyArray<Inline>): Block => ({ kind: "paragraph", role: "body", content })
const count = (page: string, piece: string | RegExp): number => page.split(piece).length - 1
const attack = `"><img src=x onerror="alert(1)"></style></title><script>alert(1)</script>`

describe("html", () => {
  contract({ test, factory: html, read: visible })

  it("says its language, its title and nothing of who made it", async () => {
    const page = await pageOf(sample)
    expect(page).toMatch(/^<!doctype html>\n<html lang="vi">/)
    expect(page).toContain("<title>Báo cáo kết quả công tác dân vận (bản minh hoạ) &amp; phụ lục</title>")
    expect(page).not.toContain("generator")
    expect(await pageOf({ ...sample, language: "en" })).toContain('<html lang="en">')
  })

  it("writes moment and id as metadata, only when they are given", async () => {
    expect(await pageOf(sample)).not.toContain("dcterms")
    const page = await pageOf(sample, { madeAt: "2022-07-27T08:00:00+07:00", documentId: 'A"B' })
    expect(page).toContain('<meta name="dcterms.created" content="2022-07-27T08:00:00+07:00">')
    expect(page).toContain('<meta name="dcterms.identifier" content="A&quot;B">')
  })

  it("holds no script and asks for nothing from outside", async () => {
    const page = await pageOf(sample)
    expect(page).not.toMatch(/<script|\son\w+=|https?:|@import|url\(|<link|<img|<iframe|style="/i)
    expect(page.match(/(?:href|src)="[^"]{0,60}/g)).toEqual(['href="data:application/json;base64,eyJhIjoxfQ=='])
  })

  it("lets the browser run nothing but its own style sheet", async () => {
    const page = await pageOf(sample)
    const style = /<style>(.*?)<\/style>/s.exec(page)?.[1] ?? ""
    const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(style))
    expect(page).toContain(
      `content="default-src 'none'; style-src 'sha256-${Buffer.from(digest).toString("base64")}'; img-src data:; base-uri 'none'; form-action 'none'"`,
    )
    expect(count(page, "<style>")).toBe(1)
  })

  it("writes whatever stands in a document as words, in every place that holds words", async () => {
    const figure = { text: attack, value: attack, label: attack, coverage: null, origin: [attack] }
    const inlines: ReadonlyArray<Inline> = [
      { kind: "figure", figure: attack },
      { kind: "date", date: attack, text: attack },
      { kind: "citation", citation: attack, text: attack },
      { kind: "document-number", text: attack },
      { kind: "quotation", text: attack },
      { kind: "name", text: attack, ref: attack },
      { kind: "gap", text: attack },
    ]
    const line = [...inlines, { kind: "strong", content: inlines } satisfies Inline]
    const page = await pageOf(
      {
        ...sample,
        title: attack,
        figures: { [attack]: figure },
        layout: { ...layout, font: attack },
        attachments: [{ name: attack, mediaType: attack, bytes: Uint8Array.of(1) }],
        blocks: [
          paragraph(...line),
          { kind: "heading", id: attack, level: 1, number: null, content: line },
          {
            kind: "chart",
            id: `${attack}c`,
            form: "bar",
            caption: line,
            unit: line,
            categories: [line],
            series: [{ label: line, points: [{ figure: attack, value: 1 }] }],
            alternative: line,
            notes: [line],
          },
          {
            kind: "table",
            id: `${attack}t`,
            caption: line,
            unit: line,
            columns: [{ width: null, align: attack as "left" }],
            head: [{ cells: [{ content: line, align: attack as "left" }] }],
            body: [{ cells: [{ content: line, header: attack as unknown as boolean }] }],
            foot: [],
            notes: [line],
          },
        ],
      },
      { madeAt: attack, documentId: attack },
    )
    expect(page).not.toMatch(/<img|<script/)
    expect(count(page, "</style>")).toBe(1)
    expect(count(page, "</title>")).toBe(2) // the page's and the chart's own
    // No quote of the document ended an attribute: outside of quotes there is no handler.
    expect(page.replaceAll(/"[^"]*"/g, "")).not.toMatch(/<[^>]*\sonerror/)
  })

  it("refuses a layout whose lengths are no numbers, for they go into the style sheet", async () => {
    const margin = { ...layout.page.margin, top: "0}body{display:none" as unknown as number }
    const document = { ...sample, layout: { ...layout, page: { ...layout.page, margin } } }
    await expect(html().render(document)).rejects.toMatchObject({ name: "RenderError", code: "layout-invalid" })
  })

  it("lets a figure as long as a sentence run on as text behind its beginning", async () => {
    const said = "tăng 5% so với năm 2021; nguồn không nói rõ là điểm phần trăm hay tương đối"
    const figures = { f: { text: said, value: "5%", label: "", coverage: null, origin: [] } }
    const blocks = [{ kind: "paragraph", role: "body", content: [{ kind: "figure", figure: "f" }] }] as const
    const page = new TextDecoder().decode((await html().render({ ...sample, figures, blocks })).bytes)
    expect(page).toContain('popovertarget="figure:f">tăng 5%</button> so với năm 2021;')
  })

  it("keeps marks with the figure that they cling to, and the numbers of a period with their word", async () => {
    const page = await pageOf(
      withBlocks(
        paragraph(
          { kind: "text", text: "đăng ký (" },
          { kind: "figure", figure: "models" },
          { kind: "text", text: "). Trong " },
          { kind: "period", period: "2022-H1", text: "6 tháng đầu năm 2022" },
          { kind: "text", text: "." },
        ),
      ),
    )
    expect(page).toMatch(
      /đăng ký <span class="unbroken">\(<data [^>]*><button [^>]*>510 mô hình<\/button><\/data>\)\.<\/span> Trong/,
    )
    expect(page).toContain('<span class="unbroken">6 tháng</span> đầu <span class="unbroken">năm 2022</span>.')
  })

  it("explains a figure once, however often it is mentioned, behind the running text", async () => {
    const page = await pageOf(sample)
    expect(
      page.match(/<data value="510"><button [^>]*popovertarget="figure:models">510 mô hình<\/button><\/data>/g),
    ).toHaveLength(2)
    expect(count(page, '<div popover id="figure:models"')).toBe(1)
    expect(page.indexOf("<div popover")).toBeGreaterThan(page.indexOf("</main>"))
    const explained = /<div popover id="figure:models".*/.exec(page)?.[0]
    expect(explained).toContain("Mô hình “Dân vận khéo” đăng ký, quận Minh Hoạ, năm minh hoạ")
    expect(explained).toContain("<dd>61/64 đơn vị báo cáo đủ, 2 đơn vị báo cáo một phần</dd>")
    expect(explained).toContain("<dd>Phường Minh Hoạ 1, báo cáo lần 2</dd><dd>Phường Minh Hoạ 2, báo cáo lần 1</dd>")
  })

  it("explains only the figures that are on the page", async () => {
    const page = await pageOf(withBlocks(paragraph({ kind: "figure", figure: "share" })))
    expect([...page.matchAll(/<div popover id="([^"]*)"/g)].map(([, id]) => id)).toEqual(["figure:share"])
    expect(await pageOf(withBlocks())).not.toContain("<aside")
  })

  it("uses no id twice and refers only to ids that are there", async () => {
    const page = await pageOf(sample)
    const ids = [...page.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id ?? "")
    expect(ids.length).toBe(new Set(ids).size)
    const references = [...page.matchAll(/(?:popovertarget|aria-labelledby|aria-describedby)="([^"]*)"/g)]
    expect(references.length).toBeGreaterThan(200)
    for (const [, list = ""] of references) for (const id of list.split(" ")) expect(ids).toContain(id)
  })

  it("puts what follows an appendix behind it, on a sheet of its own", async () => {
    const appendix = sample.blocks.find((block) => block.kind === "appendix")
    if (appendix === undefined) throw new Error("the sample has no appendix")
    const first = paragraph({ kind: "text", text: "trước" })
    const last = paragraph({ kind: "text", text: "sau" })
    const page = await pageOf(withBlocks(first, appendix, last, last))
    const order = ["<article", "trước", "</article>", "<section", "</section>", "<article", "sau", "sau", "</article>"]
    let from = 0
    for (const piece of order) {
      expect(page.indexOf(piece, from), piece).toBeGreaterThan(from)
      from = page.indexOf(piece, from) + 1
    }
    expect(count(page, "<article")).toBe(2)
  })

  it("offers attached files for saving", async () => {
    expect(await pageOf(sample)).toContain(
      '<a download="so-lieu.json" href="data:application/json;base64,eyJhIjoxfQ==">so-lieu.json</a>',
    )
    expect(await pageOf({ ...sample, attachments: [] })).not.toContain("<footer")
  })

  it("marks a gap and leaves room for a blank that screen readers hear of", async () => {
    const page = await pageOf(sample)
    expect(page).toContain('<mark class="gap">[chưa có số liệu]</mark>')
    expect(page).toContain(`<span class="blank" role="img" aria-label="chỗ để trống">${"\u00a0".repeat(12)}</span>`)
  })
})
