// Findings, explanations and values in words, for people.
import * as Result from "effect/Result"
import * as Registers from "./registers/Registers.ts"
import { index } from "./registers/Registers.ts"
import * as OrgUnit from "./registers/OrgUnit.ts"
import type * as Aggregate from "./stages/Aggregate.ts"
import * as Issue from "./vocabulary/Issue.ts"
import type * as PlainDate from "./vocabulary/PlainDate.ts"
import * as Period from "./vocabulary/Period.ts"
import { en } from "./wording/en.ts"
import * as ValueText from "./wording/ValueText.ts"
import { vi } from "./wording/vi.ts"
import * as Wording from "./wording/Wording.ts"

/**
 * A finding, or the explanation of a number, in Vietnamese or English. A finding says where, what, and how to mend it; an
 * explanation is a tree, a line each. With `registers` names stand for ids.
 *
 * @example
 * const issue = Issue.make("value.negative", { pointer: "/values/dialogue.events" }, { found: "-1" })
 * toText(issue, "vi") // "/values/dialogue.events: Số -1 là số âm; số đếm không thể âm. → Kiểm tra và ghi lại số."
 */
export const toText = (
  it: Issue.Issue | Aggregate.Explanation,
  lang: ValueText.Language,
  registers?: Registers.Registers,
): string => (Issue.isIssue(it) ? issueText(it, lang) : explanationText(it, lang, registers, 0, null).join("\n"))

const wordsOf = { vi, en }

const issueText = (issue: Issue.Issue, lang: ValueText.Language): string => {
  const { message, fix } = Wording.sentence(issue, lang)
  const source = issue.source === undefined ? undefined : Issue.sourceToText(issue.source)
  const where = [source, issue.submission ?? issue.subject, issue.pointer].filter(
    (part) => part !== undefined && part !== "",
  )
  return `${where.length > 0 ? `${where.join(" ")}: ` : ""}${message} → ${fix}`
}

const explanationText = (
  tree: Aggregate.Explanation,
  lang: ValueText.Language,
  registers: Registers.Registers | undefined,
  depth: number,
  top: PlainDate.PlainDate | null,
): ReadonlyArray<string> => {
  const words = wordsOf[lang]
  const asked = Period.fromText(tree.period, registers?.catalogue.calendar ?? "civil")
  // Whoever was not there at the end of what is explained is told apart by when it was.
  const on = top ?? (Result.isSuccess(asked) ? Period.referenceDate(asked.success) : "")
  const known = registers && index(registers)
  const measure = known?.measures.get(known.indicators.get(tree.indicator)?.measure ?? "")
  const name = (id: string): string => {
    const unit = known?.units.get(id)
    const period = registers ? Registers.period(registers, tree.period) : Period.fromText(tree.period, "civil")
    if (!unit || Result.isFailure(period)) return id
    const day = Period.referenceDate(period.success)
    const when = OrgUnit.elsewhen(unit, on)
    return when === null ? OrgUnit.name(unit, day) : `${OrgUnit.name(unit, day)} ${words.elsewhen(when)}`
  }
  const source = tree.source
    ? ` · ${tree.source.submission}, ${lang === "vi" ? "lần" : "revision"} ${tree.source.revision}`
    : ""
  const flags = tree.flags.length > 0 ? ` (${tree.flags.map((flag) => words.flags[flag]).join(", ")})` : ""
  const { unitsOwing, cellsLate, cellsNotDue } = tree.coverage
  const arrival = [
    words.units(tree.coverage),
    ...(cellsLate > 0 ? [words.late(cellsLate)] : []),
    ...(cellsNotDue > 0 ? [words.notDue(cellsNotDue)] : []),
  ]
  const coverage = unitsOwing > 0 && tree.parts.length > 0 ? ` · ${arrival.join(", ")}` : ""
  const part = tree.member === undefined ? "" : ` [${tree.member}]`
  const value = ValueText.full(tree.value, measure, lang)
  const events = known?.successions
  const passed = tree.by.map((id) => words.event(events?.get(id) ?? id)).join("; ")
  const by = tree.by.length > 0 ? ` · ${passed}` : ""
  return [
    `${"  ".repeat(depth)}${name(tree.subject)}${part}: ${value} – ${words.how[tree.how]}${coverage}${by}${source}${flags}`,
    ...tree.absent
      .filter(() => tree.parts.length > 0)
      .map(({ subject, reason }) => `${"  ".repeat(depth + 1)}${name(subject)}: ${words.missing[reason]}`),
    ...tree.remainder.map(
      (rest) =>
        `${"  ".repeat(depth + 1)}${words.remainder(name(rest.unit), ValueText.full(rest.value, measure, lang), rest.to.map(name))}`,
    ),
    ...(tree.note === null ? [] : [`${"  ".repeat(depth + 1)}${tree.note}`]),
    ...tree.parts.flatMap((inner) => explanationText(inner, lang, registers, depth + 1, on)),
  ]
}
