// The same in a browser: page and worker, without network, give the findings of Node byte for byte, also as the JSON that
// the command prints: for files that are hard to read, and for the forty of the example of a pipeline.
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath, pathToFileURL } from "node:url"
import type { Registers } from "@danvan/core"
import { country } from "@danvan/core/testing"
import { type FormatName, formats } from "@danvan/findings"
import type { File } from "@danvan/intake"
import { type Browser, chromium } from "playwright-core"
import { build } from "tsup"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import * as pipeline from "../../../examples/pipeline/check.ts"
import { latin1, utf16, utf8, windows1258, xlsx } from "./bytes.ts"
import { type Input, told, type Told } from "./page.ts"

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

interface Sent {
  readonly registers: Registers.Registers
  readonly period: string
  readonly files: ReadonlyArray<File.File>
  readonly least: number
}
// What the command prints.
const golden = new URL("../../../examples/pipeline/test/golden/findings.json", import.meta.url)
const forty = await pipeline.files("submissions")
const sets: Readonly<Record<string, Sent>> = {
  "files that are hard to read": { registers: country.registers, period: "2022-H1", files, least: 12 },
  "the forty of the pipeline": {
    registers: pipeline.registers,
    period: pipeline.wanted.period,
    files: forty,
    least: 49,
  },
}

describe.runIf(installed)("in Chromium", () => {
  const shown = mkdtempSync(join(tmpdir(), "danvan-intake-"))
  const asked: Array<string> = []
  let browser: Browser
  let code = ""

  beforeAll(async () => {
    await build({
      config: false,
      entry: { page: fileURLToPath(new URL("page.ts", import.meta.url)) },
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
    rmSync(shown, { recursive: true })
  })

  const inputOf = ({ registers: { organisations, catalogue }, period, files: sent }: Sent): Input => ({
    organisations,
    catalogue,
    period,
    files: sent.map(({ name, bytes }) => ({ name, base64: Buffer.from(bytes as Uint8Array).toString("base64") })),
  })
  const manners = [
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
  ] as const

  it.each(
    Object.entries(sets).flatMap(([what, set]) =>
      manners.map(([where, script]) => [where, what, set, script] as const),
    ),
  )("%s gives of %s what Node gives, byte for byte, in every format", async (_, __, set, script) => {
    const context = await browser.newContext({ offline: true })
    const tab = await context.newPage()
    const home = pathToFileURL(join(shown, "index.html")).href
    tab.on(
      "request",
      (request) => void (/^(?:blob|data):/.test(request.url()) || request.url() === home || asked.push(request.url())),
    )
    await tab.goto(home)
    const there = await tab.evaluate<Told>(
      script.replace("INPUT", () => JSON.stringify(inputOf(set))).replace("CODE", () => JSON.stringify(code)),
    )
    const ours = await told(set.registers, set.period, set.files)
    expect(Object.keys(there)).toEqual(Object.keys(formats))
    for (const format of Object.keys(formats) as ReadonlyArray<FormatName>)
      expect(there[format], format).toBe(ours[format])
    expect(JSON.parse(ours.json).issues.length).toBeGreaterThanOrEqual(set.least)
    if (set.files === forty) expect(there.json).toBe(readFileSync(golden, "utf8"))
    expect(asked).toEqual([])
    await context.close()
  })
})
