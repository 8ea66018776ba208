// How far long work has come: one line that is overwritten, and only where somebody looks and it takes long.
import type { Terminal } from "./Terminal.ts"

/** The line of one piece of work. */
export interface Progress {
  readonly tick: (n: number) => void
  /** Takes the line away. */
  readonly done: () => void
}

/** Begins to count; `said` words it. */
export const begin = (terminal: Terminal, said: (n: number) => string): Progress => {
  const began = performance.now()
  let [shown, last] = [false, began]
  return {
    tick: (n) => {
      const now = performance.now()
      if (!terminal.watched.err || now - began < 1000 || now - last < 200) return
      last = now
      shown = true
      terminal.err(`\r${said(n)}`)
    },
    done: () => {
      if (shown) terminal.err("\r\u001b[K")
    },
  }
}
