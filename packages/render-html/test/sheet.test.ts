import { layout } from "@danvan/document/testing"
import { describe, expect, it } from "vitest"
import { onPaper, scoped, sheet } from "../src/sheet.ts"

describe("sheet", () => {
  it("takes the page from the form", () => {
    const css = onPaper(layout)
    expect(css).toContain("@page {size:210mm 297mm;margin:20mm 15mm 20mm 30mm;@top-center{content:counter(page,shown)")
    expect(css).toContain("padding-top:10mm;font:14pt/1")
    expect(css).toContain("@page landscape{size:297mm 210mm;margin:20mm 15mm 20mm 30mm;")
  })

  it("hides the number of the first page only where the form begins later", () => {
    const range = (from: number): string => onPaper({ ...layout, pageNumber: { ...layout.pageNumber, from } })
    expect(range(2)).toContain("@counter-style shown{system:extends decimal;range:2 infinite;fallback:unseen}")
    expect(range(1)).toContain("range:1 infinite")
  })

  it("writes each style in the form's points and millimetres", () => {
    const css = sheet(layout, [])
    expect(css).toContain(
      ".s-body{font-size:14pt;font-weight:400;font-style:normal;text-align:var(--justify);text-indent:min(10mm,8vw);margin:0pt 0 6pt;line-height:calc(1.286*var(--leading))}",
    )
    expect(css).toContain(
      ".s-recipients-title{font-size:14pt;font-weight:400;font-style:normal;text-decoration-line:underline;",
    )
    for (const name of Object.keys(layout.styles)) expect(css, name).toContain(`.s-${name}{`)
  })

  it("draws a rule as long as the form's share of the text", () => {
    const css = sheet({ ...layout, titleRule: { share: 0.4, thickness: 1 } }, [])
    expect(css).toContain(
      '.motto-rule::after{content:"";display:block;width:100%;margin:2pt auto 0;border-top:0.75pt solid}',
    )
    expect(css).toContain('.title-rule::after{content:"";display:block;width:40%;')
    expect(css).not.toContain(".issuer-rule::after")
  })

  it("leaves the page around a fragment alone", () => {
    const css = scoped(sheet(layout, []))
    expect(css).not.toMatch(/(^|[\n}])(?:html|body|:root)\{/)
    expect(css).not.toContain("@page")
    expect(css.match(/:scope\{/g)?.length).toBeGreaterThan(3)
  })
})
