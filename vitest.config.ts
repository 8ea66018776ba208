import { defineConfig } from "vitest/config"

// Tests read the sources of sibling packages through the export condition `@danvan/source`: no build is needed.
const conditions = ["@danvan/source"]

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    include: ["packages/*/test/**/*.test.ts", "examples/*/test/**/*.test.ts", "test/**/*.test.ts"],
    // In CI also as a file: `.ci/run` counts in it.
    reporters: process.env["CI"] ? ["default", ["json", { outputFile: "out/vitest.json" }]] : ["default"],
    isolate: false,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    coverage: { provider: "v8", include: ["packages/*/src/**/*.ts"], reporter: ["text"] },
  },
})
