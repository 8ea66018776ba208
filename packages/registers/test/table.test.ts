import { readFileSync } from "node:fs"
import { describe, expect, it } from "vitest"
import { data, files, page, types } from "../tools/table.ts"

const stale = "stale; run: npx -y pnpm@12.21.0 run catalogue"

describe("what is written from the data", () => {
  it("docs/catalogue.md is that of the catalogue", () => {
    expect(readFileSync(files.page, "utf8") === page(data), stale).toBe(true)
  })

  it("the types of the indicators are those of the catalogue", () => {
    expect(readFileSync(files.types, "utf8") === types(data), stale).toBe(true)
  })
})
