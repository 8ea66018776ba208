// What a newcomer reads first must be true: the example runs, the commands are there, links lead somewhere, and both
// languages say the same.
import { existsSync, globSync } from "node:fs"
import { cp, readFile, writeFile } from "node:fs/promises"
import { dirname, join } from "node:path"
import { describe, expect, it, onTestFinished } from "vitest"
import { anchors, fences, levels, prose, relativeLinks } from "./markdown.ts"
import { folder, root, run, text, typeErrors } from "./run.ts"

const english = await text("README.md")
const vietnamese = await text("README.vi.md")
const example = "examples/tay-ho-2022"

const marked = (markdown: string, mark: string): string => {
  const found = fences(markdown).filter((fence) => fence.mark === mark)
  expect(found, `one block marked ${mark}`).toHaveLength(1)
  return found[0]?.code ?? ""
}

describe("the embedding example", () => {
  it("writes the report", async () => {
    const files = ["organisations", "catalogue", "report", "submissions/buoi", "submissions/xuan-la"]
    const { path, remove } = await folder(files.map((file) => `${example}/${file}.json`))
    onTestFinished(remove)
    await writeFile(join(path, "embed.ts"), marked(english, "example: embed"))
    const { code, stderr } = await run("embed.ts", path)
    const pdf = await readFile(join(path, "bao-cao.pdf"))
    expect(code).toBe(0)
    expect(pdf.subarray(0, 5).toString("latin1")).toBe("%PDF-")
    expect(stderr.trim().split("\n")).toHaveLength(10)
    expect(stderr).toContain("Phường Thụy Khuê chưa gửi báo cáo 6 tháng đầu năm 2022.")
    expect(await typeErrors(path)).toEqual([])
  })
})

describe("the commands", () => {
  const commands = (markdown: string): ReadonlyArray<string> =>
    [...markdown.matchAll(/npx -y pnpm@([\d.]+) ([\w:-]+)/g)].map(([, version, script]) => `${version} ${script}`)

  it("are scripts of the repository, run by one version of pnpm", async () => {
    const { scripts } = JSON.parse(await text("package.json"))
    for (const file of ["README.md", "README.vi.md", "CONTRIBUTING.md", ...globSync("docs/**/*.md", { cwd: root })]) {
      for (const command of commands(await text(file))) {
        const [version, script = ""] = command.split(" ")
        expect(version, file).toBe("12.21.0")
        expect(["exec", ...Object.keys(scripts)], file).toContain(script)
      }
    }
  })

  it("of the README are the two", () => {
    expect(new Set(commands(english))).toEqual(new Set(["12.21.0 demo", "12.21.0 test"]))
  })

  it("print what the README shows of the demo", async () => {
    const { path, remove } = await folder()
    onTestFinished(remove)
    await cp(join(root, example), join(path, example), {
      recursive: true,
      filter: (file) => !file.includes("node_modules"),
    })
    const { code, stdout } = await run(join(path, example, "demo.ts"), path)
    expect(code).toBe(0)
    for (const readme of [english, vietnamese]) expect(stdout).toContain(marked(readme, "output: demo"))
  })
})

describe("links", () => {
  const files = globSync(["*.md", "docs/**/*.md"], { cwd: root })

  it.each(files)("of %s lead somewhere", async (file) => {
    for (const link of relativeLinks(await text(file))) {
      const [path = "", fragment] = link.split("#")
      const target = path === "" ? file : join(dirname(file), path)
      expect(existsSync(join(root, target)), link).toBe(true)
      if (fragment !== undefined) expect(anchors(await text(target)), link).toContain(fragment)
    }
  })

  it("are looked for in every document", () => {
    for (const file of ["README.md", "README.vi.md", "CONTRIBUTING.md", "docs/tour.md"]) expect(files).toContain(file)
  })
})

describe("README.vi.md", () => {
  const withoutRemarks = (code: string): string => code.replaceAll(/\s*\/\/ .*$/gm, "")

  it("has the sections of README.md", () => {
    expect(levels(vietnamese)).toEqual(levels(english))
  })

  it("has its blocks; those that are code differ in remarks alone", () => {
    const [vi, en] = [fences(vietnamese), fences(english)]
    expect(vi.map(({ lang, mark }) => [lang, mark])).toEqual(en.map(({ lang, mark }) => [lang, mark]))
    expect(vi.map(({ code }) => withoutRemarks(code))).toEqual(en.map(({ code }) => withoutRemarks(code)))
  })

  it("has its tables, row by row, and its lists", () => {
    const rows = (markdown: string): ReadonlyArray<string> =>
      prose(markdown)
        .split("\n")
        .flatMap((line) => /^\|\s+(`[^`]+`|\[`[^`]+`\])|^- /.exec(line)?.[0].replaceAll(/\s+/g, " ") ?? [])
        .map((row) => row.replace(" hoặc ", " or "))
    expect(rows(vietnamese)).toEqual(rows(english))
  })

  it("leads to the same files", () => {
    const links = (markdown: string): ReadonlySet<string> =>
      new Set(relativeLinks(markdown).filter((link) => !link.startsWith("README")))
    expect(links(vietnamese)).toEqual(links(english))
  })
})

describe("the map of the rooms", () => {
  it("names every module that core exports", async () => {
    const index = await text("packages/core/src/index.ts")
    const modules = [...index.matchAll(/^export \* as (\w+) from "\.\/(\w+)\//gm)]
    expect(modules.length).toBeGreaterThan(30)
    for (const readme of [english, vietnamese]) {
      for (const [, module, room] of modules) {
        const place = room === "wording" ? `\`${module}\`` : `| \`${module}\``
        expect(readme, `${module}`).toContain(place)
      }
    }
  })

  it("names every package and example", () => {
    for (const place of globSync(["packages/*", "examples/*"], { cwd: root })) {
      expect(
        relativeLinks(english).some((link) => link.startsWith(`${place}/`)),
        place,
      ).toBe(true)
    }
  })
})
