// The words that are counted, as reports write them. A unit is the classifier (`cuộc`, `hộ`) or the whole phrase where the
// phrase is what one counts (`lượt người`, `suất quà`): 866 lượt and 964 người are not two readings of one thing.
import * as Token from "./Token.ts"

/** What kind of thing: time words make periods, not figures; behind a place word a number may be a name. */
export type Kind = "count" | "place" | "money" | "size" | "time"

/** A unit found in a text; `end` is the token behind it. */
export interface UnitWord {
  readonly unit: string
  readonly kind: Kind
  readonly end: number
}

// `a=b` is spelled a and means b. Longest match wins, so phrases may begin alike.
const tables: Readonly<Record<Kind, string>> = {
  money: "đồng, đ=đồng, vnđ=đồng, vnd=đồng, ₫=đồng, đồng việt nam=đồng, usd=USD, đô la=USD, đô la mỹ=USD",
  size: `km, m, m2=m², m²=m², m3=m³, m³=m³, km2=km², km²=km², cm, mm, ha, kg, gam, tấn, tạ, yến, lít, ml, mét=m, ki-lô-mét=km,
    mét vuông=m², mét khối=m³, hecta=ha, héc ta=ha, hec ta=ha, km vuông=km², kw, kwh, mw, kg gạo=kg, sào, công đất, mẫu đất`,
  time: "năm, tháng, tuần, quý, thập kỷ, thập niên, thế kỷ, năm tuổi đảng",
  place: `tỉnh, thành phố, quận, huyện, thị xã, phường, xã, thị trấn, đặc khu, thôn, xóm, ấp, buôn, làng, khóm, khu phố, tổ dân phố,
    tdp=tổ dân phố, khu dân cư, địa bàn, địa bàn dân cư, tuyến, tuyến đường, tuyến phố, con đường, tuyến hẻm, ngõ, hẻm, khu, khu công nghiệp, khu chung cư, vùng, bản làng,
    thôn bản=thôn, cụm dân cư, huyện thị=huyện, quận huyện=quận, phường xã=phường`,
  count: `cuộc, cuộc gọi, hội nghị, lớp, buổi, đợt, phiên, kỳ, kỳ họp, hội thi, hội thảo, tọa đàm, cuộc tọa đàm=cuộc, diễn đàn, chuyên đề, sự kiện,
    lễ hội, lần, vòng, chuyến, ca, trận, tiết mục, chương trình, hoạt động, phong trào, hội diễn, hội trại, giải, giải thưởng, giải pháp,
    lượt, lượt người, lượt hộ, lượt khách, lượt công dân, lượt hội viên, lượt đoàn viên, lượt đảng viên, lượt cán bộ, lượt chiến sĩ,
    lượt đại biểu, lượt học sinh, lượt học viên, lượt thanh niên, lượt phụ nữ, lượt hồ sơ, lượt ý kiến, lượt truy cập, lượt xem,
    lượt tiếp cận, lượt khán giả, lượt đoàn, lượt nông dân, lượt nhân dân, lượt bệnh nhân, lượt tin bài, lượt tin, lượt xe,
    người, đồng chí, đ/c=đồng chí, đc=đồng chí, hộ, khẩu, nhân khẩu, gia đình, cá nhân, tập thể, tập thể và cá nhân=tập thể\\, cá nhân,
    tập thể\\, cá nhân=tập thể\\, cá nhân, tập thể/cá nhân=tập thể\\, cá nhân, công dân, cử tri, đại biểu, hội viên, đoàn viên, đảng viên,
    đoàn viên\\, hội viên=đoàn viên\\, hội viên, cán bộ, công chức, viên chức, chiến sĩ, dân quân, quân nhân, bộ đội, thành viên, hòa giải viên, tuyên truyền viên, báo cáo viên, cộng tác viên,
    tình nguyện viên, giáo viên, học sinh, sinh viên, học viên, thí sinh, thanh niên, thiếu nhi, phụ nữ, nông dân, công nhân, lao động,
    người lao động, cựu chiến binh, em, em nhỏ, cháu, cụ, bà, ông, chị, vị, bệnh nhân, tín đồ, chức sắc, chức việc, tu sĩ, linh mục, phật tử, giáo dân,
    quần chúng, quần chúng ưu tú=quần chúng, đối tượng, nạn nhân, đồng bào, trẻ em, trẻ, nhà tài trợ, mạnh thường quân, doanh nhân, chuyên gia, nghệ nhân,
    mô hình, điển hình, mô hình\\, điển hình=mô hình\\, điển hình, mô hình và điển hình=mô hình\\, điển hình, mô hình/điển hình=mô hình\\, điển hình,
    đơn vị, đơn vị máu, cơ quan, doanh nghiệp, hợp tác xã, htx=hợp tác xã, tổ hợp tác, trang trại, công ty, trường, trường học, bệnh viện,
    cơ sở, cơ sở thờ tự, cơ sở tôn giáo, cơ sở hội, cơ sở đoàn, tổ chức, tổ chức đảng, tổ chức cơ sở đảng, tổ chức tôn giáo, tôn giáo,
    dân tộc, ban, ban thanh tra nhân dân, ngành, sở, đoàn, đoàn thể, đoàn kiểm tra=đoàn, hội, đảng bộ, đảng ủy, chi bộ, chi hội, chi đoàn, phân hội,
    công đoàn cơ sở, công đoàn, câu lạc bộ, clb=câu lạc bộ, tổ, tổ tự quản, tổ hòa giải, tổ liên gia, tổ dân vận, tổ công tác=tổ, nhóm, nhóm nòng cốt, đội,
    đội hình, điểm nhóm, điểm, điểm cầu, điểm nóng, điểm trường, vụ, việc, vụ việc, đơn, đơn thư, ý kiến, kiến nghị, khiếu nại, tố cáo, phản ánh,
    trường hợp, mâu thuẫn, tranh chấp, sai phạm, tồn tại, nội dung, vấn đề, chỉ tiêu, tiêu chí, nhiệm vụ, mục tiêu, lĩnh vực, mặt, khía cạnh, phương diện, hình thức, nhóm nhiệm vụ=nhiệm vụ,
    văn bản, kế hoạch, báo cáo, hướng dẫn, nghị quyết, chỉ thị, quyết định, quy định, thông báo, đề án, dự án, dự thảo, tờ trình, công văn, kết luận,
    hương ước, quy ước, hương ước\\, quy ước=hương ước\\, quy ước, quy chế, bản, bản cam kết, biên bản, hồ sơ, thủ tục, thủ tục hành chính, phiếu, thẻ, thẻ bhyt=thẻ, phiếu khảo sát=phiếu,
    tin báo, tin, bài, tin bài=tin\\, bài, tin\\, bài=tin\\, bài, bài viết, video, clip, phóng sự, chuyên mục, tài liệu, cuốn, quyển, tờ rơi, tờ gấp, khẩu hiệu,
    băng rôn, pano, panô=pano, cờ, bộ, giấy khen, bằng khen, kỷ niệm chương, huy hiệu, danh hiệu, tập san,
    nhà, ngôi nhà, căn nhà, nhà đại đoàn kết=nhà, nhà tình nghĩa=nhà, nhà tình thương=nhà, căn, phòng, phòng học, công trình, phần việc,
    công trình\\, phần việc=công trình\\, phần việc, cây cầu, cầu, cống, giếng, hố, bể, chiếc, cái, xe, xe đạp, xe lăn, máy tính, máy, ti vi, camera,
    mắt camera=camera, cột điện, bức tranh, bức, tủ sách, đầu sách, lá cờ=cờ, đèn năng lượng mặt trời=đèn, bóng đèn, bóng, bóng điện=bóng đèn, cột đèn, đèn, thùng rác, thùng, bồn hoa, cây, cây xanh=cây, con, con giống, khẩu súng, súng, quả, túi, túi quà, hộp, chai, bao, gói,
    suất, suất quà, xuất quà=suất quà, xuất=suất, suất học bổng, học bổng, phần, phần quà, suất ăn, quà, món quà=quà, sổ tiết kiệm, sổ,
    ngày công, ngày công lao động=ngày công, công, công lao động=công, ngày, ngày người, giờ, phút, giây, tiếng, tiết, tuổi, bước, câu hỏi, câu, trang, bữa, bữa ăn,
    phòng ban, khẩu trang, giáo xứ, giáo họ, địa điểm, giai đoạn, ca khúc, xe máy, ô tô, công điện, công viên, đơn hàng, hội trường, hội chợ, ngày hội, ngày lễ,
    bản đồ, bản tin, trang web, căn hộ, nhà vệ sinh, nhà văn hóa, nhà hàng, nhà thầu, nhà khoa học, nhà trẻ, nhà thờ, nhà trọ, mặt hàng, xã viên, hố ga, phần thưởng, túi thuốc,
    việc làm, khoản vay=khoản, khoản, món vay=món, dịch vụ, sản phẩm, sáng kiến, cách làm, bài học, kinh nghiệm, nhu cầu, vị trí, bàn, gian hàng, cửa hàng, ki ốt, chợ, nhà máy, cụm, liên đội, đám, đám cưới, đám tang`,
}

// Words that begin like a unit and are none.
const others = `đồng thời, đồng thuận, đồng loạt, đồng hành, đồng tình, đồng bộ, đồng ý, xã hội, xã hội hóa, lần lượt, ban hành, ban đầu, ban bố, đội ngũ,
  phần lớn, phần trăm, ngày càng, ngày nay, ngày một, giờ đây, công tác, công nhận, công khai, công an, công bố, công tâm, đoàn kết, tổ quốc, hội đồng,
  nhà nước, bộ phận, bộ máy, tin tưởng, bản thân, sở hữu, cơ bản, đơn giản, con em, con người, con số, công cụ, công nghệ, công đoạn, công chứng, mặt trận, mặt bằng, mặt khác, vụ lợi,
  điểm phần trăm, bài bản, bài trừ, công dân số, câu chuyện, cụ thể, cái gì, trang trọng, trang bị, phòng chống, tuyến đầu, khu vực, xe cộ, cây trồng, ca ngợi, tiếng nói,
  chuyến thăm, từ đó, từ ngày, từ năm, từ tháng, từ khi, công việc, năm nay, hội nhập, trẻ hóa, điểm lại, trường kỳ, ông bà, giải quyết, giải ngân, giải tỏa, giải phóng,
  chị em, bà con, anh em, mẫu mực, máy móc, vị thế, vị trí việc làm, bước đầu, căn cứ, điểm đến, kỳ vọng, bộ ngành, bao gồm, công sức, lần thứ`

interface Node {
  readonly next: Map<string, Node>
  unit: { readonly unit: string; readonly kind: Kind } | null | undefined
}

const grow = (root: Node, phrase: string, unit: Node["unit"]): void => {
  let node = root
  for (const { key } of Token.cut(phrase)) {
    const next: Node = node.next.get(key) ?? { next: new Map(), unit: undefined }
    node.next.set(key, next)
    node = next
  }
  node.unit = unit
}

const entries = (table: string): ReadonlyArray<string> =>
  table.split(/(?<!\\),/).map((entry) => entry.replaceAll("\\,", ",").replace(/\s+/g, " ").trim())

const plant = (): Node => {
  const root: Node = { next: new Map(), unit: undefined }
  for (const phrase of entries(others)) grow(root, phrase, null)
  for (const [kind, table] of Object.entries(tables)) {
    for (const entry of entries(table)) {
      const [phrase = "", meaning = phrase] = entry.split("=")
      grow(root, phrase, { unit: meaning, kind: kind as Kind })
    }
  }
  return root
}

// Made at the first text, not when the module is loaded.
let planted: Node | undefined

/** The longest unit that begins at token `i`, or null. */
export const read = (tokens: Token.Tokens, i: number, depth = 0): UnitWord | null => {
  const first = tokens[i]
  // A wrapped line goes on in lower case; a capital begins something else.
  if (!first || (first.gap === "line" && Token.isCapital(first))) return null
  let node = (planted ??= plant())
  let found: UnitWord | null = null
  for (let k = i; k < tokens.length; k++) {
    const token = tokens[k]
    if (!token || (k > i && token.gap === "line")) break
    const next = node.next.get(token.key)
    if (!next) break
    node = next
    if (next.unit !== undefined) found = next.unit && { ...next.unit, end: k + 1 }
  }
  if (!found) return null
  return found.unit === "năm" && /^(19|20|21)\d\d$/.test(tokens[found.end]?.text ?? "")
    ? null
    : per(tokens, found, depth)
}

const shared = new Set(["người", "hộ", "học viên", "đại biểu", "thành viên", "mô hình", "suất quà"])
const often = new Set(["năm", "tháng", "tuần", "quý", "ngày", "lớp", "buổi", "cuộc", "đợt", "giờ"])

/**
 * đồng/suất, người/km², lần/tháng: another unit than đồng, người, lần. Behind what is counted only a stretch of time, or
 * what holds it, but for what is usually spread over others: 42 xã/phường counts both.
 */
export const per = (tokens: Token.Tokens, found: UnitWord, depth = 0): UnitWord => {
  if (depth > 1 || Token.mark(tokens, found.end) !== "/" || tokens[found.end + 1]?.kind !== "word") return found
  const below = read(tokens, found.end + 1, depth + 1)
  if (!below) return found
  const fits =
    found.kind === "money" ||
    found.kind === "size" ||
    often.has(below.unit.split("/")[0] ?? "") ||
    below.kind === "size" ||
    shared.has(found.unit)
  return fits ? { unit: `${found.unit}/${below.unit}`, kind: found.kind, end: below.end } : found
}
