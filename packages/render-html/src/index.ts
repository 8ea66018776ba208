// The document as one HTML file without script.
export { html } from "./html.ts"
