// Nothing silent: the text that was drawn is compared with the text that was given, line by line.
import { type Document, linesOf, type Loss, plainText, visibleText } from "@danvan/document"
import { offPage, textLost } from "./loss.ts"
import type { Ledger } from "./pdfmake/index.ts"

/** What was lost between the document and the paper. `missing` are letters that have been named already. */
export const guard = (
  document: Document,
  ledger: Ledger,
  missing: ReadonlyMap<string, ReadonlySet<string>>,
): ReadonlyArray<Loss> => {
  const losses: Array<Loss> = []
  for (const [pointer, line] of linesOf(document)) {
    const given = visibleText(plainText(line, document.figures))
    const drawn = ledger.drawn.get(pointer) ?? ""
    const lost = lostOf(given, drawn, missing.get(pointer))
    if (lost !== "") losses.push(textLost(pointer, lost))
    const off = ledger.off.get(pointer)
    if (off !== undefined) losses.push(offPage(pointer, off.trim()))
  }
  return losses
}

const lostOf = (given: string, drawn: string, missing: ReadonlySet<string> | undefined): string => {
  const named = (letter: string): boolean =>
    missing?.has(letter) === true || (missing !== undefined && /[?\ufffd]/u.test(letter))
  const want = [...given].filter((letter) => !/\s/u.test(letter) && !named(letter))
  const have = [...drawn].filter((letter) => !/\s/u.test(letter) && !named(letter))
  if (want.length === have.length && want.every((letter, i) => letter === have[i])) return ""
  const from = want.findIndex((letter, i) => letter !== have[i])
  return from <= 0 ? given.trim() : want.slice(from).join("")
}
