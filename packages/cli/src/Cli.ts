// From a command line to an exit code.
import * as Arguments from "./Arguments.ts"
import { codes, Ended } from "./Exit.ts"
import type { Terminal } from "./Terminal.ts"
import { type Asked, commands, type Language } from "./Usage.ts"
import { say } from "./words.ts"

/** Runs a command line. Never throws: what is our own fault is told as that, and is 70. */
export const run = async (args: ReadonlyArray<string>, terminal: Terminal): Promise<number> => {
  const lang = Arguments.language(args)
  try {
    return await dispatch(args, lang, terminal)
  } catch (error) {
    if (error instanceof Ended) {
      terminal.err(`${error.message}\n`)
      return error.code
    }
    const { told } = await import("./refused.ts")
    const refused = told(error, lang)
    if (refused) {
      terminal.err(refused.text)
      return refused.code
    }
    terminal.err(`${say(lang).defect(error instanceof Error ? (error.stack ?? error.message) : String(error))}\n`)
    return codes.defect
  }
}

const dispatch = async (args: ReadonlyArray<string>, lang: Language, terminal: Terminal): Promise<number> => {
  const [name, ...rest] = args
  if (name === undefined || name.startsWith("-")) return general(Arguments.read(args, null, lang), lang, terminal)
  const command = commands.find((one) => one.name === name)
  if (!command) {
    const near = Arguments.nearest(
      name,
      commands.map((one) => one.name),
    )
    throw new Ended(2, `${say(lang).noCommand(name, near)}\n${say(lang).seeHelp("")}`)
  }
  const asked = Arguments.read(rest, command, lang)
  if (asked.one("help") !== undefined) {
    const { of } = await import("./Help.ts")
    await terminal.out(of(command, lang))
    return 0
  }
  if (command.run === null) throw new Ended(2, say(lang).doesNotExist(`danvan ${name}`))
  return (await command.run())(asked, terminal)
}

// Without a command: help, the version, completions.
const general = async (asked: Asked, lang: Language, terminal: Terminal): Promise<number> => {
  const { overview } = await import("./Help.ts")
  const shell = asked.one("completions")
  if (asked.one("help") !== undefined) await terminal.out(overview(lang))
  else if (asked.one("version") !== undefined) await terminal.out(`${(await import("./version.ts")).version}\n`)
  else if (shell !== undefined) {
    const { of } = await import("./Completions.ts")
    await terminal.out(of(shell as "bash" | "zsh" | "fish", lang))
  } else {
    // A bare `danvan` is no command line; its help is a note, not a result.
    terminal.err(overview(lang))
    return codes.usage
  }
  return 0
}
