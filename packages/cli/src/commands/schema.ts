// `danvan schema`: a format as JSON Schema.
import { Schemas } from "@danvan/core"
import { Ended } from "../Exit.ts"
import type { Terminal } from "../Terminal.ts"
import type { Asked } from "../Usage.ts"
import { say } from "../words.ts"

/** Prints the schema of `submission`, or of `danvan/submission@0`. */
export const schema = async (asked: Asked, terminal: Terminal): Promise<number> => {
  const name = (asked.words[0] ?? "").replace(/^danvan\//, "").replace(/@0$/, "")
  const known = Schemas.names.find((one) => one === name)
  if (known === undefined) throw new Ended(2, say(asked.lang).schemaUnknown(name, Schemas.names))
  await terminal.out(`${JSON.stringify(Schemas.json(known), null, 2)}\n`)
  return 0
}
