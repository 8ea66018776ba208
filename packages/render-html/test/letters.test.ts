// Every letter in every face, as a browser shows it: read from the page, and seen. The face is the one of the PDF's, given to
// the page by the test, so that the picture does not hang on the fonts of a machine.
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { createRequire } from "node:module"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { pathToFileURL } from "node:url"
import type { Document } from "@danvan/document"
import { html } from "@danvan/render-html"
import { type Browser, chromium, type Page } from "playwright-core"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { accented, faces, letters, marked, pageIn } from "../../document/test/letters.ts"
import { pictureIn, unlikeKept } from "../../render-pdf/test/picture.ts"

const executablePath = process.env["CHROMIUM"] ?? "/usr/bin/chromium"
const installed = existsSync(executablePath)
const kept = (name: string): string => join(import.meta.dirname, `golden/letters-${name}.png`)

const require = createRequire(new URL("../../render-pdf/package.json", import.meta.url))
const files = {
  regular: "400Regular/Tinos_400Regular",
  bold: "700Bold/Tinos_700Bold",
  italic: "400Regular_Italic/Tinos_400Regular_Italic",
  "bold-italic": "700Bold_Italic/Tinos_700Bold_Italic",
}
const fontFaces = faces
  .map(({ name, bold, italic }) => {
    const file = readFileSync(require.resolve(`@expo-google-fonts/tinos/${files[name]}.ttf`)).toString("base64")
    return `@font-face{font-family:"Times New Roman";font-weight:${bold ? 700 : 400};font-style:${italic ? "italic" : "normal"};src:url(data:font/ttf;base64,${file})}`
  })
  .join("\n")

if (process.env["CI"]) {
  it("has the browser that CI must have", () => {
    expect(installed, `no Chromium at ${executablePath}`).toBe(true)
  })
} else if (!installed) {
  it.skip(`is not tried in a browser: there is no Chromium at ${executablePath}; name one in CHROMIUM`, () => {})
}

describe.runIf(installed)("the letters of Vietnamese in Chromium", () => {
  const folder = mkdtempSync(join(tmpdir(), "danvan-letters-"))
  let browser: Browser
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] })
  })
  afterAll(async () => {
    await browser.close()
    rmSync(folder, { recursive: true })
  })

  const see = async <A>(document: Document, use: (page: Page) => Promise<A>): Promise<A> => {
    const file = join(folder, "page.html")
    writeFileSync(file, (await html().render(document)).bytes)
    // The page's own policy allows no font.
    const context = await browser.newContext({
      bypassCSP: true,
      viewport: { width: 1000, height: 800 },
      deviceScaleFactor: 3,
    })
    const page = await context.newPage()
    await page.goto(pathToFileURL(file).href)
    await page.addStyleTag({ content: fontFaces })
    await page.evaluate("document.fonts.ready.then(() => true)")
    return use(page).finally(() => context.close())
  }

  /** What stands on the page, in pieces that one face draws. */
  const pieces = (page: Page) =>
    page.evaluate<ReadonlyArray<{ readonly text: string; readonly bold: boolean; readonly italic: boolean }>>(`(() => {
      const walker = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT)
      const found = []
      while (walker.nextNode()) {
        const text = walker.currentNode.data.trim()
        const { fontWeight, fontStyle } = getComputedStyle(walker.currentNode.parentElement)
        if (text !== "") found.push({ text, bold: Number(fontWeight) >= 600, italic: fontStyle === "italic" })
      }
      return found
    })()`)

  for (const face of faces) {
    it(`are read as themselves, and fill a page that looks as it did: ${face.name}`, () =>
      see(pageIn(face), async (page) => {
        const found = await pieces(page)
        expect(new Set(found.map(({ bold, italic }) => `${bold} ${italic}`))).toEqual(
          new Set([`${face.bold} ${face.italic}`]),
        )
        const [first, ...cells] = found.map(({ text }) => text)
        expect(first).toBe(accented.join(" "))
        expect(cells.slice(0, letters.length)).toEqual(letters)
        expect(unlikeKept(pictureIn(await page.locator("main").screenshot()), kept(face.name))).toBe("")
      }))
  }

  it("are read as themselves where the words say the face", () =>
    see(marked, async (page) => {
      expect(await pieces(page)).toEqual(faces.map(({ bold, italic }) => ({ text: accented.join(""), bold, italic })))
    }))

  it("would be missed: a letter for another", () => {
    const [regular] = faces
    if (!regular) throw new Error("no faces")
    const page = JSON.parse(JSON.stringify(pageIn(regular)).replace('"text":"ế"', '"text":"ể"')) as Document
    return see(page, async (shown) => {
      expect(unlikeKept(pictureIn(await shown.locator("main").screenshot()), kept("regular"))).toContain("not as kept")
    })
  })
})
