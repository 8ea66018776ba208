// The document as one HTML file without script.
export { html, type HtmlOptions } from "./html.ts"
