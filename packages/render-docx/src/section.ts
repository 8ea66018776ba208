// Sections: the text, then each appendix on its own page and as its paper is held.
import type { Block, Document, Heading } from "@danvan/document"
import { Header, type ISectionOptions, PageNumber, Paragraph, TextRun } from "docx"
import { pieces } from "./block/index.ts"
import { numberedEarly } from "./loss.ts"
import { twips } from "./measure.ts"
import { numberHeadings } from "./numbering.ts"
import { isTable, type Page, type Piece } from "./page.ts"
import { bare, styles } from "./style.ts"

/** What stands in one section, with the pointer of each block. */
interface Stretch {
  readonly page: Page
  readonly blocks: Array<readonly [at: string, block: Block]>
}

/** The sections of a file. */
export const sectionsOf = (document: Document, page: Page): ReadonlyArray<ISectionOptions> => {
  const { from, appendices } = document.layout.pageNumber
  if (from > 2) page.losses.push(numberedEarly(from))
  const stretches = stretchesOf(document, page)
  return stretches.map((stretch, i) => {
    const restarts = appendices === "restart" && stretch.blocks[0]?.[1].kind === "appendix"
    return {
      properties: {
        type: "nextPage",
        page: { ...paperOf(stretch.page), ...(restarts ? { pageNumbers: { start: 1 } } : {}) },
        ...((i === 0 || restarts) && from >= 2 ? { titlePage: true } : {}),
      },
      ...(i === 0 ? { headers: { default: headOf() } } : {}),
      children: childrenOf(stretch, `headings ${i}`),
    }
  })
}

const stretchesOf = (document: Document, page: Page): ReadonlyArray<Stretch> => {
  const stretches: Array<Stretch> = []
  let open: Stretch | null = null
  for (const [i, block] of document.blocks.entries()) {
    const at = `/blocks/${i}`
    if (block.kind === "appendix") {
      const inner = block.blocks.map((one, b) => [`${at}/blocks/${b}`, one] as const)
      stretches.push({ page: page.held(block.orientation), blocks: [[at, block], ...inner] })
      open = null
    } else {
      if (open === null) stretches.push((open = { page, blocks: [] }))
      open.blocks.push([at, block])
    }
  }
  return stretches.length > 0 ? stretches : [{ page, blocks: [] }]
}

const childrenOf = ({ page, blocks }: Stretch, reference: string): ReadonlyArray<Piece> => {
  const headings = blocks.map(([, block]) => block).filter((block): block is Heading => block.kind === "heading")
  for (const [heading, numbered] of numberHeadings(headings, reference, page)) page.headings.set(heading, numbered)
  const all = blocks.flatMap(([at, block], i) => pieces(block, at, page, blocks[i + 1]?.[1].kind === "signature"))
  return all.flatMap((piece, i) => {
    const next = all[i + 1]
    // Word makes one of two tables that touch, and ends no section with a table.
    return isTable(piece) && (next === undefined || isTable(next))
      ? [piece, new Paragraph({ style: bare.gap })]
      : [piece]
  })
}

/** Paper and margins. The library wants the measures of paper that stands, and turns them itself. */
const paperOf = ({ paper, orientation, layout }: Page) => {
  const { margin } = layout.page
  const [short, long] = [twips(Math.min(paper.width, paper.height)), twips(Math.max(paper.width, paper.height))]
  const { size, line } = layout.styles["page-number"]
  // Word sets letters on a line four fifths down an exact line; the digits of Times New Roman are 0.676 high.
  const above = twips(layout.pageNumber.edge) - Math.round((line * 0.8 - size * 0.676) * 20)
  return {
    size: { orientation, width: short, height: long },
    margin: {
      top: twips(margin.top),
      right: twips(margin.right),
      bottom: twips(margin.bottom),
      left: twips(margin.left),
      header: Math.max(above, 0),
      footer: 0,
      gutter: 0,
    },
  }
}

const headOf = (): Header =>
  new Header({
    children: [
      new Paragraph({ style: styles["page-number"].id, children: [new TextRun({ children: [PageNumber.CURRENT] })] }),
    ],
  })
