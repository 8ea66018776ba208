// Mistakes that software of this kind makes, each as an exact replacement in a source of core. Some are from the list of
// pitfalls (docs/pitfalls.md), others make sure that each law of the tests can fail at all. `find` must stand exactly
// once in its file.

/** One replacement. */
export interface Edit {
  readonly file: string
  readonly find: string
  readonly replace: string
}

/** A mistake by name. */
export interface Mutant {
  readonly name: string
  readonly edits: ReadonlyArray<Edit>
}

const mutant = (name: string, file: string, find: string, replace: string, ...more: ReadonlyArray<Edit>): Mutant => ({
  name,
  edits: [{ file, find, replace }, ...more],
})

const aggregator = "vocabulary/Aggregator.ts"
const aggregate = "stages/Aggregate.ts"
const overTime = "stages/OverTime.ts"
const lineage = "registers/Lineage.ts"
const standing = "stages/Standing.ts"
const period = "vocabulary/Period.ts"
const holiday = "vocabulary/Holiday.ts"
const workingDay = "vocabulary/WorkingDay.ts"
const coverage = "stages/Coverage.ts"
const revision = "stages/Revision.ts"
const impact = "stages/Impact.ts"
const hierarchy = "registers/Hierarchy.ts"
const validated = "stages/Validated.ts"
const statement = "stages/Statement.ts"
const comparison = "stages/Comparison.ts"
const protection = "stages/Protection.ts"
const publication = "stages/Publication.ts"

/** How numbers become wrong. */
export const arithmetic: ReadonlyArray<Mutant> = [
  mutant(
    "mean of means",
    aggregator,
    "        n: BigInt(value.x.n),\n        y: BigInt(value.y.n),",
    "        n: BigInt(Math.round((100 * value.x.n) / Math.max(1, value.y.n))),\n        y: 100n,",
  ),
  mutant("share adds only numerators", aggregator, "    y: a.y + b.y,", "    y: a.y > b.y ? a.y : b.y,"),
  mutant(
    "rate summed",
    aggregator,
    '  rate: { time: "refuse", units: "refuse" },',
    '  rate: { time: "refuse", units: "sum" },',
    {
      file: aggregator,
      find: '    case "not-applicable":\n      return { ...empty, inapplicable: value.reason }',
      replace:
        '    case "rate":\n      return { ...empty, shape: "quantity", n: BigInt(Math.round(Number(value.percent))) }\n    case "not-applicable":\n      return { ...empty, inapplicable: value.reason }',
    },
  ),
  mutant(
    "members as persons (distinct summed)",
    aggregator,
    '  distinct: { time: "refuse", units: "refuse" },',
    '  distinct: { time: "refuse", units: "sum" },',
  ),
  mutant(
    "zero dropped",
    aggregate,
    'Value.isPresent(value) || how === "refused")',
    'value.kind === "quantity" ? value.n !== 0 : Value.isPresent(value) || how === "refused")',
  ),
  mutant(
    "missing as zero",
    overTime,
    '  return leaf(direct, "reported")',
    '  return { ...leaf(direct, "reported"), ...(Value.isPresent(direct.value) ? {} : { value: Value.quantity(0) }) }',
  ),
  mutant("not applicable as missing", aggregator, "return { ...empty, inapplicable: value.reason }", "return empty"),
  mutant(
    "not applicable as zero",
    aggregator,
    "return { ...empty, inapplicable: value.reason }",
    'return { ...empty, shape: "quantity" }',
  ),
  mutant(
    "not applicable lowers coverage",
    coverage,
    'if (total.value.kind === "missing") return total.value.reason',
    'if (total.value.kind === "missing") return total.value.reason\n  if (total.value.kind === "not-applicable") return "not-collected"',
  ),
  mutant(
    "nil is not said",
    "stages/Answers.ts",
    "  for (const id of nil) read.push(Statement.ofPlain(id, 0, flags))\n",
    "",
  ),
  mutant(
    "coverage forgotten",
    coverage,
    "const arrived = cells.filter(({ absent }) => absent === null).length",
    "const arrived = cells.length",
  ),
  mutant(
    "coverage counts units that have ended",
    coverage,
    "if (!unit || (!relay && !OrgUnit.exists(unit, day))) continue",
    "if (!unit) continue",
  ),
  mutant(
    "coverage counts partial units as complete",
    coverage,
    "unitsComplete: arrived === cells.length ? 1 : 0,",
    "unitsComplete: arrived > 0 ? 1 : 0,",
  ),
  mutant(
    "coverage stops at the third unit",
    coverage,
    "if (!unit || (!relay && !OrgUnit.exists(unit, day))) continue",
    "if (!unit || (!relay && !OrgUnit.exists(unit, day)) || found.size > 2) continue",
  ),
  mutant(
    "late arrivals are not counted",
    coverage,
    "cellsLate: cells.filter((cell) => cell.late !== null).length",
    "cellsLate: 0",
  ),
  mutant("a figure is late on the day itself", coverage, "received <= due) return null", "received < due) return null"),
  mutant(
    "what is not due yet is missing",
    coverage,
    "cellsNotDue: cells.filter(({ early }) => early).length",
    "cellsNotDue: 0",
  ),
  mutant("the latest of several days is the day", "registers/Obligation.ts", "a < b ? a : b", "a < b ? b : a"),
  mutant(
    "the kernel counts nothing as late",
    "stages/kernel/Arrivals.ts",
    "if (page.state.late) late[at]",
    "if (page.state.late && got < 0) late[at]",
  ),
  mutant(
    "the kernel takes what arrived early for what is not due",
    "stages/Sums.ts",
    "(early![a] ?? 0) - (totals.early[base + a] ?? 0)",
    "early![a] ?? 0",
  ),
  mutant(
    "whole added to own",
    aggregate,
    "const summed = Aggregator.overUnits(own.map(({ value }) => value))",
    "const summed = Aggregator.overUnits([...own.map(({ value }) => value), ...(whole ? [whole.value] : [])])",
  ),
  mutant(
    "the statement wins over the sum",
    aggregate,
    "const value = summed.success",
    "const value = whole?.value ?? summed.success",
  ),
  mutant("own scope of a value ignored", "stages/Facts.ts", "scope: own ?? scope,", "scope,"),
  mutant(
    "stocks of all months added (sum, then last)",
    aggregator,
    '  stock: { time: "closing", units: "sum" },',
    '  stock: { time: "sum", units: "sum" },',
  ),
  mutant(
    "registrations of a campaign added over time",
    aggregator,
    '  campaign: { time: "newest", units: "sum" },',
    '  campaign: { time: "sum", units: "sum" },',
  ),
  mutant(
    "a stock is carried over without a word",
    overTime,
    'union(how === "time-carried" ? [...parts, { flags: ["carried"] }] : parts)',
    "union(parts)",
  ),
  mutant(
    "a stock is carried over for ever",
    "vocabulary/Period.ts",
    "return apart >= 0 && apart <= most",
    "return apart >= 0 && most > 0",
  ),
  mutant(
    "persons add whatever the catalogue says",
    "registers/Indicator.ts",
    'kind === "distinct" && disjoint === "units"',
    'kind === "distinct"',
  ),
  mutant(
    "a closing stock takes the newest",
    overTime,
    'if (!newest || (time === "closing" && Period.endOrder(newest.period, period) !== 0)) return null',
    "if (!newest) return null",
  ),
  mutant(
    "the newest is the first",
    overTime,
    "const newest = reported.toSorted((a, b) => Period.endOrder(a.period, b.period)).at(-1)",
    "const newest = reported.toSorted((a, b) => Period.endOrder(a.period, b.period)).at(0)",
  ),
  mutant(
    "parts that do not fill the period are summed",
    overTime,
    "if (arePresent(parts) && tile(parts, period)) return parts\n  }\n  const told",
    "if (arePresent(parts) && parts.length > 0) return parts\n  }\n  const told",
  ),
  mutant(
    "months that lack one are summed",
    overTime,
    "parts.every((fact) => Value.isPresent(fact.value))",
    "parts.some((fact) => Value.isPresent(fact.value))",
  ),
  mutant(
    "a reported period and its parts are added",
    overTime,
    '  return leaf(direct, "reported")',
    '  const both = folded ? Aggregator.overUnits([direct.value, folded.tree.value]) : null\n  return { ...leaf(direct, "reported"), ...(both && Result.isSuccess(both) ? { value: both.success } : {}) }',
  ),
  mutant(
    "parts stand before the reported period",
    overTime,
    '  return leaf(direct, "reported")',
    '  return folded?.tree ?? leaf(direct, "reported")',
  ),
  mutant(
    "a breakdown that does not add up passes",
    "stages/Breakdown.ts",
    "if (complete && differs) {",
    "if (false) {",
  ),
  mutant("a total is what its parts make", "stages/Breakdown.ts", "if (complete && differs) {", "if (false) {", {
    file: statement,
    find: "    { indicator: reading.indicator.id, value, claims, ...rest },",
    replace:
      "    { indicator: reading.indicator.id, value: parts.length > 0 ? { ...value, n: parts.reduce((n, one) => n + one.value.n, 0) } : value, claims, ...rest },",
  }),
  mutant(
    "a part is known when any total is",
    coverage,
    'series.dimension, period) ? null : "not-collected"',
    "series.dimension, period) ? null : null",
  ),
  mutant(
    "qualifier dropped",
    aggregator,
    "    qualifier: Quantity.join(a.qualifier, b.qualifier),",
    '    qualifier: "exact",',
  ),
  mutant(
    "qualifier of a denominator dropped",
    aggregator,
    "    qualifierY: Quantity.join(a.qualifierY, b.qualifierY),",
    '    qualifierY: "exact",',
  ),
  mutant(
    "over and under make exact",
    "vocabulary/Quantity.ts",
    'a === b || b === "exact" ? a : a === "exact" ? b : "about"',
    'a === b || b === "exact" ? a : a === "exact" ? b : "exact"',
  ),
  mutant(
    "flags dropped",
    aggregate,
    "return { ...base, value, flags: OverTime.union(own), how, parts: own }",
    "return { ...base, value, how, parts: own }",
  ),
  mutant(
    "illustrative forgotten",
    "stages/Answers.ts",
    "illustrative === true ? unreal : none",
    "illustrative === true ? none : none",
  ),
  mutant(
    "the answer no is not counted",
    aggregator,
    "n: value.holds ? 1n : 0n, y: 1n }",
    "n: value.holds ? 1n : 0n, y: value.holds ? 1n : 0n }",
  ),
  mutant(
    "grades are averaged",
    aggregator,
    "(a[grade] ?? 0n) + (b[grade] ?? 0n)",
    "((a[grade] ?? 0n) + (b[grade] ?? 0n)) / 2n",
  ),
  mutant(
    "grades overwrite each other",
    aggregator,
    "(a[grade] ?? 0n) + (b[grade] ?? 0n)",
    "b[grade] ?? a[grade] ?? 0n",
  ),
  mutant(
    "a count of a grade that is no safe integer is printed",
    aggregator,
    "!Quantity.isSafe(Number(count))",
    "count < 0n",
  ),
  mutant(
    "overflow wraps",
    aggregator,
    "return Quantity.isSafe(n) ? Result.succeed(Value.quantity(n, state.qualifier)) : Result.fail(String(state.n))",
    "return Result.succeed(Value.quantity(Number(BigInt.asIntN(53, state.n)) + 0 * n, state.qualifier))",
  ),
  mutant(
    "sums in floating point",
    aggregator,
    "    n: a.n + b.n,",
    "    n: BigInt(Math.fround(Number(a.n) + Number(b.n))),",
  ),
  mutant(
    "a column forgets why a number is missing",
    "stages/FactColumns.ts",
    'return Value.missing(Value.missingReasons[n] ?? "not-sent")',
    'return Value.missing("not-sent")',
  ),
  mutant(
    "columns leave out an indicator",
    "stages/FactColumns.ts",
    "if (!indicators.has(fact.indicator)) continue",
    'if (!indicators.has(fact.indicator) || fact.indicator === "member.count") continue',
  ),
  mutant(
    "the kernel loses the upper half of a sum",
    "stages/Kernel.ts",
    "  high.n[cell] = high.n[cell]! + (v > 0 ? 1 : -1)\n",
    "",
  ),
  mutant(
    "the kernel forgets what a unit reports in pairs",
    "stages/Kernel.ts",
    "    addPairs(job, cell, newest, ends.newest, ends.pairs, direct)\n",
    "",
  ),
  mutant(
    "the last submission to arrive wins",
    revision,
    "const highest = Math.max(...group.map(({ submission }) => submission.revision))",
    "const highest = group.at(-1)?.submission.revision ?? 1",
  ),
  mutant(
    "revisions are merged cell by cell",
    revision,
    "    return [first]\n",
    "    const values = Object.assign({}, ...group.toSorted((a, b) => a.submission.revision - b.submission.revision).map(({ submission }) => submission.values))\n    return [{ ...first, submission: { ...first.submission, values } }]\n",
  ),
  mutant(
    "equal contents of one revision conflict",
    revision,
    "if (others.every((other) => Fingerprint.canonical(Submission.contentOf(other.decoded)) === content)) {",
    "if (others.length === 0) {",
  ),
  mutant(
    "unequal contents of one revision: the first is believed",
    revision,
    "if (others.every((other) => Fingerprint.canonical(Submission.contentOf(other.decoded)) === content)) {",
    "if (true) {",
  ),
  mutant("drafts count", "stages/Admission.ts", '    submission.status !== "draft" &&\n', ""),
  mutant(
    "a held value is still counted",
    "stages/Answers.ts",
    "return out.length === 0 ? read : read.filter(({ indicator }) => !out.includes(indicator))",
    "return out.length < 0 ? [] : read",
  ),
  mutant(
    "an unexplained warning is downgraded",
    validated,
    'if (text === undefined || issue.severity !== "warning") return issue',
    'if (issue.severity !== "warning") return issue',
  ),
  mutant(
    "an explained error is downgraded",
    validated,
    'if (text === undefined || issue.severity !== "warning") return issue',
    "if (text === undefined) return issue",
  ),
  mutant(
    "a value that declares another scope stands before the statement itself",
    "stages/Facts.ts",
    "      : standing.native\n",
    "      : incoming.native\n",
  ),
  mutant(
    "the latest map only: what was before is nobody's",
    "stages/Ground.ts",
    "units: [...below, ...[...comers].sort()],",
    "units: below,",
  ),
  mutant(
    "a divided unit goes to the first of its successors",
    lineage,
    "to: [...new Set(all.flatMap(({ to }) => to))],",
    "to: [...new Set(all.flatMap(({ to }) => to))].slice(0, 1),",
  ),
  mutant(
    "on a merge the last value wins",
    aggregate,
    "const told = standings.flatMap((one) => one.own)",
    "const told = standings.flatMap((one) => one.own).slice(ground.unmoved ? 0 : -1)",
  ),
  mutant(
    "rounding of shares drops a unit",
    "registers/Succession.ts",
    "    if (left === 0) break\n    parts[i]",
    "    if (left <= 1) break\n    parts[i]",
  ),
  mutant("the remainder is forgotten", standing, "  return { own, remainder }\n", "  return { own, remainder: [] }\n"),
  mutant(
    "the remainder is added to everybody's",
    standing,
    "remainder.push({ unit, period, to, by: through, value: held })",
    "own.push(tree)",
  ),
  mutant(
    "events of one day one after the other",
    lineage,
    "forward(known, one, { ...way, from: date }, seen))",
    "forward(known, one, { ...way, from: PlainDate.addDays(date, -1) }, one === unit ? new Set([...seen, one]) : seen))",
  ),
  mutant(
    "a dissolved unit's figures are dropped",
    lineage,
    "if (next.length === 0) return through(fallen(known, unit, PlainDate.addDays(date, -1), way, seen), by)",
    "if (next.length === 0) return nowhere",
  ),
  mutant(
    "who was there in part owes nothing",
    overTime,
    "if (inside.length === 0 || !Ground.changesWithin(registers, id, period)) return null",
    "if (inside.length >= 0) return null",
  ),
  mutant(
    "a role moves with its subject",
    "stages/Admission.ts",
    "if (reporter && id !== undefined && id !== subject && !OrgUnit.reportsFor(reporter, subject, plan.day)) {",
    "const former = registers.organisations.successions.flatMap(({ from, to }) => (to.includes(subject) ? from : []))\n  if (reporter && id !== undefined && id !== subject && ![subject, ...former].some((one) => OrgUnit.reportsFor(reporter, one, plan.day))) {",
  ),
  mutant(
    "a role is held for ever",
    "registers/OrgUnit.ts",
    "Dated.on(unit.roles ?? [], day).some((role)",
    "(unit.roles ?? []).some((role)",
  ),
  mutant(
    "a circle of three is none",
    "registers/Places.ts",
    "  return count === first.length\n",
    "  return count > first.length - 3\n",
  ),
  mutant(
    "subtree misses grandchildren",
    hierarchy,
    "for (const unit of found) {\n    for (const e of below.get(unit) ?? [])",
    "for (const unit of [root]) {\n    for (const e of below.get(unit) ?? [])",
  ),
  mutant(
    "hierarchy ignores dates",
    hierarchy,
    "if (e.line === line && PlainDate.within(day, e.from, e.to)) found.add(e.child)",
    "if (e.line === line) found.add(e.child)",
  ),
  mutant(
    "hierarchy follows every line",
    hierarchy,
    "if (e.line === line && PlainDate.within(day, e.from, e.to)) found.add(e.child)",
    "if (PlainDate.within(day, e.from, e.to)) found.add(e.child)",
  ),
  mutant(
    "the explanation drops a part",
    aggregate,
    "return { ...base, value, flags: OverTime.union(own), how, parts: own }",
    "return { ...base, value, flags: OverTime.union(own), how, parts: own.slice(1) }",
  ),
  mutant(
    "an indicator's own calendar is forgotten",
    "registers/Registers.ts",
    "return own ? Period.inCalendar(reported, own) : reported",
    "return own && Period.inCalendar(reported, own) ? reported : null",
  ),
  mutant(
    "a period that the calendar has not is taken for it",
    period,
    "if (!kinds.includes(period.kind)) return null",
    'if (kinds.length === 0 || period.kind === "year") return null',
  ),
  mutant(
    "a number since New Year is taken for the quarter's",
    statement,
    "return value ? toDate : period",
    "return period",
  ),
  mutant(
    "the habit of counting since New Year is forgotten",
    "stages/Plan.ts",
    "others[indicator.cumulative === true ? 1 : 0]",
    "others[0]",
  ),
  mutant("a report gives way to a number since New Year", "stages/Facts.ts", "&& fact.period.kind === period.kind", ""),
  mutant(
    "less another quarter's number it is deduced too",
    period,
    '(before.kind === "span" || before.index === 1) && leaves(until, before, period)',
    "beginsWith(until, before)",
  ),
  mutant(
    "what falls leaves a number below zero",
    aggregator,
    "return n < 0 ? Result.fail(String(n))",
    "return n < -1e15 ? Result.fail(String(n))",
  ),
  mutant(
    "over less over is over",
    aggregator,
    "Quantity.join(until.qualifier, Quantity.turn(before.qualifier))",
    "Quantity.join(until.qualifier, before.qualifier)",
  ),
  mutant("what is deduced is told as added", overTime, 'const how = "time-difference"', 'const how = "time-sum"'),
  mutant(
    "the half-year and the third quarter are no nine months",
    overTime,
    "if (rest && rest.period.kind !== first.period.kind) return [first, rest]",
    "if (rest && rest.period.kind === first.period.kind) return [first, rest]",
  ),
  mutant(
    "what is deduced has not arrived",
    coverage,
    "const around = deduced ?",
    "const around = deduced && facts.facts.length === 0 ?",
  ),
  mutant(
    "impact misses what is deduced",
    impact,
    "period.calendar === reported.calendar && Period.year(period) === Period.year(reported)",
    "period.calendar !== reported.calendar && Period.year(period) === Period.year(reported)",
  ),
  mutant(
    "a rule holds a number since New Year against the quarter's",
    "stages/Validated.ts",
    "statement && far === reach ?",
    "statement ?",
  ),
  mutant(
    "impact misses the units above",
    impact,
    "for (const parent of Hierarchy.parents(registers.organisations.edges, one, day)) found.add(parent)",
    "continue",
  ),
  mutant(
    "impact misses parts of a breakdown",
    impact,
    "if (series.indicator !== fact.indicator) continue",
    "if (Indicator.seriesId(series) !== Indicator.seriesId(fact)) continue",
  ),
  mutant(
    "impact misses where a number is carried to",
    impact,
    "const carried = carry > 0 && Period.endsWithin(figure, fact.period, carry)",
    "const carried = false",
  ),
  mutant(
    "a spilt sum over a period leaves the unit out",
    overTime,
    "return folded?.tree ?? null",
    "return folded?.spilt ? null : (folded?.tree ?? null)",
  ),
  mutant(
    "impact misses longer periods",
    impact,
    "const inside = Period.contains(figure, fact.period)",
    "const inside = Period.toId(figure) === Period.toId(fact.period)",
  ),
  mutant(
    "impact names cells that did not move",
    impact,
    "if (Fingerprint.canonical(a) === Fingerprint.canonical(b)) return []",
    "if (a === b) return []",
  ),
  mutant(
    "an update keeps the old manifest",
    impact,
    "manifest: Aggregate.manifest(registers, after, on) }",
    "manifest: aggregate.manifest }",
  ),
  mutant(
    "comparison ignores coverage",
    comparison,
    'if (one !== other) return "unlike"',
    'if (one !== other) return "alike"',
  ),
  mutant(
    "a change keeps the direction of what is taken away",
    comparison,
    "Quantity.turn(then.qualifier)",
    "then.qualifier",
  ),
  mutant(
    "a change is measured from the new number",
    comparison,
    "const by = now.n - then.n",
    "const by = now.n - then.n + 1",
  ),
  mutant(
    "a change from zero is a percentage",
    comparison,
    "const percent = then.n <= 0 ? null : Quantity.percentage(Math.abs(by), then.n)",
    "const percent = String((100 * Math.abs(by)) / then.n)",
  ),
  mutant(
    "equal parts of units are not marked",
    comparison,
    'return equal && same ? "partial" : "unlike"',
    'return equal && same ? "alike" : "unlike"',
  ),
  mutant(
    "rough numbers are compared as if exact",
    comparison,
    '(qualifier === "over" && by <= 0) || (qualifier === "under" && by >= 0)',
    "Number.isNaN(by)",
  ),
  mutant(
    "a fall is a rise",
    comparison,
    'return { kind: "change", direction: way(by),',
    'return { kind: "change", direction: way(Math.abs(by)),',
  ),
  mutant(
    "points are a rise whichever is greater",
    comparison,
    "return { direction: way(by), by: Quantity.percentage(Math.abs(by), 1000) }",
    "return { direction: way(Math.abs(by)), by: Quantity.percentage(Math.abs(by), 1000) }",
  ),
  mutant("progress towards nothing", comparison, "if (goal.n <= 0) return", "if (goal.n < 0) return"),
  mutant(
    "no other number is hidden",
    protection,
    "  const hidden = new Set(keys)\n",
    "  if (true) return new Set(keys)\n  const hidden = new Set(keys)\n",
  ),
  mutant("sums are looked at one by one", protection, " ?? beyond(sums, hidden)", ""),
  mutant(
    "what follows from sums is taken for hidden",
    protection,
    "return filled.length === 1 ? filled : []",
    "return filled.length === 2 ? filled : []",
  ),
  mutant(
    "a protected number stays in the report",
    publication,
    '  ...cell,\n  value: Value.missing("withheld"),',
    "  ...cell,",
  ),
  mutant("zeros are protected", publication, "n > 0 && n < below", "n < below"),
  mutant(
    "claims enter arithmetic",
    statement,
    "    { indicator: reading.indicator.id, value, claims, ...rest },",
    '    { indicator: reading.indicator.id, value: claims?.percent !== undefined && value.kind === "share" ? { ...value, x: { ...value.x, n: Math.round((Number(claims.percent) * value.y.n) / 100) } } : value, claims, ...rest },',
  ),
]

/** What makes the other laws fail. */
export const vocabulary: ReadonlyArray<Mutant> = [
  mutant("percentages are cut", "vocabulary/Quantity.ts", "(2n * n + d) / (2n * d) : n / d", "n / d : n / d"),
  mutant(
    "thousands have no mark",
    "vocabulary/Quantity.ts",
    "const whole = all.slice(0, all.length - decimals).replace(/\\B(?=(\\d{3})+$)/g, thousands)",
    "const whole = all.slice(0, all.length - decimals).replace(/\\B(?=(\\d{4})+$)/g, thousands)",
  ),
  mutant(
    "decimals are lost",
    "vocabulary/Quantity.ts",
    'const part = decimals > 0 ? comma + all.slice(-decimals) : ""\n  return `${n',
    'const part = decimals > 0 ? comma + all.slice(-1) : ""\n  return `${n',
  ),
  mutant(
    "an added missing value counts",
    aggregator,
    "    default:\n      return empty\n",
    '    default:\n      return { ...empty, shape: "flag", y: 1n }\n',
  ),
  mutant(
    "nothing counts as one",
    aggregator,
    "export const empty: State = {\n  n: 0n,",
    "export const empty: State = {\n  n: 1n,",
  ),
  mutant("the second number is taken away", aggregator, "    n: a.n + b.n,", "    n: a.n - b.n,"),
  mutant(
    "a missing number is zero in rules",
    "vocabulary/Expression.ts",
    "    return found && bounds(found)\n",
    '    return bounds(found ?? { n: 0, qualifier: "exact" })\n',
  ),
  mutant(
    "at most is less than",
    "vocabulary/Expression.ts",
    'return left.most <= right.least ? "holds"',
    'return left.most < right.least ? "holds"',
  ),
  mutant(
    "a rule takes about for exactly",
    "vocabulary/Expression.ts",
    'qualifier === "exact" || qualifier === "over" ? n :',
    'qualifier !== "under" ? n :',
  ),
  mutant(
    "a repeated key is overlooked",
    "vocabulary/Json.ts",
    'if (keys.has(key)) tell("json.key-repeated"',
    'if (keys.has(key) && key.length > 9) tell("json.key-repeated"',
  ),
  mutant(
    "a list of JSON may end in a comma",
    "vocabulary/Json.ts",
    "        if (level.keys === null) level.step = Number(level.step) + 1\n",
    '        if (level.keys === null && text[skip(cursor)] === "]") continue\n        if (level.keys === null) level.step = Number(level.step) + 1\n',
  ),
  mutant(
    "lines of JSON begin a letter early",
    "vocabulary/Json.ts",
    "cursor.lineStart = cursor.at + 1",
    "cursor.lineStart = cursor.at",
  ),
  mutant(
    "a text like the one before may have a key twice",
    "vocabulary/Alike.ts",
    "    if (met[key] === me) return undefined\n",
    "",
  ),
  mutant(
    "a text like the one before may end anywhere",
    "vocabulary/Alike.ts",
    "return at === written ? { rest",
    "return at <= written ? { rest",
  ),
  mutant(
    "a text like the one before has the number of the one before",
    "vocabulary/Alike.ts",
    "  return known\n}\n\nconst object",
    "  return of.path.at(-1) ?? known\n}\n\nconst object",
  ),
  mutant(
    "a list of ids that is known again is one that begins alike",
    "stages/Sent.ts",
    "if (!isSame || items.length !== last.length) last",
    "if (!isSame) last",
  ),
  mutant(
    "impact misses what a comparison is held against",
    impact,
    "const moved = [...movedIn(period), ...movedIn(against)]",
    "const moved = [...movedIn(period)]",
  ),
  mutant(
    "impact misses those who are ranked beside",
    impact,
    "return [...new Set([...moved, ...others])]",
    "return [...new Set(others.length < 0 ? others : moved)]",
  ),
  mutant(
    "keys in the order of writing",
    "vocabulary/Fingerprint.ts",
    "    entries.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))\n",
    "",
  ),
  mutant(
    "canonical text loses quotation marks",
    "vocabulary/Fingerprint.ts",
    "`${JSON.stringify(k)}:${canonical(v)}`",
    "`${k}:${canonical(v)}`",
  ),
  mutant(
    "a day back is two",
    "vocabulary/PlainDate.ts",
    "fromUtc(addDaysTo(toUtc(date), days))",
    "fromUtc(addDaysTo(toUtc(date), days < 0 ? days - 1 : days))",
  ),
  mutant(
    "a day on is two",
    "vocabulary/PlainDate.ts",
    "fromUtc(addDaysTo(toUtc(date), days))",
    "fromUtc(addDaysTo(toUtc(date), 2 * days))",
  ),
  mutant(
    "an office's own year begins with the shipped one of its name",
    period,
    "const start = period.start ?? Calendar.get(period.calendar)?.start",
    "const start = Calendar.get(period.calendar)?.start",
  ),
  mutant(
    "the year to date begins with the period",
    period,
    'kind: "span", from: whole.from, to: own.to }',
    'kind: "span", from: own.from, to: own.to }',
  ),
  mutant("a term is named by its days", period, "return period.term ? termId(period.term) : ", "return "),
  mutant(
    "February ends on the 28th a year earlier too",
    period,
    "const last = PlainDate.endOfMonth(to) === to ? PlainDate.endOfMonth(before) : before",
    "const last = before",
  ),
  mutant(
    "a year may begin on 29 February",
    "vocabulary/Calendar.ts",
    "PlainDate.isPlainDate(`2022-",
    "PlainDate.isPlainDate(`2024-",
  ),
  mutant("Tết is China's", holiday, '"02-17 04-26", "02-07', '"02-18 04-26", "02-07'),
  mutant("weekends are not made up for", holiday, "if (!isWeekend(day)) continue", 'if (day !== "") continue'),
  mutant(
    "what was decided is forgotten",
    workingDay,
    "const holidays = Holiday.of(year, decisions)",
    "const holidays = Holiday.of(year)",
  ),
  mutant("what is decided to be off is worked", workingDay, "    if (off) continue\n", "    if (!off) continue\n"),
  mutant("a Saturday that is worked is a Saturday", workingDay, "year.worked.has(day) || !(Holiday", "!(Holiday"),
  mutant("Saturdays are worked", holiday, "PlainDate.weekday(day) >= 6", "PlainDate.weekday(day) >= 7"),
  mutant("the day itself is the first", workingDay, "let at = day\n", "let at = PlainDate.addDays(day, -step)\n"),
  mutant(
    "due counts from the period's first day",
    "registers/Obligation.ts",
    "const last = Period.days(period)?.to",
    "const last = Period.days(period)?.from",
  ),
  mutant(
    "the 31st of June is the first of July",
    "registers/Obligation.ts",
    "return wanted < end ? wanted : end",
    "return wanted",
  ),
  mutant(
    "the calendar is lost in text",
    "vocabulary/Period.ts",
    "`${body(period)}@${period.calendar}`",
    "`${body(period)}@civil`",
  ),
  mutant(
    "the period before is the one before that",
    "vocabulary/Period.ts",
    "shift(period, -1)",
    "shift(shift(period, -1), -1)",
  ),
  mutant("the next period is the one after", "vocabulary/Period.ts", "shift(period, 1)", "shift(shift(period, 1), 1)", {
    file: "vocabulary/Period.ts",
    find: "shift(period, -1)",
    replace: "shift(shift(period, -1), -1)",
  }),
  mutant(
    "a period contains what begins before it",
    "vocabulary/Period.ts",
    "a[0] <= b[0] && b[1] <= a[1]",
    "b[1] <= a[1]",
  ),
  mutant(
    "a year has eleven months",
    "vocabulary/Calendar.ts",
    '  "eleven-months": 11,\n  year: 12,\n}',
    '  "eleven-months": 11,\n  year: 11,\n}',
  ),
  mutant(
    "an unstated calendar has no day",
    "vocabulary/Period.ts",
    "{ yearOffset: 0, month: 1, day: 1 })).to",
    "{ yearOffset: 1, month: 1, day: 1 })).to",
  ),
  mutant(
    "prose swallows what stands before a brace",
    "vocabulary/Prose.ts",
    "pieces.push(...words(text.slice(at, open), at))",
    "pieces.push(...words(text.slice(at + 1, open), at))",
  ),
  mutant(
    "a digit of another script is a word",
    "vocabulary/Prose.ts",
    String.raw`/\p{Nd}(?:[\p{Nd}.,/:-]*\p{Nd})?%?/gu`,
    String.raw`/\d(?:[\d.,/:-]*\d)?%?/gu`,
  ),
  mutant(
    "places in prose start anew behind a brace",
    "vocabulary/Prose.ts",
    "at = close + 1",
    "at = close + 1\n    if (pieces.length > 1) pieces.reverse()",
  ),
  mutant(
    "a figure begins a letter late",
    "vocabulary/FigureText.ts",
    "at, length: end - at, ...draft.figure }",
    "at: at + 1, length: end - at, ...draft.figure }",
  ),
  mutant(
    "a qualifier is not printed",
    "vocabulary/FigureText.ts",
    'about: "khoảng ", over: "hơn "',
    'about: "", over: "hơn "',
  ),
  mutant("a near miss costs two", "vocabulary/Spelling.ts", "? 0 : 1\n", "? 0 : 2\n"),
  mutant(
    "a distance is not the same both ways",
    "vocabulary/Spelling.ts",
    "(row[j - 1] ?? 0) + 1,",
    "(row[j - 1] ?? 0) + 2,",
  ),
  mutant(
    "a key is not the key of itself",
    "vocabulary/Spelling.ts",
    '    .trim()\n    .split(" ")',
    '    .trim()\n    .concat("·")\n    .split(" ")',
  ),
  mutant(
    "a subtree repeats its children",
    hierarchy,
    "  return [...found]\n}\n\n/**\n * The units that lie on a cycle",
    "  return [...found, ...children(hierarchy, root, day, line)]\n}\n\n/**\n * The units that lie on a cycle",
  ),
  mutant(
    "a subtree lacks its root",
    hierarchy,
    "  return [...found]\n}\n\n/**\n * The units that lie on a cycle",
    "  return [...found].reverse()\n}\n\n/**\n * The units that lie on a cycle",
  ),
  mutant(
    "rules contradict only when they are three",
    "registers/RuleSet.ts",
    "  for (let round = 0; round <= names.size; round++) {",
    "  for (let round = 0; round <= names.size - 2; round++) {",
  ),
  mutant(
    "no rule follows from the others",
    "registers/RuleSet.ts",
    "cases !== null && cases.every(",
    "cases !== null && cases.length > 2 && cases.every(",
  ),
  mutant(
    "an envelope with a broken revision is plain",
    "stages/Submission.ts",
    "!Number.isInteger(value) || value < 1 || value > 9999) return false",
    "value > 9999) return false",
  ),
  mutant(
    "a glance takes fractions",
    statement,
    'typeof raw === "number" && raw >= 0 && raw <= max && Number.isInteger(raw)',
    'typeof raw === "number" && raw >= 0 && raw <= max',
  ),
  mutant(
    "an unknown indicator disappears",
    "stages/Answers.ts",
    "    note(findings, candidate, place.pointer, [unknown(candidate.plan, place, id)])\n    return none",
    "    return none",
  ),
  mutant(
    "null throws",
    statement,
    'if (raw === null) return Reading.fail(issues, "value.null", reading)',
    'if (raw === null) throw new Error("null")',
  ),
  mutant(
    "a faultless share is too large",
    statement,
    'reading.indicator.kind === "share" && Expression.exceeds(x, y)',
    'reading.indicator.kind === "share" && Expression.exceeds({ ...x, n: 2 * x.n }, y)',
    {
      file: statement,
      find: "!isCount(y, max) || x > y || y === 0) return false",
      replace: "!isCount(y, max) || x >= 0 || y === 0) return false",
    },
  ),
  mutant(
    "the input is changed",
    "stages/Submission.ts",
    "  const clean = ascii || isClean(input)\n",
    "  Object.assign(input, { seen: true })\n  const clean = ascii || isClean(input)\n",
  ),
  mutant(
    "the order of arrival decides",
    "stages/Facts.ts",
    "const sorted = [...byKey.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, { fact }]) => fact)",
    "const sorted = [...byKey.values()].map(({ fact }) => fact)",
  ),
  mutant(
    "digits typed by hand are printed",
    "stages/report/prose.ts",
    'return fail("prose.digit-unbound", { found: piece.text })',
    "return Writing.words(piece.text)",
  ),
  mutant(
    "a mention does not move above nine",
    "stages/report/Writing.ts",
    'ValueText.full(cell.value, measure, "vi"), "long")',
    'ValueText.full(cell.value.kind === "quantity" ? { ...cell.value, n: Math.min(9, cell.value.n) } : cell.value, measure, "vi"), "long")',
  ),
  mutant(
    "a document holds chance",
    "stages/report/Writing.ts",
    "{ text, value: text, label: about, coverage: null, origin: [] }",
    "{ text, value: text, label: about + Math.random(), coverage: null, origin: [] }",
  ),
  mutant(
    "a document shows the order of arrival",
    "stages/Facts.ts",
    "  origins.sort((a, b) => (a.submission < b.submission ? -1 : a.submission > b.submission ? 1 : 0))\n",
    "",
  ),
]
