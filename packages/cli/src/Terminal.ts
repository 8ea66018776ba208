// Where the command stands: what it reads, where it writes, who looks at it. The only place that knows `process`, beside
// `main`; tests bring another.
/** The surroundings of a run. */
export interface Terminal {
  /** All of the standard input, however often it is asked for. */
  readonly stdin: () => Promise<Buffer>
  /** Results. Resolves when the reader can take more; false when nobody reads any longer. */
  readonly out: (piece: string | Uint8Array) => Promise<boolean>
  /** Notes. */
  readonly err: (text: string) => void
  /** Whether people look at results, and at notes. */
  readonly watched: { readonly out: boolean; readonly err: boolean }
  readonly colour: boolean
}

/** The terminal of this process. `NO_COLOR` with anything in it means no colours (no-color.org). */
export const ofProcess = (): Terminal => {
  const { stdin, stdout, stderr, env } = process
  const gone = { out: false }
  const input: { all?: Promise<Buffer> } = {}
  const read = async (): Promise<Buffer> => {
    const parts: Array<Buffer> = []
    for await (const part of stdin) parts.push(part as Buffer)
    return Buffer.concat(parts)
  }
  // A reader that closes early (`| head`) has what it wanted.
  stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error
    gone.out = true
  })
  return {
    stdin: () => (input.all ??= read()),
    out: async (piece) => {
      if (gone.out) return false
      // Waited for only when the reader is behind.
      await new Promise<void>((resolve) => {
        if (stdout.write(piece, () => resolve())) resolve()
      })
      return !gone.out
    },
    err: (text) => void stderr.write(text),
    watched: { out: stdout.isTTY, err: stderr.isTTY },
    colour: stdout.isTTY && (env["NO_COLOR"] ?? "") === "" && env["TERM"] !== "dumb",
  }
}
