// What each package offers, by name. A change here is a change for those who use it: read the difference before
// accepting it.
import { describe, expect, it } from "vitest"

const names = async (module: Promise<object>): Promise<ReadonlyArray<string>> => Object.keys(await module).sort()

describe("public API", () => {
  it("@danvan/document", async () => {
    expect(await names(import("@danvan/document"))).toEqual([
      "RenderError",
      "blankText",
      "check",
      "inlinesOf",
      "isDigitFree",
      "linesOf",
      "linesOfBlock",
      "plainText",
      "refuse",
      "refuseUnknown",
      "visibleText",
    ])
  })

  it("@danvan/document/testing", async () => {
    expect(await names(import("@danvan/document/testing"))).toEqual([
      "contract",
      "hostile",
      "layout",
      "sample",
      "textOf",
    ])
  })

  it("@danvan/core: five verbs, toText, and the modules", async () => {
    const all = await names(import("@danvan/core"))
    expect(all.filter((name) => /^[a-z]/.test(name))).toEqual([
      "aggregate",
      "explain",
      "load",
      "report",
      "toText",
      "validate",
    ])
    expect(all.filter((name) => /^[A-Z]/.test(name))).toEqual([
      "Admission",
      "Aggregate",
      "AggregationPlan",
      "Aggregator",
      "Answers",
      "Baseline",
      "Batch",
      "Breakdown",
      "Calendar",
      "Catalogue",
      "Citation",
      "Claims",
      "Comparison",
      "ComparisonText",
      "Consistency",
      "Coverage",
      "Edition",
      "Entries",
      "Entry",
      "Expression",
      "FactColumns",
      "Facts",
      "FigureText",
      "Fingerprint",
      "Form",
      "Gathering",
      "Hierarchy",
      "Holiday",
      "Impact",
      "Indicator",
      "Issue",
      "Json",
      "Kernel",
      "Lineage",
      "Mapping",
      "Mark",
      "Measure",
      "Obligation",
      "OrgUnit",
      "Outline",
      "Overlap",
      "Period",
      "PlainDate",
      "Plan",
      "Prose",
      "Protection",
      "Publication",
      "Quantity",
      "Reading",
      "Registers",
      "Renderer",
      "Report",
      "Revision",
      "Rule",
      "RuleSet",
      "Schemas",
      "Sent",
      "Spelling",
      "Statement",
      "Submission",
      "Succession",
      "Sums",
      "Total",
      "UnitTable",
      "Validated",
      "Value",
      "ValueForm",
      "ValueText",
      "Wording",
      "WorkingDay",
    ])
  })

  it("@danvan/core/testing", async () => {
    expect(await names(import("@danvan/core/testing"))).toEqual(["arbitrary", "country", "laws", "territory"])
  })

  it("@danvan/registers", async () => {
    expect(await names(import("@danvan/registers"))).toEqual([
      "datedFacts",
      "indicators",
      "sources",
      "standard",
      "tayHo",
    ])
  })

  it("@danvan/intake", async () => {
    expect(await names(import("@danvan/intake"))).toEqual([
      "Checked",
      "Csv",
      "CsvText",
      "Encoding",
      "File",
      "Intake",
      "Json",
      "LegacyText",
      "Limits",
      "Marking",
      "Reader",
      "SubmissionText",
      "Table",
      "Template",
      "UnitList",
      "XlsxError",
      "mark",
      "read",
      "readUnits",
      "template",
      "templateText",
      "validateFiles",
    ])
  })

  it("@danvan/intake/testing", async () => {
    expect(await names(import("@danvan/intake/testing"))).toEqual(["arbitrary"])
  })

  it("@danvan/workbook", async () => {
    expect(await names(import("@danvan/workbook"))).toEqual([
      "Book",
      "Crc32",
      "Csv",
      "Geometry",
      "Looks",
      "Markup",
      "Notes",
      "Packing",
      "Place",
    ])
  })

  it("@danvan/findings", async () => {
    expect(await names(import("@danvan/findings"))).toEqual(["Neutral", "formats", "item"])
  })

  it("renderers", async () => {
    expect(await names(import("@danvan/render-json"))).toEqual(["json", "parse"])
    expect(await names(import("@danvan/render-html"))).toEqual(["html"])
    expect(await names(import("@danvan/render-pdf"))).toEqual(["pdf"])
    expect(await names(import("@danvan/render-pdf/worker"))).toEqual(["pdfWorker"])
    expect(await names(import("@danvan/render-docx"))).toEqual(["docx"])
    expect(await names(import("@danvan/render-tables"))).toEqual(["csv", "tablesOf", "xlsx"])
  })

  it("renderers are a list: options are bound by the factory", async () => {
    const [{ html }, { pdf }, { docx }, { json }, { csv, xlsx }] = await Promise.all([
      import("@danvan/render-html"),
      import("@danvan/render-pdf"),
      import("@danvan/render-docx"),
      import("@danvan/render-json"),
      import("@danvan/render-tables"),
    ])
    const list: ReadonlyArray<import("@danvan/document").Renderer> = [html(), pdf(), docx(), json(), xlsx(), csv("t")]
    expect(list.map(({ id, extension }) => [id, extension])).toEqual([
      ["html", "html"],
      ["pdf", "pdf"],
      ["docx", "docx"],
      ["json", "json"],
      ["xlsx", "xlsx"],
      ["csv", "csv"],
    ])
  })
})
