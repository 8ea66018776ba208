// The command line, read strictly: what a command does not know is refused with what it may have meant, and nothing is
// done. node:util reads flags; this says in which words they are wrong.
import { parseArgs } from "node:util"
import { Ended } from "./Exit.ts"
import { alone, type Asked, type Command, everywhere, type Flag, type Language } from "./Usage.ts"
import { say } from "./words.ts"

/** The language asked for, also on a command line that is wrong. */
export const language = (args: ReadonlyArray<string>): Language => {
  const i = args.findLastIndex((arg) => arg === "--lang" || arg.startsWith("--lang="))
  return args[i] === "--lang=en" || (args[i] === "--lang" && args[i + 1] === "en") ? "en" : "vi"
}

// A flag that takes many takes every word up to the next flag: `--previous a b` is `--previous=a --previous=b`.
const spread = (args: ReadonlyArray<string>, flags: ReadonlyArray<Flag>): ReadonlyArray<string> => {
  const out: Array<string> = []
  let many: string | null = null
  for (const [i, arg] of args.entries()) {
    if (arg === "--") return [...out, ...args.slice(i)]
    if (arg.startsWith("-") && arg !== "-") {
      many = flags.find(({ name, many: takes }) => takes === true && arg === `--${name}`)?.name ?? null
      if (many === null) out.push(arg)
    } else out.push(many === null ? arg : `--${many}=${arg}`)
  }
  return out
}

/**
 * Reads the words and flags behind a command's name. Throws `Ended` (2) for a flag that it does not have, a value that is
 * missing, too few words or too many. With `--help` nothing is asked for.
 */
export const read = (args: ReadonlyArray<string>, command: Command | null, lang: Language): Asked => {
  const flags = [...(command?.flags ?? alone), ...everywhere]
  const { tokens } = parseArgs({
    args: [...spread(args, flags)],
    options: {
      ...Object.fromEntries(
        flags.map(({ name, value }) => [name, { type: value === undefined ? "boolean" : "string" } as const]),
      ),
      help: { type: "boolean", short: "h" },
    },
    strict: false,
    allowPositionals: true,
    tokens: true,
  })
  const words: Array<string> = []
  const given = new Map<string, Array<string>>()
  const wrong = (message: string): never => {
    throw new Ended(2, `${message}\n${say(lang).seeHelp(command?.name ?? "")}`)
  }
  for (const token of tokens) {
    if (token.kind === "positional") words.push(token.value)
    if (token.kind !== "option") continue
    const flag = flags.find(({ name }) => name === token.name)
    if (!flag)
      return wrong(
        say(lang).unknownFlag(
          token.rawName,
          nearest(
            token.name,
            flags.map(({ name }) => name),
          ),
        ),
      )
    if (flag.value === undefined) {
      if (token.inlineValue === true) return wrong(say(lang).noValue(flag.name))
      given.set(flag.name, [""])
      continue
    }
    // A flag is no value: `--org --catalogue x` has forgotten one.
    const { value } = token
    if (value === undefined || value === "" || (token.inlineValue === false && value.startsWith("--"))) {
      return wrong(say(lang).valueMissing(flag.name, flag.value))
    }
    if (flag.choices && !flag.choices.includes(value))
      return wrong(say(lang).notAChoice(flag.name, value, flag.choices))
    const before = given.get(flag.name) ?? []
    if (flag.many !== true && before.length > 0) return wrong(say(lang).twice(flag.name))
    given.set(flag.name, [...before, value])
  }
  if (command && !given.has("help")) {
    if (words.length < command.least) return wrong(say(lang).tooFew(command.takes, given.has("previous")))
    if (words.length > command.most) return wrong(say(lang).tooMany(words[command.most] ?? ""))
    const missing = command.flags.find(({ name, needed }) => needed === true && !given.has(name))
    if (missing && command.run !== null) return wrong(say(lang).flagMissing(missing.name, missing.value ?? ""))
  }
  return { words, lang, one: (flag) => given.get(flag)?.at(-1), all: (flag) => given.get(flag) ?? [] }
}

/** The name that was probably meant, if one is near enough. */
export const nearest = (found: string, known: ReadonlyArray<string>): string => {
  const distance = (a: string, b: string): number => {
    let row = Array.from({ length: b.length + 1 }, (_, i) => i)
    for (let i = 1; i <= a.length; i++) {
      const next = [i]
      for (let j = 1; j <= b.length; j++) {
        const swap = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
        next.push(Math.min(swap, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
      }
      row = next
    }
    return row[b.length] ?? 0
  }
  const [best] = known.map((name) => [distance(found, name), name] as const).toSorted(([a], [b]) => a - b)
  return best !== undefined && best[0] <= 2 ? best[1] : ""
}
