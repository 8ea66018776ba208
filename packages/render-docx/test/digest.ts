// The digest of the sample's file, for another process.
import { createHash } from "node:crypto"
import { sample } from "@danvan/document/testing"
import { docx } from "@danvan/render-docx"

console.log(
  createHash("sha256")
    .update((await docx().render(sample)).bytes)
    .digest("hex"),
)
