// The blank form that the district sends out, to the file that is named; `make.py` fills it in as a commune would.
import { readFile, writeFile } from "node:fs/promises"
import { load } from "@danvan/core"
import { template } from "@danvan/intake"
import * as Result from "effect/Result"

const read = async (file: string): Promise<unknown> =>
  JSON.parse(await readFile(new URL(file, import.meta.url), "utf8")) as unknown

const [to = "form.xlsx", subject = "", period = ""] = process.argv.slice(2)
const registers = load(await read("organisations.json"), await read("catalogue.json"))
await writeFile(to, Result.getOrThrow(template(registers, { subject, period })).bytes)
