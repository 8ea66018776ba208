// Pieces into nodes: the space between them, and how much of a page each needs to begin.
import type { Flow, Node } from "./node.ts"
import type { Page, Piece } from "./page.ts"
import { LEAST } from "./settle.ts"

/** The nodes of a page's flow. */
export const flow = (pieces: ReadonlyArray<Piece>, page: Page): ReadonlyArray<Node> => {
  const gap = (i: number): number => (i === 0 ? 0 : (pieces[i - 1]?.after ?? 0)) + (pieces[i]?.before ?? 0)
  const nodes: Array<Node> = []
  let below: { readonly flow: Flow; readonly piece: Piece; readonly gap: number } | null = null
  for (let i = pieces.length - 1; i >= 0; i--) {
    const piece = pieces[i]
    if (piece === undefined) continue
    const made: Flow = flowOf(piece, below, page)
    const left = piece.node.margin?.[0] ?? 0
    nodes.push({ ...piece.node, margin: [left, gap(i), 0, 0], flow: made })
    below = { flow: made, piece, gap: gap(i) }
  }
  return nodes.reverse()
}

const flowOf = (
  piece: Piece,
  below: { readonly flow: Flow; readonly piece: Piece; readonly gap: number } | null,
  page: Page,
): Flow => {
  const { text = null, height } = piece
  const next = below && below.piece.node.pageBreak === undefined ? below : null
  // What clings to the last lines of this text: the signature, or a single line that already carries it.
  const clinging =
    next?.piece.clings === true ? next.piece.height : next?.flow.follow && isShort(next.piece) ? next.flow.need : 0
  const follow = text && next && clinging > 0 ? next.gap + clinging : 0
  const parts = text !== null && text.count >= 2 * LEAST
  const own = text ? (parts ? LEAST * text.line : height + follow) : (piece.least ?? height)
  const chained = piece.keeps && next ? height + next.gap + next.flow.need : own
  const need = [chained, own, text ? Math.min(height, LEAST * text.line) : 0].find((n) => n <= page.height) ?? 0
  return { need, follow: piece.keeps ? 0 : follow, whole: page.height, text }
}

const isShort = (piece: Piece): boolean => piece.text !== undefined && piece.text.count < LEAST
