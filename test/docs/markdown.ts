// Markdown as the tests of the documents need it: fenced blocks with their lines, links, headings.

/** A fenced block. `line` is the number of its first line of code; `mark` the HTML comment directly before, if any. */
export interface Fence {
  readonly lang: string
  readonly code: string
  readonly line: number
  readonly mark: string | null
}

/** Every fenced block, in order. */
export const fences = (markdown: string): ReadonlyArray<Fence> => {
  const lines = markdown.split("\n")
  const found: Array<Fence> = []
  for (let i = 0; i < lines.length; i++) {
    const open = /^(`{3,})(\S*)/.exec(lines[i] ?? "")
    if (!open) continue
    const end = lines.indexOf(open[1] ?? "", i + 1)
    const before = lines.slice(0, i).findLast((line) => line.trim() !== "") ?? ""
    const mark = /^<!-- (.*) -->$/.exec(before)?.[1] ?? null
    found.push({ lang: open[2] ?? "", code: lines.slice(i + 1, end).join("\n"), line: i + 2, mark })
    i = end
  }
  return found
}

/** The text without its fenced blocks. */
export const prose = (markdown: string): string => {
  const lines = markdown.split("\n")
  for (const { code, line } of fences(markdown)) lines.fill("", line - 2, line + code.split("\n").length)
  return lines.join("\n")
}

/** The levels of all headings, in order. */
export const levels = (markdown: string): ReadonlyArray<number> =>
  prose(markdown)
    .split("\n")
    .flatMap((line) => /^(#+) /.exec(line)?.[1]?.length ?? [])

/** Where the section with this heading begins and ends, as text; empty when there is none. */
export const section = (markdown: string, heading: string): string => {
  const lines = markdown.split("\n")
  const start = lines.findIndex((line) => line.replace(/^#+ /, "") === heading && line.startsWith("#"))
  if (start < 0) return ""
  const level = /^#+/.exec(lines[start] ?? "")?.[0].length ?? 1
  const next = lines.findIndex((line, i) => i > start && (/^(#+) /.exec(line)?.[1]?.length ?? 9) <= level)
  return lines.slice(start, next < 0 ? undefined : next).join("\n")
}

/** Links and images that stay in the repository, with their fragment if they have one. */
export const relativeLinks = (markdown: string): ReadonlyArray<string> =>
  [...prose(markdown).matchAll(/\]\(([^)\s]+)[^)]*\)|<img[^>]* src="([^"]+)"/g)]
    .map((match) => match[1] ?? match[2] ?? "")
    .filter((target) => !/^[a-z]+:/.test(target))

/** The fragments that lead to a heading. */
export const anchors = (markdown: string): ReadonlyArray<string> =>
  prose(markdown)
    .split("\n")
    .flatMap((line) => /^#+ (.*)$/.exec(line)?.[1] ?? [])
    .map((heading) =>
      heading
        .toLowerCase()
        .replaceAll(/[^\p{L}\p{N} _-]/gu, "")
        .replaceAll(" ", "-"),
    )
