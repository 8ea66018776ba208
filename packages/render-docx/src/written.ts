// Tables as markup before there is a file. The library would hold a tree of objects for each cell until it has written the
// last page, and a second one while it writes: the memory of a long annex, and half of its time. What stands for a table
// meanwhile is one element, and its markup takes the place of that when the file is packed (pack.ts).
/* oxlint-disable no-underscore-dangle -- docx's own names */
import { FileChild, type IXmlableObject, type Table } from "docx"
import { escaped } from "./xml.ts"

/** What stands for a table. */
export class Written extends FileChild {
  private readonly n: number

  constructor(n: number) {
    super("w:written")
    this.n = n
  }

  override prepForXml(): IXmlableObject {
    return { "w:written": { _attr: { n: this.n } } }
  }
}

/** The markup of a table that has neither drawings nor numbered paragraphs: those are counted by the file. */
export const markupOf = (table: Table): string => markup(table.prepForXml({ stack: [] } as never) ?? {})

/** The parts of a file's text with every table in its place. */
export const withTables = (text: string, tables: ReadonlyArray<string>): ReadonlyArray<string> =>
  text.split(/<w:written n="(\d+)"\/>/).map((part, i) => (i % 2 === 1 ? (tables[Number(part)] ?? "") : part))

const attributes = (values: object | undefined): string => {
  let text = ""
  for (const [name, value] of Object.entries(values ?? {})) text += ` ${name}="${escaped(String(value))}"`
  return text
}

// As the library writes it, to the byte.
const markup = (element: IXmlableObject): string => {
  const [name = ""] = Object.keys(element)
  const value = element[name] as unknown
  if (typeof value !== "object") return `<${name}>${escaped(String(value))}</${name}>`
  if (!Array.isArray(value)) return `<${name}${attributes((value as { readonly _attr?: object } | null)?._attr)}/>`
  let own = ""
  let content = ""
  for (const one of value as ReadonlyArray<unknown>) {
    if (typeof one !== "object" || one === null) content += escaped(String(one))
    else if ("_attr" in one) own += attributes(one._attr as object)
    else content += markup(one as IXmlableObject)
  }
  return `<${name}${own}>${content}</${name}>`
}
