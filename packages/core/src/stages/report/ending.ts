// The mark that ends a text or an appendix (`./.`).
import type { Inlines } from "@danvan/document"
import type { Flow } from "./cells.ts"
import * as Writing from "./Writing.ts"

const { words } = Writing

// The form's end mark behind the last words before the signature, in place of what they end with; below a table, chart
// or remark it stands alone, for nothing else says there that the text is over. A full stop alone says nothing.
/** The flow with the mark at its end; as it is where the form has none. */
export const ended = (flow: ReadonlyArray<Flow>, mark: string | null): ReadonlyArray<Flow> => {
  const last = flow.at(-1)
  if (mark === null || last === undefined) return flow
  const before = flow.slice(0, -1)
  if (last.kind === "paragraph" && last.role !== "note")
    return [...before, { ...last, content: closed(last.content, mark) }]
  const item = last.kind === "list" ? last.items.at(-1) : undefined
  if (last.kind === "list" && item) {
    const items = [...last.items.slice(0, -1), { ...item, content: closed(item.content, mark) }]
    return [...before, { ...last, items }]
  }
  return mark === "." ? flow : [...flow, { kind: "paragraph", role: "closing", content: [words(mark)] }]
}

const closed = (content: Inlines, mark: string): Inlines => {
  const inner = content.at(-1)
  return inner?.kind === "text"
    ? [...content.slice(0, -1), words(`${inner.text.replace(/[.,;/\s]+$/u, "")}${mark}`)]
    : [...content, words(mark)]
}
