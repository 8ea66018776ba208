// Writes what follows from the data: docs/catalogue.md, and the types of the indicators. A test fails when either is
// stale; run this then:
//   npx -y pnpm@12.21.0 run catalogue
import { readFileSync, writeFileSync } from "node:fs"
import type { Catalogue } from "@danvan/core"
import type { Sources } from "../src/Sources.ts"

interface Label {
  readonly vi: string
  readonly en: string
}

/** What the practice counts, section by section. */
export interface Rows {
  readonly sections: ReadonlyArray<{ readonly id: string; readonly title: Label }>
  readonly rows: ReadonlyArray<{
    readonly section: string
    readonly code: string
    readonly name: Label
    readonly indicators?: ReadonlyArray<string>
    readonly why?: Label
  }>
}

const json = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../data/${name}.json`, import.meta.url), "utf8"))
/** The data of the package. */
export const data = {
  catalogue: json("danvan-standard") as Catalogue.Catalogue,
  rows: json("rows") as Rows,
  sources: json("sources") as Sources,
}

const table = (head: ReadonlyArray<string>, body: ReadonlyArray<ReadonlyArray<string>>): string => {
  const safe = [head, ...body].map((cells) => cells.map((cell) => cell.replaceAll("|", "\\|")))
  const widths = head.map((_, i) => Math.max(3, ...safe.map((cells) => [...(cells[i] ?? "")].length)))
  const pad = (cell: string, i: number): string => cell + " ".repeat((widths[i] ?? 0) - [...cell].length)
  const line = (cells: ReadonlyArray<string>): string => `| ${cells.map(pad).join(" | ")} |`
  const [first = [], ...rest] = safe
  return [line(first), `| ${widths.map((width) => "-".repeat(width)).join(" | ")} |`, ...rest.map(line)].join("\n")
}

const code = (id: string): string => `\`${id}\``

/** docs/catalogue.md. */
export const page = ({ catalogue, rows, sources }: typeof data): string => {
  const { indicators, rules, overlaps = [], citations, measures } = catalogue
  const measure = new Map(measures.map(({ id, vi }) => [id, vi]))
  const family = (id: string): number =>
    Math.max(0, ...sources.families.filter((one) => one.indicators.includes(id)).map(({ reports }) => reports))
  const parts = rows.sections.flatMap(({ id, title }) => [
    `### ${title.vi}`,
    table(
      ["what is counted", "in English", "indicators, or why none"],
      rows.rows
        .filter(({ section }) => section === id)
        .map(({ code: short, name, indicators: ids, why }) => [
          `${name.vi} (${short})`,
          name.en,
          ids ? ids.map(code).join(", ") : `none: ${why?.en ?? ""}`,
        ]),
    ),
  ])
  return `${[
    `# The standard catalogue`,
    `<!-- Written by packages/registers/tools/table.ts from packages/registers/data; change the data, not this page. -->`,
    `\`${catalogue.id}\` ${catalogue.version}, in force from ${catalogue.from}: ${indicators.length} indicators, ${rules.length} rules, ${overlaps.length} overlaps, ${citations.length} citations. It owes nothing to anybody: who reports what is for each province to say, in [an edition](formats.md#edition) of its own. Kinds are those of the [glossary](glossary.md#kinds-of-indicators).`,
    `It was weighed by ${sources.reports} published reports and articles of 2011 to 2025, read on ${sources.read}. No official text was compared: each citation names its source and how well its dates are known.`,
    `## What the practice counts`,
    ...parts,
    `## What published reports carry`,
    `Families of figures, by how many of the ${sources.reports} reports carry them.`,
    table(
      ["family", "reports", "figures", "indicators, or why none"],
      sources.families.map(({ name, reports, figures, indicators: ids, why }) => [
        name,
        String(reports),
        String(figures),
        ids.length > 0 ? ids.map(code).join(", ") : `none: ${why?.en ?? ""}`,
      ]),
    ),
    `## All indicators`,
    `"Reports" is the number of reports that carry the largest family of the indicator. A part list ends with "!" where the parts make the whole.`,
    table(
      ["id", "Vietnamese", "English", "kind", "measure", "parts", "citation", "reports"],
      indicators.map(({ id, label, kind, measure: unit, breakdowns = [], citation }) => [
        code(id),
        label.vi,
        label.en,
        kind,
        measure.get(unit) ?? unit,
        breakdowns.map(({ dimension, exhaustive }) => dimension + (exhaustive ? "!" : "")).join(", "),
        citation === undefined ? "" : code(citation),
        String(family(id) || ""),
      ]),
    ),
    `### Sensitive`,
    `Counts of few known people. A report that [publishes](formats.md#publishing) with a limit for small counts protects those of: ${indicators
      .filter(({ sensitive }) => sensitive)
      .map(({ id }) => code(id))
      .join(", ")}.`,
    `## Rules`,
    table(
      ["id", "level", "severity", "holds back", "why"],
      rules.map(({ id, level, severity, holds, why }) => [
        code(id),
        level,
        severity,
        holds.map(code).join(", "),
        why.vi,
      ]),
    ),
    `## Overlaps`,
    table(
      ["id", "indicators", "in a total", "why"],
      overlaps.map(({ id, indicators: ids, how, take, why }) => [
        code(id),
        ids.map(code).join(", "),
        how === "once" ? `once: ${code(take ?? "")}` : "refused",
        why.vi,
      ]),
    ),
    `## Citations`,
    table(
      ["id", "document", "in force", "certainty", "source"],
      citations.map(({ id, kind, symbol, from, to, certainty, source }) => [
        code(id),
        [kind, symbol].filter(Boolean).join(" "),
        `${from ?? "…"} – ${to ?? "…"}`,
        certainty,
        source,
      ]),
    ),
  ].join("\n\n")}\n`
}

/** src/standard/Indicators.ts: what the compiler knows of each indicator. */
export const types = ({
  catalogue,
}: typeof data): string => `// Written by packages/registers/tools/table.ts from the catalogue; change the data, not this file.
import type { Indicator } from "@danvan/core"

/** The indicators of the standard catalogue by id, each with its kind and its measure. */
export interface Indicators {
${catalogue.indicators
  .map(({ id, kind, measure }) => `  readonly "${id}": Indicator.Indicator<"${kind}", "${measure}">`)
  .join("\n")}
}
`

/** Where each stands. */
export const files = {
  page: new URL("../../../docs/catalogue.md", import.meta.url),
  types: new URL("../src/standard/Indicators.ts", import.meta.url),
}

if (import.meta.main) {
  writeFileSync(files.page, page(data))
  writeFileSync(files.types, types(data))
}
