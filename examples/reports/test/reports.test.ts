// The two reports of the ward against what was read and accepted: every line of text, every figure. And what the request
// and the office's own outline change.
import { check, type Document, linesOf, plainText } from "@danvan/document"
import { describe, expect, it } from "vitest"
import { make } from "../make.ts"

const lines = (document: Document): ReadonlyArray<string> =>
  [...linesOf(document)].map(([, line]) => plainText(line, document.figures).replaceAll("\u00a0", " "))

const [party, state] = await Promise.all([make("party.json"), make("state.json")])

describe.each([
  ["party", party],
  ["state", state],
] as const)("the report of %s", (name, document) => {
  it("is without fault and without loss", () => {
    expect(check(document)).toEqual([])
    expect(document.losses).toEqual([])
  })

  it("says what was read and accepted", async () => {
    const { title, layout, figures } = document
    const texts = Object.fromEntries(Object.entries(figures).map(([id, { text, value }]) => [id, [text, value]]))
    const golden = { title, form: layout.form.id, lines: lines(document), figures: texts }
    await expect(`${JSON.stringify(golden, null, 2)}\n`).toMatchFileSnapshot(`golden/${name}.json`)
  })

  it("changes in nothing but number, date and signer when these are filled in", async () => {
    const draft = lines(document)
    const signed = await make(`${name}.json`, { number: 7, signedOn: "2026-07-14" })
    const differs = lines(signed).filter((line, i) => line !== draft[i])
    expect(differs.length).toBeGreaterThan(2)
    for (const line of differs) expect(line).toMatch(/^Số:? 07|^Sen, ngày 14 tháng 7|èm theo Báo cáo số 07/)
    expect(signed.figures).toEqual(document.figures)
  })
})

describe("what the office changed without code", () => {
  it("has the outline's own title and appendices, and the request's", () => {
    const annexes = (document: Document) =>
      document.blocks.flatMap((block) => (block.kind === "appendix" ? [block.id] : []))
    expect(annexes(state)).toEqual(["annex-petitions", "annex-conventions", "annex-one-stop", "exceptions"])
    expect(annexes(party)).toEqual(["annex-dvk", "annex-models", "annex-dialogues", "annex-supervision", "exceptions"])
    expect(lines(state)).toContain("Vận động nhân dân bàn giao mặt bằng")
  })

  it("names units among the exceptions only as far as the request discloses them", async () => {
    const exceptions = (document: Document): string => {
      const block = document.blocks.find((one) => one.kind === "appendix" && one.id === "exceptions")
      return block ? lines({ ...document, blocks: [block] }).join("\n") : ""
    }
    const [closed, open, full] = [
      state,
      await make("state.json", { disclose: "unit" }),
      await make("state.json", { disclose: "all" }),
    ].map(exceptions)
    const units = ["Công an phường Sen", "Ủy ban Mặt trận Tổ quốc Việt Nam phường Sen", "Đảng ủy phường Sen"]
    for (const unit of units) expect([closed?.includes(unit), open?.includes(unit)]).toEqual([false, true])
    expect(closed).toContain("Ngày công giúp dân của lực lượng vũ trang")
    expect([open?.includes("08/7/2026"), full?.includes("nhận ngày 08/7/2026, hạn 05/7/2026")]).toEqual([false, true])
  })
})
