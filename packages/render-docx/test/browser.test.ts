// The renderer in a real browser: the same bytes as here. Chromium loads our sources and the library as modules, from
// addresses that the test answers itself.
import { existsSync, readFileSync } from "node:fs"
import { createHash } from "node:crypto"
import { createRequire, stripTypeScriptTypes } from "node:module"
import { join, resolve } from "node:path"
import { sample } from "@danvan/document/testing"
import { docx } from "@danvan/render-docx"
import { chromium } from "playwright-core"
import { describe, expect, it } from "vitest"

const executablePath = process.env["CHROMIUM"] ?? "/usr/bin/chromium"
const installed = existsSync(executablePath)
const packages = resolve(import.meta.dirname, "../..")
const require = createRequire(new URL("../package.json", import.meta.url))
const library = join(require.resolve("docx"), "..")

const origin = "https://danvan.test"
const imports = {
  "@danvan/document": `${origin}/document/src/index.ts`,
  "@danvan/document/testing": `${origin}/document/src/testing/index.ts`,
  "@danvan/render-docx": `${origin}/render-docx/src/index.ts`,
  docx: `${origin}/library/index.mjs`,
  "docx/charts": `${origin}/library/charts.mjs`,
  "docx/shapes": `${origin}/library/shapes.mjs`,
  fflate: `${origin}/fflate.mjs`,
}

const page = `<script type="importmap">${JSON.stringify({ imports })}</script><script type="module">
import { docx } from "@danvan/render-docx"
import { sample } from "@danvan/document/testing"
const { bytes } = await docx().render(sample)
const digest = await crypto.subtle.digest("SHA-256", bytes)
document.title = Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("")
</script>`

const source = (path: string): string => {
  if (path === "/fflate.mjs") return readFileSync(join(require.resolve("fflate"), "../../esm/browser.js"), "utf8")
  if (path.startsWith("/library/")) return readFileSync(join(library, path.slice("/library/".length)), "utf8")
  return stripTypeScriptTypes(readFileSync(join(packages, path), "utf8"))
}

if (process.env["CI"]) {
  it("has the browser that CI must have", () => {
    expect(installed, `no Chromium at ${executablePath}`).toBe(true)
  })
} else if (!installed) {
  it.skip(`is not tried in a browser: there is no Chromium at ${executablePath}; name one in CHROMIUM`, () => {})
}

describe.runIf(installed)("in Chromium", () => {
  it("writes the same bytes", async () => {
    const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] })
    try {
      const tab = await browser.newPage()
      const faults: Array<string> = []
      tab.on("pageerror", (error) => faults.push(String(error)))
      await tab.route(`${origin}/**`, (route) => {
        const { pathname } = new URL(route.request().url())
        return pathname === "/"
          ? route.fulfill({ contentType: "text/html", body: page })
          : route.fulfill({ contentType: "text/javascript", body: source(pathname) })
      })
      await tab.goto(origin)
      await expect.poll(async () => faults.join() || (await tab.title()), { timeout: 20_000 }).not.toBe("")
      expect(faults).toEqual([])
      expect(await tab.title()).toBe(
        createHash("sha256")
          .update((await docx().render(sample)).bytes)
          .digest("hex"),
      )
    } finally {
      await browser.close()
    }
  })
})
