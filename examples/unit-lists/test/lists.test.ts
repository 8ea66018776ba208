// The lists of the example give the register that `examples/reorganisation` was written by hand with; the bad ones give
// findings that were read before they were accepted.
import { readFile } from "node:fs/promises"
import { aggregate, Lineage, load, type Registers, validate } from "@danvan/core"
import { describe, expect, it } from "vitest"
import { read, words } from "../lists.ts"

const json = async (file: string): Promise<any> => JSON.parse(await readFile(new URL(file, import.meta.url), "utf8"))
const byHand: Registers.Organisations = await json("../../reorganisation/lam/organisations.json")

// What lists of units can hold of it: no Party bodies, and no ids of events.
const territory = ({ units, edges, successions }: Registers.Organisations) => {
  const kinds = new Set(["province", "town", "ward"])
  const own = units.filter(({ kind }) => kinds.has(kind))
  const ids = new Set(own.map(({ id }) => id))
  const events = successions
    .filter(({ from }) => from.every((id) => ids.has(id)))
    .map(({ id, ...event }) => (id === "" ? null : event))
  const sorted = <A>(all: ReadonlyArray<A>) => all.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))
  return { units: sorted(own), edges: sorted(edges), successions: sorted(events) }
}

const made = async (files: ReadonlyArray<string>): Promise<Registers.Organisations> => {
  const { organisations, issues } = await read(files)
  expect(issues.filter(({ severity }) => severity === "error")).toEqual([])
  if (organisations === null) throw new Error("no register")
  return organisations
}

describe("the workbook of Thị xã Lam", () => {
  it("gives the register that was written by hand", async () => {
    const organisations = await made(["lists/thi-xa-lam.xlsx"])
    expect(territory(organisations)).toEqual(territory(byHand))
    expect(organisations.asOf).toBe(byHand.asOf)
    expect((await read(["lists/thi-xa-lam.xlsx"])).issues).toEqual([])
  })

  it("gives the same maps and the same totals on each of them", async () => {
    const catalogue = await json("../../reorganisation/lam/catalogue.json")
    const sent: ReadonlyArray<any> = await json("../../reorganisation/lam/submissions.json")
    // Who sends is no matter of maps, and Party bodies are in no list of units.
    const own = sent.map((submission) => ({ ...submission, reporter: submission.subject }))
    const totals = [byHand, await made(["lists/thi-xa-lam.xlsx"])].map((organisations) => {
      const registers = load(organisations, catalogue)
      const batch = validate(registers, own, { expected: "senders" })
      expect(batch.accepted.length).toBe(sent.length)
      return ["2025-06-30", "2025-07-01", "now"].flatMap((map) =>
        [{}, { shares: "population" } as const].map((shares) => {
          const { cells } = aggregate(registers, batch, {
            subject: "hong-lam-province",
            period: "2025",
            map,
            ...shares,
          })
          return cells.map(({ indicator, value, remainder }) => ({
            indicator,
            value,
            remainder: remainder.map(({ unit, to, value: left }) => [unit, to, left]),
          }))
        }),
      )
    })
    expect(totals[1]).toEqual(totals[0])
    expect(totals[0]?.flat().length).toBeGreaterThan(0)
  })
})

describe("the annex by new wards", () => {
  it("goes on from a list of the units before, and gives the same successions but for what it does not count", async () => {
    const organisations = await made(["lists/truoc-sap-xep.csv", "lists/phu-luc.csv"])
    const names = new Map(organisations.units.map(({ id, names: [name] }) => [id, name?.vi]))
    const called = organisations.successions.map(({ kind, from, to, shares }) => [
      kind,
      from.map((id) => names.get(id)),
      to.map((id) => names.get(id)),
      shares,
    ])
    expect(called).toEqual([
      ["split", ["Phường Đồng Lam"], ["Phường Lam Sơn", "Phường Bến Lam"], undefined],
      ["merge", ["Phường Lam Sơn", "Phường Lam Giang"], ["Phường Lam Sơn"], undefined],
      ["merge", ["Phường Bến Lam", "Phường Chợ Lam"], ["Phường Bến Lam"], undefined],
    ])
    expect(organisations.units.map(({ id }) => id)).toEqual([
      "hong-lam-province-1996",
      "lam-town-hong-lam-1996",
      ...["01", "02", "03", "04", "05"].map((code) => `hong-lam-${code}-1996`),
      ...["01", "04"].map((code) => `hong-lam-${code}-2025`),
    ])
    const [piece] = Lineage.pieces(organisations, "hong-lam-03-1996", { from: "2025-06-30", to: "2025-07-01" })
    expect(piece?.to).toEqual(["hong-lam-01-2025", "hong-lam-04-2025"])
  })
})

describe("bad lists", () => {
  it.each([
    ["phu-luc", ["bad/phu-luc.xlsx"]],
    ["danh-sach", ["bad/danh-sach.csv", "bad/sap-xep.csv"]],
  ] as const)("%s: every fault at its cell, in both languages, and no register", async (name, files) => {
    const found = await read(files, false)
    expect(found.organisations).toBeNull()
    await expect(words(found, "vi")).toMatchFileSnapshot(`golden/${name}.vi.txt`)
    await expect(words(found, "en")).toMatchFileSnapshot(`golden/${name}.en.txt`)
  })
})
