// A batch that is too large to hold: inputs arrive one after another and are let go, and only what the batch as a whole
// needs is kept of each. Always true: what is found is what `Validated` finds in the same inputs at once.
import type * as Registers from "../registers/Registers.ts"
import * as Rule from "../registers/Rule.ts"
import type * as Issue from "../vocabulary/Issue.ts"
import * as Json from "../vocabulary/Json.ts"
import * as Period from "../vocabulary/Period.ts"
import * as Spelling from "../vocabulary/Spelling.ts"
import * as Admission from "./Admission.ts"
import * as Answers from "./Answers.ts"
import * as Batch from "./Batch.ts"
import * as Plan from "./Plan.ts"
import * as Revision from "./Revision.ts"
import * as Submission from "./Submission.ts"
import * as Validated from "./Validated.ts"

/** What became of one input; `values` counts the statements that count, null where nothing of it does. */
export interface Judged {
  readonly values: number | null
  readonly issues: ReadonlyArray<Issue.Issue>
  readonly held: ReadonlyArray<Revision.Held>
}

/** What became of all of them, in their order, and what is about none of them: units that sent nothing. */
export interface Gathered {
  readonly count: number
  readonly of: (input: number) => Judged
  readonly silent: ReadonlyArray<Issue.Issue>
}

/**
 * Inputs are given by `add` in their order, with what a glance made of each where somebody cast one; `finish` is asked once.
 */
export interface Gathering {
  readonly add: (input: unknown, glimpse?: Submission.Decoded | null) => void
  readonly finish: () => Gathered
}

// As many as make it worth while to prepare for them.
const part = 256
const nothing: Judged = { values: null, issues: [], held: [] }

// An input by its number among all, and what it is called there.
interface Known {
  readonly number: number
  readonly name: string
}

interface Pending extends Known {
  readonly id: string | null
  readonly decoded: Submission.Decoded
}

const nfc = (text: string): string => (Spelling.isNfc(text) ? text : text.normalize("NFC"))

// An input may be the text of a submission.
const headOf = (input: unknown): Readonly<Record<string, unknown>> => {
  const value = typeof input === "string" ? Json.read(input).value : input
  return typeof value === "object" && value !== null ? (value as Readonly<Record<string, unknown>>) : {}
}

const idOf = (input: unknown): string | null => {
  const { id } = headOf(input)
  return typeof id === "string" ? id : null
}

// Findings in a text that are no longer to be found in what was read from it.
const isOfText = (code: Issue.IssueCode): boolean =>
  code.startsWith("json.") || code === "key.collision" || code === "text.not-nfc"

/**
 * Begins to gather. `again` gives the n-th input once more, from 0: what belongs together, such as the revisions of a
 * submission or the periods of a unit, is looked at together in the end.
 *
 * @example
 * const gathering = gather(registers, (n) => submissions[n], { expected: "senders" })
 * for (const one of submissions) gathering.add(one)
 * gathering.finish().of(0) // { values: 7, issues: [], held: [] }
 */
export const gather = (
  registers: Registers.Registers,
  again: (input: number) => unknown,
  options: Validated.Options = {},
): Gathering => {
  const { previous = [], ...alone } = options
  const senders = { ...alone, expected: "senders" } as const
  const planOf = Plan.plans(registers)
  const values: Array<number | null> = []
  const issues = new Map<number, Array<Issue.Issue>>()
  const held = new Map<number, Array<Revision.Held>>()
  // What is kept of a submission that may count, under its number: little, since there may be many.
  const standing: Array<Batch.Counted | null> = []
  const subjects = new Map<string, number | Array<number>>()
  // What each input is about beside its subject, period and scope, as a number; of each such number, the period.
  const about: Array<number> = []
  const [kinds, periodOf] = [new Map<string, number>(), new Array<string>()]
  let kindBefore = { period: "", scope: "", kind: -1 }
  const called = new Map<string, number>()
  // Which part each input was looked at in: what came together needs no second look.
  const partOf: Array<number> = []
  let [parts, last] = [0, ""]
  let pending: Array<Pending> = []
  const names = new Set<string>()
  let count = 0

  const clear = (number: number): void => {
    values[number] = null
    issues.delete(number)
    held.delete(number)
    standing[number] = null
  }
  const push = <A>(lists: Map<number, Array<A>>, number: number, one: A): void => {
    const list = lists.get(number)
    if (list) list.push(one)
    else lists.set(number, [one])
  }

  // Takes over what was found of inputs whose names tell them apart, under the names that they have in the whole.
  const take = (found: Validated.Validated, by: ReadonlyMap<string, Known>): void => {
    const named = (name: string | undefined): Known | undefined => by.get(name ?? "")
    for (const issue of found.issues) {
      const one = named(issue.submission)
      if (!one || Batch.codes.has(issue.code)) continue
      push(issues, one.number, one.name === issue.submission ? issue : { ...issue, submission: one.name })
    }
    for (const one of found.held) {
      const of = named(one.submission)
      if (of) push(held, of.number, of.name === one.submission ? one : { ...one, submission: of.name })
    }
    for (const answers of found.accepted) {
      const { submission, period } = answers
      const one = named(submission.id)
      if (!one) continue
      values[one.number] = Answers.count(answers)
      const { subject, scope, entries } = submission
      standing[one.number] = {
        submission: { id: nfc(one.name), subject, scope, period: submission.period, ...(entries ? { entries } : {}) },
        plan: planOf(submission.period) ?? { id: Period.toId(period), day: Period.referenceDate(period) },
        period,
        decoded: { name: String(one.number) },
      }
    }
  }

  const flush = (): void => {
    const by = new Map<string, Known>()
    for (const one of pending) {
      const { id } = one
      by.set(id ?? one.decoded.name, one)
      if (id !== null && !Spelling.isNfc(id)) by.set(nfc(id), one)
    }
    const inputs = pending.map(({ decoded }) => decoded)
    take(Validated.fromDecoded(registers, inputs, senders, "part"), by)
    pending = []
    parts++
    names.clear()
  }

  const kindOf = (period: string, scope: string): number => {
    if (kindBefore.period === period && kindBefore.scope === scope) return kindBefore.kind
    const key = `${period}|${scope}`
    let kind = kinds.get(key)
    if (kind === undefined) {
      kind = periodOf.push(period) - 1
      kinds.set(key, kind)
    }
    kindBefore = { period, scope, kind }
    return kind
  }

  const listed = (numbers: number | ReadonlyArray<number> | undefined): ReadonlyArray<number> =>
    numbers === undefined ? [] : typeof numbers === "number" ? [numbers] : numbers

  // Whether the part that is being gathered holds one of these that is about the same.
  const isPending = (all: number | ReadonlyArray<number> | undefined, kind: number): boolean => {
    const numbers = listed(all)
    for (let i = numbers.length - 1; i >= 0 && partOf[numbers[i]!] === parts; i--) {
      if (about[numbers[i]!] === kind) return true
    }
    return false
  }

  const add: Gathering["add"] = (input, glimpse) => {
    const number = count++
    values.push(null)
    standing.push(null)
    const known = glimpse ?? (typeof input === "string" ? Submission.glimpse(input) : null)
    const { id: sent, subject, period, scope }: Readonly<Record<string, unknown>> = known?.submission ?? headOf(input)
    const whole = typeof subject === "string" && typeof period === "string"
    const unit = whole ? nfc(subject) : ""
    const plan = whole ? (planOf(nfc(period))?.id ?? "") : ""
    const kind = kindOf(plan, String(scope))
    const id = typeof sent === "string" ? sent : null
    const local = id === null ? `#${pending.length + 1}` : nfc(id)
    // What a unit sent in one go is kept together, within reason.
    const full = pending.length >= (unit === last ? 4 * part : part)
    const others = whole ? subjects.get(unit) : undefined
    if (full || names.has(local) || isPending(others, kind)) flush()
    last = unit
    partOf.push(parts)
    const name = id ?? `#${number + 1}`
    called.set(name, (called.get(name) ?? 0) + 1)
    names.add(id === null ? `#${pending.length + 1}` : local)
    about.push(kind)
    pending.push({ number, name, id, decoded: known ?? Submission.decode(input, pending.length + 1) })
    if (!whole) return
    if (others === undefined) subjects.set(unit, number)
    else if (typeof others === "number") subjects.set(unit, [others, number])
    else others.push(number)
  }

  // Of the submissions of one subject, period and scope one stands, or none.
  const settle = (numbers: ReadonlyArray<number>): void => {
    const own = new Map<string, Known>()
    const first = new Map<number, { readonly issues: Array<Issue.Issue>; readonly held: Array<Revision.Held> }>()
    const candidates = numbers.flatMap((number) => {
      const input = again(number)
      const decoded = Submission.decode(input, number + 1)
      const found = {
        issues: [...decoded.issues],
        held: (held.get(number) ?? []).filter(({ pointer }) => decoded.held.includes(pointer)),
      }
      const { submission } = decoded
      const candidate = submission && Admission.admit(registers, decoded, submission, planOf, found.issues, found.held)
      if (!candidate) return []
      first.set(number, found)
      own.set(`${number}`, { number, name: decoded.name })
      return [{ ...candidate, decoded: { ...decoded, name: `${number}` } }]
    })
    const [told, out]: [Array<Issue.Issue>, Array<Revision.Held>] = [[], []]
    const stands = new Set(Revision.stand(candidates, told, out).map(({ decoded }) => Number(decoded.name)))
    const real = (token: string): string => own.get(token)?.name ?? token
    for (const [number, found] of first) {
      if (stands.has(number)) continue
      clear(number)
      for (const issue of found.issues) push(issues, number, issue)
      for (const one of found.held) push(held, number, one)
    }
    for (const { submission = "", params, ...issue } of told) {
      const { submissions } = params
      const others = Array.isArray(submissions) ? { submissions: submissions.map(real) } : {}
      push(issues, Number(submission), { ...issue, submission: real(submission), params: { ...params, ...others } })
    }
    for (const one of out) push(held, Number(one.submission), { ...one, submission: real(one.submission) })
  }

  // What must hold between submissions: those that stand are looked at together, each under a name of its own.
  const compare = (numbers: ReadonlyArray<number>, earlier: ReadonlyArray<unknown>): void => {
    const by = new Map<string, Known>()
    const ofText = new Map<number, Judged>()
    const inputs = numbers.map((number) => {
      const given = again(number)
      const isText = typeof given === "string"
      const input = headOf(isText ? Submission.contentOf(Submission.decode(given, number + 1)) : given)
      const name = idOf(given) ?? ""
      if (isText) {
        const found = (issues.get(number) ?? []).filter(({ code }) => isOfText(code))
        const out = (held.get(number) ?? []).filter(({ codes }) => codes.some(isOfText))
        ofText.set(number, { values: null, issues: found, held: out })
      }
      const token = `${name}\u0000${number}`
      const one = { number, name }
      by.set(token, one)
      by.set(nfc(token), one)
      return { ...input, id: token }
    })
    for (const number of numbers) clear(number)
    const received = Object.fromEntries(
      [...by].flatMap(([token, { name }]) => {
        const moment = options.received?.[name]
        return moment === undefined ? [] : [[token, moment]]
      }),
    )
    take(Validated.fromSubmissions(registers, inputs, { ...senders, received, previous: earlier }), by)
    for (const [number, kept] of ofText) {
      const out = new Set(kept.held.map(({ pointer }) => pointer))
      const found = issues.get(number) ?? []
      // What could not be read for sure was sent.
      const asked = found.filter(({ code, pointer }) => code !== "value.not-sent" || !out.has(pointer))
      issues.set(number, [...kept.issues, ...asked])
      held.set(number, [...kept.held, ...(held.get(number) ?? [])])
    }
  }

  const finish = (): Gathered => {
    flush()
    const together = (numbers: ReadonlyArray<number>): boolean =>
      numbers.every((number) => partOf[number] === partOf[numbers[0] ?? 0])
    for (const numbers of subjects.values()) {
      if (typeof numbers === "number" || together(numbers)) continue
      const groups = new Map<number | undefined, Array<number>>()
      for (const number of numbers) {
        const group = groups.get(about[number])
        if (group) group.push(number)
        else groups.set(about[number], [number])
      }
      for (const group of groups.values()) if (group.length > 1) settle(group)
    }
    if (registers.catalogue.rules.some((rule) => Rule.references(rule).some(({ over }) => over !== undefined))) {
      compare(
        standing.flatMap((one, number) => (one ? [number] : [])),
        previous,
      )
    } else {
      const before = new Map<unknown, Array<unknown>>()
      for (const one of previous) {
        const subject = (one as { readonly subject?: unknown } | null)?.subject
        before.set(subject, [...(before.get(subject) ?? []), one])
      }
      for (const [subject, numbers] of subjects) {
        const earlier = before.get(subject) ?? []
        // Also the only one that stands: before, it may have been compared with one that does not.
        if (earlier.length === 0 && (typeof numbers === "number" || together(numbers))) continue
        const all = listed(numbers).filter((number) => standing[number])
        if (all.length > 0) compare(all, earlier)
      }
    }
    const unitsOf = (period: string): Batch.Units => {
      const has = (unit: string): boolean =>
        listed(subjects.get(unit)).some((number) => periodOf[about[number]!] === period)
      return { has, [Symbol.iterator]: () => [...subjects.keys()].filter(has).values() }
    }
    const seen = new Map(periodOf.map((period) => [period, unitsOf(period)]))
    const silent: Array<Issue.Issue> = []
    const counted = standing.filter((one) => one !== null)
    for (const { submission, ...issue } of Batch.remarks(registers, counted, seen, alone)) {
      if (submission === undefined) silent.push(issue)
      else push(issues, Number(submission), { ...issue, submission: idOf(again(Number(submission))) ?? "" })
    }
    // Where several inputs have one name, what is found in them says which it is about.
    const which = <A extends { readonly submission?: string }>(
      all: ReadonlyArray<A>,
      number: number,
    ): ReadonlyArray<A> =>
      all.map((one) => ((called.get(one.submission ?? "") ?? 0) > 1 ? { ...one, input: number + 1 } : one))
    const of = (number: number): Judged => {
      if (values[number] === null && !issues.has(number)) return nothing
      return {
        values: values[number] ?? null,
        issues: which(issues.get(number) ?? [], number),
        held: which(held.get(number) ?? [], number),
      }
    }
    return { count, of, silent }
  }

  return { add, finish }
}
