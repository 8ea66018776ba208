// What Word cannot hold, beside what no renderer can draw.
import { type Document, refuse as refuseAll, RenderError } from "@danvan/document"

/** Word gives up on a page wider or higher, mm. */
const LARGEST = 558.7

/** Throws a `RenderError` when nothing useful can be written. */
export const refuse = (document: Document): void => {
  refuseAll(document)
  const { width, height } = document.layout.page
  if (Math.max(width, height) <= LARGEST) return
  throw new RenderError("layout-invalid", "/layout/page", `a page of ${width} × ${height} mm`)
}
