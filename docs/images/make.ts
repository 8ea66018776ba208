// The two pictures of the README, taken from what `pnpm demo` wrote. Needs poppler (pdftoppm) and Chromium.
//   npx -y pnpm@12.21.0 demo
//   npx -y pnpm@12.21.0 exec node docs/images/make.ts
import { execFileSync } from "node:child_process"
import { fileURLToPath } from "node:url"
import { chromium } from "playwright-core"

const made = new URL("../../out/tay-ho-2022/", import.meta.url)
const file = (name: string): string => fileURLToPath(new URL(name, import.meta.url))

// 100 dots an inch: A4 becomes 827 × 1169.
const page = ["-png", "-r", "100", "-f", "1", "-l", "1", "-singlefile"]
execFileSync("pdftoppm", [...page, fileURLToPath(new URL("report.pdf", made)), file("report-page1")])

const browser = await chromium.launch({
  executablePath: process.env["CHROMIUM"] ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu"],
})
const tab = await browser.newPage({ viewport: { width: 1280, height: 1000 }, colorScheme: "light" })
await tab.goto(new URL("report.html", made).href)
await tab.screenshot({ path: file("report-html.png") })
await browser.close()
