// Names of sheets: at most 31 characters, without the signs that formulas use, none twice whatever its case.

const longest = 31

/** Gives each caption a name of its own. */
export const namer = (): ((caption: string) => string) => {
  const taken = new Set<string>(["history"]) // Excel's own
  return (caption) => {
    const stem = usable(caption) || "–"
    for (let n = 1; ; n++) {
      const ending = n === 1 ? "" : ` (${n})`
      const name = `${shortened(stem, longest - ending.length)}${ending}`
      if (taken.has(name.toLowerCase())) continue
      taken.add(name.toLowerCase())
      return name
    }
  }
}

const usable = (caption: string): string =>
  caption
    .replaceAll(/[[\]:*?/\\]|\p{Cc}|\p{Cs}|[\ufffe\uffff]/gu, " ")
    .replaceAll(/\s+/gu, " ")
    .replaceAll(/^[' ]+|[' ,;.–-]+$/gu, "")

/** Cut before a comma that is not the first word's, else behind a word of the second half, and never within a letter. */
const shortened = (text: string, most: number): string => {
  if (text.length <= most) return text
  const comma = text.lastIndexOf(", ", most)
  if (comma > most / 3) return text.slice(0, comma)
  let cut = ""
  for (const letter of text) {
    if (cut.length + letter.length > most) break
    cut += letter
  }
  const space = cut.lastIndexOf(" ")
  return (text[cut.length] !== " " && space > most / 2 ? cut.slice(0, space) : cut).replace(/[' ,;.–-]+$/u, "")
}
