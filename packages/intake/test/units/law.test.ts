// What an office writes down of a register is read back as that register, however its clerks spell and lay it out.
import { type Registers, Spelling } from "@danvan/core"
import { territory } from "@danvan/core/testing"
import { readUnits } from "@danvan/intake"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { bare, lists } from "./lists.ts"

const runs = Number(process.env["DANVAN_RUNS"] ?? 60)
const patience = 60_000 + runs * 60

const firsts = ["Hoà", "Thuỷ", "Đồng", "Tân", "Yên", "Sơn", "Bãi"]
const seconds = ["An", "Giang", "Lập", "Phú", "Khê", "Trạch"]
const kinds: Readonly<Record<string, string>> = { province: "Tỉnh", district: "Quận", commune: "Xã" }

const namesOf = ({ units }: Registers.Organisations, unique: boolean, roll: (below: number) => number) =>
  new Map(
    units.map(({ id, kind }, i) => {
      const own = `${firsts[roll(firsts.length)]} ${seconds[roll(seconds.length)]}`
      return [id, `${kinds[kind]} ${own}${unique || kind !== "commune" ? ` ${i + 1}` : ""}`] as const
    }),
  )

const decreed = (organisations: Registers.Organisations): Registers.Organisations => ({
  ...organisations,
  successions: organisations.successions.map((event) => ({ ...event, decree: `NQ ${event.date.slice(0, 4)}` })),
})

const territoryOf = (seed: number, anySpelling: boolean) => {
  const roll = territory.dice(seed)
  const organisations = decreed(territory.make(roll).registers.organisations)
  return { roll, organisations, names: namesOf(organisations, anySpelling, roll) }
}

const bytesOf = (texts: ReadonlyArray<string>) =>
  texts.map((text, i) => ({ name: `list-${i}.csv`, bytes: new TextEncoder().encode(text) }))

describe("lists of units", () => {
  it(
    "law: a register written as lists, with its ids, is read back as it was",
    () =>
      fc.assert(
        fc.asyncProperty(fc.integer(), async (seed) => {
          const { roll, organisations, names } = territoryOf(seed, false)
          const texts = lists(organisations, names, { ids: true, roll })
          const { organisations: found, issues } = await readUnits(bytesOf(texts))
          expect(issues.filter(({ severity }) => severity === "error")).toEqual([])
          expect(found && bare(found)).toEqual(bare(organisations))
        }),
        { numRuns: runs },
      ),
    patience,
  )

  it(
    "law: by names alone, too, whatever their spelling",
    () =>
      fc.assert(
        fc.asyncProperty(fc.integer(), async (seed) => {
          const { roll, organisations, names } = territoryOf(seed, true)
          const { organisations: found, issues } = await readUnits(
            bytesOf(lists(organisations, names, { ids: false, roll })),
          )
          expect(issues.filter(({ severity }) => severity === "error")).toEqual([])
          const ids = new Map([...names].map(([id, name]) => [Spelling.key(name), id]))
          const called = new Map(
            found?.units.map(({ id, names: own }) => [id, ids.get(Spelling.key(own[0]?.vi ?? "")) ?? id]),
          )
          expect(found && bare(found, (id) => called.get(id) ?? id)).toEqual(bare(organisations))
        }),
        { numRuns: runs },
      ),
    patience,
  )
})
