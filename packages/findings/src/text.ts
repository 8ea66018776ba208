// Findings for people: errors first, one cause once, with how often and everywhere it stands.
import { Issue, Wording } from "@danvan/core"
import type { Format, Options } from "./Findings.ts"
import { visible } from "./Neutral.ts"

/** What a language says around the findings. */
interface Labels {
  readonly severity: Readonly<Record<Issue.Severity, string>>
  readonly places: (n: number) => string
  readonly cure: string
  readonly counts: Readonly<Record<Issue.Severity, (n: number) => string>>
  readonly none: string
  readonly accepted: (submissions: number, values: number, held: number) => string
}

const plural = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`

const labels: Readonly<Record<Options["lang"], Labels>> = {
  vi: {
    severity: { error: "LỖI", warning: "CẢNH BÁO", info: "LƯU Ý" },
    places: (n) => `${n} chỗ`,
    cure: "Cách xử lý",
    counts: { error: (n) => `${n} lỗi`, warning: (n) => `${n} cảnh báo`, info: (n) => `${n} lưu ý` },
    none: "Không có lỗi nào.",
    accepted: (submissions, values, held) =>
      `Chấp nhận ${submissions} báo cáo, ${values} giá trị; giữ lại ${held} chỗ.`,
  },
  en: {
    severity: { error: "ERROR", warning: "WARNING", info: "NOTE" },
    places: (n) => plural(n, "place", "places"),
    cure: "What to do",
    counts: {
      error: (n) => plural(n, "error", "errors"),
      warning: (n) => plural(n, "warning", "warnings"),
      info: (n) => plural(n, "note", "notes"),
    },
    none: "Nothing is wrong.",
    accepted: (submissions, values, held) =>
      `Accepted ${plural(submissions, "submission", "submissions")} with ${plural(values, "value", "values")}; ` +
      `${plural(held, "place is", "places are")} held back.`,
  },
}

const colours = { error: 31, warning: 33, info: 36 } as const

/** Findings of one code: its sentences in the order in which they came, each with its places. */
interface Group {
  readonly code: Issue.IssueCode
  readonly severity: Issue.Severity
  readonly sentences: Map<string, { readonly fix: string; readonly places: Array<string> }>
}

// Whoever looks into a table finds the cell; the pointer leads into what was read of it, which he has never seen.
const isOfTable = ({ file, cell }: Issue.Source): boolean => cell !== undefined || /\.(?:csv|tsv|txt)$/i.test(file)

const placeOf = (issue: Issue.Issue, message: string, { name }: Options): string => {
  const { source, submission, subject, pointer } = issue
  const called = name?.(issue)
  // A sentence that names the unit needs no place beside, where there is no file to look into.
  if (source === undefined && pointer === "" && called !== undefined && message.includes(called)) return ""
  const ids = source?.line !== undefined || source?.cell !== undefined ? "" : (submission ?? subject ?? "")
  const into = source !== undefined && called !== undefined && isOfTable(source) ? "" : pointer
  const exact = [source ? Issue.sourceToText(source) : "", ids, into].filter((part) => part !== "").join(" ")
  return called === undefined ? exact : exact === "" ? called : `${called}  (${exact})`
}

const grouped = (issues: ReadonlyArray<Issue.Issue>, options: Options): ReadonlyArray<Group> => {
  const groups = new Map<string, Group>()
  for (const issue of issues) {
    const { code, severity } = issue
    const key = `${severity} ${code}`
    const group: Group = groups.get(key) ?? { code, severity, sentences: new Map() }
    groups.set(key, group)
    const { message, fix } = Wording.sentence(issue, options.lang, options.wording)
    const sentence = group.sentences.get(`${message}\n${fix}`) ?? { fix, places: [] }
    group.sentences.set(`${message}\n${fix}`, sentence)
    const place = placeOf(issue, message, options)
    if (place !== "") sentence.places.push(place)
  }
  const order: ReadonlyArray<Issue.Severity> = ["error", "warning", "info"]
  return order.flatMap((severity) => [...groups.values()].filter((group) => group.severity === severity))
}

function* paragraph({ code, severity, sentences }: Group, { lang, colour = false }: Options): Generator<string> {
  const words = labels[lang]
  const paint = (sgr: number, text: string): string => (colour ? `\u001b[${sgr}m${text}\u001b[0m` : text)
  const all = [...sentences.values()].reduce((sum, { places }) => sum + Math.max(1, places.length), 0)
  const count = all > 1 ? ` · ${words.places(all)}` : ""
  yield `${paint(colours[severity], words.severity[severity])}${count}  ${paint(2, `[${code}]`)}\n`
  const cures = new Set([...sentences.values()].map(({ fix }) => fix))
  for (const [key, { fix, places }] of sentences) {
    yield `  ${visible(key.slice(0, key.lastIndexOf("\n")))}\n`
    for (const place of places) yield `    ${paint(2, "–")} ${visible(place)}\n`
    if (cures.size > 1) yield `  → ${visible(fix)}\n`
  }
  // One cure for all of them is said once.
  if (cures.size === 1) yield `  → ${words.cure}: ${visible([...cures][0] ?? "")}\n`
  yield "\n"
}

/**
 * Findings for people.
 *
 * @example
 * const issue = Issue.make("value.null", { pointer: "/values/a", submission: "an" })
 * const all = { files: [], accepted: { submissions: 1, values: 6 }, held: [], issues: [issue] }
 * [...text(all, { lang: "vi" })][0] // "LỖI  [value.null]\n"
 */
export const text: Format = function* ({ issues, accepted, held }, options) {
  const words = labels[options.lang]
  for (const group of grouped(issues, options)) yield* paragraph(group, options)
  const counts = Issue.count(issues)
  const told = (["error", "warning", "info"] as const).filter((severity) => counts[severity] > 0)
  const summary = told.map((severity) => words.counts[severity](counts[severity])).join(", ")
  yield `${summary === "" ? words.none : `${summary}.`} ${words.accepted(accepted.submissions, accepted.values, held.length)}\n`
}
