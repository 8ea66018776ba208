import { contract, sample } from "@danvan/document/testing"
import { describe, expect, it, test } from "vitest"
import { plain } from "../renderer.ts"

const read = (bytes: Uint8Array): string => new TextDecoder().decode(bytes)

describe("a stranger's renderer", () => {
  contract({ test, factory: plain, read })

  it("names the file it cannot carry", async () => {
    const { losses } = await plain().render(sample)
    expect(losses.at(-1)).toMatchObject({ code: "plain.attachment", block: "/attachments/0", found: "so-lieu.json" })
  })

  it("writes a row of a table on a line", async () => {
    const text = read((await plain().render(sample)).bytes)
    expect(text).toContain("\n1 | Phường Minh Hoạ 1 | 3 | 3 | 1.013 | Chung một tổ công tác\n")
  })
})
