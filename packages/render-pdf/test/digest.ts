// Run by determinism.test.ts in a process of its own.
import { createHash } from "node:crypto"
import { sample } from "@danvan/document/testing"
import { pdf } from "@danvan/render-pdf"

const { bytes } = await pdf().render(sample)
console.log(createHash("sha256").update(bytes).digest("hex"))
