// The embedding example of README.md, in the forms in which people may paste it.
import { readFileSync } from "node:fs"
import { stripTypeScriptTypes } from "node:module"

/** Every ```ts block of a markdown text. */
export const blocks = (markdown: string): ReadonlyArray<string> =>
  [...markdown.matchAll(/^```ts\n([\s\S]*?)^```$/gm)].map(([, code]) => code ?? "")

/** The one block of README.md that writes the report. */
export const embedding = (readme: URL): string => {
  const found = blocks(readFileSync(readme, "utf8")).filter((block) => block.includes("bao-cao.pdf"))
  const [only] = found
  if (only === undefined || found.length > 1) {
    throw new Error(`README.md must hold one \`\`\`ts block that writes bao-cao.pdf; it holds ${found.length}`)
  }
  return only
}

/** Without its types: what Node 20 reads. */
export const toModule = (typescript: string): string => stripTypeScriptTypes(typescript)

/** With `require` in place of `import`; the rest stands in a function, as CommonJS has no await at its top. */
export const toCommonJs = (typescript: string): string => {
  const [imports, body]: [Array<string>, Array<string>] = [[], []]
  for (const line of toModule(typescript).split("\n")) {
    const [, names, from] = /^import \{(.+)\} from ("[^"]+")/.exec(line) ?? []
    if (names === undefined) body.push(line)
    else imports.push(`const {${names.replaceAll(" as ", ": ")}} = require(${from})`)
  }
  return [...imports, "const main = async () => {", ...body, "}", "main()", ""].join("\n")
}
