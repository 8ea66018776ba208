import { execFileSync } from "node:child_process"
import { createHash } from "node:crypto"
import { readFileSync } from "node:fs"
import { createRequire } from "node:module"
import { describe, expect, it } from "vitest"
import { pdf } from "@danvan/render-pdf"
import { document, draw, hd36, paragraph, sample } from "./report.ts"

const digest = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex")
const elsewhere = (env: Record<string, string>): string =>
  execFileSync(process.execPath, ["--conditions=@danvan/source", new URL("digest.ts", import.meta.url).pathname], {
    encoding: "utf8",
    env: { ...process.env, NODE_OPTIONS: "", ...env },
  }).trim()

describe("the bytes", () => {
  it("are the same in any process, time zone and locale", async () => {
    const here = digest((await draw(sample)).bytes)
    expect(elsewhere({ TZ: "Asia/Ho_Chi_Minh", LANG: "vi_VN.UTF-8", LC_ALL: "vi_VN.UTF-8" })).toBe(here)
    expect(elsewhere({ TZ: "America/St_Johns", LANG: "C", LC_ALL: "C" })).toBe(here)
  })

  it("do not depend on the documents before", async () => {
    const first = await draw(sample)
    await draw(document([paragraph("ạ ộ ỷ Ð \u00ad ‑ Đ \u00a0 ị")])) // parts of glyphs, and letters that share one
    expect(digest((await draw(sample)).bytes)).toBe(digest(first.bytes))
  })

  it("do not depend on the documents at the same time", async () => {
    const documents = [sample, hd36(), document([paragraph("một")], { title: "khác" })]
    const alone: Array<string> = []
    for (const one of documents) alone.push(digest((await draw(one)).bytes))
    const renderer = pdf()
    const together = await Promise.all([...documents, ...documents].map((one) => renderer.render(one)))
    expect(together.map(({ bytes }) => digest(bytes))).toEqual([...alone, ...alone])
  })

  it("carry the moment and the id only if they are given", async () => {
    const text = async (context?: object): Promise<string> =>
      Buffer.from((await pdf().render(hd36(), context)).bytes).toString("latin1")
    expect(await text()).not.toMatch(/CreationDate|CreateDate|ModDate|DocumentId/)
    const given = await text({ madeAt: "2022-07-27T08:00:00+07:00", documentId: "125-BC/BDVQU" })
    expect(given).toContain("(D:20220727010000Z)")
    expect(given).toContain("<xmp:CreateDate>2022-07-27T01:00:00Z</xmp:CreateDate>")
    expect(given).toContain("<dc:identifier>125-BC/BDVQU</dc:identifier>")
  })

  it("have an ID that comes from the content", async () => {
    const id = async (text: string): Promise<string | undefined> =>
      /\/ID \[<(\w+)>/.exec(Buffer.from((await draw(document([paragraph(text)]))).bytes).toString("latin1"))?.[1]
    expect(await id("một")).toMatch(/^[0-9a-f]{32}$/)
    expect(await id("một")).toBe(await id("một"))
    expect(await id("một")).not.toBe(await id("hai"))
  })

  it("hold a font of one's own, given as bytes or as paths", async () => {
    const require = createRequire(new URL("../package.json", import.meta.url))
    const path = (name: string): string => require.resolve(`@expo-google-fonts/tinos/${name}.ttf`)
    const bold = path("700Bold/Tinos_700Bold")
    const paths = { regular: bold, bold, italic: bold, boldItalic: bold }
    const own = Object.fromEntries(
      Object.entries(paths).map(([face, file]) => [face, new Uint8Array(readFileSync(file))]),
    ) as never
    const [a, b] = await Promise.all([pdf({ font: paths }).render(sample), pdf({ font: own }).render(sample)])
    expect(digest(a.bytes)).toBe(digest(b.bytes))
    expect(Buffer.from(a.bytes).toString("latin1")).not.toContain("Tinos-Regular")
    const torn = pdf({ font: { ...paths, bold: Uint8Array.of(1, 2, 3) } })
    await expect(torn.render(sample)).rejects.toMatchObject({ code: "font-unreadable" })
    const lost = pdf({ font: { ...paths, bold: "/no/such/font.ttf" } })
    await expect(lost.render(sample)).rejects.toMatchObject({ code: "font-unreadable" })
  })
})
