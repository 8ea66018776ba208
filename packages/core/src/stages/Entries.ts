// What is odd about listed things and free texts: ids used twice, unknown units, names that look alike, one event in the
// reports of two units, personal data. Nothing is merged, and nothing that is personal is repeated in a finding.
import type * as Entry from "../registers/Entry.ts"
import * as OrgUnit from "../registers/OrgUnit.ts"
import * as Registers from "../registers/Registers.ts"
import * as Issue from "../vocabulary/Issue.ts"
import * as PlainDate from "../vocabulary/PlainDate.ts"
import * as Spelling from "../vocabulary/Spelling.ts"
import * as Submission from "./Submission.ts"

/** A submission, and what it is called in the batch. */
export interface Counted {
  readonly submission: Submission.Envelope
  readonly decoded: Pick<Submission.Decoded, "name" | "input">
}

/**
 * Remarks on one submission: ids used twice, unknown units, names that look alike, personal data.
 *
 * @example
 * own(registers, candidate) // []
 */
export const own = (registers: Registers.Registers, counted: Counted): ReadonlyArray<Issue.Issue> => {
  const { submission } = counted
  const { entries, explanations, narratives, reason } = submission
  // Most submissions are numbers only.
  if (!entries && !explanations && !narratives && reason === undefined) return none
  return [...ids(counted), ...organisers(registers, counted), ...names(counted), ...personal(counted)]
}

const none: ReadonlyArray<Issue.Issue> = []

/** What is needed of a submission to hold its entries against others'. */
export interface Listing {
  readonly submission: Pick<Submission.Envelope, "id" | "subject" | "scope" | "entries">
  readonly decoded: Pick<Submission.Decoded, "name" | "input">
}

/**
 * Events and dialogues that two units report: one event of two units is one event. It is told to the second, and
 * nobody's number is touched.
 *
 * @example
 * shared(registers, [candidate]) // []
 */
export const shared = (registers: Registers.Registers, listings: Iterable<Listing>): ReadonlyArray<Issue.Issue> => {
  const { units } = Registers.index(registers)
  const first = new Map<string, Listing>()
  const found: Array<Issue.Issue> = []
  const meet = (listing: Listing, kind: string, i: number, date: PlainDate.PlainDate, what: string): void => {
    const key = `${kind}|${date}|${Spelling.key(what)}`
    const other = first.get(key)
    if (!other) first.set(key, listing)
    else if (other.submission.subject !== listing.submission.subject) {
      const unit = units.get(other.submission.subject)
      const subject = unit ? OrgUnit.name(unit, date) : other.submission.subject
      const params = { what, date: PlainDate.toText(date), subject, other: other.submission.id }
      found.push(Issue.make("entry.reported-twice", here(listing)(`/entries/${kind}/${i}`), params))
    }
  }
  for (const listing of listings) {
    const { scope, entries } = listing.submission
    if (scope !== "own" || !entries) continue
    const { events = [], dialogues = [] } = entries
    for (const [i, { date, name }] of events.entries()) meet(listing, "events", i, date, name)
    for (const [i, { date, topic }] of dialogues.entries()) {
      if (topic !== undefined) meet(listing, "dialogues", i, date, topic)
    }
  }
  return found
}

type Here = (pointer: string) => Issue.Place
const here =
  ({ submission: { subject }, decoded }: Listing): Here =>
  (pointer) => ({ pointer, ...Submission.origin(decoded), subject })

const ids = (counted: Counted): ReadonlyArray<Issue.Issue> => {
  const found: Array<Issue.Issue> = []
  for (const [kind, list] of Object.entries(counted.submission.entries ?? {})) {
    const known = new Set<string>()
    for (const [i, { id }] of list.entries()) {
      if (known.has(id)) found.push(Issue.make("entry.duplicate", here(counted)(`/entries/${kind}/${i}/id`), { id }))
      known.add(id)
    }
  }
  return found
}

const organisers = (registers: Registers.Registers, counted: Counted): ReadonlyArray<Issue.Issue> => {
  const { units } = Registers.index(registers)
  return (counted.submission.entries?.events ?? []).flatMap(({ organiser }, i) => {
    if (organiser === undefined || units.has(organiser)) return []
    const near = Spelling.nearest(organiser, units.keys()) ?? ""
    const place = here(counted)(`/entries/events/${i}/organiser`)
    return [Issue.make("entry.unit-unknown", place, { id: organiser, near })]
  })
}

const names = (counted: Counted): ReadonlyArray<Issue.Issue> => {
  const found: Array<Issue.Issue> = []
  const named = (counted.submission.entries?.events ?? []).flatMap((event, e) =>
    event.persons.map((person, p) => ({ name: person.name, pointer: `/entries/events/${e}/persons/${p}/name` })),
  )
  for (const [i, one] of named.entries()) {
    for (const other of named.slice(i + 1)) {
      if (!Spelling.similarNames(one.name, other.name)) continue
      const params = { one: one.name, other: other.name, at: one.pointer }
      found.push(Issue.make("entry.person-similar", here(counted)(other.pointer), params))
    }
  }
  return found
}

/** What a text may hold that belongs to one person. */
export const personalData = {
  id: /(?<!\d)0\d{11}(?!\d)/,
  phone: /(?<![\d.])(?:\+84[ .]?|0)[35789]\d{1,2}[ .]?\d{3}[ .]?\d{3,4}(?!\.?\d)/,
  mail: /[\w.+-]+@[\w-]+\.[\w.]+/,
} as const

// Figures of citizens' papers, telephone numbers, addresses: only that there is one, and of which sort.
const personal = (counted: Counted): ReadonlyArray<Issue.Issue> =>
  texts(counted.submission).flatMap(([pointer, text]) =>
    Object.entries(personalData)
      .filter(([, pattern]) => pattern.test(text))
      .map(([sort]) => Issue.make("text.personal", here(counted)(pointer), { sort })),
  )

const texts = (submission: Submission.Envelope): ReadonlyArray<readonly [pointer: string, text: string]> => {
  const { events = [], dialogues = [], tasks = [], models = [] }: Entry.Entries = submission.entries ?? {}
  const all: ReadonlyArray<readonly [string, string | null | undefined]> = [
    ["/reason", submission.reason],
    ...(submission.explanations ?? []).map(({ text }, i) => [`/explanations/${i}/text`, text] as const),
    ...Object.entries(submission.narratives ?? {}).map(
      ([key, text]) => [`/narratives${Issue.step(key)}`, text] as const,
    ),
    ...events.flatMap(({ name, description, persons }, i) => [
      [`/entries/events/${i}/name`, name] as const,
      [`/entries/events/${i}/description`, description] as const,
      ...persons.map(({ note }, k) => [`/entries/events/${i}/persons/${k}/note`, note] as const),
    ]),
    ...dialogues.map(({ topic }, i) => [`/entries/dialogues/${i}/topic`, topic] as const),
    ...models.map(({ name }, i) => [`/entries/models/${i}/name`, name] as const),
    ...tasks.map(({ text }, i) => [`/entries/tasks/${i}/text`, text] as const),
  ]
  return all.flatMap(([pointer, text]) => (typeof text === "string" ? [[pointer, text] as const] : []))
}
