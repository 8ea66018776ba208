// A table without lines that sets texts side by side: the head of the first page, the signature.
import { type Paragraph, Table, TableCell, TableRow } from "docx"
import { pointTwips, twips } from "./measure.ts"
import { tables } from "./style.ts"

/** Rows of two places, `left` and `right` mm wide; `top` pt stay free above each row. */
export const frame = (
  rows: ReadonlyArray<readonly [left: ReadonlyArray<Paragraph>, right: ReadonlyArray<Paragraph>]>,
  left: number,
  right: number,
  top = 0,
): Table => {
  const widths = [twips(left), twips(right)]
  return new Table({
    style: tables.plain,
    layout: "fixed",
    alignment: "left",
    width: { size: twips(left) + twips(right), type: "dxa" },
    columnWidths: widths,
    rows: rows.map(
      (places) =>
        new TableRow({
          cantSplit: true,
          children: places.map(
            (children, i) =>
              new TableCell({
                children: [...children],
                width: { size: widths[i] ?? 0, type: "dxa" },
                ...(top > 0 ? { margins: { marginUnitType: "dxa", top: pointTwips(top) } } : {}),
              }),
          ),
        }),
    ),
  })
}
