// The report of the cases pdf/… by jsPDF with jspdf-autotable and by Typst: the same words, faces, tables, measures and
// numbers of pages. Both lay out by themselves, so pages may break a line earlier or later.
import { readFileSync } from "node:fs"
import { createRequire } from "node:module"
import { dirname } from "node:path"
import { ALIGN, CELL, HEAD, LINE, mm, ROW, type Sections, SIZE, WIDTHS } from "./pdf.ts"
import { peer } from "./peers.ts"

const require = createRequire(new URL("../packages/render-pdf/package.json", import.meta.url))
const faces = { normal: "400Regular/Tinos_400Regular", bold: "700Bold/Tinos_700Bold" }
const fileOf = (path: string): string => require.resolve(`@expo-google-fonts/tinos/${path}.ttf`)

/** Why a peer is not measured on this machine; empty if it is. */
export const absent = (name: string): string => {
  if (name === "pdfmake") return ""
  try {
    peer(name === "typst" ? "@myriaddreamin/typst-ts-node-compiler" : name)
    return ""
  } catch (cause) {
    return String(cause).split("\n")[0] ?? ""
  }
}

interface Text {
  readonly align?: "left" | "center" | "right" | "justify"
  readonly maxWidth?: number
}

interface Jspdf {
  addFileToVFS(name: string, base64: string): void
  addFont(name: string, family: string, style: string): void
  setFont(family: string, style: string): Jspdf
  setFontSize(size: number): void
  setLineHeightFactor(factor: number): void
  splitTextToSize(text: string, width: number): Array<string>
  text(text: string | Array<string>, x: number, y: number, options?: Text): void
  addPage(): void
  setPage(page: number): void
  getNumberOfPages(): number
  output(as: "arraybuffer"): ArrayBuffer
  readonly lastAutoTable: { readonly finalY: number }
}

let base64: Readonly<Record<string, string>> | undefined

export const byJspdf = (sections: Sections): Uint8Array => {
  const { jsPDF } = peer("jspdf") as { readonly jsPDF: new (options: object) => Jspdf }
  const { autoTable } = peer("jspdf-autotable") as { readonly autoTable: (on: Jspdf, options: object) => void }
  const page = new jsPDF({ unit: "pt", format: "a4", compress: true })
  base64 ??= Object.fromEntries(
    Object.entries(faces).map(([style, path]) => [style, readFileSync(fileOf(path)).toString("base64")]),
  )
  for (const [style, file] of Object.entries(base64)) {
    page.addFileToVFS(`${style}.ttf`, file)
    page.addFont(`${style}.ttf`, "Tinos", style)
  }
  const [left, top, width, end] = [mm(30), mm(20), mm(165), mm(277)]
  page.setLineHeightFactor(LINE / SIZE)
  let y = top
  const turn = (): void => {
    page.addPage()
    y = top
  }
  // A text as lines, as many as the page takes; the first one indented.
  const write = (text: string, style: "normal" | "bold"): void => {
    page.setFont("Tinos", style)
    page.setFontSize(SIZE)
    const [first = "", ...rest] = page.splitTextToSize(text, width - mm(10))
    const lines = [first, ...page.splitTextToSize(rest.join(" "), width).filter((line) => line !== "")]
    for (let i = 0; i < lines.length; i++) {
      if (y + LINE > end) turn()
      const line = lines[i] ?? ""
      const [from, room] = i === 0 ? [left + mm(10), width - mm(10)] : [left, width]
      const justify = style === "normal" && i < lines.length - 1
      page.text(line, from, y + SIZE, justify ? { align: "justify", maxWidth: room } : {})
      y += LINE
    }
    y += 6
  }
  for (const { heading, paragraphs, rows } of sections) {
    if (y + 6 + 3 * LINE > end) turn()
    y += 6
    write(heading, "bold")
    for (const text of paragraphs) write(text, "normal")
    autoTable(page, {
      startY: y,
      margin: { left, right: mm(15), top, bottom: mm(20) },
      theme: "grid",
      head: [HEAD],
      body: rows,
      showHead: "everyPage",
      rowPageBreak: "avoid",
      styles: {
        font: "Tinos",
        fontSize: CELL,
        minCellHeight: ROW + 4.5,
        cellPadding: { left: 4, right: 4, top: 2, bottom: 2 },
        lineWidth: 0.5,
        lineColor: 0,
        textColor: 0,
        valign: "middle",
      },
      headStyles: { fontStyle: "bold", halign: "center", fillColor: false },
      columnStyles: Object.fromEntries(
        WIDTHS.map((wide, c) => [c, { halign: ALIGN[c], ...(wide === null ? {} : { cellWidth: mm(wide) }) }]),
      ),
    })
    y = page.lastAutoTable.finalY + 6
  }
  page.setFont("Tinos", "normal")
  page.setFontSize(SIZE)
  for (let n = 2; n <= page.getNumberOfPages(); n++) {
    page.setPage(n)
    page.text(String(n), left + width / 2, mm(10) + SIZE * 0.66, { align: "center" })
  }
  return new Uint8Array(page.output("arraybuffer"))
}

interface Typst {
  pdf(source: { readonly mainFileContent: string }, options: { readonly pdfTags: boolean }): Uint8Array
  evictCache(age: number): void
}

let compiler: Typst | undefined

const typed = (sections: Sections): string => {
  const said = JSON.stringify
  const widths = WIDTHS.map((wide) => (wide === null ? "1fr" : `${wide}mm`)).join(", ")
  const inset = (ROW + 4.5 - CELL) / 2
  const tables = sections.map(
    ({ heading, paragraphs, rows }) =>
      `#heading(${said(heading)})\n${paragraphs.map((text) => `#par(${said(text)})`).join("\n")}\n` +
      `#table(columns: (${widths}), align: (${ALIGN.join(", ")}), stroke: 0.5pt, inset: (x: 4pt, y: ${inset}pt), ` +
      `table.header(${HEAD.map((text) => `table.cell(align: center, strong(${said(text)}))`).join(", ")}), ` +
      `${rows.flatMap((row) => row.map((text) => said(text))).join(", ")})`,
  )
  return `#set document(title: "Báo cáo")
#set page(paper: "a4", margin: (left: 30mm, right: 15mm, top: 20mm, bottom: 20mm), header: context {
  let n = counter(page).get().first()
  if n > 1 { align(center, str(n)) }
})
#set text(font: "Tinos", size: ${SIZE}pt, lang: "vi", top-edge: 0.7em, bottom-edge: -0.3em, hyphenate: false)
#set par(justify: true, first-line-indent: (amount: 10mm, all: true), leading: ${LINE - SIZE}pt, spacing: ${LINE - SIZE + 6}pt)
#show heading: it => block(above: ${LINE - SIZE + 6}pt, below: ${LINE - SIZE + 6}pt, pad(left: 10mm, text(size: ${SIZE}pt, weight: "bold", it.body)))
#show table: set text(size: ${CELL}pt)
#show table: set par(justify: false, first-line-indent: 0mm)
#set table.cell(breakable: false)
${tables.join("\n")}
`
}

export const byTypst = (sections: Sections): Uint8Array => {
  const { NodeCompiler } = peer("@myriaddreamin/typst-ts-node-compiler") as {
    readonly NodeCompiler: { create(options: object): Typst }
  }
  compiler ??= NodeCompiler.create({
    fontArgs: [{ fontPaths: Object.values(faces).map((path) => dirname(fileOf(path))) }],
  })
  // It would keep the pages of the call before and give them again.
  compiler.evictCache(0)
  return compiler.pdf({ mainFileContent: typed(sections) }, { pdfTags: false })
}
