// The build of every package: one entry for each source that its package.json exports, what they share in chunks, so
// that a class or a WeakMap exists once whatever the subpath it is reached by. JavaScript only: the declarations come
// from `tsc -b`, which is the type check as well.
import { readFileSync } from "node:fs"
import { defineConfig } from "tsup"

const { exports } = JSON.parse(readFileSync("package.json", "utf8"))

export default defineConfig({
  entry: Object.values<{ "@danvan/source"?: string }>(exports).flatMap((target) => target["@danvan/source"] ?? []),
  format: ["esm"],
  splitting: true,
  dts: false,
  clean: true,
  sourcemap: true,
  target: "es2022",
  platform: "neutral",
  removeNodeProtocol: false,
  silent: true,
})
