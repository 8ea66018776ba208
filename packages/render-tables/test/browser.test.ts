// The renderer in a real browser: the same bytes as here. Chromium loads our sources and the library as modules, from
// addresses that the test answers itself.
import { existsSync, readFileSync } from "node:fs"
import { createHash } from "node:crypto"
import { createRequire, stripTypeScriptTypes } from "node:module"
import { join, resolve } from "node:path"
import { sample } from "@danvan/document/testing"
import { csv, xlsx } from "@danvan/render-tables"
import { chromium } from "playwright-core"
import { describe, expect, it } from "vitest"

const executablePath = process.env["CHROMIUM"] ?? "/usr/bin/chromium"
const installed = existsSync(executablePath)
const packages = resolve(import.meta.dirname, "../..")
const library = createRequire(new URL("../../workbook/package.json", import.meta.url)).resolve("fflate")

const origin = "https://danvan.test"
const modules = ["Book", "Csv", "Place"].map((name) => [
  `@danvan/workbook/${name}`,
  `${origin}/workbook/src/${name}.ts`,
])
const imports = {
  "@danvan/document": `${origin}/document/src/index.ts`,
  "@danvan/document/testing": `${origin}/document/src/testing/index.ts`,
  "@danvan/render-tables": `${origin}/render-tables/src/index.ts`,
  ...(Object.fromEntries(modules) as Readonly<Record<string, string>>),
  fflate: `${origin}/fflate.mjs`,
}

const page = `<script type="importmap">${JSON.stringify({ imports })}</script><script type="module">
import { csv, xlsx } from "@danvan/render-tables"
import { sample } from "@danvan/document/testing"
const digests = await Promise.all([xlsx(), csv("wards")].map(async (renderer) => {
  const digest = await crypto.subtle.digest("SHA-256", (await renderer.render(sample)).bytes)
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("")
}))
document.title = digests.join(" ")
</script>`

const source = (path: string): string =>
  path === "/fflate.mjs"
    ? readFileSync(join(library, "../../esm/browser.js"), "utf8")
    : stripTypeScriptTypes(readFileSync(join(packages, path), "utf8"))

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
      const here = await Promise.all([xlsx(), csv("wards")].map((renderer) => renderer.render(sample)))
      expect(await tab.title()).toBe(
        here.map(({ bytes }) => createHash("sha256").update(bytes).digest("hex")).join(" "),
      )
    } finally {
      await browser.close()
    }
  })
})
