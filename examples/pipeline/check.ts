// The example's files, read and checked as the command does it; the tests look at what comes of it.
import { readdir, readFile } from "node:fs/promises"
import { load, type Registers } from "@danvan/core"
import { type Checked, type File, validateFiles } from "@danvan/intake"

const here = new URL("./", import.meta.url)

const json = async (file: string): Promise<unknown> =>
  JSON.parse(await readFile(new URL(file, here), "utf8")) as unknown

/** The district's registers. */
export const registers: Registers.Registers = load(await json("organisations.json"), await json("catalogue.json"))

/** The files of a folder, in the order of their names. */
export const files = async (folder: "submissions" | "mended"): Promise<ReadonlyArray<File.File>> => {
  const names = (await readdir(new URL(`${folder}/`, here))).sort()
  const path = (name: string): URL => new URL(`${folder}/${encodeURIComponent(name)}`, here)
  return Promise.all(
    names.map(async (name) => ({ name: `${folder}/${name}`, bytes: new Uint8Array(await readFile(path(name))) })),
  )
}

/** What is collected, and of whom. */
export const wanted = { subject: "sao-mai-district-1990", period: "2024-H1" }

/** Reads and checks; most tables do not say their period, so whoever collects does. */
export const check = (sent: ReadonlyArray<File.File>, expected: "all" | "senders" = "all"): Promise<Checked.Checked> =>
  validateFiles(registers, sent, { given: { period: wanted.period }, expected })
