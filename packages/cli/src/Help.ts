// Help, made from the table of commands.
import { alone, type Command, commands, everywhere, type Flag, type Language } from "./Usage.ts"
import { say } from "./words.ts"

const table = (rows: ReadonlyArray<readonly [string, string]>): string => {
  const width = Math.max(...rows.map(([left]) => left.length))
  // What is wider than most has its words on a line of its own.
  const column = Math.min(width, 28)
  return rows
    .map(([left, right]) =>
      left.length > column ? `  ${left}\n  ${" ".repeat(column)}  ${right}` : `  ${left.padEnd(column)}  ${right}`,
    )
    .join("\n")
}

const flagRows = (flags: ReadonlyArray<Flag>, lang: Language): ReadonlyArray<readonly [string, string]> =>
  flags.map(({ name, value, about }) => [`--${name}${value === undefined ? "" : ` ${value}`}`, about[lang]])

/** Help of all commands. */
export const overview = (lang: Language): string => {
  const words = say(lang)
  const rows = commands.map(({ name, about, run }): readonly [string, string] => [
    name,
    run === null ? `${about[lang]} ${words.notYet}` : about[lang],
  ])
  const [validate] = commands
  return [
    words.purpose,
    "",
    `${words.usage}: danvan ${lang === "vi" ? "LỆNH" : "COMMAND"} …`,
    "",
    `${words.commands}:`,
    table(rows),
    "",
    `${words.flags}:`,
    table(flagRows([...everywhere, ...alone], lang)),
    "",
    `${words.example}:`,
    `  ${validate?.example.line ?? ""}`,
    "",
    `${words.exitCodes}:`,
    table(words.codes),
    "",
    words.more,
    "",
  ].join("\n")
}

/** Help of one command. */
export const of = (command: Command, lang: Language): string => {
  const words = say(lang)
  const needed = command.flags
    .filter((flag) => flag.needed === true)
    .map(({ name, value }) => ` --${name} ${value ?? ""}`)
  const shape = `danvan ${command.name}${command.takes === "" ? "" : ` ${command.takes}`}${needed.join("")}`
  return [
    `danvan ${command.name} – ${command.about[lang]}${command.run === null ? ` ${words.notYet}` : ""}`,
    "",
    `${words.usage}: ${shape} …`,
    "",
    `${words.flags}:`,
    table(flagRows([...command.flags, ...everywhere], lang)),
    "",
    `${words.example} (${command.example.about[lang]}):`,
    `  ${command.example.line}`,
    "",
  ].join("\n")
}
