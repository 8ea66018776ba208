// Every code is provoked by its example, and by no example that is meant to pass; the pages are what the tool writes.
import { readFileSync } from "node:fs"
import { Issue } from "@danvan/core"
import { describe, expect, it } from "vitest"
import { pages } from "../../tools/codes.ts"
import { cases } from "../../tools/codes/cases.ts"

describe("docs/codes", () => {
  it.each(Object.keys(Issue.severities) as Array<Issue.IssueCode>)("%s", async (code) => {
    const { bad, good } = cases[code]
    const [found, passed] = (await Promise.all([bad.found(), good.found()])).map((all) => all.map((one) => one.code))
    expect(found).toContain(code)
    expect(passed).not.toContain(code)
  })

  it("is what the tool writes", () => {
    for (const [name, text] of pages()) {
      expect([name, readFileSync(new URL(`../../docs/codes/${name}`, import.meta.url), "utf8")]).toEqual([name, text])
    }
  })
})
