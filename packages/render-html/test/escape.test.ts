import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { anchor, attribute, fontName, text } from "../src/escape.ts"

describe("escape", () => {
  it("leaves no markup in a text", () => {
    expect(text(`<img src=x onerror="alert(1)"> & &amp; </p>`)).toBe(
      `&lt;img src=x onerror="alert(1)"&gt; &amp; &amp;amp; &lt;/p&gt;`,
    )
  })

  it("leaves no quote in an attribute", () => {
    expect(attribute(`" onfocus='x' <`)).toBe("&quot; onfocus=&#39;x&#39; &lt;")
  })

  it("composes letters before it escapes, so that no stroke can eat a tag", () => {
    expect(text("ộ".normalize("NFD"))).toBe("ộ")
    // U+0338 behind `<` composes to ≮: a letter, and no markup.
    expect(text("<\u0338")).toBe("≮")
    expect(`<b>${text("\u0338x")}`).toBe("<b>\u0338x")
  })

  it("writes what is seen: control signs as spaces, none that turns the text round", () => {
    expect(text("a\0b\u202e12\u202c") + attribute("\0\u2067c\ud800")).toBe("a b12 c\ufffd")
  })

  it("lets no character out of the name of a font", () => {
    expect(fontName(`Times New Roman`)).toBe(`"Times New Roman"`)
    expect(fontName(`x";}</style><script>`)).toBe(`"xstylescript"`)
  })

  describe("laws", () => {
    it("gives different ids different anchors, fit for a list of ids and free of what the page itself uses", () => {
      const id = fc.string({ unit: "grapheme" }).map((value) => value.normalize("NFC"))
      fc.assert(
        fc.property(id, id, (a, b) => {
          expect(anchor(a) === anchor(b)).toBe(a === b)
          expect(anchor(a)).toMatch(/^[A-Za-z0-9._-]*$/)
        }),
      )
    })

    it("gives back the text when a browser reads it", () => {
      const read = (markup: string): string =>
        markup
          .replaceAll("&lt;", "<")
          .replaceAll("&gt;", ">")
          .replaceAll("&quot;", '"')
          .replaceAll("&#39;", "'")
          .replaceAll("&amp;", "&")
      fc.assert(
        fc.property(fc.string({ unit: fc.constantFrom(..."<>&\"';#ampltgq0xộ ") }), (value) => {
          expect(read(text(value))).toBe(value)
          expect(read(attribute(value))).toBe(value)
          expect(text(value)).not.toMatch(/[<>]/)
          expect(attribute(value)).not.toMatch(/[<>"']/)
        }),
      )
    })
  })
})
