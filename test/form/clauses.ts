// The clauses of each form, row by row: what the form says, what is allowed, and how it is read (reading.ts). The key is
// the form's own wording of the clause, which has its source and its certainty; what cannot be measured says why.
import {
  apart,
  centred,
  type Clauses,
  counted,
  edge,
  endOfAppendices,
  family,
  indent,
  justified,
  leading,
  level,
  look,
  pageNumber,
  paper,
  rule,
  rules,
  ruledAppendices,
  said,
  size,
  unsaid,
} from "./reading.ts"

const body = "Công tác dân vận được"
const stateNd30: Clauses = {
  "Khổ A4; lề trên, dưới 20 – 25 mm; trái 30 – 35 mm; phải 15 – 20 mm": paper,
  "Phông chữ Times New Roman": [family],
  "Số trang cỡ 13 – 14, chữ đứng, giữa lề trên, không hiển thị ở trang thứ nhất": pageNumber(13, 14),
  "Số trang cách mép trên 10 mm": [edge],
  "Quốc hiệu in hoa, đậm, cỡ 12 – 13; Tiêu ngữ đậm, cỡ 13 – 14, đường kẻ dài bằng dòng chữ": [
    said("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
    size("CỘNG HÒA XÃ HỘI", 12, 13, "Quốc hiệu"),
    look("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "bold"),
    level("CỘNG HÒA", "VIỆT NAM"),
    size("Độc lập - Tự do", 13, 14, "Tiêu ngữ"),
    look("Độc lập - Tự do - Hạnh phúc", "bold"),
    rule(1, "Độc lập - Tự do - Hạnh phúc", 100, 100),
    centred("Độc lập - Tự do - Hạnh phúc", 145),
    rules(3),
  ],
  "Tên cơ quan in hoa, đậm, cỡ 12 – 13, đường kẻ từ 1/3 đến 1/2 dòng chữ; cơ quan chủ quản không đậm": [
    size("PHƯỜNG AN", 12, 13),
    look("PHƯỜNG AN", "bold"),
    look("ỦY BAN NHÂN DÂN", "bold"),
    centred("PHƯỜNG AN", 62.5),
    rule(0, "PHƯỜNG AN", 34, 50),
  ],
  "“Số:” cỡ 13; số dưới 10 thêm số 0; gạch chéo trước ký hiệu": [
    said("Số: 05/BC-UBND"),
    size("Số: 05/BC-UBND", 13),
    look("Số: 05/BC-UBND", "upright"),
    centred("Số: 05/BC-UBND", 62.5),
  ],
  "Địa danh, ngày tháng cỡ 13 – 14, nghiêng, cùng dòng với số và ký hiệu": [
    said("An, ngày 02 tháng 7 năm 2026"),
    size("An, ngày 02", 13, 14),
    look("An, ngày 02", "italic"),
    level("Số:", "An, ngày"),
    centred("An, ngày 02 tháng 7 năm 2026", 145),
  ],
  "Tên loại và trích yếu đậm, cỡ 13 – 14, đường kẻ từ 1/3 đến 1/2 dòng chữ": [
    size("BÁO CÁO", 13, 14),
    look("BÁO CÁO", "bold"),
    centred("BÁO CÁO", 112.5),
    size("nhiệm vụ trọng tâm", 13, 14, "trích yếu"),
    look("nhiệm vụ trọng tâm", "bold"),
    rule(2, "nhiệm vụ trọng tâm 6 tháng cuối năm 2026", 34, 50),
  ],
  "Căn cứ nghiêng, cỡ 13 – 14, cuối dòng “;”, dòng cuối “.”": [
    said("năm 2020 của Quận uỷ Mai về “Công tác dân vận”;"),
    said("Căn cứ Luật Thực hiện dân chủ ở cơ sở."),
    size("Căn cứ Chỉ thị", 13, 14),
    look("Căn cứ Luật Thực hiện", "italic"),
  ],
  "Viện dẫn lần đầu đầy đủ, lần sau tên loại và số, ký hiệu; luật, pháp lệnh chỉ ghi tên": [
    said("Căn cứ Chỉ thị số 01-CT/MU ngày 04 tháng 5 năm 2020 của Quận uỷ Mai"),
    said("Theo Chỉ thị số 01-CT/MU, Thường trực chỉ đạo kịp thời."),
    unsaid("10/2022/QH15"),
  ],
  "Mục I. in hoa đậm, khoản 1. có tiêu đề thì đậm, điểm a) chữ đứng, theo bảng chữ cái tiếng Việt": [
    look("KẾT QUẢ CÔNG TÁC DÂN VẬN", "bold"),
    look("Phong trào thi đua", "bold"),
    { ...size("I. KẾT QUẢ", 13, 14), word: null }, // in Word the number is a field
    size("KẾT QUẢ CÔNG TÁC DÂN VẬN", 13, 14),
  ],
  "Lời văn cỡ 13 – 14, căn đều, lùi đầu dòng 10 hoặc 12,7 mm, cách đoạn từ 6 pt, giãn dòng đơn đến 1,5": [
    size(body, 13, 14, "lời văn"),
    look(body, "upright"),
    justified(body),
    indent(body, 10),
    apart(body, 6),
    // Single spacing of Times New Roman is 1.15 of its size; 18 pt is 1.12 of it at one and a half: 24.15.
    leading(body, 16.1, 24.15),
  ],
  "TM., KT., TL., TUQ., Q.; quyền hạn, chức vụ, họ tên đậm, cỡ 13 – 14": [
    size("TM. ỦY BAN", 13, 14),
    look("TM. ỦY BAN NHÂN DÂN", "bold"),
    size("KT. CHỦ TỊCH", 13, 14),
    look("KT. CHỦ TỊCH", "bold"),
    look("PHÓ CHỦ TỊCH", "bold"),
    size("Nguyễn Văn A", 13, 14),
    look("Nguyễn Văn A", "bold"),
    centred("PHÓ CHỦ TỊCH", 152.5),
    centred("Nguyễn Văn A", 152.5),
  ],
  "Báo cáo gửi cấp trên có “Kính gửi:” cỡ 13 – 14, và “Như trên” ở nơi nhận": [
    said("Kính gửi: Ủy ban nhân dân thành phố Mai"),
    size("Kính gửi: Ủy ban", 13, 14),
    look("Kính gửi: Ủy ban", "upright"),
    said("- Như trên;"),
  ],
  "“Nơi nhận:” cỡ 12, nghiêng, đậm; nơi nhận cỡ 11, cuối dòng “;”, dòng cuối “Lưu: VT, …”": [
    size("Nơi nhận:", 12),
    look("Nơi nhận:", "bold italic"),
    level("Nơi nhận:", "TM. ỦY"),
    size("- Thường trực Đảng", 11),
    look("- Thường trực Đảng ủy;", "upright"),
    said("- Lưu: VT, VX."),
  ],
  "Trích yếu bắt đầu bằng chữ in hoa": [said("Kết quả công tác dân vận 6 tháng đầu năm 2026,")],
  "Văn bản có chỉ dẫn về phụ lục kèm theo": [
    said("Nội dung, số liệu chi tiết tại các Phụ lục I, Phụ lục II, Phụ lục III kèm theo."),
  ],
  "Lời văn kết thúc bằng “./.”": [said("Trên đây là báo cáo kết quả công tác dân vận./.")],
  "Từ hai phụ lục đánh số La Mã; tên phụ lục in hoa, đậm; dòng kèm theo nghiêng": [
    said("Phụ lục III"),
    said("TỔNG HỢP CÁC CHỈ TIÊU CÔNG TÁC DÂN VẬN"),
    look("TỔNG HỢP CÁC CHỈ TIÊU", "bold"),
    said("(Kèm theo Báo cáo số 05/BC-UBND ngày 02 tháng 7 năm 2026 của"),
    look("(Kèm theo Báo cáo số", "italic"),
    size("(Kèm theo Báo cáo", 13, 14),
  ],
  "Đường kẻ dưới dòng kèm theo; phụ lục kết thúc bằng “./.”": [ruledAppendices, endOfAppendices("./.")],
  "Số trang đánh riêng theo từng phụ lục": [counted("from one")],
}

const party = (ender: "," | ";", tone: "uỷ" | "ủy"): Clauses => ({
  paper,
  "page number": [...pageNumber(14, 14), edge],
  lead: [
    said("ĐẢNG CỘNG SẢN VIỆT NAM"),
    size("ĐẢNG CỘNG SẢN VIỆT NAM", 15),
    look("ĐẢNG CỘNG SẢN VIỆT NAM", "bold"),
    rule(0, "ĐẢNG CỘNG SẢN VIỆT NAM", 100, 100),
    rules(1),
  ],
  sizes: [
    size("ĐẢNG BỘ THÀNH PHỐ", 14, 14, "cơ quan cấp trên"),
    look("ĐẢNG BỘ THÀNH PHỐ", "upright"),
    size("ĐẢNG ỦY PHƯỜNG", 14, 14, "cơ quan ban hành"),
    look("ĐẢNG ỦY PHƯỜNG", "bold"),
    size("Số 05-BC/ĐU", 14),
    size("An, ngày 02", 14),
    look("An, ngày 02", "italic"),
    size("BÁO CÁO", 15, 16),
    size("nhiệm vụ trọng tâm", 14, 15, "trích yếu"),
    size(body, 14, 15, "lời văn"),
  ],
  star: [centred("*", 67.5)],
  number: [said("Số 05-BC/ĐU"), unsaid("Số:"), look("Số 05-BC/ĐU", "upright"), size("Số 05-BC/ĐU", 14)],
  date: [said("An, ngày 02 tháng 7 năm 2026"), size("An, ngày 02", 14), look("An, ngày 02", "italic")],
  title: [
    size("BÁO CÁO", 15, 16),
    look("BÁO CÁO", "bold"),
    size("nhiệm vụ trọng tâm", 14, 15, "trích yếu"),
    look("nhiệm vụ trọng tâm", "bold"),
  ],
  hyphens: [said("-----"), centred("-----", 112.5), unsaid("------")],
  body: [
    size(body, 14, 15),
    look(body, "upright"),
    justified(body),
    indent(body, 10),
    apart(body, 6),
    leading(body, 18, 22),
  ],
  // In Word the numbers are fields.
  roman: [
    { ...said("I- KẾT QUẢ CÔNG TÁC DÂN VẬN"), word: null },
    look("KẾT QUẢ CÔNG TÁC", "bold"),
    { ...unsaid("I. KẾT QUẢ"), word: null },
  ],
  arabic: [{ ...said("1. Công tác lãnh đạo,"), word: null }, look("Công tác lãnh đạo,", "bold")],
  tone: [said(`lãnh đạo, chỉ đạo của cấp ${tone}`)],
  basis: [
    look("Căn cứ Chỉ thị", "upright"),
    said("của Quận uỷ Mai về “Công tác dân vận”;"),
    said("của Quốc hội về “Thực hiện dân chủ ở cơ sở”."),
  ],
  recipients: [
    look("Nơi nhận:", "underlined"),
    size("Nơi nhận:", 14),
    said(`- Thường trực Thành ${tone}${ender}`),
    size("- Thường trực Thành", 12),
    said(`- Lưu Văn phòng Đảng ${tone}.`),
  ],
  signing: [
    look("T/M BAN THƯỜNG VỤ", "bold"),
    look("PHÓ BÍ THƯ", "upright"),
    look("Nguyễn Văn A", "bold"),
    size("T/M BAN THƯỜNG", 14),
    size("Nguyễn Văn A", 14),
  ],
})

const rows = (of: Clauses, ...keys: ReadonlyArray<string>) => keys.flatMap((key) => of[key] ?? [])
const of2018 = party(",", "uỷ")
const of2026 = party(";", "ủy")

const partyHd36: Clauses = {
  "Cỡ chữ các thành phần thể thức": rows(of2018, "sizes"),
  "Tiêu đề “ĐẢNG CỘNG SẢN VIỆT NAM” có đường kẻ dài bằng tiêu đề": rows(of2018, "lead"),
  "Dấu sao (*) dưới tên cơ quan ban hành": rows(of2018, "star"),
  "“Số 05-BC/ĐU”: không có dấu hai chấm; cỡ 14": rows(of2018, "number"),
  "Địa danh và ngày tháng cỡ 14, nghiêng": rows(of2018, "date"),
  "Viết “uỷ” trong lời văn của mẫu": rows(of2018, "tone"),
  "Đề mục I-, 1., a)": rows(of2018, "roman", "arabic"),
  "Căn cứ chữ đứng, mỗi căn cứ một dòng, đầu dòng có gạch nối": [
    look("Căn cứ Chỉ thị", "upright"),
    look("Căn cứ Luật", "upright"),
    { ...said("- Căn cứ Chỉ thị 01-CT/MU, ngày 04/5/2020"), word: null }, // in Word the mark is a field
    { ...said("- Căn cứ Luật"), word: null },
  ],
  "Viện dẫn có dấu phẩy trước ngày": [said("Căn cứ Chỉ thị 01-CT/MU, ngày 04/5/2020 của Quận uỷ Mai")],
  "“Kính gửi” chỉ dùng trong công văn": [unsaid("Kính gửi")],
  "Lề trên, dưới 20 mm; trái 30 mm; phải 15 mm": rows(of2018, "paper"),
  "Số trang giữa lề trên, cách mép 10 mm, từ trang thứ hai": rows(of2018, "page number"),
  "Năm gạch nối (-----) dưới trích yếu": rows(of2018, "hyphens"),
  "“Nơi nhận” gạch chân; chức vụ không đậm; K/T, T/M": [look("Nơi nhận:", "underlined"), ...rows(of2018, "signing")],
  "Thụt đầu dòng khoảng 10 mm; cách đoạn từ 6 pt; giãn dòng từ 18 pt": rows(of2018, "body"),
  "Dấu phẩy cuối mỗi dòng nơi nhận, dấu chấm ở dòng cuối": rows(of2018, "recipients"),
  "Số trang của phụ lục đánh liên tục với văn bản": [counted("on")],
}

const partyHd05: Clauses = {
  "Khổ A4; lề trên, dưới 20 mm; trái 30 mm; phải 15 mm": rows(of2026, "paper"),
  "Số trang cỡ 14, giữa lề trên, cách mép 10 mm, từ trang thứ hai": rows(of2026, "page number"),
  "Tiêu đề cỡ 15 đậm, có đường kẻ dài bằng tiêu đề": rows(of2026, "lead"),
  "Tên cơ quan cỡ 14; tên cơ quan ban hành đậm; dấu sao (*) ở dưới": rows(of2026, "sizes", "star"),
  "“Số 05-BC/ĐU”: không có dấu hai chấm; cỡ 14": rows(of2026, "number"),
  "Địa danh và ngày tháng cỡ 14, nghiêng": rows(of2026, "date"),
  "Tên loại cỡ 15 – 16, trích yếu cỡ 14 – 15, đậm; đúng năm gạch nối ở dưới": rows(of2026, "title", "hyphens"),
  "Lời văn cỡ 14 – 15, căn đều; thụt đầu dòng khoảng 10 mm; cách đoạn từ 6 pt; giãn dòng chính xác 18 – 22 pt": rows(
    of2026,
    "body",
  ),
  "Căn cứ chữ đứng, đầu dòng có gạch nối, cuối dòng “;”, dòng cuối “.”": rows(of2026, "basis"),
  "Khoản 1., điểm a)": rows(of2026, "arabic"),
  "Mục lớn I-, II-": rows(of2026, "roman"),
  "Viện dẫn lần đầu có “số” và dấu phẩy trước ngày; lần sau không": [
    said("Căn cứ Chỉ thị số 01-CT/MU, ngày 04/5/2020 của Quận uỷ Mai"),
    said("Theo Chỉ thị 01-CT/MU, Thường trực chỉ đạo kịp thời."),
  ],
  "Lời văn kết thúc bằng “.”, không dùng “./.”": [said("Trên đây là báo cáo kết quả công tác dân vận."), unsaid("./.")],
  "“Nơi nhận:” cỡ 14 gạch chân; nơi nhận cỡ 12, cuối dòng “;”, dòng cuối “.”": rows(of2026, "recipients"),
  "T/M, K/T đậm; chức vụ không đậm; họ tên đậm, cỡ 14": rows(of2026, "signing"),
  "Viết “ủy” trong lời văn của mẫu": rows(of2026, "tone"),
  "“Kính gửi” chỉ dùng trong công văn": [unsaid("Kính gửi")],
  "Số trang đánh riêng theo từng phụ lục": [counted("from one")],
}

/** By form. */
export const clauses: Readonly<Record<string, Clauses>> = {
  "state-nd30": stateNd30,
  "party-hd36": partyHd36,
  "party-hd05": partyHd05,
}

/** Clauses that are about no page. */
export const elsewhere: Readonly<Record<string, string>> = {
  "Áp dụng từ ngày 27/5/2026": "which form is chosen: packages/core/test/registers/Form.test.ts",
}
