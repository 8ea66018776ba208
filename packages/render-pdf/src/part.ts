// A word that is wider than the whole line: it is parted after a `-` or `/`, else between letters.
import type { Fragment, Word } from "./line.ts"

/** Parts a word so that its head fits, always with at least one letter; no tail when nothing can be parted. */
export const part = (word: Word, room: number): readonly [Word, Word | null] => {
  const head: Array<Fragment> = []
  const tail: Array<Fragment> = []
  let used = 0
  let good: number | null = null // how many letters of `head` end at the last `-` or `/`
  for (const [i, fragment] of word.fragments.entries()) {
    if (tail.length > 0) {
      tail.push(...word.fragments.slice(i))
      break
    }
    for (const letter of lettersOf(fragment)) {
      if (tail.length === 0 && (head.length === 0 || used + letter.width <= room)) {
        head.push(letter)
        used += letter.width
        if (/[-/]$/.test(letter.text)) good = head.length
      } else tail.push(letter)
    }
  }
  if (tail.length === 0) return [word, null]
  if (good !== null && good < head.length) tail.unshift(...head.splice(good))
  return [wordOf(head, 0, false), wordOf(tail, word.space, word.ends)]
}

const segments = new Intl.Segmenter("vi", { granularity: "grapheme" })

function* lettersOf(fragment: Fragment): Generator<Fragment> {
  if (fragment.fixed) {
    const each = fragment.width / fragment.text.length
    for (const text of fragment.text) yield { ...fragment, text, width: each }
    return
  }
  for (const { segment } of segments.segment(fragment.text)) {
    yield { ...fragment, text: segment, width: fragment.font.widthOfString(segment, fragment.size) }
  }
}

const wordOf = (fragments: ReadonlyArray<Fragment>, space: number, ends: boolean): Word => ({
  fragments,
  width: fragments.reduce((sum, fragment) => sum + fragment.width, 0) - space,
  space,
  ends,
})
