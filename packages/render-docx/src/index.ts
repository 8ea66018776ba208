// The report as a Word file.
export { docx } from "./docx.ts"
