// One document with everything in it: every block, every inline, spans, notes, a table longer than a page and the
// texts that renderers get wrong. All bodies, persons and numbers are invented.
import type { Block, Cell, Row } from "../Block.ts"
import type { Document, Figure } from "../Document.ts"
import type { Inline, Inlines } from "../Inline.ts"
import type { Layout, Style } from "../Layout.ts"
import { freeze } from "./freeze.ts"

const plain: Style = {
  size: 14,
  bold: false,
  italic: false,
  underline: false,
  align: "left",
  indent: 0,
  before: 0,
  after: 0,
  line: 18,
}
const style = (changes: Partial<Style>): Style => ({ ...plain, ...changes })

/**
 * A whole layout, measured like the Party's form of 2018 (A4, margins 20/15/20/30 mm, body 14 pt on 18 pt). Lengths
 * in mm, type in pt; see `Layout`.
 *
 * @example
 * const wide = { ...sample, layout: { ...layout, page: { ...layout.page, width: 297, height: 210 } } }
 */
export const layout: Layout = freeze({
  form: { id: "illustrative-party-2018", label: "Thể thức văn bản của Đảng (minh hoạ)" },
  page: { width: 210, height: 297, margin: { top: 20, right: 15, bottom: 20, left: 30 } },
  font: "Times New Roman",
  pageNumber: { from: 2, edge: 10, appendices: "restart" },
  letterhead: { left: 75, right: 90, issuerRule: null, mottoRule: { share: 1, thickness: 0.75 } },
  titleRule: null,
  signature: { left: 85, right: 80, space: 72 },
  table: { line: 0.5, paddingX: 4, paddingY: 2 },
  styles: {
    stamp: style({ bold: true, align: "center", after: 6 }),
    superior: style({ align: "center" }),
    issuer: style({ bold: true, align: "center" }),
    "issuer-mark": style({ align: "center" }),
    "motto-1": style({ size: 15, bold: true, align: "center" }),
    "motto-2": style({ bold: true, align: "center" }),
    number: style({ align: "center", before: 2 }),
    date: style({ italic: true, align: "center", before: 2 }),
    kind: style({ size: 16, bold: true, align: "center", before: 18, line: 20 }),
    subject: style({ bold: true, align: "center" }),
    "subject-mark": style({ align: "center", after: 12 }),
    "heading-1": style({ bold: true, align: "justify", indent: 10, before: 6, after: 6 }),
    "heading-2": style({ bold: true, align: "justify", indent: 10, before: 3, after: 6 }),
    "heading-3": style({ bold: true, italic: true, align: "justify", indent: 10, after: 6 }),
    body: style({ align: "justify", indent: 10, after: 6 }),
    note: style({ size: 12, italic: true, align: "justify", after: 3, line: 15 }),
    basis: style({ align: "justify", indent: 10, after: 6 }),
    addressee: style({ align: "center", after: 6 }),
    "addressee-line": style({ indent: 90 }),
    list: style({ align: "justify", indent: 10, after: 6 }),
    "table-caption": style({ bold: true, align: "center", before: 6, after: 3 }),
    "table-unit": style({ size: 12, italic: true, align: "right", after: 3, line: 15 }),
    "table-head": style({ size: 12, bold: true, align: "center", line: 15 }),
    "table-cell": style({ size: 12, line: 15 }),
    "chart-label": style({ size: 11, line: 14 }),
    "recipients-title": style({ underline: true }),
    recipients: style({ size: 12, line: 15 }),
    authority: style({ bold: true, align: "center" }),
    office: style({ align: "center" }),
    signer: style({ bold: true, align: "center" }),
    "appendix-label": style({ bold: true, align: "center" }),
    "appendix-title": style({ bold: true, align: "center" }),
    "appendix-reference": style({ italic: true, align: "center", after: 12 }),
    "page-number": style({ align: "center" }),
  },
})

const text = (value: string): Inline => ({ kind: "text", text: value })
const figure = (id: string): Inline => ({ kind: "figure", figure: id })
const ordinal = (n: number, value: string): Inline => ({ kind: "ordinal", n, text: value })
const name = (value: string, ref: string): Inline => ({ kind: "name", text: value, ref })
const body = (...content: Inlines): Block => ({ kind: "paragraph", role: "body", content })
const cell = (content: string | Inline, changes: Omit<Cell, "content"> = {}): Cell => ({
  content: [typeof content === "string" ? text(content) : content],
  ...changes,
})

/** `12345` as it is printed in Vietnamese: `12.345`. */
const grouped = (n: number): string => String(n).replace(/\B(?=(\d{3})+$)/g, ".")

const count = (n: number, label: string, unit = ""): Figure => ({
  text: unit === "" ? grouped(n) : `${grouped(n)} ${unit}`,
  value: String(n),
  label,
  coverage: null,
  origin: ["báo cáo minh hoạ"],
})

// Sixty-four wards in four clusters: at 15 pt a row the table needs three pages. The numbers of people are all
// different, so a lost cell cannot hide behind another one.
const wards = Array.from({ length: 64 }, (_, i) => {
  const registered = 3 + ((i * 7) % 11)
  return {
    id: `ward-${i + 1}`,
    cluster: Math.floor(i / 16),
    number: i + 1,
    name: `Phường Minh Hoạ ${i + 1}`,
    registered,
    recognised: registered - (i % 3),
    people: 1013 + i * 137,
  }
})
const sum = (of: (ward: (typeof wards)[number]) => number): number => wards.reduce((all, ward) => all + of(ward), 0)

const figures: Record<string, Figure> = {
  models: {
    text: `${sum((w) => w.registered)} mô hình`,
    value: String(sum((w) => w.registered)),
    label: "Mô hình “Dân vận khéo” đăng ký, quận Minh Hoạ, năm minh hoạ",
    coverage: {
      text: "61/64 đơn vị báo cáo đủ, 2 đơn vị báo cáo một phần",
      unitsComplete: 61,
      unitsPartial: 2,
      unitsOwing: 64,
      cellsArrived: 188,
      cellsOwing: 192,
    },
    origin: ["Phường Minh Hoạ 1, báo cáo lần 2", "Phường Minh Hoạ 2, báo cáo lần 1", "… và 61 đơn vị khác"],
  },
  progress: {
    text: "5/8",
    value: "5/8",
    label: "Chỉ tiêu hoàn thành trên chỉ tiêu được giao",
    coverage: null,
    origin: [],
  },
  share: { text: "62,5%", value: "62.5%", label: "Tỷ lệ chỉ tiêu hoàn thành", coverage: null, origin: ["tính từ 5/8"] },
  about: {
    text: "gần 12.500 lượt người",
    value: "12500",
    label: "Lượt người dự các cuộc tuyên truyền",
    coverage: null,
    origin: ["Ban Dân vận <quận> & “khối”"],
  },
  "total registered": count(
    sum((w) => w.registered),
    "Mô hình đăng ký, cộng toàn quận",
  ),
  "total recognised": count(
    sum((w) => w.recognised),
    "Mô hình được công nhận, cộng toàn quận",
  ),
  "total people": count(
    sum((w) => w.people),
    "Lượt người tham gia, cộng toàn quận",
  ),
  "chart-1-a": count(412, "Đối thoại, Cụm Một, năm trước", "cuộc"),
  "chart-1-b": count(538, "Đối thoại, Cụm Một, năm nay", "cuộc"),
  "chart-2-a": count(96, "Đối thoại, Cụm Hai, năm trước", "cuộc"),
  "chart-3-a": count(0, "Đối thoại, Cụm Ba, năm trước", "cuộc"),
  "chart-3-b": count(271, "Đối thoại, Cụm Ba, năm nay", "cuộc"),
  "appendix-1": count(31415, "Ngày công đóng góp"),
  "appendix-2": count(92653, "Mét vuông đất hiến"),
}
for (const ward of wards) {
  figures[`${ward.id} registered`] = count(ward.registered, `Mô hình đăng ký, ${ward.name}`)
  figures[`${ward.id} recognised`] = count(ward.recognised, `Mô hình được công nhận, ${ward.name}`)
  figures[`${ward.id} people`] = count(ward.people, `Lượt người tham gia, ${ward.name}`)
}

const clusters = ["Cụm Một", "Cụm Hai", "Cụm Ba", "Cụm Bốn"]
const wardRows = wards.flatMap((ward, i): ReadonlyArray<Row> => {
  const opensCluster = ward.cluster !== wards[i - 1]?.cluster
  const cluster: Row = { cells: [cell(clusters[ward.cluster] ?? "", { colSpan: 6, header: true, align: "center" })] }
  const shared: ReadonlyArray<Cell> =
    i === 0 ? [cell("Chung một tổ công tác", { rowSpan: 2 })] : i === 1 ? [] : [cell(i === 2 ? "–" : "")]
  const row: Row = {
    cells: [
      cell(ordinal(ward.number, String(ward.number)), { align: "center" }),
      cell(name(ward.name, ward.id), { header: true }),
      cell(figure(`${ward.id} registered`)),
      cell(figure(`${ward.id} recognised`)),
      cell(figure(`${ward.id} people`)),
      ...shared,
    ],
  }
  return opensCluster ? [cluster, row] : [row]
})

const lettersWithTones =
  "a à ả ã á ạ ă ằ ẳ ẵ ắ ặ â ầ ẩ ẫ ấ ậ e è ẻ ẽ é ẹ ê ề ể ễ ế ệ i ì ỉ ĩ í ị o ò ỏ õ ó ọ ô ồ ổ ỗ ố ộ ơ ờ ở ỡ ớ ợ u ù ủ ũ ú ụ ư ừ ử ữ ứ ự y ỳ ỷ ỹ ý ỵ đ"

const blocks: ReadonlyArray<Block> = [
  {
    kind: "letterhead",
    stamp: [text("BẢN MINH HOẠ")],
    superior: [[name("QUẬN UỶ MINH HOẠ", "illustrative-district")]],
    issuer: [[name("BAN DÂN VẬN", "illustrative-board")]],
    issuerMark: [text("*")],
    motto: [[text("ĐẢNG CỘNG SẢN VIỆT NAM")]],
    number: [text("Số "), { kind: "document-number", text: "05-BC/BDVQU" }],
    date: [
      name("Minh Hoạ", "illustrative-district"),
      text(", "),
      { kind: "date", date: "2022-07-27", text: "ngày 27 tháng 7 năm 2022" },
    ],
  },
  {
    kind: "title",
    name: [text("BÁO CÁO")],
    subject: [
      [
        text("kết quả công tác dân vận "),
        { kind: "period", period: "2022-H1", text: "6 tháng đầu năm 2022" },
        text(","),
      ],
      [text("nhiệm vụ trọng tâm "), { kind: "period", period: "2022-H2", text: "6 tháng cuối năm 2022" }],
    ],
    mark: [text("-----")],
  },
  body(
    text("Thực hiện Kế hoạch "),
    { kind: "document-number", text: "45-KH/TU" },
    text(" và "),
    { kind: "citation", citation: "illustrative-ordinance", text: "Pháp lệnh 34/2007/PL-UBTVQH11" },
    text(", "),
    name("Ban Dân vận Quận uỷ Minh Hoạ", "illustrative-board"),
    text(" báo cáo kết quả như sau:"),
  ),
  {
    kind: "heading",
    id: "results",
    level: 1,
    number: [ordinal(1, "I.")],
    content: [text("KẾT QUẢ CÔNG TÁC DÂN VẬN")],
  },
  {
    kind: "heading",
    id: "results.models",
    level: 2,
    number: [ordinal(1, "1.")],
    content: [text("Phong trào thi đua “Dân vận khéo”")],
  },
  body(
    text("Toàn quận đăng ký "),
    figure("models"),
    text(", hoàn thành "),
    figure("progress"),
    text(" chỉ tiêu, bằng "),
    figure("share"),
    text("; đã tổ chức tuyên truyền cho "),
    figure("about"),
    text(". Trong "),
    figure("models"),
    text(" nói trên, "),
    { kind: "strong", content: [text("mô hình tự quản "), { kind: "emphasis", content: [text("ở cơ sở")] }] },
    text(" chiếm phần lớn."),
  ),
  body(
    text("Một số đơn vị ghi: "),
    { kind: "quotation", text: "đạt 5/8 chỉ tiêu, “vượt 60%” & <b>còn thiếu</b> O'Brien" },
    text("; số còn lại "),
    { kind: "gap", text: "[chưa có số liệu]" },
    text(" sẽ báo cáo trước ngày "),
    { kind: "blank", length: 12 },
    text(" của tháng sau."),
    { kind: "break" },
    text("Chữ dễ hỏng: &<>\"' &amp; </p> javascript:alert() ‘đơn’ “kép” «ngoặc» – — … ₫ ≤ ≥ phường\u00a0xã."),
  ),
  {
    kind: "heading",
    id: "results.letters",
    level: 3,
    number: [ordinal(1, "a)")],
    content: [text("Chữ cái có dấu")],
  },
  body(text(`${lettersWithTones}.`)),
  body(text(`${lettersWithTones.toUpperCase()}.`)),
  {
    kind: "list",
    items: [
      { marker: [text("-")], content: [text("Tuyên truyền, vận động nhân dân thực hiện nghị quyết;")] },
      { marker: [ordinal(2, "2.")], content: [text("Nắm tình hình nhân dân, nhất là ở địa bàn khó khăn;")] },
      {
        marker: [ordinal(5, "đ)")],
        content: [
          text("Giám sát việc thực hiện "),
          { kind: "emphasis", content: [text("quy chế dân chủ")] },
          text("."),
        ],
      },
    ],
  },
  {
    kind: "table",
    id: "wards",
    caption: [text("Biểu "), ordinal(1, "1"), text(". Mô hình “Dân vận khéo” theo phường")],
    unit: [text("Đơn vị tính: mô hình, lượt người")],
    columns: [
      { width: 11, align: "center" },
      { width: null, align: "left" },
      { width: 21, align: "right" },
      { width: 25, align: "right" },
      { width: 27, align: "right" },
      { width: 33, align: "left" },
    ],
    head: [
      {
        cells: [
          cell("TT", { rowSpan: 2 }),
          cell("Đơn vị", { rowSpan: 2 }),
          cell("Mô hình", { colSpan: 2 }),
          cell("Lượt người tham gia", { rowSpan: 2 }),
          cell("Ghi chú", { rowSpan: 2 }),
        ],
      },
      { cells: [cell("đăng ký"), cell("được công nhận")] },
    ],
    body: wardRows,
    foot: [
      {
        cells: [
          cell("Cộng toàn quận", { colSpan: 2, header: true }),
          cell(figure("total registered")),
          cell(figure("total recognised")),
          cell(figure("total people")),
          cell(""),
        ],
      },
    ],
    notes: [
      [text("Số liệu do các phường gửi, chưa thẩm định.")],
      [text("Dấu – là không phát sinh; ô trống là không ghi chú.")],
    ],
  },
  { kind: "paragraph", role: "note", content: [text("Nguồn: số liệu minh hoạ, không phải của cơ quan nào.")] },
  {
    kind: "chart",
    id: "dialogues",
    form: "bar",
    caption: [text("Biểu đồ "), ordinal(1, "1"), text(". Đối thoại với nhân dân theo cụm")],
    unit: [text("Đơn vị tính: cuộc")],
    categories: [
      [name("Cụm Một", "cluster-1")],
      [name("Cụm Hai, gồm các phường ven sông và khu tập thể cũ", "cluster-2")],
      [name("Cụm Ba", "cluster-3")],
    ],
    series: [
      {
        label: [{ kind: "period", period: "2021-H1", text: "6 tháng đầu năm 2021" }],
        points: [
          { figure: "chart-1-a", value: 412 },
          { figure: "chart-2-a", value: 96 },
          { figure: "chart-3-a", value: 0 },
        ],
      },
      {
        label: [{ kind: "period", period: "2022-H1", text: "6 tháng đầu năm 2022" }],
        points: [{ figure: "chart-1-b", value: 538 }, null, { figure: "chart-3-b", value: 271 }],
      },
    ],
    alternative: [text("Cụm Một dẫn đầu cả hai năm; Cụm Hai chưa có số liệu năm nay; Cụm Ba tăng từ không.")],
    notes: [[text("Cụm Hai chưa gửi báo cáo.")]],
  },
  {
    kind: "heading",
    id: "tasks",
    level: 1,
    number: [ordinal(2, "II.")],
    content: [text("NHIỆM VỤ TRỌNG TÂM")],
  },
  body(text("Tiếp tục thực hiện tốt công tác dân vận của hệ thống chính trị.")),
  {
    kind: "paragraph",
    role: "closing",
    content: [text("Trên đây là báo cáo minh hoạ của Ban Dân vận Quận uỷ.")],
  },
  {
    kind: "signature",
    recipientsTitle: [text("Nơi nhận:")],
    recipients: [
      [text("- "), name("Ban Dân vận Thành uỷ Minh Hoạ", "illustrative-city-board"), text(",")],
      [text("- Thường trực Quận uỷ,")],
      [text("- Lưu Ban Dân vận.")],
    ],
    authority: [text("K/T TRƯỞNG BAN")],
    office: [text("PHÓ TRƯỞNG BAN")],
    name: [name("Nguyễn Thị Minh Hoạ", "illustrative-person")],
  },
  {
    kind: "appendix",
    id: "appendix-1",
    label: [ordinal(1, "Phụ lục 1")],
    title: [[text("KẾT QUẢ HUY ĐỘNG NGUỒN LỰC")], [text("TRONG NHÂN DÂN")]],
    reference: [text("(kèm theo Báo cáo số "), { kind: "document-number", text: "05-BC/BDVQU" }, text(")")],
    orientation: "landscape",
    blocks: [
      {
        kind: "heading",
        id: "appendix-1.resources",
        level: 2,
        number: null,
        content: [text("Nguồn lực đã huy động")],
      },
      {
        kind: "table",
        id: "resources",
        caption: [text("Nguồn lực")],
        unit: null,
        columns: [
          { width: null, align: "left" },
          { width: 40, align: "right" },
        ],
        head: [{ cells: [cell("Nội dung"), cell("Số lượng")] }],
        body: [
          { cells: [cell("Ngày công lao động", { header: true }), cell(figure("appendix-1"))] },
          { cells: [cell("Mét vuông đất hiến làm đường", { header: true }), cell(figure("appendix-2"))] },
        ],
        foot: [],
        notes: [],
      },
    ],
  },
  {
    kind: "appendix",
    id: "appendix-2",
    label: [ordinal(2, "Phụ lục 2")],
    title: [[text("DANH SÁCH ĐIỂN HÌNH")]],
    reference: null,
    orientation: "portrait",
    blocks: [
      {
        kind: "list",
        items: [{ marker: [ordinal(1, "1.")], content: [text("Tổ tự quản bảo vệ môi trường;")] }],
      },
    ],
  },
]

/**
 * A small illustrative report holding every kind of block and inline. It is what `contract` renders; show it to
 * people as well: it is clearly marked as an illustration. It is frozen, for it is shared.
 *
 * @example
 * const { bytes } = await html().render(sample)
 */
export const sample: Document = freeze({
  version: "danvan/document@0",
  language: "vi",
  title: "Báo cáo kết quả công tác dân vận (bản minh hoạ) & phụ lục",
  layout,
  blocks,
  figures,
  attachments: [
    { name: "so-lieu.json", mediaType: "application/json", bytes: Uint8Array.of(123, 34, 97, 34, 58, 49, 125) },
  ],
  losses: [
    {
      code: "report.figure-missing",
      block: "/blocks/6/content/3",
      found: "số mô hình của Cụm Hai",
      message: { vi: "Chưa có số liệu của Cụm Hai.", en: "There is no figure for Cụm Hai." },
    },
  ],
})
