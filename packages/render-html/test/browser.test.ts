// The page in a real browser: on a telephone and on a desk, by day and by night.
import { createHash } from "node:crypto"
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { createRequire } from "node:module"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { pathToFileURL } from "node:url"
import type { Block, Document } from "@danvan/document"
import { sample, textOf } from "@danvan/document/testing"
import { html } from "@danvan/render-html"
import type { AxeResults } from "axe-core"
import { type Browser, chromium, type Page } from "playwright-core"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { testWith, wordsOf } from "../../render-pdf/test/poppler.ts"

const executablePath = process.env["CHROMIUM"] ?? "/usr/bin/chromium"
const installed = existsSync(executablePath)
const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8")
const views = [360, 768, 1280].flatMap((width) =>
  (["light", "dark"] as const).map((colorScheme) => ({ width, colorScheme })),
)

if (process.env["CI"]) {
  it("has the browser that CI must have", () => {
    expect(installed, `no Chromium at ${executablePath}`).toBe(true)
  })
} else if (!installed) {
  it.skip(`is not tried in a browser: there is no Chromium at ${executablePath}; name one in CHROMIUM`, () => {})
}

describe.runIf(installed)("in Chromium", () => {
  const folder = mkdtempSync(join(tmpdir(), "danvan-html-"))
  const file = pathToFileURL(join(folder, "sample.html")).href
  const said: Array<string> = []
  let browser: Browser

  beforeAll(async () => {
    writeFileSync(join(folder, "sample.html"), (await html().render(sample)).bytes)
    // Playwright gives each launch a fresh user data directory.
    browser = await chromium.launch({
      executablePath,
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--no-first-run",
      ],
    })
  })
  afterAll(async () => {
    await browser.close()
    rmSync(folder, { recursive: true })
  })

  interface View {
    readonly width: number
    readonly colorScheme?: "light" | "dark"
  }
  const open = async ({ width, colorScheme = "light" }: View, document?: Document): Promise<Page> => {
    if (document) writeFileSync(join(folder, "other.html"), (await html().render(document)).bytes)
    const url = document ? file.replace("sample", "other") : file
    const context = await browser.newContext({ colorScheme, viewport: { width, height: 800 } })
    const page = await context.newPage()
    page.on("console", (message) => said.push(message.text()))
    page.on("pageerror", (error) => said.push(String(error)))
    page.on("request", (request) => request.url() !== url && said.push(request.url()))
    await page.goto(url)
    return page
  }
  const violations = async (page: Page): Promise<ReadonlyArray<string>> => {
    await page.evaluate(axeSource)
    const results = await page.evaluate<AxeResults>("axe.run(document, { resultTypes: ['violations'] })")
    expect(results.passes.length).toBeGreaterThan(20)
    return results.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)
  }
  const overflow = (page: Page): Promise<number> =>
    page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
  const shown = (page: Page): Promise<ReadonlyArray<string>> =>
    page.evaluate("[...document.querySelectorAll('[popover]:popover-open')].map((it) => it.id)")

  for (const view of views) {
    it(`has no fault that axe knows, at ${view.width} pixels, ${view.colorScheme}, also with an explanation open`, async () => {
      const page = await open(view)
      expect(await violations(page)).toEqual([])
      await page.locator("details").evaluate((details) => details.setAttribute("open", ""))
      await page.locator("article .figure").first().click()
      expect(await shown(page)).toEqual(["figure:models"])
      expect(await violations(page)).toEqual([])
      await page.context().close()
    })
  }

  it("lets axe find faults that were planted", async () => {
    const page = await open({ width: 360 })
    await page.evaluate(`
      document.documentElement.removeAttribute("lang")
      document.querySelector("svg").removeAttribute("aria-labelledby")
      document.querySelectorAll("svg title, svg desc").forEach((it) => it.remove())
      document.querySelector(".scroll").removeAttribute("tabindex")
      document.querySelectorAll(".scroll button").forEach((it) => it.replaceWith(it.textContent))
      document.querySelector(".gap").setAttribute("id", "wards:caption")
      const faint = new CSSStyleSheet()
      faint.replaceSync(".gap{color:#ddd !important}")
      document.adoptedStyleSheets = [faint]
    `)
    const found = (await violations(page)).map((violation) => violation.split(":")[0])
    for (const fault of ["html-has-lang", "svg-img-alt", "scrollable-region-focusable", "color-contrast"]) {
      expect(found).toContain(fault)
    }
    await page.context().close()
  })

  for (const width of [320, 360, 768, 900, 1280]) {
    it(`never scrolls sideways at ${width} pixels`, async () => {
      const page = await open({ width })
      await page.locator("details").evaluate((details) => details.setAttribute("open", ""))
      expect(await overflow(page)).toBe(0)
      await page.context().close()
    })
  }

  it("would notice a page that scrolls sideways", async () => {
    const page = await open({ width: 360 })
    await page.evaluate(`
      const wide = new CSSStyleSheet()
      wide.replaceSync(".scroll{overflow:visible !important}")
      document.adoptedStyleSheets = [wide]
    `)
    expect(await overflow(page)).toBeGreaterThan(0)
    await page.context().close()
  })

  it("scrolls a wide table in itself on a telephone, its caption staying in sight", async () => {
    const page = await open({ width: 360 })
    const scrolled = await page.evaluate<[number, number, number]>(`(() => {
      const region = document.querySelector("#wards .scroll")
      region.scrollLeft = 150
      const { left, right } = document.getElementById("wards:caption").getBoundingClientRect()
      return [region.scrollLeft, left, right]
    })()`)
    expect(scrolled[0]).toBe(150)
    expect(scrolled[1]).toBeGreaterThanOrEqual(0)
    expect(scrolled[2]).toBeLessThanOrEqual(360)
    await page.context().close()
  })

  for (const width of [360, 1280]) {
    it(`shows what stands behind a figure by click and by keyboard, and lets go of it by escape, at ${width} pixels`, async () => {
      const page = await open({ width })
      const figure = page.locator("article .figure").first()
      const explanation = page.locator("[id='figure:models']")
      await figure.click()
      expect(await shown(page)).toEqual(["figure:models"])
      expect(await explanation.innerText()).toContain("61/64 đơn vị báo cáo đủ")
      const box = await explanation.boundingBox()
      expect(box).not.toBeNull()
      if (box !== null) {
        expect(box.x).toBeGreaterThanOrEqual(0)
        expect(box.x + box.width).toBeLessThanOrEqual(width)
        expect(box.y + box.height).toBeLessThanOrEqual(800)
      }
      await explanation.getByRole("button", { name: "Đóng" }).click()
      expect(await shown(page)).toEqual([])

      await page.locator("body").press("Tab")
      await page.evaluate("document.querySelector('article .figure').focus()")
      await page.keyboard.press("Enter")
      expect(await shown(page)).toEqual(["figure:models"])
      await page.keyboard.press("Tab")
      expect(await page.evaluate("document.activeElement.textContent")).toBe("Đóng")
      await page.keyboard.press("Escape")
      expect(await shown(page)).toEqual([])
      expect(await page.evaluate("document.activeElement.textContent")).toBe("510 mô hình")
      await page.context().close()
    })
  }

  it("reaches a figure by the tab key", async () => {
    const page = await open({ width: 360 })
    await page.keyboard.press("Tab")
    expect(await page.evaluate("document.activeElement.className")).toBe("figure")
    await page.context().close()
  })

  it("copies a figure with the text around it", async () => {
    const page = await open({ width: 360 })
    const copied = await page.evaluate<string>(`(() => {
      getSelection().selectAllChildren(document.querySelectorAll("p.s-body")[1])
      return getSelection().toString()
    })()`)
    expect(copied).toContain("Toàn quận đăng ký 510 mô hình, hoàn thành 5/8 chỉ tiêu, bằng 62,5%;")
    await page.context().close()
  })

  it("shows every word of the document", async () => {
    const page = await open({ width: 1280 })
    const squeeze = (text: string): string => text.replaceAll(/\s+/g, "")
    const main = await page.evaluate<string>(
      "document.querySelector('main').innerText + [...document.querySelectorAll('svg text')].map((it) => it.textContent).join(' ')",
    )
    const text = squeeze(main)
    for (const line of textOf(sample).split("\n")) expect(text).toContain(squeeze(line))
    await page.context().close()
  })

  it("draws the line under the motto as wide as the motto", async () => {
    const page = await open({ width: 1280 })
    const [words, line] = await page.evaluate<[number, number]>(`(() => {
      const range = document.createRange()
      range.selectNodeContents(document.querySelector(".s-motto-1"))
      const rule = document.querySelector(".motto-rule")
      return [range.getBoundingClientRect().width, parseFloat(getComputedStyle(rule, "::after").width)]
    })()`)
    expect(Math.abs(words - line)).toBeLessThan(1)
    await page.context().close()
  })

  it("prints light, without controls, on the form's paper with numbers from the second page on", async () => {
    const page = await open({ width: 1280, colorScheme: "dark" })
    await page.emulateMedia({ media: "print" })
    const printed = await page.evaluate<ReadonlyArray<string>>(`(() => {
      const of = (selector, property) => getComputedStyle(document.querySelector(selector))[property]
      return [
        of("body", "color"), of(".sheet", "backgroundColor"), of(".figure", "textDecorationLine"),
        of("details", "display"), of(".files", "display"), of("thead", "display"), of("tfoot", "display"),
      ]
    })()`)
    expect(printed).toEqual([
      "rgb(0, 0, 0)",
      "rgb(255, 255, 255)",
      "none",
      "none",
      "none",
      "table-header-group",
      "table-row-group",
    ])
    await page.context().close()
  })

  for (const appendices of ["continue", "restart"] as const) {
    testWith("pdftotext")(`numbers its pages on paper as the form says, appendices: ${appendices}`, async () => {
      const pageNumber = { ...sample.layout.pageNumber, appendices }
      const content = [{ kind: "text", text: "chữ" }] as const
      const more = Array.from({ length: 60 }, (): Block => ({ kind: "paragraph", role: "body", content }))
      const blocks = sample.blocks.map((block) =>
        block.kind === "appendix" ? { ...block, blocks: [...block.blocks, ...(more as typeof block.blocks)] } : block,
      )
      const page = await open({ width: 1280 }, { ...sample, blocks, layout: { ...sample.layout, pageNumber } })
      const words = wordsOf(await page.pdf({ preferCSSPageSize: true }))
      await page.context().close()
      const last = words.find(({ text }) => text === "DANH")?.page ?? 0
      const end = words.at(-1)?.page ?? 0
      expect(end).toBeGreaterThan(last)
      const head = (of: number): string | undefined => words.find(({ page: on, top }) => on === of && top < 19)?.text
      const counted = appendices === "continue" ? [`${last}`, `${end}`] : [undefined, `${end - last + 1}`]
      expect([1, 2, last, end].map(head)).toEqual([undefined, "2", ...counted])
      // What stands on no paper (pop-ups, files) makes no empty page at the end.
      expect(words.filter(({ page: on }) => on === end).length).toBeGreaterThan(1)
    })
  }

  describe("as a fragment of a portal's page", () => {
    const portal = async (width: number, colorScheme: "light" | "dark"): Promise<Page> => {
      const piece = new TextDecoder().decode((await html({ as: "fragment" }).render(sample)).bytes)
      const style = "p{color:rgb(1,2,3)}.table{border:9px solid}"
      const digest = createHash("sha256").update(style).digest("base64")
      const own = /data-style="(sha256-[^"]+)"/.exec(piece)?.[1] ?? ""
      const policy = `default-src 'none'; style-src 'sha256-${digest}' '${own}'; img-src data:`
      const head = `<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}"><meta name="viewport" content="width=device-width"><title>Cổng</title><style>${style}</style>`
      writeFileSync(
        join(folder, "portal.html"),
        `<!doctype html><html lang="vi"><head>${head}</head><body><main><p id="before">Trước</p>${piece}<p id="after">Sau</p></main></body></html>`,
      )
      const context = await browser.newContext({ colorScheme, viewport: { width, height: 800 } })
      const page = await context.newPage()
      page.on("console", (message) => said.push(message.text()))
      await page.goto(pathToFileURL(join(folder, "portal.html")).href)
      return page
    }

    it("changes nothing outside, keeps its own looks under a strict policy, and shows what stands behind a figure", async () => {
      const page = await portal(1280, "light")
      const looks = await page.evaluate<ReadonlyArray<string>>(`(() => {
        const of = (selector, property) => getComputedStyle(document.querySelector(selector))[property]
        return [of("#after", "color"), of("#after", "marginTop"), of("body", "marginTop"),
          of(".danvan .s-kind", "fontSize"), of(".danvan .letterhead", "display")]
      })()`)
      expect(looks).toEqual(["rgb(1, 2, 3)", "16px", "8px", "21.3333px", "grid"])
      await page.locator(".danvan .figure").first().click()
      expect(await shown(page)).toEqual(["figure:models"])
      await page.context().close()
    })

    for (const width of [360, 1280]) {
      it(`has no fault that axe knows, at ${width} pixels, and does not scroll sideways`, async () => {
        const page = await portal(width, "light")
        expect(await violations(page)).toEqual([])
        expect(await overflow(page)).toBe(0)
        await page.context().close()
      })
    }
  })

  it("reaches every figure by the tab key alone", async () => {
    const page = await open({ width: 1280 })
    await page.locator("details").evaluate((details) => details.setAttribute("open", ""))
    const all = await page.evaluate<number>("document.querySelectorAll('main .figure').length")
    const reached = new Set<number>()
    for (let i = 0; i < 3 * all; i++) {
      await page.keyboard.press("Tab")
      const at = await page.evaluate<number>(
        "[...document.querySelectorAll('main .figure')].indexOf(document.activeElement)",
      )
      if (at >= 0) reached.add(at)
      if (reached.size === all) break
    }
    expect(all).toBeGreaterThan(20)
    expect(reached.size).toBe(all)
    await page.context().close()
  })

  it("asks for nothing, and nothing of it is blocked by its own policy", () => {
    expect(said).toEqual([])
  })
})
