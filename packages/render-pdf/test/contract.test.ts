import { contract } from "@danvan/document/testing"
import { pdf } from "@danvan/render-pdf"
import { describe } from "vitest"
import { run, testWith } from "./poppler.ts"

describe("the renderer contract", () => {
  contract({
    test: testWith("pdftotext"),
    factory: () => pdf(),
    breakBlocks: true,
    read: (bytes) => run("pdftotext", bytes, ["-raw"], "-"),
  })
})
