// The command as few files that need nothing but Node: everything is bundled, each command in a piece that is loaded when
// it is asked for. Only the PDF renderer stays a package of its own: it brings fonts as files.
import { defineConfig } from "tsup"

export default defineConfig({
  entry: ["src/main.ts"],
  format: ["esm"],
  splitting: true,
  dts: false,
  clean: true,
  sourcemap: false,
  minify: true,
  target: "es2022",
  platform: "node",
  noExternal: [/^(?!@danvan\/render-pdf$)/],
  external: ["@danvan/render-pdf"],
  esbuildOptions: (options) => {
    options.conditions = ["@danvan/source"]
  },
  removeNodeProtocol: false,
  silent: true,
})
