// Words into lines. Done here, not by pdfmake, which breaks and stretches symbols (45-KH/TU) at every `-` and `/`:
// our words end at spaces only. A word wider than the whole line is parted after `-`, `/` or a blank if it has one,
// else between letters.
import { part } from "./part.ts"
import type { Font } from "./pdfmake/index.ts"

/** A length of text in one face, with the spaces behind it. */
export interface Fragment {
  readonly text: string
  readonly font: Font
  readonly size: number
  readonly width: number
  readonly pointer: string
  readonly underline: boolean
  readonly shade: boolean
  /** Its width is not that of its letters: what follows is placed anew. */
  readonly fixed: boolean
}

/** What is not parted: fragments up to a space. */
export interface Word {
  readonly fragments: ReadonlyArray<Fragment>
  /** Without the spaces behind. */
  readonly width: number
  readonly space: number
  /** The line ends here. */
  readonly ends: boolean
}

/** Fragments of one look, drawn together: `pieces` are parted by stretched spaces. */
export interface Run extends Omit<Fragment, "text" | "fixed"> {
  readonly x: number
  readonly width: number
  readonly pieces: ReadonlyArray<string>
  readonly stretch: number
}

/** The place that a heading or appendix gets among the file's bookmarks. */
export interface Bookmark {
  readonly level: number
  readonly title: string
}

/** A filled line with its runs in place. */
export interface TextLine {
  readonly runs: ReadonlyArray<Run>
  readonly height: number
  readonly ascender: number
  readonly bookmark: Bookmark | null
}

/** A line as words. */
export interface Filled {
  readonly words: ReadonlyArray<Word>
  /** From the first letter to the last. */
  readonly width: number
  /** It ends a paragraph or stands before a break, so it is never stretched. */
  readonly last: boolean
}

const SLACK = 0.001

/** Fills lines of `width`, the first one shorter by `indent`. */
export const fill = (words: ReadonlyArray<Word>, width: number, indent: number): ReadonlyArray<Filled> => {
  const lines: Array<Filled> = []
  let line: Array<Word> = []
  let used = 0
  const push = (last: boolean): void => {
    const end = line.at(-1)
    lines.push({ words: line, width: used - (end?.space ?? 0), last })
    line = []
    used = 0
  }
  const add = (word: Word): void => {
    line.push(word)
    used += word.width + word.space
  }
  for (const word of words) {
    const room = (): number => width - (lines.length === 0 ? indent : 0) + SLACK
    if (line.length > 0 && used + word.width > room()) push(false)
    let rest = word
    while (rest.width > room()) {
      const [head, tail] = part(rest, room())
      if (tail === null) break
      add(head)
      push(false)
      rest = tail
    }
    add(rest)
    if (word.ends) push(true)
  }
  if (line.length > 0) push(true)
  return lines
}
