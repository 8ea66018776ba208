// The commands as data: what each takes, what it does, and an example that works. Arguments, help and completions are made
// from it, so that none of them can say something else.
import type { Terminal } from "./Terminal.ts"

/** Vietnamese or English. */
export type Language = "vi" | "en"

/** Words in both languages. */
export type Words = Readonly<Record<Language, string>>

/** A flag. Without `value` it is yes or no; `many` takes every word up to the next flag. */
export interface Flag {
  readonly name: string
  readonly value?: string
  readonly many?: boolean
  readonly choices?: ReadonlyArray<string>
  /** Whether the command cannot do without it. */
  readonly needed?: boolean
  readonly about: Words
}

/** What stood on the command line, checked against the command. */
export interface Asked {
  readonly words: ReadonlyArray<string>
  readonly lang: Language
  readonly one: (flag: string) => string | undefined
  readonly all: (flag: string) => ReadonlyArray<string>
}

/** A command. `run` is loaded when it is called; null while it does not exist yet. */
export interface Command {
  readonly name: string
  readonly takes: string
  /** How many words it needs. */
  readonly least: number
  readonly most: number
  readonly about: Words
  readonly flags: ReadonlyArray<Flag>
  readonly example: { readonly line: string; readonly about: Words }
  readonly run: (() => Promise<(asked: Asked, terminal: Terminal) => Promise<number>>) | null
}

const lang: Flag = {
  name: "lang",
  value: "vi|en",
  choices: ["vi", "en"],
  about: { vi: "ngôn ngữ: tiếng Việt (mặc định) hoặc tiếng Anh", en: "language: Vietnamese (the default) or English" },
}
const org: Flag = {
  name: "org",
  value: "F",
  needed: true,
  about: { vi: "tệp sổ đơn vị (danvan/organisations@0)", en: "the register of organisations (danvan/organisations@0)" },
}
const catalogue: Flag = {
  name: "catalogue",
  value: "F|ID",
  about: {
    vi: "tệp danh mục chỉ tiêu, hoặc mã danh mục có sẵn; nếu không nêu thì theo mã ghi trong báo cáo, không có nữa thì danvan-standard",
    en: "a catalogue's file, or the id of one that ships; by default the id that the submissions name, else danvan-standard",
  },
}
const subject: Flag = {
  name: "subject",
  value: "ID",
  needed: true,
  about: { vi: "mã đơn vị", en: "the unit's id" },
}
const period: Flag = {
  name: "period",
  value: "P",
  needed: true,
  about: { vi: "kỳ báo cáo, như 2022-H1", en: "the period, such as 2022-H1" },
}
const previous: Flag = {
  name: "previous",
  value: "F…",
  many: true,
  about: {
    vi: "báo cáo các kỳ trước, để so sánh; không tính vào kỳ này",
    en: "submissions of earlier periods, to compare with; they do not count",
  },
}
const wording: Flag = {
  name: "wording",
  value: "F",
  about: { vi: "lời văn riêng của cơ quan (danvan/wording@0)", en: "an office's own wording (danvan/wording@0)" },
}
const columns: Flag = {
  name: "columns",
  value: "F",
  about: {
    vi: "tiêu đề và ký hiệu trong biểu của đơn vị có nghĩa gì (danvan/columns@0)",
    en: "what the headings and signs of the units' own tables mean (danvan/columns@0)",
  },
}
const limit: Flag = {
  name: "limit",
  value: "NAME=N…",
  many: true,
  about: {
    vi: "giới hạn của tệp, như rows=500000: bytes, line-bytes, submissions, rows, columns, cells, cell-length, sheets, inflation",
    en: "what a file may cost, such as rows=500000: bytes, line-bytes, submissions, rows, columns, cells, cell-length, sheets, inflation",
  },
}
const format: Flag = {
  name: "format",
  value: "text|json|ndjson|sarif|junit|github",
  choices: ["text", "json", "ndjson", "sarif", "junit", "github"],
  about: { vi: "dạng kết quả", en: "the format of the findings" },
}
const outlines: Flag = {
  name: "outlines",
  value: "F",
  about: {
    vi: "đề cương báo cáo riêng của cơ quan (danvan/outlines@0)",
    en: "an office's own outlines of reports (danvan/outlines@0)",
  },
}
// For what tables do not say themselves.
const ofTables: ReadonlyArray<Flag> = [
  {
    name: "subject",
    value: "ID",
    about: { vi: "biểu không ghi đơn vị thì là của đơn vị này", en: "the unit of tables that name none" },
  },
  {
    name: "period",
    value: "P",
    about: { vi: "biểu không ghi kỳ thì là của kỳ này, như 2022-H1", en: "the period of tables that name none" },
  },
  columns,
  limit,
]
const registers = [org, catalogue]

/** Every command, in the order in which the work is done. */
export const commands: ReadonlyArray<Command> = [
  {
    name: "validate",
    takes: "F…|-",
    least: 1,
    most: Infinity,
    about: {
      vi: "kiểm tra báo cáo các đơn vị gửi; nêu đủ mọi lỗi, đúng chỗ, kèm cách sửa",
      en: "checks what units sent; names every fault, its place and its cure",
    },
    flags: [
      ...registers,
      ...ofTables,
      previous,
      format,
      {
        name: "held",
        value: "DIR",
        about: {
          vi: "ghi những báo cáo, biểu bị giữ lại vào thư mục này, nguyên như đã gửi, kèm lỗi",
          en: "writes what was held back here, as it came, with its issues",
        },
      },
      {
        name: "marked",
        value: "DIR",
        about: {
          vi: "ghi biểu XLSX, CSV của người gửi vào thư mục này, có đánh dấu chỗ cần sửa",
          en: "writes the senders' XLSX and CSV files here, marked",
        },
      },
      wording,
    ],
    example: {
      line: "danvan validate submissions/*.json --org organisations.json --catalogue catalogue.json",
      about: { vi: "kiểm tra cả thư mục báo cáo", en: "check a folder of submissions" },
    },
    run: async () => (await import("./commands/validate.ts")).validate,
  },
  {
    name: "aggregate",
    takes: "F…",
    least: 1,
    most: Infinity,
    about: {
      vi: "tổng hợp số liệu của một đơn vị trong một kỳ, in ra JSON chuẩn",
      en: "brings together the figures of a unit in a period, as canonical JSON",
    },
    flags: [
      ...registers,
      subject,
      period,
      columns,
      limit,
      {
        name: "map",
        value: "then|now|DATE",
        about: {
          vi: "theo địa giới ngày nào: cuối kỳ (then), sổ đơn vị hiện nay (now), hoặc một ngày",
          en: "the map of which day: the period's end (then), as the register knows it (now), or a day",
        },
      },
      {
        name: "engine",
        value: "kernel|duckdb",
        choices: ["kernel", "duckdb"],
        about: { vi: "cách tính; nay mới có: kernel", en: "how it is computed; so far: kernel" },
      },
    ],
    example: {
      line: "danvan aggregate submissions/*.json --org organisations.json --catalogue catalogue.json --subject tay-ho-district-1996 --period 2022-H1",
      about: { vi: "số toàn quận, 6 tháng đầu năm", en: "the district's figures of the first half-year" },
    },
    run: async () => (await import("./commands/aggregate.ts")).aggregate,
  },
  {
    name: "report",
    takes: "F…",
    least: 1,
    most: Infinity,
    about: { vi: "lập báo cáo đúng thể thức", en: "makes a report in the official form" },
    flags: [
      ...registers,
      {
        name: "request",
        value: "F",
        needed: true,
        about: { vi: "yêu cầu lập báo cáo (danvan/report@0)", en: "what report is wanted (danvan/report@0)" },
      },
      outlines,
      previous,
      columns,
      limit,
      {
        name: "to",
        value: "pdf,docx,html,json,xlsx,csv",
        needed: true,
        about: {
          vi: "các định dạng, cách nhau bằng dấu phẩy; xlsx và csv chỉ gồm các bảng, csv mỗi bảng một tệp",
          en: "the formats, with commas between them; xlsx and csv are the tables alone, csv a file for each",
        },
      },
      { name: "out", value: "DIR", needed: true, about: { vi: "thư mục để ghi", en: "the folder to write to" } },
      {
        name: "each",
        value: "KIND",
        about: {
          vi: "mỗi đơn vị loại này (như ward) một báo cáo, theo cùng một yêu cầu; tệp mang mã đơn vị",
          en: "a report for every unit of this kind (such as ward), by the same request; files bear the unit's id",
        },
      },
    ],
    example: {
      line: "danvan report submissions/*.json --org organisations.json --catalogue catalogue.json --request report.json --to pdf,html --out out",
      about: { vi: "báo cáo ở dạng PDF và HTML", en: "the report as PDF and HTML" },
    },
    run: async () => (await import("./commands/report.ts")).report,
  },
  {
    name: "explain",
    takes: "F…",
    least: 1,
    most: Infinity,
    about: {
      vi: "một con số từ đâu ra, tới tận báo cáo của từng đơn vị",
      en: "how a number came about, down to the submissions",
    },
    flags: [
      ...registers,
      subject,
      period,
      columns,
      limit,
      { name: "indicator", value: "ID", needed: true, about: { vi: "mã chỉ tiêu", en: "the indicator's id" } },
    ],
    example: {
      line: "danvan explain submissions/*.json --org organisations.json --catalogue catalogue.json --subject tay-ho-district-1996 --period 2022-H1 --indicator dialogue.turns",
      about: { vi: "số lượt người đối thoại cộng từ đâu", en: "where the turns of dialogue come from" },
    },
    run: async () => (await import("./commands/explain.ts")).explain,
  },
  {
    name: "template",
    takes: "",
    least: 0,
    most: 0,
    about: { vi: "biểu mẫu trống để đơn vị điền", en: "a blank form for units to fill" },
    flags: [
      ...registers,
      subject,
      period,
      {
        name: "to",
        value: "xlsx|csv",
        choices: ["xlsx", "csv"],
        needed: true,
        about: { vi: "định dạng", en: "the format" },
      },
      {
        ...previous,
        about: {
          vi: "báo cáo các kỳ trước, để in số kỳ trước bên cạnh",
          en: "submissions of earlier periods, whose figures are shown beside",
        },
      },
    ],
    example: {
      line: "danvan template --org organisations.json --catalogue catalogue.json --subject buoi-ward-1996 --period 2022-H1 --to xlsx > bieu-mau.xlsx",
      about: { vi: "biểu mẫu của một phường", en: "a ward's form" },
    },
    run: async () => (await import("./commands/template.ts")).template,
  },
  {
    name: "register",
    takes: "F…|-",
    least: 1,
    most: Infinity,
    about: {
      vi: "lập sổ đơn vị từ danh sách đơn vị, danh sách sắp xếp (XLSX, CSV)",
      en: "makes a register of organisations from lists of units and of what became of them (XLSX, CSV)",
    },
    flags: [
      {
        ...org,
        needed: false,
        about: { vi: "sổ đơn vị đã có, để ghi tiếp vào", en: "a register that there is, to go on from" },
      },
      {
        name: "columns",
        value: "F",
        about: {
          vi: "tiêu đề và từ ngữ trong danh sách có nghĩa gì (danvan/unit-columns@0)",
          en: "what the headings and words of the lists mean (danvan/unit-columns@0)",
        },
      },
      {
        name: "date",
        value: "DATE",
        about: {
          vi: "ngày hiệu lực, nếu danh sách không ghi, như 2025-07-01",
          en: "the day on which it takes effect, where lists do not say, such as 2025-07-01",
        },
      },
      {
        name: "decree",
        value: "TEXT",
        about: { vi: "văn bản, nếu danh sách không ghi", en: "the document, where lists do not say" },
      },
      {
        name: "as-of",
        value: "DATE",
        about: { vi: "sổ được tính đến ngày nào", en: "the day up to which the register knows" },
      },
      {
        name: "into",
        value: "F",
        about: {
          vi: "ghi sổ đơn vị vào tệp này, nếu không có lỗi",
          en: "writes the register here, where there is no error",
        },
      },
      format,
      limit,
      wording,
    ],
    example: {
      line: "danvan register truoc-sap-xep.csv sap-xep.xlsx --into organisations.json",
      about: { vi: "danh sách trước sắp xếp và phụ lục nghị quyết", en: "the units before, and a resolution's annex" },
    },
    run: async () => (await import("./commands/register.ts")).register,
  },
  {
    name: "form",
    takes: "F.pdf|F.docx",
    least: 1,
    most: 1,
    about: { vi: "đo một văn bản đã xong theo thể thức", en: "measures a finished document against the rules" },
    flags: [{ name: "form", value: "ID", about: { vi: "mã mẫu văn bản", en: "the form's id" } }],
    example: { line: "danvan form bao-cao.pdf", about: { vi: "đo bản PDF", en: "measure a PDF" } },
    run: null,
  },
  {
    name: "intake",
    takes: "F.pdf",
    least: 1,
    most: 1,
    about: { vi: "lấy dữ liệu mà bản PDF mang theo", en: "the data that a PDF carries" },
    flags: registers.map((flag) => ({ ...flag, needed: false })),
    example: { line: "danvan intake bao-cao.pdf", about: { vi: "lấy lại số liệu", en: "get the data back" } },
    run: null,
  },
  {
    name: "figure",
    takes: "TEXT…|-",
    least: 1,
    most: Infinity,
    about: {
      vi: "đọc các con số viết bằng chữ thường ngày; mỗi đoạn một dòng JSON",
      en: "reads figures as people write them; a line of JSON for each text",
    },
    flags: [],
    example: {
      line: 'danvan figure "trên 2,5 tỷ đồng" "khoảng 1.500 lượt người"',
      about: { vi: "hai đoạn, hai dòng", en: "two texts, two lines" },
    },
    run: async () => (await import("./commands/figure.ts")).figure,
  },
  {
    name: "schema",
    takes: "NAME",
    least: 1,
    most: 1,
    about: { vi: "in JSON Schema của một định dạng tệp", en: "prints the JSON Schema of a format" },
    flags: [],
    example: {
      line: "danvan schema submission",
      about: { vi: "lược đồ của báo cáo gửi lên", en: "the schema of submissions" },
    },
    run: async () => (await import("./commands/schema.ts")).schema,
  },
]

/** Flags that every command has. */
export const everywhere: ReadonlyArray<Flag> = [lang, { name: "help", about: { vi: "hướng dẫn này", en: "this help" } }]

/** Flags of `danvan` without a command. */
export const alone: ReadonlyArray<Flag> = [
  { name: "version", about: { vi: "số phiên bản", en: "the version" } },
  {
    name: "completions",
    value: "bash|zsh|fish",
    choices: ["bash", "zsh", "fish"],
    about: { vi: "in phần gợi ý lệnh cho shell", en: "prints completions for a shell" },
  },
]
