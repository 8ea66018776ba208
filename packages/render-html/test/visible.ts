// What a reader sees of a page, taken from its markup: not the head, not the explanations at the end, not what only a
// screen reader is told. Table and picture of a chart say the same, so the table is left out.

const hidden =
  /<head>.*?<\/head>|<aside .*?<\/aside>|<footer .*?<\/footer>|<details>.*?<\/details>|<title .*?<\/title>|<desc .*?<\/desc>/gs
const inline = /<\/?(?:button|data|strong|em|mark|cite|q|time)\b[^>]*>|<span class="(?:unbroken|blank)"[^>]*>/g
const names: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'" }

export const visible = (bytes: Uint8Array): string =>
  new TextDecoder()
    .decode(bytes)
    .replace(hidden, "")
    .replaceAll(/(<span class="(?:unbroken|blank)"[^>]*>)([^<]*)<\/span>/g, "$1$2")
    .replaceAll(inline, "")
    .replaceAll(/<[^>]*>/g, "\n")
    .replaceAll(/&([#\w]+);/g, (_, name: string) => names[name] ?? `&${name};`)
