// What the command itself says, in both languages; what is said of data stands in core.
import type { Language } from "./Usage.ts"

/** The sentences of the command. */
export interface Sentences {
  readonly usage: string
  readonly commands: string
  readonly flags: string
  readonly example: string
  readonly exitCodes: string
  readonly codes: ReadonlyArray<readonly [code: string, about: string]>
  readonly more: string
  readonly purpose: string
  readonly notYet: string
  readonly seeHelp: (command: string) => string
  readonly noCommand: (found: string, near: string) => string
  readonly unknownFlag: (found: string, near: string) => string
  readonly noValue: (flag: string) => string
  readonly valueMissing: (flag: string, value: string) => string
  readonly notAChoice: (flag: string, found: string, choices: ReadonlyArray<string>) => string
  readonly twice: (flag: string) => string
  readonly tooFew: (takes: string, previous: boolean) => string
  readonly tooMany: (word: string) => string
  readonly flagMissing: (flag: string, value: string) => string
  readonly doesNotExist: (what: string) => string
  readonly catalogueUnknown: (id: string, shipped: string) => string
  readonly read: (n: number) => string
  readonly heldWritten: (n: number, folder: string) => string
  readonly markedWritten: (n: number, folder: string, obscured: number) => string
  readonly toMend: string
  readonly notForTerminal: string
  readonly omitted: (ids: ReadonlyArray<string>) => string
  readonly cannotWrite: (what: string, cause: string) => string
  readonly written: (file: string, bytes: number) => string
  readonly lost: (what: string) => string
  readonly noneOfKind: (kind: string) => string
  readonly made: (n: number, all: number) => string
  readonly madeAll: (n: number, all: number, folder: string) => string
  readonly notMade: (unit: string) => string
  readonly registerMade: (units: number, edges: number, successions: number) => string
  readonly registerNotMade: (errors: number) => string
  readonly notADay: (flag: string, found: string) => string
  readonly schemaUnknown: (found: string, names: ReadonlyArray<string>) => string
  readonly defect: (cause: string) => string
}

const maybe = (near: string, words: string): string => (near === "" ? "" : ` ${words} ${near}?`)

const vi: Sentences = {
  usage: "Cách dùng",
  commands: "Các lệnh",
  flags: "Tuỳ chọn",
  example: "Ví dụ",
  exitCodes: "Mã kết thúc",
  codes: [
    ["0", "không có lỗi"],
    ["1", "số liệu có lỗi, hoặc văn bản không lập được"],
    ["2", "gọi lệnh sai"],
    ["3", "có tệp không đọc được"],
    ["70", "lỗi của chính chương trình"],
  ],
  more: "Xem từng lệnh: danvan LỆNH --help",
  purpose: "danvan – kiểm tra, tổng hợp số liệu công tác dân vận và lập báo cáo",
  notYet: "(chưa có)",
  seeHelp: (command) => `Xem: danvan ${command === "" ? "" : `${command} `}--help`,
  noCommand: (found, near) => `Không có lệnh “${found}”.${maybe(near, "Có phải là")}`,
  unknownFlag: (found, near) => `Không có tuỳ chọn ${found}.${maybe(near === "" ? "" : `--${near}`, "Có phải là")}`,
  noValue: (flag) => `--${flag} không nhận giá trị.`,
  valueMissing: (flag, value) => `--${flag} thiếu giá trị (${value}).`,
  notAChoice: (flag, found, choices) => `--${flag} không nhận “${found}”; chọn một trong: ${choices.join(", ")}.`,
  twice: (flag) => `--${flag} được nêu hai lần.`,
  tooFew: (takes, previous) =>
    previous
      ? "Chưa nêu tệp nào: mọi tệp đứng sau --previous được coi là của kỳ trước. Nêu các tệp của kỳ này trước, rồi mới đến --previous."
      : `Chưa nêu ${takes}.`,
  tooMany: (word) => `Thừa “${word}”.`,
  flagMissing: (flag, value) => `Thiếu --${flag} ${value}.`,
  doesNotExist: (what) => `Chưa có ${what} trong phiên bản này.`,
  catalogueUnknown: (id, shipped) =>
    `Không có sẵn danh mục “${id}”. Nêu tệp danh mục bằng --catalogue, hoặc dùng danh mục có sẵn: ${shipped}.`,
  read: (n) => `Đã đọc ${n.toLocaleString("vi-VN")} báo cáo…`,
  heldWritten: (n, folder) => `Đã ghi vào ${folder}: ${n} báo cáo hoặc tệp bị giữ lại, kèm lỗi.`,
  markedWritten: (n, folder, obscured) =>
    `Đã ghi vào ${folder}: ${n} biểu có đánh dấu chỗ cần sửa.${obscured === 0 ? "" : ` Có ${obscured} lời nhắc quá dài hoặc bị che, xem đủ ở kết quả in ra.`}`,
  toMend: "Cần sửa",
  notForTerminal: "Tệp XLSX không in ra màn hình được; ghi vào tệp, ví dụ: danvan template … --to xlsx > bieu-mau.xlsx",
  omitted: (ids) => `Biểu không có dòng cho: ${ids.join(", ")} (danh mục chưa nêu các mức xếp loại).`,
  cannotWrite: (what, cause) => `Không ghi được ${what}: ${cause}.`,
  written: (file, bytes) => `Đã ghi ${file} (${Math.ceil(bytes / 1024)} kB).`,
  lost: (what) => `Không in được: ${what}`,
  noneOfKind: (kind) => `Không có đơn vị loại “${kind}” trực thuộc đơn vị nêu trong yêu cầu lập báo cáo, trong kỳ đó.`,
  made: (n, all) => `Đã lập ${n}/${all} báo cáo…`,
  madeAll: (n, all, folder) => `Đã lập ${n}/${all} báo cáo vào ${folder}.`,
  notMade: (unit) => `Không lập được trọn vẹn báo cáo của ${unit}:`,
  registerMade: (units, edges, successions) =>
    `Sổ đơn vị: ${units} đơn vị, ${edges} quan hệ trực thuộc, ${successions} việc sắp xếp.`,
  registerNotMade: (errors) =>
    errors === 0 ? "Danh sách không có đơn vị nào; chưa lập sổ." : `Còn ${errors} lỗi; chưa lập được sổ đơn vị.`,
  notADay: (flag, found) => `--${flag} không nhận “${found}”; ghi ngày dạng 2025-07-01.`,
  schemaUnknown: (found, names) => `Không có lược đồ “${found}”. Có: ${names.join(", ")}.`,
  defect: (cause) => `Lỗi của chính chương trình, không phải của số liệu; xin báo lại kèm các dòng sau.\n${cause}`,
}

const en: Sentences = {
  usage: "Usage",
  commands: "Commands",
  flags: "Options",
  example: "Example",
  exitCodes: "Exit codes",
  codes: [
    ["0", "no errors"],
    ["1", "errors in the data, or a document that could not be made"],
    ["2", "wrong usage"],
    ["3", "a file that cannot be read"],
    ["70", "a defect of the program itself"],
  ],
  more: "Each command: danvan COMMAND --help",
  purpose: "danvan – checks and brings together the figures of dân vận work, and makes the report",
  notYet: "(does not exist yet)",
  seeHelp: (command) => `See: danvan ${command === "" ? "" : `${command} `}--help`,
  noCommand: (found, near) => `There is no command “${found}”.${maybe(near, "Did you mean")}`,
  unknownFlag: (found, near) => `There is no option ${found}.${maybe(near === "" ? "" : `--${near}`, "Did you mean")}`,
  noValue: (flag) => `--${flag} takes no value.`,
  valueMissing: (flag, value) => `--${flag} needs a value (${value}).`,
  notAChoice: (flag, found, choices) => `--${flag} does not take “${found}”; choose one of: ${choices.join(", ")}.`,
  twice: (flag) => `--${flag} is given twice.`,
  tooFew: (takes, previous) =>
    previous
      ? "No file: every file behind --previous is taken for one of earlier periods. Name the files of this period first."
      : `${takes} is missing.`,
  tooMany: (word) => `“${word}” is one too many.`,
  flagMissing: (flag, value) => `--${flag} ${value} is missing.`,
  doesNotExist: (what) => `${what} does not exist yet in this version.`,
  catalogueUnknown: (id, shipped) =>
    `No catalogue “${id}” ships with this program. Name a file with --catalogue, or one that ships: ${shipped}.`,
  read: (n) => `${n.toLocaleString("en-GB")} submissions read…`,
  heldWritten: (n, folder) => `Wrote to ${folder}: submissions or files held back, with their issues: ${n}.`,
  markedWritten: (n, folder, obscured) =>
    `Wrote to ${folder}: tables with what is to be mended marked: ${n}.${obscured === 0 ? "" : ` Remarks too long or covered, to be read in full in the result: ${obscured}.`}`,
  toMend: "To mend",
  notForTerminal:
    "An XLSX file cannot be shown on a terminal; write it to a file: danvan template … --to xlsx > form.xlsx",
  omitted: (ids) => `The form has no rows for: ${ids.join(", ")} (the catalogue does not name their grades).`,
  cannotWrite: (what, cause) => `${what} cannot be written: ${cause}.`,
  written: (file, bytes) => `Wrote ${file} (${Math.ceil(bytes / 1024)} kB).`,
  lost: (what) => `Could not be printed: ${what}`,
  noneOfKind: (kind) => `There is no unit of kind “${kind}” below the subject of the request in that period.`,
  made: (n, all) => `Made ${n} of ${all} reports…`,
  madeAll: (n, all, folder) => `Made ${n} of ${all} reports in ${folder}.`,
  notMade: (unit) => `The report of ${unit} could not be made in full:`,
  registerMade: (units, edges, successions) =>
    `The register: units ${units}, units below others ${edges}, events ${successions}.`,
  registerNotMade: (errors) =>
    errors === 0 ? "The lists hold no unit; no register was made." : `Errors left: ${errors}; no register was made.`,
  notADay: (flag, found) => `--${flag} does not take “${found}”; write the day as 2025-07-01.`,
  schemaUnknown: (found, names) => `There is no schema “${found}”. There are: ${names.join(", ")}.`,
  defect: (cause) => `A defect of the program, not of the data; please report it with the lines below.\n${cause}`,
}

/** The sentences of a language. */
export const say = (lang: Language): Sentences => ({ vi, en })[lang]
