// Data that outsiders sent, made harmless for where they are shown: a terminal, a log that obeys commands, XML, a folder.
// What can be read stays readable; what would act is written out.

const hex = (text: string): string =>
  [...text].map((letter) => `\\u{${letter.codePointAt(0)?.toString(16) ?? ""}}`).join("")

/**
 * One line of text that no terminal and no build log obeys: control characters, letters without a shape (such as those
 * that turn the direction of writing) and the beginnings of workflow commands are written as code points.
 *
 * @example
 * visible("\u001b[31mđỏ\n") // "\\u{1b}[31mđỏ\\u{a}"
 * visible("::error::x") // ":\\u{3a}error:\\u{3a}x"
 */
export const visible = (text: string): string =>
  text
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, hex)
    .replaceAll("::", ":\\u{3a}")
    .replaceAll("##[", "#\\u{23}[")

/**
 * JSON on one line, read back as it was, in which nothing acts on a terminal or a log.
 *
 * @example
 * json({ id: "\u009b##[error]" }) // '{"id":"\\u009b#\\u0023[error]"}'
 */
export const json = (value: unknown): string =>
  JSON.stringify(value)
    .replace(/[\u007f-\u009f\p{Cf}\p{Zl}\p{Zp}]/gu, (letters) =>
      Array.from(
        { length: letters.length },
        (_, i) => `\\u${letters.charCodeAt(i).toString(16).padStart(4, "0")}`,
      ).join(""),
    )
    .replaceAll("##[", "#\\u0023[")

const named: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&apos;" }

/**
 * Text as XML holds it, in an attribute or between tags; what XML forbids becomes U+FFFD.
 *
 * @example
 * xml("a < b\u0000\n") // "a &lt; b\ufffd&#10;"
 */
export const xml = (text: string): string =>
  text
    // oxlint-disable-next-line no-control-regex
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff\p{Cs}]/gu, "\ufffd")
    .replace(/[&<>"']/g, (letter) => named[letter] ?? "")
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, (letter) => `&#${letter.codePointAt(0) ?? 0};`)
    .replaceAll("::", ":&#58;")
    .replaceAll("##[", "#&#35;[")

/**
 * A name for a file, of whatever somebody called it: letters, digits, `.`, `_`, `-`; no folder, never hidden, never one
 * of the names that Windows keeps for itself, at most 120 bytes of UTF-8.
 *
 * @example
 * fileName("../../etc/passwd") // "_.._etc_passwd"
 * fileName("báo cáo: phường An") // "báo_cáo__phường_An"
 * fileName("CON") // "_CON"
 */
export const fileName = (text: string): string => {
  let name = ""
  let bytes = 0
  for (const letter of text
    .normalize("NFC")
    .replace(/[^\p{L}\p{N}\p{M}._-]/gu, "_")
    .replace(/^\.+/, "")) {
    const code = letter.codePointAt(0) ?? 0
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4
    if (bytes > 120) break
    name += letter
  }
  name = name.replace(/\.+$/, "")
  return name === "" || /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i.test(name) ? `_${name}` : name
}
