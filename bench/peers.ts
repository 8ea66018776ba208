// What is measured against. Peers are no part of the usual installation: on first use they are installed in `peers/`, by
// the lockfile there.
import { execFileSync } from "node:child_process"
import { existsSync } from "node:fs"
import { createRequire } from "node:module"

const folder = new URL("peers/", import.meta.url)

/** A peer by its name. Its own types are only there once it is installed: whoever asks says what is used of it. */
export const peer = (name: string): unknown => {
  if (!existsSync(new URL(`node_modules/${name}/package.json`, folder))) {
    console.log(`bench/peers: installing ${name}`)
    execFileSync("pnpm", ["install", "--frozen-lockfile"], { cwd: folder, stdio: "pipe" })
  }
  return createRequire(folder)(name)
}
