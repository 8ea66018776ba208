import { contract } from "@danvan/document/testing"
import { xlsx } from "@danvan/render-tables"
import { describe, test } from "vitest"
import { visible } from "./reader.ts"

// Of the running text every block is named in `losses`; what remains to be found are the tables and the chart.
describe("the renderer contract", () => {
  contract({ test, factory: xlsx, read: visible })
})
