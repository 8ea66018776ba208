// A word that is wider than the whole line: it is parted after a `-`, a `/` or a blank, else between letters.
import type { Fragment, Word } from "./line.ts"

/** A place in a word: before the letter at `at` of a fragment, which lies `used` pt from the fragment's beginning. */
interface Cut {
  readonly fragment: number
  readonly at: number
  readonly used: number
}

/** Parts a word so that its head fits, always with at least one letter; no tail when nothing can be parted. */
export const part = (word: Word, room: number): readonly [Word, Word | null] => {
  const { cut, good } = cutOf(word, room)
  const chosen = good ?? cut
  if (cut === null || chosen === null) return [word, null]
  const [before, after] = parted(word.fragments[chosen.fragment], chosen)
  const head = [...word.fragments.slice(0, chosen.fragment), ...before]
  const tail = [...after, ...word.fragments.slice(chosen.fragment + 1)]
  return [wordOf(head, 0, false), wordOf(tail, word.space, word.ends)]
}

/** Where the room ends, and behind which last `-`, `/` or blank before it. */
const cutOf = ({ fragments }: Word, room: number): { readonly cut: Cut | null; readonly good: Cut | null } => {
  let good: Cut | null = null
  let all = 0
  let first = true
  for (const [i, fragment] of fragments.entries()) {
    let at = 0
    let used = 0
    for (const [letter, width] of lettersOf(fragment)) {
      if (!first && all + width > room) return { cut: { fragment: i, at, used }, good }
      first = false
      at += letter.length
      used += width
      all += width
      if (/[-/]$/.test(letter) || (fragment.fixed && at === fragment.text.length)) good = { fragment: i, at, used }
    }
  }
  return { cut: null, good: null }
}

const parted = (
  fragment: Fragment | undefined,
  { at, used }: Cut,
): readonly [ReadonlyArray<Fragment>, ReadonlyArray<Fragment>] => {
  if (!fragment) return [[], []]
  const [before, after] = [fragment.text.slice(0, at), fragment.text.slice(at)]
  return [
    before === "" ? [] : [{ ...fragment, text: before, width: used }],
    after === "" ? [] : [{ ...fragment, text: after, width: fragment.width - used }],
  ]
}

const segments = new Intl.Segmenter("vi", { granularity: "grapheme" })

function* lettersOf(fragment: Fragment): Generator<readonly [letter: string, width: number]> {
  if (fragment.fixed) {
    const each = fragment.width / fragment.text.length
    for (const letter of fragment.text) yield [letter, each]
    return
  }
  for (const { segment } of segments.segment(fragment.text)) {
    yield [segment, fragment.font.widthOfString(segment, fragment.size)]
  }
}

const wordOf = (fragments: ReadonlyArray<Fragment>, space: number, ends: boolean): Word => ({
  fragments,
  width: fragments.reduce((sum, fragment) => sum + fragment.width, 0) - space,
  space,
  ends,
})
