// A filled report becomes a document: the form's words are applied here, once; what remains is placing and drawing.
import type { Block, Document, Inline, Inlines, Loss } from "@danvan/document"
import * as Form from "../../registers/Form.ts"
import * as OrgUnit from "../../registers/OrgUnit.ts"
import type * as Outline from "../../registers/Outline.ts"
import * as Registers from "../../registers/Registers.ts"
import * as Issue from "../../vocabulary/Issue.ts"
import * as Period from "../../vocabulary/Period.ts"
import { en } from "../../wording/en.ts"
import { vi } from "../../wording/vi.ts"
import * as Coverage from "../Coverage.ts"
import type * as Facts from "../Facts.ts"
import type { Report } from "../Report.ts"
import { appendices, mention } from "./appendices.ts"
import type { Flow } from "./cells.ts"
import { ended } from "./ending.ts"
import { dated, issuedOn, kindInText, kindName, numbered } from "./identity.ts"
import { fill } from "./parts.ts"
import * as prose from "./prose.ts"
import * as title from "./title.ts"
import * as Writing from "./Writing.ts"

const { words } = Writing

/** Words and places everything. Losses are the findings that left a gap. */
export const compose = (
  registers: Registers.Registers,
  facts: Facts.Facts,
  report: Report,
): { readonly document: Document; readonly issues: ReadonlyArray<Issue.Issue> } => {
  const writing: Writing.Writing = {
    registers,
    facts,
    report,
    form: report.form,
    figures: new Map(),
    cited: new Set(),
    issues: [...report.issues],
  }
  const subject = report.outline.subject.map((text, i) =>
    title.line(writing, text, "subject", i === 0 ? writing.form.wording.subject : "as-written"),
  )
  const text = [...opening(writing), ...sections(writing, report.outline.sections, 1, "")]
  const closing = prose.narrative(writing, report.outline.closing, "closing")
  const annexes = appendices(writing) // written after the text: a document is cited in full where it is read first
  const blocks: Array<Block> = [
    letterhead(writing),
    { kind: "title", name: [words(kindName(writing))], subject, mark: optional(writing.form.wording.titleMark) },
    ...addressees(writing),
    ...ended([...text, ...mention(writing, annexes), ...closing], writing.form.wording.endMark),
    signature(writing),
    ...annexes,
  ]
  unused(writing)
  const document: Document = {
    version: "danvan/document@0",
    language: "vi",
    title: fileTitle(writing, subject),
    layout: report.form.layout,
    blocks,
    figures: Object.fromEntries([...writing.figures].sort(([a], [b]) => (a < b ? -1 : 1))),
    attachments: [],
    losses: writing.issues.filter(({ severity }) => severity === "error").map(toLoss),
  }
  return { document, issues: writing.issues }
}

const toLoss = (issue: Issue.Issue): Loss => ({
  code: issue.code,
  block: issue.submission === undefined ? issue.pointer : `${issue.submission}#${issue.pointer}`,
  found: String(issue.params["found"] ?? issue.params["name"] ?? issue.params["key"] ?? ""),
  message: { vi: vi.issues[issue.code](issue.params).message, en: en.issues[issue.code](issue.params).message },
})

const optional = (text: string | null): Inlines | null => (text === null ? null : [words(text)])

const illustrativeStamp = (writing: Writing.Writing): string => Writing.spelt(writing, "BẢN MINH HOẠ")

const fileTitle = (writing: Writing.Writing, subject: ReadonlyArray<Inlines>): string => {
  const text = subject.map((line) => line.map((inline) => ("text" in inline ? inline.text : "")).join("")).join(" ")
  return `${kindInText(writing)} ${text}${writing.report.illustrative ? ` (${illustrativeStamp(writing)})` : ""}`
}

const letterhead = (writing: Writing.Writing): Flow => {
  const { report, form } = writing
  const { superior, issuer } = OrgUnit.letterhead(report.issuer, issuedOn(writing))
  const line = (text: string): Inlines => [Writing.label(text, report.issuer.id)]
  return {
    kind: "letterhead",
    stamp: report.illustrative ? [words(illustrativeStamp(writing))] : null,
    superior: superior.map(line),
    issuer: issuer.map(line),
    issuerMark: optional(form.wording.issuerMark),
    motto: form.wording.motto.map((text) => [words(text)]),
    number: numbered(writing, `${form.wording.numberWord}{designation}`),
    date: [Writing.label(report.request.place, "place"), words(", "), ...dated(writing)],
  }
}

const opening = (writing: Writing.Writing): ReadonlyArray<Flow> => {
  const { report, registers } = writing
  const basis = (report.request.basis ?? []).flatMap((id) => {
    const citation = Registers.index(registers).citations.get(id)
    return citation ? [Writing.cite(writing, citation)] : []
  })
  const lines = basis.map((citation, i): Inlines => [
    words("Căn cứ "),
    citation,
    words(i === basis.length - 1 ? "." : ";"),
  ])
  return [
    ...basisOf(lines, writing.form.wording.basisMark),
    ...prose.narrative(writing, report.outline.opening, "body"),
    ...groundwork(writing),
  ]
}

const basisOf = (lines: ReadonlyArray<Inlines>, mark: string | null): ReadonlyArray<Flow> => {
  if (mark === null) return lines.map((content) => ({ kind: "paragraph", role: "basis", content }))
  return lines.length === 0
    ? []
    : [{ kind: "list", items: lines.map((content) => ({ marker: [words(mark)], content })) }]
}

// One addressee stands on the line of “Kính gửi:”, several each on its own below it.
const addressees = (writing: Writing.Writing): ReadonlyArray<Flow> => {
  const { to = [] } = writing.report.request
  const style = writing.form.wording.addressees
  const [only] = to
  if (!style || only === undefined) return []
  const name = (text: string): Inline => Writing.label(text, "addressee")
  if (to.length === 1) {
    return [{ kind: "paragraph", role: "addressee", content: [words(`${style.lead} `), name(only)] }]
  }
  return [
    { kind: "paragraph", role: "addressee", content: [words(style.lead)] },
    ...to.map((one, i): Flow => ({
      kind: "paragraph",
      role: "addressee-line",
      content: [words("- "), name(one), words(i === to.length - 1 ? "." : ";")],
    })),
  ]
}

// On whose reports the figures rest, said once at the beginning.
const groundwork = (writing: Writing.Writing): ReadonlyArray<Flow> => {
  const { report, facts } = writing
  const sent = new Set(facts.facts.filter(({ scope }) => scope === "own").map(({ subject }) => subject))
  const { units } = Registers.index(writing.registers)
  const owing = new Map<string, Coverage.Coverage>()
  for (const unit of report.units) {
    const kind = units.get(unit.subject)?.kind ?? ""
    if (!unit.cells.some(({ coverage }) => coverage.unitsOwing > 0)) continue
    const one = { ...Coverage.empty, unitsOwing: 1, unitsComplete: sent.has(unit.subject) ? 1 : 0 }
    owing.set(kind, Coverage.combine(owing.get(kind) ?? Coverage.empty, one))
  }
  if (owing.size === 0) return []
  const id = `units@${report.request.subject}@${Period.toId(report.period)}`
  const content: Inlines = [
    words("Số liệu tổng hợp từ báo cáo của "),
    Writing.counted(writing, id, vi.coverage(owing), "Số đơn vị đã gửi báo cáo trên số đơn vị phải gửi"),
    ...(report.illustrative ? [Writing.own(writing, ` (${vi.illustrative})`)] : []),
    words("."),
  ]
  return [{ kind: "paragraph", role: "note", content }]
}

// Sections without content are left out and the numbers close up.
const sections = (
  writing: Writing.Writing,
  outline: ReadonlyArray<Outline.Section>,
  level: 1 | 2 | 3,
  prefix: string,
): ReadonlyArray<Flow> => {
  const style = writing.form.wording.headings[level - 1]
  let n = 0
  return outline.flatMap((section) => {
    const content = [
      ...fill(writing, section),
      ...sections(writing, section.sections ?? [], level === 1 ? 2 : 3, `${prefix}${section.key}-`),
    ]
    if (content.length === 0 || !style) return []
    n++
    const heading: Flow = {
      kind: "heading",
      id: `${prefix}${section.key}`,
      level,
      number: [{ kind: "ordinal", n, text: `${Form.ordinal(n, style.numbering)}${style.after}` }],
      content: title.line(writing, section.title, section.key, style.capitals ? "all" : "as-written"),
    }
    return [heading, ...content]
  })
}

const signature = (writing: Writing.Writing): Flow => {
  const { signature: signing } = writing.report.request
  const recipients = recipientsOf(writing)
  const { recipientsTitle, recipientEnds } = writing.form.wording
  const text = (value: string): Inlines => [Writing.label(value, "signature")]
  const granted = [
    ...(signing.collective === undefined ? [] : [`${Form.authority(writing.form, "TM")} ${signing.collective}`]),
    ...(signing.authority === null ? [] : [`${Form.authority(writing.form, signing.authority)} ${signing.head}`]),
  ]
  const authority = granted.flatMap((line, i): Inlines => (i === 0 ? text(line) : [{ kind: "break" }, ...text(line)]))
  return {
    kind: "signature",
    recipientsTitle: [words(recipientsTitle)],
    recipients: recipients.map((recipient, i) => [
      words("- "),
      Writing.label(recipient, "recipient"),
      words(recipientEnds[i === recipients.length - 1 ? 1 : 0]),
    ]),
    authority: authority.length === 0 ? null : authority,
    office: text(signing.office ?? signing.head),
    name:
      signing.name === null ? [{ kind: "blank", length: 20 }] : [{ kind: "name", text: signing.name, ref: "signer" }],
  }
}

// “Như trên” first where the report is addressed, the line of filing last, unless the request has them.
const recipientsOf = (writing: Writing.Writing): ReadonlyArray<string> => {
  const { to = [], recipients } = writing.report.request
  const { addressees: style, filing } = writing.form.wording
  const again = style && to.length > 0 && !recipients.includes(style.again) ? [style.again] : []
  const filed = filing === null || recipients.some((line) => line.startsWith("Lưu")) ? [] : [filing]
  return [...again, ...recipients, ...filed]
}

// Prose that no section of the outline takes is told, never dropped in silence.
const unused = (writing: Writing.Writing): void => {
  const { outline, request } = writing.report
  const keys = (all: ReadonlyArray<Outline.Section>): ReadonlyArray<string> =>
    all.flatMap((section) => [section.key, ...keys(section.sections ?? [])])
  const known = new Set([
    outline.opening,
    outline.closing,
    ...keys(outline.sections),
    ...outline.appendices.filter(({ parts }) => parts.includes("narrative")).map(({ key }) => key),
  ])
  for (const key of Object.keys(request.narratives)) {
    if (known.has(key)) continue
    writing.issues.push(Issue.make("key.unknown", { pointer: `/narratives${Issue.step(key)}` }, { key, near: "" }))
  }
}
