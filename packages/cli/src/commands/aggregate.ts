// `danvan aggregate`: all figures of a unit in a period, as canonical JSON.
import { aggregate as bringTogether, Fingerprint, Issue } from "@danvan/core"
import * as Batch from "../Batch.ts"
import { Ended, strongest } from "../Exit.ts"
import type { Terminal } from "../Terminal.ts"
import type { Asked } from "../Usage.ts"
import { say } from "../words.ts"

/** Prints `danvan/aggregate@0` on one line. */
export const aggregate = async (asked: Asked, terminal: Terminal): Promise<number> => {
  const map = asked.one("map") ?? "then"
  if (asked.one("engine") === "duckdb") throw new Ended(2, say(asked.lang).doesNotExist("--engine duckdb"))
  const { registers, batch, code } = await Batch.load(asked, terminal, asked.one("period"))
  const on = map === "then" ? {} : { map }
  const wanted = { subject: asked.one("subject") ?? "", period: asked.one("period") ?? "", ...on }
  const made = bringTogether(registers, batch, wanted)
  await terminal.out(`${Fingerprint.canonical({ schema: "danvan/aggregate@0", ...made })}\n`)
  return strongest(code, Issue.count(made.issues).error > 0 ? 1 : 0)
}
