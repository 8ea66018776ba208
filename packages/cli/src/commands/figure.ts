// `danvan figure`: the figures of texts, a line of JSON for each text.
import { FigureText } from "@danvan/core"
import { Neutral } from "@danvan/findings"
import type { Terminal } from "../Terminal.ts"
import type { Asked } from "../Usage.ts"

/** Prints an array for every text: all its figures in order. */
export const figure = async (asked: Asked, terminal: Terminal): Promise<number> => {
  const input = asked.words.length === 1 && asked.words[0] === "-" ? (await terminal.stdin()).toString("utf8") : null
  const texts = input === null ? asked.words : input.replace(/\r?\n$/, "").split(/\r?\n/)
  for (const text of texts) {
    const found = FigureText.read(text).map(({ at: _at, length: _length, ...read }) => read)
    if (!(await terminal.out(`${Neutral.json(found)}\n`))) break
  }
  return 0
}
