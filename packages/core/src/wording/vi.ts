// Every sentence in Vietnamese. Findings say what was found, with the numbers they were decided on, and how to mend it.
import type { Params } from "../vocabulary/Issue.ts"
import * as Period from "../vocabulary/Period.ts"
import * as PlainDate from "../vocabulary/PlainDate.ts"
import type { Unread } from "../vocabulary/Value.ts"
import { foreignLetter, shares, text as t, type Words } from "./Words.ts"

// A letter of another alphabet looks the same and is not: then the two names look equal, and the letter must be named.
const near = (p: Params, name?: string): string => {
  const [letter, code] = name === undefined ? ["", ""] : foreignLetter(t(p, name))
  const foreign = letter === "" ? "" : ` Chữ “${letter}” (${code}) không phải chữ La-tinh, chỉ trông giống.`
  return t(p, "near") === "" ? "" : ` Có phải là “${t(p, "near")}”?${foreign}`
}

// Each in quotation marks, because a reading may hold a comma itself.
const eachOf = (p: Params): string => {
  const all = p["readings"]
  return (Array.isArray(all) ? all : [all]).map((one) => `“${String(one)}”`).join(" hoặc ")
}

const eventNames: Record<string, string> = {
  merge: "sáp nhập",
  split: "chia tách",
  transfer: "điều chỉnh một phần",
  rename: "đổi tên",
  dissolve: "giải thể",
}
const eventName = (p: Params): string => eventNames[t(p, "kind")] ?? t(p, "kind")
// A day as offices write it.
const d = (p: Params, key = "date"): string => {
  const day = t(p, key)
  if (day === "") return "bất kỳ"
  return PlainDate.isPlainDate(day) ? PlainDate.toText(day) : day
}

const kindNames: Record<string, string> = {
  flow: "số phát sinh trong kỳ (số nguyên)",
  stock: "số hiện có (số nguyên)",
  campaign: "số đăng ký trong năm (số nguyên)",
  share: "tỷ số x/y",
  attainment: "tỷ số thực hiện/kế hoạch",
  rate: "tỷ lệ phần trăm dạng chuỗi",
  grade: "số lượng theo từng mức xếp loại",
  flag: "có/không",
  distinct: "số người không trùng lặp (số nguyên)",
  text: "văn bản",
}
const kindOf = (p: Params): string => kindNames[t(p, "kind")] ?? t(p, "kind")
const kindsOf = (p: Params): string =>
  t(p, "kinds")
    .split(", ")
    .map((kind) => kindNames[kind] ?? kind)
    .join("; ")

// Place in a text.
const at = (p: Params, said: string): string =>
  t(p, "line") === ""
    ? said.charAt(0).toUpperCase() + said.slice(1)
    : `Dòng ${t(p, "line")}, cột ${t(p, "column")}: ${said}`

const expectedInText: Record<string, string> = {
  value: "một giá trị",
  key: "tên khoá trong dấu nháy kép",
  colon: "dấu hai chấm",
  "comma-or-brace": "dấu phẩy hoặc dấu đóng ngoặc nhọn }",
  "comma-or-bracket": "dấu phẩy hoặc dấu đóng ngoặc vuông ]",
  quote: "dấu nháy kép kết thúc chuỗi trên cùng một dòng",
  escape: "một ký hiệu hợp lệ sau dấu gạch chéo ngược",
  digit: "một chữ số",
  end: "hết văn bản",
}
const foundInText = (p: Params): string =>
  t(p, "found") === "" ? "văn bản đã hết (có thể tệp bị cắt ngang)" : `gặp ${JSON.stringify(t(p, "found"))}`

// Why a file of another kind is not read, and what to do: by its kind.
const formats: Record<string, readonly [message: string, fix: string]> = {
  "xls-or-locked": [
    "Tệp là Excel đời cũ (.xls) hoặc là tệp .xlsx có mật khẩu",
    "Bỏ mật khẩu, hoặc mở bằng Excel hay LibreOffice rồi lưu lại thành .xlsx.",
  ],
  xlsb: ["Sổ tính ở dạng nhị phân .xlsb", "Lưu lại thành .xlsx rồi gửi lại."],
  ods: ["Tệp là sổ tính OpenDocument (.ods)", "Lưu lại thành .xlsx rồi gửi lại."],
  docx: ["Tệp là văn bản Word (.docx), không phải biểu số liệu", "Gửi số liệu bằng .xlsx, .csv hoặc JSON."],
  pdf: ["Tệp là PDF, không phải biểu số liệu", "Gửi tệp gốc .xlsx, .csv hoặc JSON mà từ đó đã in ra PDF."],
  html: [
    "Tệp là trang web (HTML), có thể do một phần mềm xuất ra dưới tên .xls",
    "Mở bằng Excel hay LibreOffice rồi lưu lại thành .xlsx.",
  ],
  xml: ["Tệp là XML, không phải biểu số liệu", "Mở bằng Excel hay LibreOffice rồi lưu lại thành .xlsx."],
  rtf: ["Tệp là văn bản RTF, không phải biểu số liệu", "Gửi số liệu bằng .xlsx, .csv hoặc JSON."],
  image: ["Tệp là hình ảnh, không phải biểu số liệu", "Gửi tệp gốc .xlsx, .csv hoặc JSON, không gửi ảnh chụp."],
  archive: ["Tệp là tệp nén", "Giải nén rồi gửi từng tệp bên trong."],
  binary: ["Tệp là dữ liệu nhị phân không rõ loại", "Gửi số liệu bằng .xlsx, .csv hoặc JSON."],
}
const formatOf = (p: Params): readonly [string, string] =>
  formats[t(p, "found")] ?? [`Không đọc được loại tệp “${t(p, "found")}”`, "Gửi số liệu bằng .xlsx, .csv hoặc JSON."]

const limitNames: Record<string, string> = {
  bytes: "số byte của tệp",
  rows: "số dòng",
  columns: "số cột",
  cells: "số ô có nội dung",
  "cell-length": "số ký tự của một ô",
  depth: "số cấp lồng nhau",
  sheets: "số trang tính",
  submissions: "số báo cáo trong tệp",
  "line-bytes": "số byte của một dòng",
  inflation: "dung lượng sau khi giải nén",
}

// A cause names a code and perhaps a part of the file; what is no matter of cutting or packing stays as it is named.
const damageOf = (p: Params): string =>
  t(p, "cause") === "zip.not-zip"
    ? "bị cắt ngang hoặc bị hỏng: không thấy phần kết của tệp"
    : `bị hỏng hoặc bị cắt ngang (${t(p, "cause")})`

const fileCauses: Record<string, string> = {
  ENOENT: "không có tệp này",
  EACCES: "không được phép đọc",
  EISDIR: "đây là thư mục, không phải tệp",
}

const inertNames: Record<string, string> = {
  macros: "macro",
  "external-links": "liên kết tới tệp khác",
  connections: "kết nối dữ liệu",
  "embedded-objects": "đối tượng nhúng",
  signature: "chữ ký số",
}

const spans: Record<string, string> = {
  month: "tháng",
  quarter: "quý",
  half: "6 tháng",
  "nine-months": "9 tháng",
  "eleven-months": "11 tháng",
  year: "năm",
}
const spansOf = (p: Params, key: string): string =>
  t(p, key)
    .split(", ")
    .map((one) => spans[one] ?? one)
    .join(", ")

const problems: Readonly<Record<string, string>> & Readonly<Record<Unread["problem"], string>> = {
  "figure.none": "không thấy con số nào",
  "figure.not-alone": "ngoài con số còn có chữ hoặc con số khác",
  "figure.range": "là một khoảng từ số này đến số kia",
  "figure.unit-differs": "đơn vị tính khác với đơn vị tính của chỉ tiêu",
  "figure.too-precise": "có nhiều chữ số thập phân hơn chỉ tiêu cho phép",
  "figure.too-large": "con số quá lớn",
  "figure.vague": "chỉ nói áng chừng, không có con số",
  "figure.malformed": "viết không đúng cách viết số",
  "figure.numeral-differs": "số viết bằng chữ và bằng chữ số khác nhau",
  "figure.numeral-ambiguous": "số viết bằng chữ có thể hiểu theo hai cách",
  "figure.separator-ambiguous": "dấu chấm, dấu phẩy trong số có thể hiểu theo hai cách",
  "figure.date-ambiguous": "có thể là ngày tháng, có thể là con số",
  "figure.symbol-ambiguous": "có thể là số, ký hiệu văn bản, có thể là con số",
  "figure.times-ambiguous": "“tăng … lần” có thể hiểu theo hai cách",
  "figure.change-ambiguous": "mức tăng, giảm có thể là phần trăm, có thể là điểm phần trăm",
  "figure.qualifier-ambiguous": "từ đứng trước con số có thể hiểu theo hai cách",
  "cell.symbol": "ký hiệu này có thể là “không phát sinh”, “chưa có số liệu” hoặc “không thuộc phạm vi”",
  "cell.kind": "loại nội dung của ô không hợp với chỉ tiêu",
  "cell.not-ratio": "cần hai số dạng x/y",
  "cell.not-flag": "cần “có” hoặc “không”",
  "list.not-exact": "số của phần chuyển đi phải là số chính xác, không phải số ước chừng",
}
const problemOf = (p: Params): string => problems[t(p, "problem")] ?? "không đọc được thành một con số"

const columnNames: Record<string, string> = {
  name: "tên đơn vị",
  kind: "loại đơn vị",
  code: "mã đơn vị",
  id: "mã trong sổ",
  parent: "đơn vị cấp trên",
  from: "ngày bắt đầu",
  to: "ngày kết thúc",
  "old.name": "đơn vị cũ",
  "old.kind": "loại của đơn vị cũ",
  "old.code": "mã của đơn vị cũ",
  "old.id": "mã trong sổ của đơn vị cũ",
  "old.parent": "đơn vị cấp trên cũ",
  "old.population": "dân số của đơn vị cũ",
  "old.households": "số hộ của đơn vị cũ",
  "old.area": "diện tích của đơn vị cũ",
  "new.name": "đơn vị mới",
  "new.kind": "loại của đơn vị mới",
  "new.code": "mã của đơn vị mới",
  "new.id": "mã trong sổ của đơn vị mới",
  "new.parent": "đơn vị cấp trên mới",
  extent: "phạm vi (toàn bộ, một phần)",
  event: "hình thức sắp xếp",
  date: "ngày hiệu lực",
  decree: "văn bản",
  "moved.population": "dân số chuyển đi",
  "moved.households": "số hộ chuyển đi",
  "moved.area": "diện tích chuyển đi",
  ordinal: "số thứ tự",
}
const columnName = (p: Params): string => columnNames[t(p, "column")] ?? t(p, "column")

/** Tiếng Việt. */
export const vi: Words = {
  issues: {
    "json.malformed": (p) => ({
      message: at(
        p,
        `JSON viết sai, cần ${expectedInText[t(p, "expected")] ?? t(p, "expected")} nhưng ${foundInText(p)}; không đọc được báo cáo.`,
      ),
      fix: "Sửa tại chỗ đã nêu rồi gửi lại.",
    }),
    "json.key-repeated": (p) => ({
      message: at(p, `khoá “${t(p, "key")}” được ghi nhiều lần; không biết lấy giá trị nào.`),
      fix: "Giữ lại một khoá, xoá các khoá kia.",
    }),
    "json.key-reserved": (p) => ({
      message: at(p, `không được đặt tên khoá là “${t(p, "key")}”.`),
      fix: "Xoá khoá này hoặc đổi tên.",
    }),
    "json.digits-lost": (p) => ({
      message: at(
        p,
        `số ${t(p, "found")} có nhiều chữ số hơn máy giữ được, sẽ bị đọc thành ${t(p, "kept")}; không dùng số này.`,
      ),
      fix: "Kiểm tra lại số; ghi số nguyên không quá 9.007.199.254.740.991.",
    }),
    "input.not-object": (p) => ({
      message: `Đầu vào không phải là một báo cáo (đối tượng JSON) mà là ${t(p, "found")}.`,
      fix: "Gửi mỗi báo cáo là một đối tượng JSON theo lược đồ danvan/submission@0.",
    }),
    "input.schema-unknown": (p) => ({
      message: `Lược đồ ${t(p, "found")} không được hỗ trợ hoặc chưa ghi.`,
      fix: 'Ghi "schema": "danvan/submission@0".',
    }),
    "input.too-deep": (p) => ({
      message: `Dữ liệu lồng nhau quá ${t(p, "limit")} cấp.`,
      fix: "Gửi báo cáo đúng lược đồ danvan/submission@0.",
    }),
    "text.not-nfc": () => ({
      message: "Văn bản viết theo Unicode tổ hợp (chưa phải NFC); đã đọc theo dạng dựng sẵn.",
      fix: "Không phải sửa; nếu được, chọn bảng mã Unicode dựng sẵn khi gõ.",
    }),
    "key.collision": (p) => ({
      message: `Hai khoá khác nhau về mã nhưng cùng đọc là “${t(p, "key")}”; không biết lấy giá trị nào.`,
      fix: "Giữ lại một khoá, xoá khoá kia.",
    }),
    "key.unknown": (p) => ({
      message: `Không có khoá “${t(p, "key")}” trong lược đồ.${near(p, "key")}`,
      fix: "Sửa tên khoá hoặc chuyển nội dung riêng vào “meta”.",
    }),
    "key.missing": (p) => ({
      message: `Thiếu khoá bắt buộc “${t(p, "key")}”.`,
      fix: `Bổ sung “${t(p, "key")}”.`,
    }),
    "type.wrong": (p) => ({
      message: `Sai kiểu dữ liệu: cần ${t(p, "expected")}, nhận được ${t(p, "found")}.`,
      fix: `Ghi lại theo kiểu ${t(p, "expected")}.`,
    }),
    "choice.unknown": (p) => ({
      message: `Giá trị ${t(p, "found")} không nằm trong các giá trị được dùng: ${t(p, "allowed")}.`,
      fix: `Chọn một trong: ${t(p, "allowed")}.`,
    }),
    "file.empty": () => ({ message: "Tệp không có số liệu nào.", fix: "Kiểm tra tệp rồi gửi lại." }),
    "file.format-unsupported": (p) => ({ message: `${formatOf(p)[0]}; chưa đọc.`, fix: formatOf(p)[1] }),
    "file.damaged": (p) => ({
      message: `Tệp ${t(p, "format").toUpperCase()} ${damageOf(p)}; chưa đọc.`,
      fix: "Mở lại tệp gốc, lưu lại rồi gửi lại.",
    }),
    "file.limit-exceeded": (p) => ({
      message: `Tệp vượt giới hạn ${limitNames[t(p, "what")] ?? t(p, "what")}: ${t(p, "limit")}${t(p, "found") === "" ? "" : ` (gặp ${t(p, "found")})`}.`,
      fix: "Chia nhỏ tệp hoặc xoá phần thừa; nếu tệp đúng là lớn như vậy, đề nghị nơi nhận nâng giới hạn.",
    }),
    "file.inert": (p) => ({
      message: `Sổ tính có ${t(p, "what")
        .split(", ")
        .map((one) => inertNames[one] ?? one)
        .join(", ")}; không mở, không chạy; chỉ đọc các ô.`,
      fix: "Bỏ đi nếu không cần; kiểm tra nếu không rõ từ đâu có.",
    }),
    "encoding.unsupported": (p) => ({
      message:
        t(p, "found") === ""
          ? "Tệp không phải UTF-8 và không nhận ra được bảng mã; chưa đọc."
          : `Tệp không phải UTF-8 mà là ${t(p, "found")}; chưa đọc.`,
      fix: "Lưu lại tệp bằng UTF-8 (trong Excel: “CSV UTF-8”) rồi gửi lại.",
    }),
    "encoding.converted": (p) => ({
      message: `Tệp dùng bảng mã ${t(p, "found")}; đã đọc theo bảng mã đó.`,
      fix: "Không phải sửa; nếu được, lưu tệp bằng UTF-8.",
    }),
    "encoding.legacy-font": (p) => ({
      message: `Chữ viết bằng bảng mã cũ ${t(p, "found")}: “${t(p, "text")}” có lẽ là “${t(p, "reading")}”. Chưa tự chuyển mã.`,
      fix: "Chuyển tệp sang Unicode (bằng công cụ chuyển mã của bộ gõ), kiểm tra lại rồi gửi lại.",
    }),
    "csv.quote-unclosed": () => ({
      message: "Dấu ngoặc kép mở ở đây không được đóng; phần còn lại của tệp bị coi là một ô.",
      fix: 'Thêm dấu " đóng ô này; dấu " trong nội dung ô phải viết thành "".',
    }),
    "csv.quote-stray": (p) => ({
      message: `Dấu ngoặc kép đứng giữa ô “${t(p, "text")}”; đã giữ nguyên.`,
      fix: 'Nếu là nội dung thì đặt cả ô trong ngoặc kép và viết "" cho mỗi dấu ".',
    }),
    "table.head-missing": (p) => ({
      message: `Không tìm thấy dòng tiêu đề có tên chỉ tiêu${t(p, "looked") === "" ? "" : `; các ô đã xem: ${t(p, "looked")}`}.${near(p)}`,
      fix: "Ghi mã hoặc tên chỉ tiêu đúng như danh mục ở dòng tiêu đề, hoặc kèm tệp danvan/columns@0.",
    }),
    "table.period-missing": () => ({
      message: "Biểu không cho biết số liệu của kỳ nào.",
      fix: "Thêm cột “Kỳ báo cáo”, hoặc cho biết kỳ khi đọc tệp, ví dụ 2022-H1.",
    }),
    "table.subject-missing": () => ({
      message: "Biểu không cho biết số liệu của đơn vị nào.",
      fix: "Thêm cột “Đơn vị”, hoặc cho biết đơn vị khi đọc tệp.",
    }),
    "table.sheet-skipped": (p) => ({
      message: `Không đọc trang tính “${t(p, "sheet")}”: ${t(p, "why") === "hidden" ? "trang bị ẩn" : "không có số liệu theo danh mục"}.`,
      fix: "Không phải sửa, nếu trang này không có số liệu báo cáo.",
    }),
    "table.hidden": (p) => ({
      message: `Biểu có ${t(p, "count")} ${t(p, "what") === "rows" ? "dòng" : "cột"} bị ẩn: ${t(p, "which")}; số liệu ở đó vẫn được đọc.`,
      fix: "Bỏ ẩn để kiểm tra; xoá nếu không thuộc báo cáo.",
    }),
    "table.total-differs": (p) => ({
      message: `Biểu ghi tổng là ${t(p, "total")}, cộng lại là ${t(p, "sum")}. Số tổng ghi trong biểu không được dùng.`,
      fix: "Kiểm tra các số và số tổng.",
    }),
    "heading.unknown": (p) => ({
      message: `Tiêu đề “${t(p, "heading")}” không ứng với chỉ tiêu nào; số liệu dưới tiêu đề này chưa được đọc.${near(p, "heading")}`,
      fix: "Sửa tiêu đề theo mã hoặc tên chỉ tiêu, hoặc khai trong tệp danvan/columns@0 (null nếu bỏ qua).",
    }),
    "heading.ambiguous": (p) => ({
      message: `Tiêu đề “${t(p, "heading")}” có thể là: ${eachOf(p)}; số liệu chưa được đọc.`,
      fix: "Ghi mã chỉ tiêu, hoặc khai tiêu đề này trong tệp danvan/columns@0.",
    }),
    "heading.repeated": (p) => ({
      message: `Tiêu đề “${t(p, "heading")}” chỉ cùng chuỗi số liệu ${t(p, "series")} với ${t(p, "other")}; không biết lấy số nào.`,
      fix: "Giữ lại một, hoặc sửa tiêu đề.",
    }),
    "row.unit-missing": () => ({
      message: "Dòng có số liệu nhưng không ghi đơn vị.",
      fix: "Ghi tên hoặc mã đơn vị ở đầu dòng.",
    }),
    "row.unit-unknown": (p) => ({
      message: `Không có đơn vị “${t(p, "found")}” trong sổ đơn vị; dòng này chưa được đọc.${near(p, "found")}`,
      fix: "Sửa tên đơn vị theo sổ đơn vị, hoặc khai tên này trong tệp danvan/columns@0.",
    }),
    "row.unit-ambiguous": (p) => ({
      message: `“${t(p, "found")}” có thể là: ${eachOf(p)}; dòng này chưa được đọc.`,
      fix: "Ghi mã đơn vị hoặc tên đầy đủ.",
    }),
    "row.unit-above": (p) => ({
      message: `“${t(p, "found")}” là cấp trên của đơn vị khác trong biểu, mà số ghi ở đây không bằng tổng của các đơn vị đó: không rõ là số riêng hay số tổng. Chưa đọc số này.`,
      fix: "Nếu là số tổng thì ghi “Tổng cộng”; nếu là số riêng thì gửi bằng một biểu riêng.",
    }),
    "cell.date": (p) => ({
      message: `Ô này là một ngày (${t(p, "shown")}), không phải số liệu${t(p, "readings") === "" ? "" : `; Excel có thể đã đổi tỷ số thành ngày, số gốc có thể là: ${eachOf(p)}`}.`,
      fix: "Định dạng cột là văn bản (Text) rồi gõ lại.",
    }),
    "cell.ambiguous": (p) => ({
      message: `“${t(p, "text")}” có nhiều cách hiểu: ${eachOf(p)}.`,
      fix: "Viết lại cho rõ: dấu chấm ngăn hàng nghìn, dấu phẩy trước phần thập phân.",
    }),
    "cell.unread": (p) => ({
      message: `Không đọc được “${t(p, "text")}” theo đơn vị tính “${t(p, "unit")}”: ${problemOf(p)}.`,
      fix:
        t(p, "problem") === "cell.symbol"
          ? "Ghi “không phát sinh” nếu không có gì; để trống nếu chưa có số liệu; hoặc khai ký hiệu này trong tệp danvan/columns@0."
          : "Ghi một con số, theo đúng đơn vị tính của chỉ tiêu.",
    }),
    "cell.error": (p) => ({
      message: `Ô có lỗi công thức ${t(p, "found")}.`,
      fix: "Sửa công thức, hoặc ghi con số.",
    }),
    "cell.uncomputed": (p) => ({
      message: `Ô là công thức “=${t(p, "formula")}” chưa có kết quả trong tệp.`,
      fix: "Mở tệp bằng Excel hay LibreOffice, để tính lại, rồi lưu.",
    }),
    "list.head-missing": (p) => ({
      message: `Không tìm thấy dòng tiêu đề của danh sách đơn vị${t(p, "looked") === "" ? "" : `; các ô đã xem: ${t(p, "looked")}`}.${near(p)}`,
      fix: "Cần một cột tên đơn vị: “Tên đơn vị”, hoặc “Đơn vị cũ” và “Đơn vị mới”; nếu tiêu đề viết khác thì khai trong tệp danvan/unit-columns@0.",
    }),
    "list.column-unread": (p) => ({
      message: `Không rõ cột “${t(p, "heading")}” là gì; cột này không được đọc.${near(p, "heading")}`,
      fix: "Không phải sửa nếu cột không cần cho sổ đơn vị; nếu cần thì sửa tiêu đề, hoặc khai trong tệp danvan/unit-columns@0 (null nếu bỏ qua).",
    }),
    "list.column-repeated": (p) => ({
      message: `Hai cột “${t(p, "heading")}” và “${t(p, "other")}” cùng là ${columnName(p)}; không biết đọc cột nào.`,
      fix: "Sửa một tiêu đề, hoặc khai trong tệp danvan/unit-columns@0 (null cho cột bỏ qua).",
    }),
    "list.row-unread": (p) => ({
      message: `Dòng “${t(p, "text")}” không phải là một đơn vị; không đọc dòng này.`,
      fix: "Không phải sửa nếu đó là dòng ghi chú; nếu là đơn vị thì ghi rõ loại (phường, xã…) và số thứ tự như các dòng khác.",
    }),
    "list.word-unknown": (p) => ({
      message: `Không rõ “${t(p, "found")}” trong cột ${columnName(p)} nghĩa là gì.${near(p, "found")}`,
      fix: `Ghi một trong: ${t(p, "allowed")}.`,
    }),
    "list.kind-unknown": (p) => ({
      message: `Không rõ “${t(p, "found")}” là loại đơn vị gì.`,
      fix: "Ghi loại trước tên (Phường…, Xã…), thêm cột “Loại”, hoặc khai từ này ở “kinds” trong tệp danvan/unit-columns@0.",
    }),
    "list.kind-differs": (p) => ({
      message: `Tên là “${t(p, "found")}” nhưng cột loại ghi “${t(p, "kind")}”; không biết theo bên nào.`,
      fix: "Sửa tên hoặc loại.",
    }),
    "list.unit-unknown": (p) => ({
      message: `Không có đơn vị “${t(p, "found")}” trong các danh sách và sổ đơn vị${t(p, "date") === "" ? "" : ` vào ngày ${d(p)}`}.${near(p, "found")}`,
      fix: "Sửa tên cho đúng danh sách đơn vị trước sắp xếp, hoặc bổ sung đơn vị vào danh sách ấy.",
    }),
    "list.unit-ambiguous": (p) => ({
      message: `“${t(p, "found")}” có thể là: ${eachOf(p)}; không biết đơn vị nào.`,
      fix: "Ghi rõ đơn vị cấp trên, mã, hoặc tên đầy đủ.",
    }),
    "list.unit-repeated": (p) => ({
      message: `“${t(p, "found")}” đã có ở ${t(p, "other")}; trong cùng một thời gian, mỗi đơn vị chỉ ghi một lần.`,
      fix: "Xoá một dòng; nếu là hai đơn vị cùng tên thì ghi đơn vị cấp trên, hoặc mã trong sổ, của mỗi đơn vị.",
    }),
    "list.id-taken": (p) => ({
      message: `Hai đơn vị cùng nhận mã “${t(p, "id")}”: ${t(p, "units")}.`,
      fix: "Nếu là một đơn vị thì sửa tên cho giống nhau; nếu là hai thì ghi mã hành chính hoặc thêm cột “Mã trong sổ”.",
    }),
    "list.link-repeated": (p) => ({
      message: `“${t(p, "old")}” được ghi hai lần là nhập về “${t(p, "new")}”.`,
      fix: "Xoá một lần.",
    }),
    "list.extent-unclear": (p) => ({
      message:
        t(p, "why") === "behind-part"
          ? `Sau “một phần”, không rõ “${t(p, "found")}” là toàn bộ hay một phần.`
          : `“${t(p, "found")}” được ghi về ${t(p, "units")} nhưng không rõ nơi nào nhận một phần, nơi nào nhận phần còn lại.`,
      fix: "Ghi “toàn bộ”, “một phần” hoặc “phần còn lại” trước tên từng đơn vị cũ.",
    }),
    "list.successor-missing": (p) => ({
      message: `Đơn vị cũ “${t(p, "found")}” không có đơn vị tiếp nối.`,
      fix: "Ghi đơn vị mới; nếu đơn vị kết thúc mà không nhập về đâu thì ghi “giải thể” ở cột hình thức.",
    }),
    "list.source-missing": (p) => ({
      message: `Không ghi đơn vị mới “${t(p, "found")}” hình thành từ đơn vị nào.`,
      fix: "Ghi các đơn vị cũ; nếu đơn vị không thay đổi thì ghi “giữ nguyên” ở cột hình thức.",
    }),
    "list.rest-unsaid": (p) => ({
      message: `Danh sách chỉ nêu các phần của “${t(p, "found")}” được chuyển đi ngày ${d(p)}, không nói gì về phần còn lại; được hiểu là đơn vị này ${t(p, "taken") === "ended" ? "không còn nữa, các phần nêu ra là toàn bộ" : "vẫn còn với phần còn lại"}.`,
      fix: "Kiểm tra; ghi “phần còn lại” cho nơi nhận, hoặc ghi hình thức: “chia” khi đơn vị cũ không còn, “điều chỉnh” khi vẫn còn.",
    }),
    "list.unit-untouched": (p) => ({
      message: `“${t(p, "found")}” không được nhắc đến trong việc sắp xếp ngày ${d(p)}, trong khi các đơn vị cùng cấp có; được hiểu là giữ nguyên.`,
      fix: "Kiểm tra xem có sót không; nếu đúng là giữ nguyên thì thêm một dòng “giữ nguyên”.",
    }),
    "list.parent-missing": (p) => ({
      message: `Không rõ “${t(p, "found")}”${Number(t(p, "count")) > 1 ? ` và ${Number(t(p, "count")) - 1} đơn vị cũ khác` : ""} trực thuộc đơn vị nào, nên số liệu không được cộng lên đâu.`,
      fix: "Thêm cột “Trực thuộc”, hoặc khai “parent” trong tệp danvan/unit-columns@0.",
    }),
    "list.date-missing": (p) => ({
      message:
        t(p, "what") === "as-of"
          ? "Danh sách không ghi tình trạng các đơn vị tính đến ngày nào."
          : `Có ${t(p, "count")} dòng không ghi ngày có hiệu lực của việc sắp xếp.`,
      fix:
        t(p, "what") === "as-of"
          ? "Cho biết ngày khi đọc danh sách (--as-of), hoặc khai “asOf” trong tệp danvan/unit-columns@0."
          : "Thêm cột “Ngày hiệu lực”, hoặc cho biết ngày khi đọc danh sách (--date).",
    }),
    "list.date-unread": (p) => ({
      message: `Không đọc được “${t(p, "found")}” thành một ngày.`,
      fix: "Ghi ngày, tháng, năm đủ bốn chữ số: 01/7/2025 hoặc 2025-07-01.",
    }),
    "list.decree-missing": (p) => ({
      message: `Có ${t(p, "count")} dòng không ghi việc sắp xếp theo văn bản nào.`,
      fix: "Thêm cột “Nghị quyết”, hoặc cho biết văn bản khi đọc danh sách (--decree).",
    }),
    "subject.missing": () => ({
      message: "Báo cáo không ghi số liệu là của đơn vị nào (“subject”).",
      fix: "Ghi mã đơn vị vào “subject”, ví dụ “buoi-ward-1996”.",
    }),
    "subject.unknown": (p) => ({
      message: `Không có đơn vị “${t(p, "found")}” trong sổ đơn vị.${near(p, "found")}`,
      fix: "Sửa mã đơn vị theo sổ đơn vị, hoặc bổ sung đơn vị vào sổ.",
    }),
    "subject.not-in-existence": (p) => ({
      message: `Đơn vị “${t(p, "subject")}” không tồn tại trong kỳ ${t(p, "period")} (từ ${t(p, "from") || "…"} đến ${t(p, "to") || "…"}).`,
      fix: "Kiểm tra kỳ báo cáo, hoặc báo cáo cho đơn vị kế thừa.",
    }),
    "reporter.unknown": (p) => ({
      message: `Không có nơi gửi “${t(p, "found")}” trong sổ đơn vị; số liệu vẫn được tính.${near(p)}`,
      fix: "Sửa mã nơi gửi theo sổ đơn vị.",
    }),
    "reporter.not-focal-point": (p) => ({
      message: `“${t(p, "reporter")}” không phải đầu mối dân vận của “${t(p, "subject")}” vào thời điểm này; số liệu vẫn được tính.`,
      fix: "Kiểm tra nơi gửi, hoặc bổ sung vai trò đầu mối vào sổ đơn vị.",
    }),
    "catalogue.unknown": (p) => ({
      message: `Báo cáo theo danh mục “${t(p, "found")}”, trong khi danh mục đang dùng là “${t(p, "known")}”.`,
      fix: `Lập lại báo cáo theo danh mục “${t(p, "known")}”.`,
    }),
    "period.malformed": (p) => ({
      message: `Không đọc được kỳ báo cáo “${t(p, "found")}”.`,
      fix: "Ghi kỳ như 2022-M06, 2022-Q2, 2022-H1, 2022-9M hoặc 2022.",
    }),
    "period.outside-catalogue": (p) => ({
      message: `Kỳ ${t(p, "period")} nằm ngoài thời gian áp dụng của danh mục (từ ${t(p, "from")}${t(p, "to") === "" ? "" : ` đến ${t(p, "to")}`}).`,
      fix: "Kiểm tra lại kỳ, hoặc dùng danh mục có hiệu lực trong kỳ đó.",
    }),
    "period.not-owed": (p) => ({
      message:
        t(p, "owed") === ""
          ? `Danh mục không giao đơn vị báo cáo cho kỳ ${t(p, "period")}.`
          : `Đơn vị không phải báo cáo cho kỳ ${t(p, "period")} (kỳ phải báo cáo: ${spansOf(p, "owed")}); số liệu được giữ nhưng không vào tổng hợp của kỳ phải báo cáo.`,
      fix: "Kiểm tra lại kỳ báo cáo.",
    }),
    "period.unlike-batch": (p) => ({
      message: `Báo cáo này cho kỳ ${t(p, "period")}, trong khi đợt này thu báo cáo kỳ ${t(p, "usual")}; số liệu không vào tổng hợp kỳ ${t(p, "usual")}.`,
      fix: "Kiểm tra lại kỳ báo cáo.",
    }),
    "status.not-counted": (p) => ({
      message: `Báo cáo ở trạng thái “${t(p, "status")}” nên chưa được tính.`,
      fix: "Gửi chính thức (“submitted”) khi số liệu đã xong.",
    }),
    "revision.conflict": (p) => ({
      message: `Có nhiều báo cáo cùng lần ${t(p, "revision")} nhưng nội dung khác nhau: ${t(p, "submissions")}. Không báo cáo nào được tính.`,
      fix: "Xác nhận bản đúng và gửi lại với số lần lớn hơn, kèm lý do.",
    }),
    "revision.repeated": (p) => ({
      message: `Báo cáo lần ${t(p, "revision")} được gửi lặp lại với nội dung y hệt; chỉ tính một lần.`,
      fix: "Không phải sửa.",
    }),
    "revision.superseded": (p) => ({
      message: `Báo cáo lần ${t(p, "revision")} đã được thay bằng lần ${t(p, "by")}.`,
      fix: "Không phải sửa.",
    }),
    "revision.reason-missing": (p) => ({
      message: `Báo cáo lần ${t(p, "revision")} thay báo cáo trước nhưng không ghi lý do.`,
      fix: "Ghi lý do vào “reason”.",
    }),
    "indicator.unknown": (p) => ({
      message: `Không có chỉ tiêu “${t(p, "indicator")}” trong danh mục.${near(p, "indicator")}`,
      fix: "Sửa mã chỉ tiêu theo danh mục.",
    }),
    "indicator.not-in-force": (p) => ({
      message: `Chỉ tiêu “${t(p, "indicator")}” không áp dụng trong kỳ này (từ ${t(p, "from") || "…"} đến ${t(p, "to") || "…"}).`,
      fix: "Bỏ chỉ tiêu này, hoặc kiểm tra lại kỳ.",
    }),
    "period.not-in-calendar": (p) => ({
      message: `Chỉ tiêu “${t(p, "indicator")}” theo lịch “${t(p, "calendar")}”, lịch này không có kỳ nào ứng với ${t(p, "period")}; không rõ số này của những ngày nào.`,
      fix: "Gửi số này trong báo cáo của kỳ mà lịch đó có.",
    }),
    "value.null": () => ({
      message: "Ô để null: không rõ là bằng không, chưa có hay không có đối tượng.",
      fix: 'Ghi 0, hoặc { "missing": … }, hoặc { "notApplicable": … }.',
    }),
    "value.wrong-kind": (p) => ({
      message: `Chỉ tiêu này cần ${kindOf(p)}, nhận được ${t(p, "found")}.`,
      fix: `Ghi lại dưới dạng ${kindOf(p)}.`,
    }),
    "value.negative": (p) => ({
      message: `Số ${t(p, "found")} là số âm; số đếm không thể âm.`,
      fix: "Kiểm tra và ghi lại số.",
    }),
    "value.fractional": (p) => ({
      message: `Số ${t(p, "found")} không phải số nguyên; số đếm phải là số nguyên.`,
      fix: "Kiểm tra dấu chấm, dấu phẩy (1.500 là một nghìn năm trăm) và ghi lại số.",
    }),
    "value.too-large": (p) => ({
      message: `Số ${t(p, "found")} vượt mức tối đa ${t(p, "max")}.`,
      fix: "Kiểm tra số chữ số và đơn vị tính.",
    }),
    "value.percent-malformed": (p) => ({
      message: `Tỷ lệ ${t(p, "found")} không đọc được; cần chuỗi số thập phân như “87” hoặc “48.7”.`,
      fix: "Ghi tỷ lệ trong dấu nháy, dùng dấu chấm thập phân.",
    }),
    "value.share-exceeds": (p) => ({
      message: `${t(p, "x")}/${t(p, "y")}: phần (${t(p, "x")}) lớn hơn toàn bộ (${t(p, "y")}).`,
      fix: "Kiểm tra hai số, có thể đã ghi ngược.",
    }),
    "value.share-empty": () => ({
      message: "0/0: không có đối tượng nào nên không có tỷ số.",
      fix: 'Ghi { "notApplicable": "no-object" }.',
    }),
    "value.parts-differ": (p) => ({
      message: `Tổng các phần ${t(p, "terms").replaceAll(", ", " + ")} = ${t(p, "sum")} khác tổng số ${t(p, "total")}.`,
      fix: "Sửa tổng số hoặc các phần cho khớp.",
    }),
    "value.cumulative-unfit": (p) => ({
      message:
        t(p, "reason") === "kind"
          ? `Chỉ tiêu này là ${kindOf(p)}; chỉ số phát sinh trong kỳ mới ghi luỹ kế (“cumulative”) được.`
          : "Kỳ này không tính luỹ kế từ đầu năm được: là một khoảng ngày tự do, hoặc lịch không nêu ngày.",
      fix: "Bỏ “cumulative”, hoặc sửa kỳ của báo cáo.",
    }),
    "value.nil-and-sent": (p) => ({
      message: `Chỉ tiêu “${t(p, "indicator")}” vừa báo không phát sinh vừa có số.`,
      fix: "Giữ lại một trong hai.",
    }),
    "value.nil-not-possible": (p) => ({
      message: `Chỉ tiêu “${t(p, "indicator")}” là ${kindOf(p)}, không thể báo “không phát sinh”.`,
      fix: 'Ghi giá trị, hoặc { "notApplicable": … }.',
    }),
    "breakdown.unknown": (p) => ({
      message: `Chỉ tiêu này không chia theo “${t(p, "dimension")}”${t(p, "allowed") === "" ? "" : `; chỉ chia theo: ${t(p, "allowed")}`}.`,
      fix: "Bỏ phần chia, hoặc chia theo danh mục.",
    }),
    "breakdown.member-unknown": (p) => ({
      message: `Không có phần “${t(p, "member")}” trong cách chia “${t(p, "dimension")}”.${near(p, "member")}`,
      fix: "Sửa mã theo danh mục.",
    }),
    "claim.percent-differs": (p) => ({
      message: `${t(p, "x")}/${t(p, "y")} là ${t(p, "computed")}%, nhưng báo cáo in ${t(p, "printed")}%. Giữ nguyên như đã gửi.`,
      fix: "Kiểm tra tỷ lệ đã in hoặc hai số gốc.",
    }),
    "rule.failed-error": (p) => ({
      message: `${t(p, "vi")} Số đã gửi: ${t(p, "numbers")}.`,
      fix: "Kiểm tra các số nêu trên; số sai được giữ lại, chưa tính.",
    }),
    "rule.failed-warning": (p) => ({
      message: `${t(p, "vi")} Số đã gửi: ${t(p, "numbers")}.`,
      fix: "Kiểm tra các số nêu trên, hoặc giải trình trong “explanations”; số vẫn được tính.",
    }),
    "rule.crashed": (p) => ({
      message: `Quy tắc “${t(p, "rule")}” không chạy được: ${t(p, "cause")}.`,
      fix: "Báo cho người quản lý danh mục; số liệu không bị giữ vì việc này.",
    }),
    "series.fell": (p) => ({
      message: `Số luỹ kế ${t(p, "now")} thấp hơn ${t(p, "before")} đã báo cáo cho ${t(p, "period")} trong cùng năm.`,
      fix: "Kiểm tra hai số; nếu kỳ trước báo thừa, gửi bản đính chính hoặc giải trình trong “explanations”.",
    }),
    "series.base-changed": (p) => ({
      message: `Mẫu số là ${t(p, "now")}, kỳ ${t(p, "period")} là ${t(p, "before")}, không có giải trình.`,
      fix: "Kiểm tra mẫu số; nếu số đối tượng đã thay đổi, giải trình trong “explanations”.",
    }),
    "series.outlier": (p) => ({
      message: `Số ${t(p, "now")} khác xa ${t(p, "before")} của ${t(p, "period")} (trên ba lần).`,
      fix: "Kiểm tra số chữ số và đơn vị tính; nếu đúng, giải trình trong “explanations”.",
    }),
    "record.copied": (p) => ({
      message: `Cả ${t(p, "count")} số đều giống hệt báo cáo ${t(p, "period")}: có thể đã chép số liệu kỳ trước.`,
      fix: "Kiểm tra lại toàn bộ số liệu của kỳ này.",
    }),
    "claim.change-differs": (p) => ({
      message: `Báo cáo in thay đổi ${t(p, "printed")}% so với ${t(p, "period")}, nhưng từ ${t(p, "before")}% đến ${t(p, "now")}% là ${t(p, "points")} điểm phần trăm, tức ${t(p, "relative")}% tương đối.`,
      fix: "Kiểm tra mức thay đổi đã in, và ghi rõ là điểm phần trăm hay tương đối.",
    }),
    "submission.late": (p) => ({
      message: `Báo cáo nhận ngày ${d(p, "received")}, hạn là ngày ${d(p, "due")}.`,
      fix: "Không phải sửa số liệu.",
    }),
    "value.not-sent": (p) => ({
      message: `Thiếu chỉ tiêu phải báo cáo “${t(p, "indicator")}”.`,
      fix: "Bổ sung số liệu; nếu không phát sinh thì ghi rõ “không phát sinh” (trong tệp JSON: thêm vào “nil”).",
    }),
    "submission.not-sent": (p) => ({
      message: `${t(p, "subject")} chưa gửi báo cáo ${t(p, "period")}${t(p, "perhaps") === "" ? "" : `; có báo cáo ghi đơn vị là “${t(p, "perhaps")}”, có thể là của đơn vị này`}.`,
      fix:
        t(p, "perhaps") === ""
          ? "Đôn đốc đơn vị gửi báo cáo."
          : "Xem lại mã đơn vị trong báo cáo đó trước khi đôn đốc.",
    }),
    "entry.duplicate": (p) => ({
      message: `Mục “${t(p, "id")}” được ghi hai lần.`,
      fix: "Xoá một mục hoặc đổi mã.",
    }),
    "entry.unit-unknown": (p) => ({
      message: `Không có đơn vị “${t(p, "id")}” trong sổ đơn vị.${near(p)}`,
      fix: "Sửa mã đơn vị.",
    }),
    "entry.person-similar": (p) => ({
      message: `“${t(p, "other")}” gần giống “${t(p, "one")}”: có thể là một người. Hai tên được giữ riêng.`,
      fix: "Xác minh họ tên; sửa nếu gõ nhầm.",
    }),
    "entry.reported-twice": (p) => ({
      message: `“${t(p, "what")}” ngày ${d(p)} cũng có trong báo cáo “${t(p, "other")}” của “${t(p, "subject")}”: nếu là một việc làm chung thì tổng số sẽ tính hai lần.`,
      fix: "Nếu là một việc, chỉ đơn vị chủ trì tính vào số liệu của mình; nếu là hai việc, ghi tên cho khác nhau.",
    }),
    "task.dropped": (p) => ({
      message: `Nhiệm vụ “${t(p, "task")}” nêu trong báo cáo ${t(p, "period")} chưa ghi là đã xong và không còn trong báo cáo này.`,
      fix: "Nêu lại nhiệm vụ, thêm “done”: true nếu đã xong.",
    }),
    "text.personal": (p) => ({
      message: `Lời văn có ${{ id: "dãy số giống số định danh cá nhân", phone: "dãy số giống số điện thoại", mail: "địa chỉ thư điện tử" }[t(p, "sort")] ?? "thông tin cá nhân"}.`,
      fix: "Bỏ thông tin của từng người khỏi báo cáo; báo cáo chỉ cần số liệu tổng hợp.",
    }),
    "fact.conflict": (p) => ({
      message: `Hai báo cáo “${t(p, "submission")}” và “${t(p, "other")}” cho hai số khác nhau về cùng một nội dung “${t(p, "indicator")}”; lấy theo “${t(p, "other")}”.`,
      fix: "Thống nhất số và gửi lại một báo cáo.",
    }),
    "whole.differs": (p) => ({
      message: `“${t(p, "indicator")}”: số toàn đơn vị đã báo là ${t(p, "whole")}, cộng từ các đơn vị là ${t(p, "sum")} (${t(p, "arrived")}/${t(p, "owing")} đơn vị đã gửi đủ). Số cộng được dùng, số đã báo được giữ lại.`,
      fix: "Đối chiếu hai số với các đơn vị.",
    }),
    "period.parts-differ": (p) => ({
      message: `“${t(p, "indicator")}”: số báo cho cả kỳ là ${t(p, "whole")}, cộng các kỳ nhỏ (${t(p, "periods")}) là ${t(p, "sum")}. Số báo cho cả kỳ được dùng.`,
      fix: "Đối chiếu số cả kỳ với các kỳ nhỏ.",
    }),
    "aggregate.cumulative-fell": (p) => ({
      message: `“${t(p, "indicator")}”: số luỹ kế ${t(p, "untilPeriod")} là ${t(p, "until")}, thấp hơn số luỹ kế ${t(p, "beforePeriod")} là ${t(p, "before")}; không suy ra được số trong kỳ.`,
      fix: "Đối chiếu hai số luỹ kế; gửi bản đính chính cho số sai.",
    }),
    "period.covered-in-part": (p) => ({
      message: `Số của “${t(p, "unit")}” về ${t(p, "indicator")} không cộng nữa vì ${t(p, "by")} đã báo cáo gộp cả thời gian trước khi sắp xếp, trong khi ${t(p, "others")} cũng tiếp nhận đơn vị này nhưng không báo cáo gộp.`,
      fix: "Thống nhất cách báo cáo giữa các đơn vị tiếp nhận, rồi gửi lại.",
    }),
    "aggregate.overflow": (p) => ({
      message: `Tổng của “${t(p, "indicator")}” là ${t(p, "sum")}, vượt mức số nguyên an toàn; không in số sai.`,
      fix: "Kiểm tra số của từng đơn vị và đơn vị tính.",
    }),
    "aggregate.rate-refused": (p) => ({
      message: `“${t(p, "indicator")}” là tỷ lệ không có số gốc nên không cộng và không tính bình quân.`,
      fix: "Thu thập tử số và mẫu số nếu cần số chung.",
    }),
    "aggregate.distinct-refused": (p) => ({
      message: `“${t(p, "indicator")}” đếm người không trùng lặp nên không cộng giữa các đơn vị.`,
      fix: "Chỉ cộng khi các nhóm người được khai là tách rời.",
    }),
    "total.empty": () => ({
      message: "Chưa nêu chỉ tiêu nào để cộng.",
      fix: "Nêu ít nhất một chỉ tiêu.",
    }),
    "total.overlapping": (p) => ({
      message: `Các chỉ tiêu ${t(p, "indicators")} đếm trùng nhau nên không cộng: ${t(p, "vi")}`,
      fix: "Chỉ lấy một trong các chỉ tiêu đó.",
    }),
    "total.kinds-unlike": (p) => ({
      message: `Các chỉ tiêu ${t(p, "indicators")} khác loại (${kindsOf(p)}) nên không cộng.`,
      fix: "Chỉ cộng các chỉ tiêu cùng loại.",
    }),
    "total.measures-unlike": (p) => ({
      message: `Các chỉ tiêu ${t(p, "indicators")} khác đơn vị tính (${t(p, "vi")}) nên không cộng.`,
      fix: "Chỉ cộng các chỉ tiêu cùng đơn vị tính.",
    }),
    "prose.digit-unbound": (p) => ({
      message: `Chữ số “${t(p, "found")}” gõ tay ở vị trí ${t(p, "at")}: không gắn với số liệu nào.`,
      fix: "Thay bằng {mã-chỉ-tiêu}, {date:…}, {cite:…}, hoặc đặt trong {quote:…} nếu là trích dẫn.",
    }),
    "prose.reference-unknown": (p) => ({
      message: `Không có “{${t(p, "name")}}” ở vị trí ${t(p, "at")}.${near(p)}`,
      fix: "Sửa tên theo danh mục chỉ tiêu, văn bản hoặc đơn vị.",
    }),
    "prose.filter-unknown": (p) => ({
      message: `Không có dạng “|${t(p, "filter")}” cho “{${t(p, "name")}}” ở vị trí ${t(p, "at")}. Có: ${t(p, "allowed")}.`,
      fix: "Chọn một dạng có sẵn.",
    }),
    "prose.unclosed": (p) => ({
      message: `Dấu { ở vị trí ${t(p, "at")} không có dấu } đóng.`,
      fix: "Thêm dấu }.",
    }),
    "report.outline-unknown": (p) => ({
      message: `Không có đề cương “${t(p, "found")}”. Có: ${t(p, "allowed")}.`,
      fix: "Chọn đề cương có sẵn.",
    }),
    "report.form-unknown": (p) => ({
      message: `Không có mẫu văn bản “${t(p, "found")}” cho cơ quan loại “${t(p, "issuer")}” vào ngày ${d(p, "day")}.`,
      fix: "Chọn mẫu khác hoặc bổ sung mẫu.",
    }),
    "report.addressee-not-in-form": (p) => ({
      message: `Mẫu “${t(p, "form")}” không có dòng “Kính gửi” cho báo cáo; nơi gửi ${t(p, "to")} không được in.`,
      fix: "Ghi nơi gửi vào “recipients” (nơi nhận).",
    }),
    "report.unit-unknown": (p) => ({
      message: `Không có đơn vị “${t(p, "found")}” trong sổ đơn vị.${near(p)}`,
      fix: "Sửa mã đơn vị trong yêu cầu báo cáo.",
    }),
    "report.citation-unknown": (p) => ({
      message: `Không có văn bản “${t(p, "found")}” trong danh mục.${near(p)}`,
      fix: "Sửa mã văn bản trong yêu cầu báo cáo.",
    }),
    "report.citation-not-in-force": (p) => ({
      message: `${t(p, "citation")} không có hiệu lực trong kỳ báo cáo (từ ${t(p, "from") || "…"} đến ${t(p, "to") || "…"}).`,
      fix: "Viện dẫn văn bản có hiệu lực trong kỳ.",
    }),
    "report.protected-derivable": (p) => ({
      message: `Số liệu được bảo vệ của “${t(p, "indicator")}” có thể tính ra từ các chỉ tiêu khác theo quy tắc “${t(p, "rule")}”.`,
      fix: "Thêm một chỉ tiêu khác của quy tắc ấy vào “publish.small.indicators”, hoặc không in các chỉ tiêu đó cùng nhau.",
    }),
    "register.duplicate": (p) => ({ message: `Mã “${t(p, "id")}” dùng hai lần.`, fix: "Đổi một mã." }),
    "register.reference-unknown": (p) => ({
      message: `Mã “${t(p, "id")}” không có.${near(p)}`,
      fix: "Sửa mã, hoặc bổ sung mục được nhắc tới.",
    }),
    "register.dates-crossed": (p) => ({
      message: `Ngày bắt đầu ${t(p, "from")} sau ngày kết thúc ${t(p, "to")}.`,
      fix: "Sửa ngày.",
    }),
    "register.cycle": (p) => ({
      message: `Đơn vị “${t(p, "id")}” nằm dưới chính nó theo tuyến “${t(p, "line")}” (từ ngày ${d(p)}).`,
      fix: "Bỏ một quan hệ trong vòng.",
    }),
    "rule-set.contradictory": (p) => ({
      message: `Các quy tắc ${t(p, "rules")} không thể cùng đúng với bất kỳ số nào.`,
      fix: "Sửa hoặc bỏ một trong các quy tắc này.",
    }),
    "rule-set.unreachable": (p) => ({
      message: `Quy tắc “${t(p, "rule")}” không bao giờ được xét: điều kiện của nó không thể xảy ra khi các quy tắc khác đúng.`,
      fix: "Sửa điều kiện, hoặc bỏ quy tắc.",
    }),
    "rule-set.redundant": (p) => ({
      message: `Quy tắc “${t(p, "rule")}” luôn đúng khi các quy tắc khác đúng.`,
      fix: "Có thể bỏ quy tắc này.",
    }),
    "rule-set.too-costly": (p) => ({
      message: `Quy tắc “${t(p, "rule")}” có ${t(p, "size")} phép tính, quá mức ${t(p, "limit")}.`,
      fix: "Chia nhỏ quy tắc.",
    }),
    "register.level-unfit": (p) => ({
      message: `Quy tắc “${t(p, "id")}” ở mức “${t(p, "level")}” nhưng nhìn sang ${t(p, "looks")}.`,
      fix: "Đổi mức của quy tắc, hoặc bỏ phần nhìn sang.",
    }),
    "register.calendar-unfit": (p) => ({
      message:
        t(p, "part") === "start"
          ? `Lịch “${t(p, "id")}” bắt đầu ngày ${t(p, "start")}: có kỳ rơi vào ngày không có trong năm.`
          : `Lịch “${t(p, "id")}” không chia kỳ nào, hoặc nêu một loại kỳ hai lần.`,
      fix: "Sửa “start” hoặc “kinds” của lịch.",
    }),
    "register.terms-overlap": (p) => ({
      message: `Hai nhiệm kỳ ${t(p, "one")} và ${t(p, "other")} của “${t(p, "id")}” trùng năm hoặc chồng ngày lên nhau.`,
      fix: "Sửa năm hoặc ngày của một nhiệm kỳ.",
    }),
    "register.period-lacking": (p) => ({
      message: `Chỉ tiêu “${t(p, "indicator")}” theo lịch “${t(p, "calendar")}”, lịch này không có kỳ “${t(p, "every")}” mà chế độ báo cáo đòi hỏi.`,
      fix: "Bỏ chỉ tiêu khỏi chế độ báo cáo này, hoặc đổi lịch của chỉ tiêu.",
    }),
    "register.due-unfit": (p) => ({
      message: `Thời hạn của “${t(p, "id")}” không phải một ngày trong tháng.`,
      fix: "Ghi “dayOfMonth” từ 1 đến 31.",
    }),
    "register.day-decided-twice": (p) => ({
      message: `Ngày ${t(p, "day")} vừa được quyết định nghỉ vừa được quyết định đi làm.`,
      fix: "Giữ lại một quyết định.",
    }),
    "register.parents-two": (p) => ({
      message: `Ngày ${d(p)}, đơn vị “${t(p, "unit")}” trực thuộc hai đơn vị ${t(p, "parents")} theo cùng tuyến “${t(p, "line")}”.`,
      fix: "Ghi ngày kết thúc của một quan hệ, hoặc bỏ một quan hệ.",
    }),
    "register.child-outlives": (p) => ({
      message: `Đơn vị “${t(p, "unit")}” vẫn trực thuộc “${t(p, "parent")}” (tuyến “${t(p, "line")}”) sau ngày ${d(p)}, là ngày cuối của đơn vị cấp trên.`,
      fix: "Ghi ngày kết thúc của quan hệ và cấp trên mới, hoặc ngày kết thúc của đơn vị.",
    }),
    "register.code-overlap": (p) => ({
      message: `Ngày ${d(p)}, mã “${t(p, "code")}” (${t(p, "system")}) chỉ hai đơn vị: ${t(p, "units")}.`,
      fix: "Ghi từ ngày nào đến ngày nào mã thuộc về mỗi đơn vị.",
    }),
    "register.names-overlap": (p) => ({
      message: `Ngày ${d(p)}, đơn vị “${t(p, "unit")}” mang hai tên: ${t(p, "names")}.`,
      fix: "Ghi ngày kết thúc của tên cũ.",
    }),
    "register.role-held-twice": (p) => ({
      message: `Ngày ${d(p)}, hai đơn vị ${t(p, "units")} cùng giữ vai trò “${t(p, "role")}” của “${t(p, "of")}”.`,
      fix: "Ghi ngày kết thúc ở đơn vị thôi giữ vai trò.",
    }),
    "register.succession-unfit": (p) => ({
      message: `Việc sắp xếp “${t(p, "id")}” ngày ${d(p)} ghi là ${eventName(p)} nhưng số đơn vị trước và sau không khớp.`,
      fix: "Sáp nhập: từ một hay nhiều đơn vị thành một; chia tách: một thành hai trở lên; điều chỉnh: một phần sang đơn vị khác; đổi tên: một thành một; giải thể: không có đơn vị sau.",
    }),
    "register.unit-absent": (p) => ({
      message: `Việc sắp xếp “${t(p, "id")}” cần đơn vị “${t(p, "unit")}” vào ngày ${d(p)}, nhưng ngày đó đơn vị không tồn tại.`,
      fix: "Sửa ngày của đơn vị hoặc ngày của việc sắp xếp.",
    }),
    "register.unit-doubled": (p) => ({
      message: `Ngày ${d(p)}, đơn vị “${t(p, "unit")}” bị tính hai lần: đã chuyển toàn bộ theo ${t(p, "events")} mà vẫn còn, hoặc được chuyển hơn một lần.`,
      fix: "Ghi ngày kết thúc của đơn vị, hoặc gộp các việc sắp xếp làm một; phần chuyển đi thì ghi là điều chỉnh (“transfer”).",
    }),
    "register.unit-lost": (p) => ({
      message: `Đơn vị “${t(p, "unit")}” không còn từ ngày ${d(p)}, nhưng ${t(p, "events")} chỉ chuyển một phần; không rõ phần còn lại về đâu.`,
      fix: "Thêm việc sáp nhập, chia tách, đổi tên hoặc giải thể cho phần còn lại.",
    }),
    "register.shares-unfit": (p) => ({
      message: `Tỷ lệ của đơn vị “${t(p, "unit")}” trong “${t(p, "id")}” không dùng được: các phần cộng lại là ${t(p, "sum")} trên ${t(p, "of")}, hoặc thiếu, trùng nơi đến.`,
      fix: "Mỗi nơi đến một phần, cộng lại đúng bằng “of”.",
    }),
    "register.citation-outside": (p) => ({
      message: `Chỉ tiêu “${t(p, "id")}” căn cứ văn bản “${t(p, "citation")}”, nhưng không ngày nào cả hai cùng có hiệu lực (văn bản: từ ${t(p, "from") || "…"} đến ${t(p, "to") || "…"}).`,
      fix: "Chọn văn bản có hiệu lực khi chỉ tiêu được thu thập, hoặc sửa ngày.",
    }),
    "register.kind-unfit": (p) => ({
      message: `Chỉ tiêu “${t(p, "id")}” là ${kindOf(p)}, không dùng “${t(p, "part")}” được: “breakdowns” cho số cộng được, “carry” (từ 1 tháng) cho số tại một thời điểm, “cumulative” cho số phát sinh, “disjoint” cho số người, “plan” cho số có cùng đơn vị tính với kế hoạch.`,
      fix: `Bỏ “${t(p, "part")}” hoặc đổi loại chỉ tiêu.`,
    }),
    "register.overlap-unfit": (p) => ({
      message: `Khai báo trùng “${t(p, "id")}” không dùng được: cần ít nhất hai chỉ tiêu khác nhau; “take” là một trong số đó khi “how” là “once”, và chỉ khi đó.`,
      fix: "Sửa “indicators” hoặc “take”.",
    }),
    "outline.too-deep": (p) => ({
      message: `Mục “${t(p, "key")}” nằm sâu hơn ${t(p, "deepest")} cấp, hoặc nằm trong chính nó.`,
      fix: "Đưa mục này lên một cấp, hoặc bỏ nó khỏi “sections” của mục bên dưới.",
    }),
    "edition.base-unlike": (p) => ({
      message: `Bản riêng dựa trên danh mục “${t(p, "found")}”, trong khi danh mục được đưa vào là “${t(p, "base")}”.`,
      fix: "Đưa vào đúng danh mục gốc, hoặc sửa “extends”.",
    }),
    "edition.already-there": (p) => ({
      message: `“${t(p, "id")}” đã có trong danh mục “${t(p, "base")}” nên không thêm được.`,
      fix: "Chuyển sang “replace”, hoặc đặt mã khác.",
    }),
    "edition.not-there": (p) => ({
      message: `Danh mục “${t(p, "base")}” không có “${t(p, "id")}” để thay hoặc bỏ.${near(p)}`,
      fix: "Sửa mã, hoặc chuyển sang “add”.",
    }),
    "edition.changed-twice": (p) => ({
      message: `“${t(p, "id")}” được nêu thay đổi nhiều lần.`,
      fix: "Chỉ nêu một lần: thêm, thay hoặc bỏ.",
    }),
    "edition.kind-changed": (p) => ({
      message: `“${t(p, "id")}” sẽ đo một việc khác (${t(p, "after")} thay cho ${t(p, "before")}); số liệu đã lưu theo mã này sẽ bị hiểu sai.`,
      fix: "Thêm chỉ tiêu với mã mới, và bỏ mã cũ nếu cần.",
    }),
    "wording.code-unknown": (p) => ({
      message: `Tệp lời văn riêng nhắc tới mã “${t(p, "code")}”, không có mã này.${near(p)}`,
      fix: "Sửa mã theo danh sách mã, hoặc bỏ mục này.",
    }),
    "wording.parameter-unknown": (p) => ({
      message: `Lời văn của “${t(p, "code")}” dùng {${t(p, "name")}}, nhưng mã này chỉ có: ${t(p, "allowed") || "không có tham số nào"}.`,
      fix: "Chỉ dùng các tham số của mã đó.",
    }),
    "file.missing": (p) => ({
      message: `Không mở được tệp: ${fileCauses[t(p, "cause")] ?? t(p, "cause")}.`,
      fix: "Kiểm tra tên tệp và quyền đọc.",
    }),
  },
  elsewhen: (when) =>
    "before" in when ? `(trước ${PlainDate.toText(when.before)})` : `(từ ${PlainDate.toText(when.from)})`,
  event: (event) =>
    typeof event === "string"
      ? `theo việc sắp xếp “${event}”`
      : `${eventNames[event.kind] ?? event.kind} từ ngày ${PlainDate.toText(event.date)}${event.decree === undefined ? "" : ` theo ${event.decree}`}`,
  remainder: (unit, value, among) => `${unit}: ${value} chưa tách được giữa ${among.join(", ")}; không cộng vào đây`,
  explained: (text) => `Đã giải trình: ${text}`,
  qualifiers: { exact: "", over: "trên ", under: "gần ", about: "khoảng " },
  missing: {
    "not-due": "chưa đến hạn",
    "not-sent": "chưa có số liệu",
    "not-collected": "không thu thập",
    lost: "thất lạc",
    refused: "từ chối cung cấp",
    withheld: "không công bố",
  },
  inapplicable: {
    "no-object": "không có đối tượng",
    "not-in-remit": "không thuộc phạm vi",
    "not-yet-existing": "chưa thành lập",
    ceased: "đã kết thúc hoạt động",
  },
  yes: "có",
  no: "không",
  flags: {
    estimated: "ước thực hiện",
    provisional: "số sơ bộ",
    revised: "đã đính chính",
    carried: "lấy theo kỳ trước",
    illustrative: "số minh hoạ",
  },
  how: {
    reported: "theo báo cáo của đơn vị",
    "time-sum": "cộng các kỳ trong kỳ báo cáo",
    "time-closing": "lấy số cuối kỳ",
    "time-newest": "lấy báo cáo mới nhất trong kỳ",
    "time-carried": "lấy số gần nhất trước khi kỳ kết thúc",
    "time-difference": "suy ra từ hai số luỹ kế",
    "units-sum": "cộng số của các đơn vị",
    apportioned: "ước tính theo tỷ lệ đã công bố, tách từ số của đơn vị cũ",
    "units-frequency": "đếm theo câu trả lời của các đơn vị",
    whole: "số chung do đơn vị báo cáo, không cộng",
    refused: "không tổng hợp loại số này",
    none: "chưa có số liệu",
  },
  kinds: (kind) => (kind === "ward" ? "phường" : kind === "commune" ? "xã" : "cơ quan, đơn vị"),
  coverage: (kinds) => shares(kinds, vi.kinds, ["xã", "phường"]),
  units: ({ unitsComplete, unitsOwing }) => `${unitsComplete}/${unitsOwing} đơn vị`,
  late: (n) => `${n} số liệu nhận sau hạn`,
  notDue: (n) => `${n} số liệu chưa đến hạn`,
  grounds: (coverage) => `trên cơ sở ${coverage}`,
  groundless: "chưa rõ độ đầy đủ",
  atLeast: (figure) => `ít nhất ${figure}`,
  withheld: "chưa công bố",
  protected: { long: "số liệu nhỏ được bảo vệ", short: "được bảo vệ" },
  illustrative: "số chia theo đơn vị là số minh hoạ",
  confirmed: "tổng số khớp với số được báo cáo chung",
  against: (baseline, period, moment) => {
    const named = Period.toText(period, "vi")
    switch (baseline) {
      case "same-period-last-year":
        return period.kind === "year" || period.kind === "span" ? named : `cùng kỳ năm ${Period.year(period)}`
      case "last-year":
        return moment === "end" ? `cuối năm ${Period.year(period)}` : `cả năm ${Period.year(period)}`
      case "target":
        return `kế hoạch ${named}`
      case "peers":
        return "các đơn vị cùng loại"
      default:
        return named
    }
  },
  base: {
    "previous-period": "kỳ gốc",
    "same-period-last-year": "kỳ gốc",
    "last-year": "kỳ gốc",
    target: "kế hoạch",
    peers: "đơn vị cùng loại",
  },
  reasons: {
    "no-base": () => "không có số liệu kỳ gốc",
    "no-plan": () => "chưa có số kế hoạch",
    missing: () => "kỳ này chưa có số liệu",
    "base-missing": ({ base }) => `${base} chưa có số liệu`,
    "not-applicable": () => "kỳ này không có đối tượng",
    "base-not-applicable": ({ base }) => `${base} không có đối tượng`,
    "base-zero": () => "số gốc bằng không",
    kind: () => "loại số liệu này không cho phép so sánh",
    inexact: () => "số ước chừng, chưa rõ bên nào lớn hơn",
    subject: () => "không cùng một đơn vị",
    calendar: () => "hai kỳ theo lịch báo cáo khác nhau",
    length: () => "độ dài hai kỳ khác nhau",
    counting: () => "một bên tính luỹ kế từ đầu năm, một bên tính trong kỳ",
    coverage: ({ base, now, then }) => (then === null ? "có đơn vị chưa đủ số liệu" : `kỳ này ${now}; ${base} ${then}`),
    map: () => "địa bàn hai kỳ khác nhau",
    remainder: () => "có phần số liệu chưa tách được theo địa bàn",
    scale: () => "các đơn vị không cùng quy mô",
    peers: () => "có quá ít đơn vị cùng loại",
    withheld: () => "có số liệu không công bố",
  },
  cautions: {
    partial: ({ base, now, then }) =>
      then === null ? `chỉ ${now}` : `kỳ này và ${base} đều chỉ ${now}, có thể không cùng đơn vị`,
    units: ({ base, now, then }) => `kỳ này ${now}; ${base} ${then ?? ""}`,
    unowed: () => "chưa rõ số liệu đã đầy đủ hay chưa",
    estimated: () => "có số ước thực hiện hoặc số sơ bộ",
    carried: () => "có số lấy theo kỳ trước",
  },
  notComparable: (against, reasons) =>
    `không so sánh được${against === null ? "" : ` với ${against}`} (${reasons.join("; ")})`,
  points: (by) => `${by} điểm phần trăm`,
  changed: (direction, by, percent, against) =>
    `${direction === "up" ? "tăng" : "giảm"} ${by}${percent === null ? "" : ` (${percent})`}${against === null ? "" : ` so với ${against}`}`,
  unchanged: (against, exact) =>
    against === null ? (exact ? "không đổi" : "xấp xỉ") : `${exact ? "bằng" : "xấp xỉ"} ${against}`,
  fromZero: "số gốc bằng không nên không tính tỷ lệ",
  reached: (percent, against, beyond) =>
    `đạt ${percent}${against === null ? "" : ` ${against}`}${beyond === null ? "" : `, vượt ${beyond}`}`,
  partOf: (percent, against) => `bằng ${percent}${against === null ? "" : ` số của ${against}`}`,
  ranked: (place, among, direction, by) => {
    const level = direction === "same" ? "bằng" : direction === "up" ? "cao hơn" : "thấp hơn"
    return `xếp thứ ${place}/${among} đơn vị cùng loại tính từ cao xuống thấp, ${level} mức chung${direction === "same" ? "" : ` ${by}`}`
  },
  scaled: (by, measure) => `${{ thousand: "nghìn", million: "triệu", billion: "tỷ" }[by]} ${measure}`,
  rounded: {
    "largest-remainder": (measure) =>
      `Số tính bằng ${measure} đã làm tròn theo số dư lớn nhất, số dư bằng nhau thì theo thứ tự trong bảng, để các số thành phần cộng lại đúng bằng tổng số.`,
    "as-rounded": (measure) =>
      `Số tính bằng ${measure} đã làm tròn; do làm tròn, các số thành phần cộng lại có thể không bằng tổng số.`,
  },
  loose: "tổng số gồm cả phần không ghi trong bảng, các số thành phần được làm tròn riêng.",
  claimed: ({ by, of }, against, readings, fullYear) => {
    const down = by.startsWith("-")
    const size = by.replace("-", "").replace(".", ",")
    const unit = of === "points" ? " điểm phần trăm" : "%"
    const notes = [
      ...(of === "unstated"
        ? [`nguồn không nói rõ là điểm phần trăm (từ ${readings[0]}%) hay tương đối (từ ${readings[1]}%)`]
        : []),
      ...(fullYear ? ["gốc so sánh là cả năm"] : []),
    ]
    return `${down ? "giảm" : "tăng"} ${size}${unit} so với ${against}${notes.length > 0 ? `; ${notes.join("; ")}` : ""}`
  },
}
