// The document as canonical JSON, and back.
export { json, type JsonOptions } from "./json.ts"
export { parse } from "./parse.ts"
