// The two cases of this example: a town that is rearranged within itself, and the wards of Tây Hồ, which were cut apart.
import { readFile } from "node:fs/promises"
import { aggregate, load, report, validate, type Validated } from "@danvan/core"

/** The two places. */
export const places = ["lam", "tay-ho"] as const
/** One of `places`. */
export type Place = (typeof places)[number]

const here = new URL("./", import.meta.url)
const read = async (file: string): Promise<any> => JSON.parse(await readFile(new URL(file, here), "utf8"))

/** A place: its registers, and what its units sent; not everybody was there in every period. */
export const make = async (place: Place) => {
  const registers = load(await read(`${place}/organisations.json`), await read(`${place}/catalogue.json`))
  const sent: ReadonlyArray<unknown> = await read(`${place}/submissions.json`)
  const batch: Validated.Validated = validate(registers, sent, { expected: "senders" })
  const half = report(registers, batch, await read(`${place}/half-year.json`))
  const year = report(registers, batch, await read(`${place}/year.json`))
  return { registers, sent, batch, half, year }
}

/** A total as the demo and the tests ask for it. */
export const total = (
  { registers, batch }: Pick<Awaited<ReturnType<typeof make>>, "registers" | "batch">,
  subject: string,
  period: string,
  on: { readonly map?: string; readonly shares?: "population" } = {},
) => aggregate(registers, batch, { subject, period, ...on })
