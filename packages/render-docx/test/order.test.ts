// Word repairs or refuses a file whose elements stand in another order than its schema has them.
import { sample } from "@danvan/document/testing"
import { describe, expect, it } from "vitest"
import { disordered } from "./order.ts"
import { draw } from "./report.ts"
import { type Element, kids, parse } from "./xml.ts"

describe("the order of elements", () => {
  it("is that of the schema, in every part", async () => {
    const { parts } = await draw(sample)
    for (const part of ["document", "styles", "numbering", "header1", "settings", "footnotes", "endnotes"]) {
      expect(disordered(parse(parts[`word/${part}.xml`] ?? "")), part).toEqual([])
    }
  })

  it("would be missed if it were another", () => {
    const wrong = `<w:pPr xmlns:w="w"><w:jc w:val="left"/><w:keepNext/></w:pPr>`
    expect(disordered(parse(wrong))).toEqual(["/w:pPr: w:jc w:keepNext"])
    expect(disordered(parse(`<w:tcPr><w:glow/></w:tcPr>`))).toEqual(["/w:tcPr: w:glow"])
  })

  it("ends every cell with a paragraph, and parts tables by one", async () => {
    const { body } = await draw(sample)
    const walk = (element: Element): void => {
      const children = kids(element)
      if (element.name === "w:tc") expect(children.at(-1)?.name).toBe("w:p")
      for (const [i, child] of children.entries()) {
        if (child.name === "w:tbl") expect(children[i + 1]?.name).toBe("w:p")
        walk(child)
      }
    }
    walk(body)
  })
})
