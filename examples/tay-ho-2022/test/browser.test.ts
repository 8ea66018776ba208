// The report as a page in Chromium: no fault that axe knows and no sideways scrolling, on a telephone and on a desk.
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { createRequire } from "node:module"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { pathToFileURL } from "node:url"
import { html } from "@danvan/render-html"
import type { AxeResults } from "axe-core"
import { type Browser, chromium } from "playwright-core"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { make } from "../make.ts"

const executablePath = process.env["CHROMIUM"] ?? "/usr/bin/chromium"
const installed = existsSync(executablePath)
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8")

if (process.env["CI"]) {
  it("has the browser that CI must have", () => {
    expect(installed, `no Chromium at ${executablePath}`).toBe(true)
  })
} else if (!installed) {
  it.skip(`is not tried in a browser: there is no Chromium at ${executablePath}; name one in CHROMIUM`, () => {})
}

describe.runIf(installed)("the report in Chromium", () => {
  const folder = mkdtempSync(join(tmpdir(), "danvan-tay-ho-"))
  const file = join(folder, "report.html")
  let browser: Browser

  beforeAll(async () => {
    writeFileSync(file, (await html().render((await make()).document)).bytes)
    const quiet = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
    browser = await chromium.launch({ executablePath, args: [...quiet, "--disable-sync", "--no-first-run"] })
  })
  afterAll(async () => {
    await browser.close()
    rmSync(folder, { recursive: true })
  })

  it.each([360, 1280])("passes axe and stays within %d pixels", async (width) => {
    const page = await browser.newPage({ viewport: { width, height: 900 } })
    await page.goto(pathToFileURL(file).href)
    await page.evaluate(axe)
    const { violations, passes } = await page.evaluate<AxeResults>("axe.run(document)")
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
    expect(passes.length).toBeGreaterThan(20)
    expect(await page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")).toBe(0)
    await page.close()
  })

  it("shows where a figure comes from, without script", async () => {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, javaScriptEnabled: false })
    await page.goto(pathToFileURL(file).href)
    await page
      .getByRole("button", { name: /197 mô hình/ })
      .first()
      .click()
    const shown = page.locator("[popover]:popover-open")
    await shown.waitFor({ state: "visible" })
    expect(await shown.textContent()).toContain("Phường Bưởi (buoi-2022-h1, lần 2)")
    await page.close()
  })
})
