// The report as PDF.
export type { PdfFont } from "./fonts.ts"
export { pdf, type PdfOptions } from "./pdf.ts"
