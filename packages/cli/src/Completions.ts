// Completions for shells, made from the table of commands: its names, flags and the words that a flag may take.
import { alone, type Command, commands, everywhere, type Flag, type Language } from "./Usage.ts"

/** Shells that completions can be printed for. */
export type Shell = "bash" | "zsh" | "fish"

const flagsOf = (command: Command): ReadonlyArray<Flag> => [...command.flags, ...everywhere]
const longs = (flags: ReadonlyArray<Flag>): string => flags.map(({ name }) => `--${name}`).join(" ")
const chosen = (flags: ReadonlyArray<Flag>): ReadonlyArray<Flag & { readonly choices: ReadonlyArray<string> }> =>
  flags.flatMap((flag) => (flag.choices ? [{ ...flag, choices: flag.choices }] : []))

const bash = (): string => {
  const every = [...new Map(commands.flatMap(flagsOf).map((flag) => [flag.name, flag])).values()]
  const words = chosen([...every, ...alone])
    .map(({ name, choices }) => `    --${name}) COMPREPLY=($(compgen -W "${choices.join(" ")}" -- "$word")); return;;`)
    .join("\n")
  const flags = commands.map((one) => `    ${one.name}) flags="${longs(flagsOf(one))}";;`).join("\n")
  return `# danvan --completions bash > /etc/bash_completion.d/danvan
_danvan() {
  local word="\${COMP_WORDS[COMP_CWORD]}" before="\${COMP_WORDS[COMP_CWORD-1]}" flags=""
  COMPREPLY=()
  case "$before" in
${words}
  esac
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W "${commands.map(({ name }) => name).join(" ")} ${longs([...everywhere, ...alone])}" -- "$word"))
    return
  fi
  case "\${COMP_WORDS[1]}" in
${flags}
  esac
  case "$word" in
    -*) COMPREPLY=($(compgen -W "$flags" -- "$word"));;
    *) COMPREPLY=($(compgen -f -- "$word"));;
  esac
}
complete -o filenames -F _danvan danvan
`
}

// Apostrophes end zsh's and fish's quotes, colons and brackets zsh's descriptions.
const plain = (text: string): string => text.replace(/[':[\]]/g, " ")

const zsh = (lang: Language): string => {
  const flag = ({ name, value, about, choices, many }: Flag): string => {
    const takes = value === undefined ? "" : `:${plain(value)}:${choices ? `(${choices.join(" ")})` : "_files"}`
    return `'${many === true ? "*" : ""}--${name}[${plain(about[lang])}]${takes}'`
  }
  const cases = commands.map((one) => `    ${one.name}) _arguments ${flagsOf(one).map(flag).join(" ")} '*:F:_files';;`)
  const described = commands.map(({ name, about }) => `'${name}:${plain(about[lang])}'`).join(" ")
  return `#compdef danvan
# danvan --completions zsh > "\${fpath[1]}/_danvan"
_danvan() {
  local -a commands=(${described})
  if (( CURRENT == 2 )); then
    _describe danvan commands
    _arguments ${[...everywhere, ...alone].map(flag).join(" ")}
    return
  fi
  local command="\${words[2]}"
  shift words
  (( CURRENT-- ))
  case "$command" in
${cases.join("\n")}
  esac
}
compdef _danvan danvan
`
}

const fish = (lang: Language): string => {
  const flag = (condition: string, { name, value, about, choices }: Flag): string =>
    `complete -c danvan ${condition} -l ${name}${value === undefined ? "" : " -r"}${
      choices ? ` -f -a '${choices.join(" ")}'` : ""
    } -d '${plain(about[lang])}'`
  return [
    "# danvan --completions fish > ~/.config/fish/completions/danvan.fish",
    ...commands.map(
      ({ name, about }) => `complete -c danvan -n __fish_use_subcommand -f -a ${name} -d '${plain(about[lang])}'`,
    ),
    ...[...everywhere, ...alone].map((one) => flag("-n __fish_use_subcommand", one)),
    ...commands.flatMap((command) =>
      flagsOf(command).map((one) => flag(`-n '__fish_seen_subcommand_from ${command.name}'`, one)),
    ),
    "",
  ].join("\n")
}

/** The completions of a shell, to be put where it looks for them. */
export const of = (shell: Shell, lang: Language): string =>
  shell === "bash" ? bash() : shell === "zsh" ? zsh(lang) : fish(lang)
