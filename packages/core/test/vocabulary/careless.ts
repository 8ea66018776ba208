// Texts of JSON as careless people and programs write them: keys that come twice, also in other letters of the same
// key, numbers of any length, space anywhere, texts with quotes, colons and braces in them.
import * as fc from "fast-check"

const letters = fc.constantFrom("a", "b", "ấ", '"', "\\", "/", "~", ":", "{", "0", "\n", "__proto__", "e-5", "😀")
const plain = fc.array(letters, { maxLength: 3 }).map((list) => list.join(""))
const written = fc
  .tuple(plain, fc.boolean())
  .map(([text, escaped]) =>
    escaped
      ? `"${Array.from({ length: text.length }, (_, i) => `\\u${text.charCodeAt(i).toString(16).padStart(4, "0")}`).join("")}"`
      : JSON.stringify(text),
  )
const digits = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 20 }).map((list) => list.join(""))
const number = fc
  .tuple(
    fc.constantFrom("", "-"),
    digits,
    fc.option(digits),
    fc.option(fc.constantFrom("e5", "E-3", "e+22", "e300", "e308", "e-308", "e-320", "E-340", "e400", "e-0", "e15")),
  )
  .map(([sign, whole, fraction, exponent]) => {
    const unpadded = whole.replace(/^0+(?=\d)/, "")
    return `${sign}${unpadded}${fraction === null ? "" : `.${fraction}`}${exponent ?? ""}`
  })
const space = fc.constantFrom("", "", " ", "\n", "\t\r\n ")
const { json: text } = fc.letrec<{ json: string }>((tie) => ({
  json: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    fc.constantFrom("true", "false", "null", "0", "-0", "5"),
    number,
    written,
    fc
      .array(fc.tuple(written, space, space, tie("json")), { maxLength: 4 })
      .map((list) => `{${list.map(([key, a, b, value]) => `${a}${key}${b}:${a}${value}${b}`).join(",")}}`),
    fc
      .array(fc.tuple(space, tie("json")), { maxLength: 4 })
      .map((list) => `[${list.map(([a, v]) => a + v).join(",")}]`),
  ),
}))

/** A text of JSON. */
export const json: fc.Arbitrary<string> = text
