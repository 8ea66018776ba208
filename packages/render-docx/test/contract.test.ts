import { contract } from "@danvan/document/testing"
import { docx } from "@danvan/render-docx"
import { describe, test } from "vitest"
import { visible } from "./reader.ts"

describe("the renderer contract", () => {
  contract({ test, factory: docx, read: visible })
})
