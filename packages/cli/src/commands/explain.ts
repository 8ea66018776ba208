// `danvan explain`: how a number came about, a line for each step down to what was sent.
import { explain as tree, toText } from "@danvan/core"
import { Neutral } from "@danvan/findings"
import * as Batch from "../Batch.ts"
import type { Terminal } from "../Terminal.ts"
import type { Asked } from "../Usage.ts"

/** Prints the tree of a number. */
export const explain = async (asked: Asked, terminal: Terminal): Promise<number> => {
  const { registers, batch, code } = await Batch.load(asked, terminal, asked.one("period"))
  const [subject = "", period = "", indicator = ""] = ["subject", "period", "indicator"].map((flag) => asked.one(flag))
  const lines = toText(tree(registers, batch, { subject, period, indicator }), asked.lang, registers).split("\n")
  await terminal.out(`${lines.map(Neutral.visible).join("\n")}\n`)
  return code
}
