#!/usr/bin/env node
// The command `danvan`. What was compiled once is kept by Node, where it can, so that the next run begins sooner.
import * as module from "node:module"

module.enableCompileCache?.()
const [{ run }, { ofProcess }] = await Promise.all([import("./Cli.ts"), import("./Terminal.ts")])
process.exitCode = await run(process.argv.slice(2), ofProcess())
