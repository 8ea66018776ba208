// The outlines that ship against the standard catalogue: whatever they name is there, and everything there has a place.
import { Outline } from "@danvan/core"
import file from "@danvan/core/danvan-outlines.json" with { type: "json" }
import { standard } from "@danvan/registers"
import * as Result from "effect/Result"
import { describe, expect, it } from "vitest"

const isAnnex = ({ key }: Outline.Appendix): boolean => key.startsWith("annex-")

describe("the outlines that ship", () => {
  it("name nothing that the standard catalogue does not have", () => {
    expect(Result.getOrThrow(Outline.make(file, standard))).toHaveLength(12)
  })

  it.each(Outline.standard.map((outline) => [outline.id, outline] as const))(
    "%s: every indicator has a place in an annex",
    (_id, outline) => {
      const annexes = {
        ...outline,
        appendices: outline.appendices.filter(isAnnex),
        onRequest: outline.onRequest.filter(isAnnex),
      }
      expect(Outline.unplaced(annexes, standard)).toEqual([])
    },
  )

  it("use every section and every appendix of their file", () => {
    const keys = (all: ReadonlyArray<Outline.Section>): ReadonlyArray<string> =>
      all.flatMap((section) => [section.key, ...keys(section.sections ?? [])])
    const used = Outline.standard.flatMap(({ sections, appendices, onRequest }) => [
      ...keys(sections),
      ...[...appendices, ...onRequest].map(({ key }) => key),
    ])
    expect(new Set([...Object.keys(file.sections), ...Object.keys(file.appendices)])).toEqual(new Set(used))
  })
})
