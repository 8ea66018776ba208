// The same in a browser: page and worker, without network, give the findings of Node byte for byte.
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath, pathToFileURL } from "node:url"
import { country } from "@danvan/core/testing"
import { type File, validateFiles } from "@danvan/intake"
import { type Browser, chromium } from "playwright-core"
import { build } from "tsup"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { latin1, utf16, utf8, windows1258, xlsx } from "./bytes.ts"

const executablePath = process.env["CHROMIUM"] ?? "/usr/bin/chromium"
const installed = existsSync(executablePath)
const root = fileURLToPath(new URL("../../../", import.meta.url))

if (process.env["CI"]) {
  it("has the browser that CI must have", () => {
    expect(installed, `no Chromium at ${executablePath}`).toBe(true)
  })
} else if (!installed) {
  it.skip(`is not tried in a browser: there is no Chromium at ${executablePath}; name one in CHROMIUM`, () => {})
}

const submission = country.submission({ values: { "meeting.events": -1, "member.counts": 5 } })
const files: ReadonlyArray<File.File> = [
  { name: "an.json", bytes: utf8(JSON.stringify(submission, null, 2)) },
  { name: "cut.json", bytes: utf8(JSON.stringify(submission).slice(0, 99)) },
  { name: "all.ndjson", bytes: utf8(`${JSON.stringify(submission)}\n{x\n`) },
  { name: "a.csv", bytes: utf8("Đơn vị;Cuộc họp;Lạ\nPhường An;1,234;5\nPhường Cuc;6;\n") },
  { name: "nfd.csv", bytes: utf8("Đơn vị;Cuộc họp\nPhường An;5\n".normalize("NFD")) },
  { name: "16.csv", bytes: utf16("Đơn vị\tCuộc họp\nPhường Bình\t-5\n") },
  { name: "1258.csv", bytes: windows1258("Đơn vị;Cuộc họp\nPhường An;5 người\n") },
  { name: "tcvn.csv", bytes: latin1("§¬n vÞ;Cuéc häp\nPh­êng An;5\n") },
  {
    name: "date.xlsx",
    bytes: xlsx([
      ["Đơn vị", "Quy ước được công nhận"],
      ["Phường Cúc", { xml: '<c s="3"><v>46114</v></c>' }],
    ]),
  },
  { name: "cut.xlsx", bytes: xlsx([["Đơn vị", "Cuộc họp"]]).subarray(0, 500) },
  { name: "a.pdf", bytes: utf8("%PDF-1.7") },
]

// What a page does: it has the files as bytes, and the registers as JSON.
const page = `
import { load, toText } from "@danvan/core"
import { validateFiles } from "@danvan/intake"
export const run = async ({ organisations, catalogue, files }) => {
  const { issues, held } = await validateFiles(
    load(organisations, catalogue),
    files.map(({ name, base64 }) => ({ name, bytes: Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0)) })),
    { given: { period: "2022-H1" } },
  )
  return JSON.stringify({ issues, held, texts: issues.map((issue) => toText(issue, "vi")) })
}
if (typeof WorkerGlobalScope !== "undefined") self.onmessage = async ({ data }) => self.postMessage(await run(data))
`

describe.runIf(installed)("in Chromium", () => {
  // Inside the workspace, so that the packages are found as whoever uses them finds them.
  mkdirSync(join(root, "out"), { recursive: true })
  const folder = mkdtempSync(join(root, "out/browser-"))
  const shown = mkdtempSync(join(tmpdir(), "danvan-intake-"))
  const asked: Array<string> = []
  let browser: Browser
  let code = ""

  beforeAll(async () => {
    writeFileSync(join(folder, "page.js"), page)
    await build({
      config: false,
      entry: { page: join(folder, "page.js") },
      outDir: shown,
      format: ["iife"],
      globalName: "intake",
      platform: "browser",
      noExternal: [/./],
      silent: true,
      clean: false,
      tsconfig: join(root, "tsconfig.base.json"),
      esbuildOptions: (options) => {
        options.conditions = ["@danvan/source"]
      },
    })
    const [bundle = ""] = readdirSync(shown)
    code = readFileSync(join(shown, bundle), "utf8")
    writeFileSync(
      join(shown, "index.html"),
      `<!doctype html><meta charset="utf-8"><script>${code.replaceAll("</script", "<\\/script")}</script>`,
    )
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
    rmSync(shown, { recursive: true })
  })

  const input = {
    organisations: country.organisations,
    catalogue: country.catalogue,
    files: files.map(({ name, bytes }) => ({ name, base64: Buffer.from(bytes as Uint8Array).toString("base64") })),
  }
  const here = async (): Promise<string> => {
    const { toText } = await import("@danvan/core")
    const { issues, held } = await validateFiles(country.registers, files, { given: { period: "2022-H1" } })
    return JSON.stringify({ issues, held, texts: issues.map((issue) => toText(issue, "vi")) })
  }

  it.each([
    ["a page", "intake.run(INPUT)"],
    [
      "a worker",
      `new Promise((resolve, reject) => {
        const worker = new Worker(URL.createObjectURL(new Blob([CODE])))
        worker.onmessage = ({ data }) => resolve(data)
        worker.onerror = (event) => reject(new Error(event.message))
        worker.postMessage(INPUT)
      })`,
    ],
  ])("%s gives the same findings as Node, byte for byte", async (_, script) => {
    const context = await browser.newContext({ offline: true })
    const tab = await context.newPage()
    const home = pathToFileURL(join(shown, "index.html")).href
    tab.on(
      "request",
      (request) => void (/^(?:blob|data):/.test(request.url()) || request.url() === home || asked.push(request.url())),
    )
    await tab.goto(home)
    const there = await tab.evaluate<string>(
      script.replace("INPUT", () => JSON.stringify(input)).replace("CODE", () => JSON.stringify(code)),
    )
    const ours = await here()
    expect(there).toBe(ours)
    expect(JSON.parse(ours).issues.length).toBeGreaterThan(12)
    expect(asked).toEqual([])
    await context.close()
  })
})
