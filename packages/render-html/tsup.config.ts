import { defineConfig } from "tsup"

// JavaScript only: the declarations come from `tsc -b`, which is the type check as well.
export default defineConfig({
  entry: ["src/index.ts"],
  format: ["esm"],
  dts: false,
  clean: true,
  sourcemap: true,
  target: "es2022",
  platform: "neutral",
})
