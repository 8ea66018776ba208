// Generators of plausible values and submissions for property tests, from a catalogue's own definitions.
import * as Result from "effect/Result"
import * as fc from "fast-check"
import type * as Indicator from "../registers/Indicator.ts"
import * as Registers from "../registers/Registers.ts"
import * as Calendar from "../vocabulary/Calendar.ts"
import type * as Period from "../vocabulary/Period.ts"
import type * as Quantity from "../vocabulary/Quantity.ts"
import * as Value from "../vocabulary/Value.ts"
import * as country from "./country.ts"

/** A qualifier. */
export const qualifier: fc.Arbitrary<Quantity.Qualifier> = fc.constantFrom("exact", "over", "under", "about")

/** A quantity up to a million. */
export const quantity: fc.Arbitrary<Quantity.Quantity> = fc.record({ n: fc.nat(1_000_000), qualifier })

/**
 * A value that an additive kind may hold, present or not.
 *
 * @example
 * fc.assert(fc.property(value("share"), ({ kind }) => kind !== "rate"))
 */
export const value = (kind: Indicator.Additive): fc.Arbitrary<Value.Value> => {
  const absent = fc.constantFrom<Value.Value>(
    { kind: "missing", reason: "not-collected" },
    { kind: "not-applicable", reason: "no-object" },
    { kind: "not-applicable", reason: "not-in-remit" },
  )
  const present: Record<Indicator.Additive, fc.Arbitrary<Value.Value>> = {
    flow: quantity.map((q) => ({ kind: "quantity", ...q })),
    stock: quantity.map((q) => ({ kind: "quantity", ...q })),
    campaign: quantity.map((q) => ({ kind: "quantity", ...q })),
    share: fc.tuple(quantity, quantity).map(([a, b]) => ({ kind: "share", x: a, y: { ...b, n: a.n + b.n + 1 } })),
    attainment: fc.tuple(quantity, quantity).map(([x, y]) => ({ kind: "share", x, y })),
    grade: fc.dictionary(fc.constantFrom("tốt", "khá", "yếu"), fc.nat(50)).map((counts) => ({ kind: "grade", counts })),
    flag: fc.boolean().map((holds) => ({ kind: "flag", holds })),
  }
  return fc.oneof({ weight: 5, arbitrary: present[kind] }, { weight: 1, arbitrary: absent })
}

/** A regular period of one of these calendars. */
const periodOf = (calendars: fc.Arbitrary<Calendar.Calendar>): fc.Arbitrary<Period.Regular> =>
  calendars
    .chain((calendar) =>
      fc.tuple(
        fc.constant(calendar),
        fc.constantFrom(...calendar.kinds),
        fc.integer({ min: 1990, max: 2090 }),
        fc.nat(),
      ),
    )
    .map(([{ id, start }, kind, year, n]) => ({
      calendar: id,
      kind,
      year,
      index: (n % Calendar.counts[kind]) + 1,
      ...(start === null || Calendar.get(id) ? {} : { start }),
    }))

/** A regular period of a shipped calendar. */
export const period: fc.Arbitrary<Period.Regular> = periodOf(fc.constantFrom(...Calendar.standard))

/** A calendar of an office's own: a year may begin on any day that every month has, and is cut into some kinds. */
export const calendar: fc.Arbitrary<Calendar.Calendar> = fc
  .record({
    yearOffset: fc.constantFrom(0 as const, -1 as const),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 28 }),
    kinds: fc.subarray([...Calendar.kinds], { minLength: 1 }),
  })
  .map(({ kinds, ...start }) => ({
    id: `office-${start.month}-${start.day}`,
    label: { vi: "lịch riêng", en: "its own calendar" },
    start,
    kinds,
    source: "bịa ra để thử",
  }))

/**
 * A calendar of an office's own with a period of it.
 *
 * @example
 * fc.assert(fc.property(own, ({ calendar: { kinds }, period: { kind } }) => kinds.includes(kind)))
 */
export const own: fc.Arbitrary<{ readonly calendar: Calendar.Calendar; readonly period: Period.Regular }> =
  calendar.chain((one) => fc.record({ calendar: fc.constant(one), period: periodOf(fc.constant(one)) }))

const wrap = ({ n, qualifier: q }: Quantity.Quantity): unknown => (q === "exact" ? n : { [q]: n })

/** The raw values of one faultless submission of the invented country; each owed value may be left out. */
export const values: fc.Arbitrary<Record<string, unknown>> = fc
  .record({
    events: fc.nat(50),
    turns: quantity,
    fields: fc.tuple(fc.nat(99), fc.nat(99)),
    convention: fc.tuple(fc.nat(99), fc.nat(99)),
    members: fc.nat(5000),
    kept: fc.array(fc.boolean(), { minLength: 4, maxLength: 4 }),
  })
  .map(({ events, turns, fields: [economy, culture], convention: [x, rest], members, kept }) => {
    const all: ReadonlyArray<readonly [string, unknown]> = [
      ["meeting.events", events],
      ["meeting.turns", events === 0 ? 0 : wrap({ ...turns, n: turns.n + events })],
      ["model.registered", { n: economy + culture, by: { field: { economy, culture } } }],
      ["convention.recognised", { x, y: x + rest + 1 }],
      ["member.count", members],
    ]
    return Object.fromEntries(all.filter((_, i) => i === 0 || kept[i - 1]))
  })

/** A batch of the invented country: some of its units, each with one faultless submission for the first half of 2022. */
export const batch: fc.Arbitrary<ReadonlyArray<Record<string, unknown>>> = fc
  .tuple(
    ...country.reporting.map((subject) => fc.option(values.map((v) => country.submission({ subject, values: v })))),
  )
  .map((all) => all.filter((one) => one !== null))

/** Any JSON, bent towards what a submission looks like: for "never throws". */
export const garbage: fc.Arbitrary<unknown> = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }),
  fc
    .tuple(fc.constantFrom(...Object.keys(country.submission())), fc.jsonValue({ maxDepth: 2 }))
    .map(([key, junk]) => ({ ...country.submission(), [key]: junk })),
  fc
    .tuple(fc.constantFrom(...country.catalogue.indicators.map(({ id }) => id)), fc.jsonValue({ maxDepth: 3 }))
    .map(([id, junk]) => country.submission({ values: { [id]: junk } })),
)

// Whole numbers as reports hold them, with the edges more often than chance would give them.
const count = fc.oneof(
  { weight: 6, arbitrary: fc.nat(40) },
  { weight: 2, arbitrary: fc.nat(1_000_000) },
  { weight: 1, arbitrary: fc.constant(0) },
)
const wide = fc.oneof(
  { weight: 6, arbitrary: count },
  { weight: 1, arbitrary: fc.constantFrom(Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER - 7, 2 ** 52) },
)
const wrapped = (n: fc.Arbitrary<number>): fc.Arbitrary<unknown> =>
  fc.record({ n, qualifier }).map((q) => (q.qualifier === "exact" ? q.n : wrap(q)))

// What may stand beside a number.
const beside = fc.record(
  {
    estimated: fc.constant(true),
    provisional: fc.boolean(),
    asOf: fc.constantFrom("2022-03-31", "2022-06-15"),
    scope: fc.constantFrom("own", "whole"),
  },
  { requiredKeys: [] },
)
const rarely = <A>(arbitrary: fc.Arbitrary<A>): fc.Arbitrary<A | undefined> =>
  fc.option(arbitrary, { nil: undefined, freq: 1 })

// Parts of a total: complete, with the zeros unsaid, or (seldom) not adding up, so that the value is held back.
const broken = (members: ReadonlyArray<string>, dimension: string): fc.Arbitrary<unknown> =>
  fc
    .record({
      parts: fc.tuple(...members.map(() => count)),
      about: fc.constantFrom("exact", "exact", "about"),
      zeros: fc.boolean(),
      off: fc.constantFrom(0, 0, 0, 0, 0, 1),
    })
    .map(({ parts, about, zeros, off }) => {
      const n = parts.reduce((a, b) => a + b, 0) + off
      const named = members.map((member, i) => [member, parts[i] ?? 0] as const).filter(([, part]) => zeros || part > 0)
      return { n: about === "about" ? { about: n } : n, by: { [dimension]: Object.fromEntries(named) } }
    })

/**
 * The raw value of an indicator of any kind as a unit may send it: plain, wrapped, broken down, flagged, missing or not
 * applicable; seldom one that is held back.
 *
 * @example
 * fc.assert(fc.property(raw(country.registers, "meeting.events"), (one) => one !== null))
 */
export const raw = (registers: Registers.Registers, id: string): fc.Arbitrary<unknown> => {
  const { indicators, dimensions } = Registers.index(registers)
  const indicator = indicators.get(id)
  const number = indicator?.measure === "dong" ? wide : count
  const plain = fc.oneof(
    wrapped(number),
    fc.tuple(wrapped(number), beside, rarely(fc.boolean())).map(([n, rest, cumulative]) => ({
      n,
      ...rest,
      ...(cumulative === undefined || indicator?.kind !== "flow" ? {} : { cumulative }),
    })),
  )
  const cuts = (indicator?.breakdowns ?? []).map(({ dimension }) =>
    broken(dimensions.get(dimension)?.members.map((member) => member.id) ?? [], dimension),
  )
  const share = fc.tuple(count, count, qualifier, qualifier, beside).map(([x, rest, a, b, more]) => ({
    x: wrap({ n: x, qualifier: a }),
    y: wrap({ n: x + rest, qualifier: b }),
    ...more,
  }))
  const kinds: Record<Indicator.Indicator["kind"], fc.Arbitrary<unknown>> = {
    flow: fc.oneof(plain, ...cuts),
    stock: fc.oneof(plain, ...cuts),
    campaign: fc.oneof(plain, ...cuts),
    distinct: plain,
    share,
    attainment: fc.tuple(count, count).map(([x, y]) => ({ x, y })),
    rate: fc.record({ percent: fc.constantFrom("0", "87", "87.5", "100") }),
    grade: fc.dictionary(fc.constantFrom("tốt", "khá", "yếu"), wide).map((grades) => ({ grades })),
    flag: fc.oneof(
      fc.boolean(),
      fc.boolean().map((flag) => ({ flag, estimated: true })),
    ),
    text: fc.constantFrom("ổn định", "phấn khởi"),
  }
  return fc.oneof(
    { weight: 8, arbitrary: kinds[indicator?.kind ?? "text"] },
    { weight: 1, arbitrary: fc.constantFrom(...Value.missingReasons).map((missing) => ({ missing })) },
    { weight: 1, arbitrary: fc.constantFrom(...Value.inapplicableReasons).map((notApplicable) => ({ notApplicable })) },
  )
}

// What one unit sent about one period, or about itself and all below it: once, or several times in revisions that
// repeat, correct or contradict each other.
const dossier = (
  registers: Registers.Registers,
  subject: string,
  stretch: string,
): fc.Arbitrary<ReadonlyArray<Record<string, unknown>>> => {
  const ids = registers.catalogue.indicators.map((indicator) => indicator.id)
  const content = fc.record({
    values: fc
      .tuple(...ids.map((id) => fc.option(raw(registers, id), { freq: 3, nil: undefined })))
      .map((all) => Object.fromEntries(ids.flatMap((id, i) => (all[i] === undefined ? [] : [[id, all[i]]])))),
    nil: fc.subarray(ids.slice(0, 3), { maxLength: 1 }),
    explained: fc.subarray(ids.slice(0, 2)),
    illustrative: fc.constantFrom(false, false, false, true),
    submittedAt: fc.constantFrom(undefined, "2022-04-05", "2022-06-30T08:00:00+07:00", "2022-07-05", "2022-07-20"),
    status: fc.oneof(
      { weight: 9, arbitrary: fc.constantFrom(undefined, "submitted", "accepted", "locked") },
      { weight: 1, arbitrary: fc.constantFrom("draft", "returned") },
    ),
  })
  return fc
    .record({
      scope: fc.constantFrom("own", "own", "own", "own", "own", "whole"),
      contents: fc.oneof(
        { weight: 4, arbitrary: fc.array(content, { minLength: 1, maxLength: 1 }) },
        { weight: 1, arbitrary: fc.array(content, { minLength: 2, maxLength: 2 }) },
      ),
      sent: fc.array(fc.record({ revision: fc.integer({ min: 1, max: 3 }), which: fc.nat(1) }), {
        minLength: 1,
        maxLength: 3,
      }),
    })
    .map(({ scope, contents, sent }) =>
      (contents.length === 1 ? sent.slice(0, 1) : sent).map(({ revision, which }) => {
        const {
          values: all,
          nil,
          explained,
          illustrative,
          submittedAt,
          status,
        } = contents[which % contents.length] ?? contents[0]!
        return country.submission({
          id: `${subject}-${stretch}-${scope}`,
          subject,
          period: stretch,
          scope,
          revision,
          values: all,
          ...(revision > 1 ? { reason: "đính chính" } : {}),
          ...(nil.length > 0 ? { nil } : {}),
          ...(explained.length > 0
            ? { explanations: explained.map((indicator) => ({ indicator, text: "sáp nhập hai tổ" })) }
            : {}),
          ...(illustrative ? { illustrative } : {}),
          ...(submittedAt === undefined ? {} : { submittedAt }),
          ...(status === undefined ? {} : { status }),
        })
      }),
    )
}

/** The periods that a season is about: a half-year with its quarters and months, and the year around it. */
export const seasonPeriods = [
  "2022-H1",
  "2022-Q1",
  "2022-Q2",
  ...[1, 2, 3, 4, 5, 6].map((month) => `2022-M0${month}`),
  "2022-H2",
  "2022",
] as const

// Which periods a unit reports: most often such that parts fill the half-year, or nearly.
const reported: fc.Arbitrary<ReadonlyArray<string>> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.constantFrom<ReadonlyArray<string>>(
      ["2022-H1"],
      ["2022-Q1", "2022-Q2"],
      ["2022-H1", "2022-Q1", "2022-Q2"],
      ["2022-M01", "2022-M02", "2022-M03", "2022-Q2"],
      ["2022-H1", "2022-H2"],
      [],
    ),
  },
  { weight: 1, arbitrary: fc.subarray([...seasonPeriods], { maxLength: 4 }) },
)

/**
 * What a whole season of reporting may bring in: several periods, statements about the whole, revisions, gaps, flags,
 * drafts, values that are held back, of any unit of the registers.
 *
 * @example
 * fc.assert(fc.property(seasonOf(country.registers), (batch) => Array.isArray(batch)))
 */
export const seasonOf = (
  registers: Registers.Registers,
): fc.Arbitrary<ReadonlyArray<Readonly<Record<string, unknown>>>> => {
  const units = registers.organisations.units.filter(({ kind }) => !["party-advisory", "front"].includes(kind))
  const unit = (id: string) =>
    fc
      .tuple(reported, rarely(fc.constantFrom("2022-H1", "2022-Q1")))
      .chain(([periods, again]) =>
        fc.tuple(...[...periods, ...(again === undefined ? [] : [again])].map((p) => dossier(registers, id, p))),
      )
      .map((all) => all.flat())
  return fc.tuple(...units.map(({ id }) => unit(id))).map((all) => all.flat())
}

/** A season of the invented country. */
export const season: fc.Arbitrary<ReadonlyArray<Readonly<Record<string, unknown>>>> = seasonOf(country.registers)

/**
 * Registers of other invented countries: up to 12 units on up to four levels, some ended or moved under another in spring
 * 2022, with other duties; the catalogue is the invented one, in which members may be carried over a quarter, persons may
 * be known to be at one unit only, meetings counted from the beginning of the year, and others by the inspectors' calendar.
 */
export const registers: fc.Arbitrary<Registers.Registers> = fc
  .record({
    units: fc.array(
      fc.record({
        kind: fc.constantFrom("ward", "ward", "ward", "mass-organisation", "group"),
        above: fc.nat(),
        moved: fc.constantFrom(false, false, false, true),
        to: fc.constantFrom(undefined, undefined, undefined, "2021-12-31", "2022-03-31", "2022-05-15", "2022-06-30"),
        stays: fc.boolean(),
      }),
      { maxLength: 11, size: "max" },
    ),
    duties: fc.array(
      fc.record({
        kind: fc.constantFrom("ward", "mass-organisation", "district"),
        every: fc.constantFrom("month", "quarter", "half", "half", "nine-months", "year"),
        scope: fc.constantFrom("own", "own", "own", "whole"),
        due: fc.constantFrom(undefined, -10, 0, 5),
        indicators: fc.subarray(
          country.catalogue.indicators.map(({ id }) => id),
          { minLength: 1 },
        ),
      }),
      { maxLength: 4, size: "max" },
    ),
    carries: fc.boolean(),
    disjoint: fc.boolean(),
    cumulative: fc.boolean(),
    inspected: fc.boolean(),
  })
  .map(({ units, duties, carries, disjoint, cumulative, inspected }) => {
    const ofInspectors = inspected ? ["meeting.turns", "member.count", "model.registered"] : []
    const since = { from: "2000-01-01" }
    const idOf = (i: number): string => (i < 0 ? "mai-district-2000" : `${units[i]?.kind}-${i}`)
    // Level by level, so that nobody stands below itself: a unit is under the root or under one of an earlier third.
    const parent = (i: number, n: number): string => idOf((n % (Math.floor(i / 3) * 3 + 1)) - 1)
    const made = Registers.make(
      {
        ...country.organisations,
        successions: [],
        units: [
          { id: idOf(-1), kind: "district", names: [{ vi: "Quận Mai", ...since }], ...since },
          ...units.map(({ kind, to }, i) => ({
            id: idOf(i),
            kind,
            names: [{ vi: `Đơn vị ${i}`, ...since }],
            ...since,
            ...(to === undefined ? {} : { to }),
          })),
        ],
        edges: units.flatMap(({ above, moved, to, stays }, i) => {
          const edge = { child: idOf(i), parent: parent(i, above), line: "reporting", ...since }
          const end = to === undefined || stays ? {} : { to }
          const other = { ...edge, parent: parent(i, above + 1) }
          const all: ReadonlyArray<typeof edge & { readonly to?: string }> = moved
            ? [
                { ...edge, to: "2022-04-30" },
                { ...other, from: "2022-05-01" },
                { ...other, line: "party" },
              ]
            : [{ ...edge, ...end }]
          // Nobody stays below a unit that has ended.
          return all.flatMap((one) => {
            const last = units.find((_, k) => idOf(k) === one.parent)?.to
            if (last === undefined || (one.to !== undefined && one.to <= last)) return [one]
            return one.from <= last ? [{ ...one, to: last }] : []
          })
        }),
      },
      {
        ...country.catalogue,
        indicators: country.catalogue.indicators.map((one) => ({
          ...one,
          ...(carries && one.kind === "stock" ? { carry: 3 } : {}),
          ...(disjoint && one.kind === "distinct" ? { disjoint: "units" } : {}),
          ...(cumulative && one.id === "meeting.events" ? { cumulative: true } : {}),
          ...(ofInspectors.includes(one.id) ? { calendar: "inspectorate" } : {}),
        })),
        // Inspectors have no months.
        obligations: duties.map(({ kind, due, indicators, ...duty }, i) => ({
          id: `duty-${i}`,
          who: { kind },
          ...duty,
          ...(due === undefined ? {} : { due: { days: due } }),
          indicators: indicators.filter((id) => duty.every !== "month" || !ofInspectors.includes(id)),
        })),
      },
    )
    return Result.getOrThrow(made)
  })
