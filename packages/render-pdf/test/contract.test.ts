import { execFileSync } from "node:child_process"
import { pdf } from "@danvan/render-pdf"
import { contract } from "@danvan/document/testing"
import { describe, test } from "vitest"
describe("the renderer contract", () => {
  contract({
    test,
    factory: () => pdf(),
    breakBlocks: true,
    read: (bytes) => execFileSync("pdftotext", ["-raw", "-", "-"], { input: bytes, encoding: "utf8" }),
  })
})
