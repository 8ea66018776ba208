// How a clause of a form is read from what we made: from the PDF as poppler measures it, and from the XML of the Word
// file as its styles say it. Millimetres, points, per cent, or words.
import { run, strokesOf, type Word as Box, wordsOf } from "../../packages/render-pdf/test/poppler.ts"
import { effective, open, paragraphs, textOf, type Word as File } from "../../packages/render-docx/test/reader.ts"
import { all, find, kids, val } from "../../packages/render-docx/test/xml.ts"

/** What was found: a measure, or words. */
export type Found = number | string

interface Stroke {
  readonly x1: number
  readonly x2: number
  readonly y1: number
}

/** A PDF as it lies on the table. */
export interface Pdf {
  readonly words: ReadonlyArray<Box>
  readonly strokes: ReadonlyArray<Stroke>
  /** Of another page than the first. */
  readonly strokesOn: (page: number) => ReadonlyArray<Stroke>
  /** Lines of text with their looks. */
  readonly lines: ReadonlyArray<{ readonly text: string; readonly look: string }>
}

/** A row of the table of clauses: what it says, how it is read, and what is allowed (a range, or these very words). */
export interface Row {
  readonly says: string
  readonly pdf: ((pdf: Pdf) => Found) | null
  readonly word: ((file: File) => Found) | null
  readonly allowed: readonly [least: number, most: number] | string
}

/** The rows of a clause, under the words by which the form has it. */
export type Clauses = Readonly<Record<string, ReadonlyArray<Row>>>

const SLACK = 0.15 // mm and pt: what rounding to twips and to hundredths of a point makes

/** Whether a row holds for what was found. */
export const holds = ({ allowed }: Row, found: Found): boolean =>
  typeof allowed === "string" || typeof found === "string"
    ? found === allowed
    : found >= allowed[0] - SLACK && found <= allowed[1] + SLACK

export const pdfOf = (bytes: Uint8Array): Pdf => {
  const xml = run("pdftohtml", bytes, ["-xml", "-stdout", "-i"])
  const lines = [...xml.matchAll(/<text [^>]*>(.*?)<\/text>/g)].map(([, inner = ""]) => ({
    text: inner.replaceAll(/<[^>]*>/g, "").replaceAll("&amp;", "&"),
    look: lookText(inner.includes("<b>"), inner.includes("<i>"), false),
  }))
  return { words: wordsOf(bytes), strokes: strokesOf(bytes, 1), strokesOn: (page) => strokesOf(bytes, page), lines }
}

export const fileOf = open

const lookText = (bold: boolean, italic: boolean, underlined: boolean): string =>
  [bold && "bold", italic && "italic", underlined && "underlined"].filter(Boolean).join(" ") || "upright"

/** The box of a phrase, from its first word to its last. */
export const boxOf = (words: ReadonlyArray<Box>, phrase: string): Box => {
  const parts = phrase.split(" ")
  const at = words.findIndex((_, i) => parts.every((part, p) => words[i + p]?.text === part))
  const [first, last] = [words[at], words[at + parts.length - 1]]
  if (!first || !last) throw new Error(`${phrase} is not on the page`)
  return { ...first, right: last.right }
}
export const middle = ({ left, right }: Box): number => (left + right) / 2
export const wide = ({ left, right }: Box): number => right - left

const flat = (text: string): string => text.replaceAll(/[\s\u2007]+/g, " ")

/** The first paragraph of a Word file in which a phrase stands. */
export const paragraphWith = (file: File, phrase: string) => {
  const found = paragraphs(file).find((one) => flat(textOf(one)).includes(phrase))
  if (!found) throw new Error(`${phrase} is in no paragraph`)
  return found
}

/** A property of that paragraph's style, as a number. */
const measured =
  (phrase: string, kind: "w:pPr" | "w:rPr", name: string, attribute: string, by: number) => (file: File) =>
    Number(val(effective(file, paragraphWith(file, phrase), kind, name), attribute) ?? 0) / by

const MM = 1440 / 25.4

/** Size of type. */
export const size = (phrase: string, least: number, most = least, says = phrase): Row => ({
  says: `${says}: cỡ ${least === most ? least : `${least} – ${most}`}`,
  pdf: ({ words }) => boxOf(words, phrase).size,
  word: measured(phrase, "w:rPr", "w:sz", "w:val", 2),
  allowed: [least, most],
})

/** Upright, bold, italic, underlined. Underlining is a mark of its own in a PDF: read from the Word file alone. */
export const look = (phrase: string, allowed: string): Row => ({
  says: `${phrase}: ${allowed}`,
  pdf: allowed.includes("underlined")
    ? null
    : ({ lines }) => lines.find(({ text }) => flat(text).includes(phrase))?.look ?? `${phrase} is on no page`,
  word: (file) => {
    const on = (name: string): boolean => {
      const found = effective(file, paragraphWith(file, phrase), "w:rPr", name)
      return found !== undefined && !["0", "false", "none"].includes(val(found) ?? "1")
    }
    return lookText(on("w:b"), on("w:i"), on("w:u"))
  },
  allowed,
})

/** Words that stand in the document as they stand here, in both files. */
export const said = (phrase: string): Row => ({
  says: `có “${phrase}”`,
  pdf: ({ words }) => (boxOf(words, phrase) ? phrase : ""),
  word: (file) => (paragraphWith(file, phrase) ? phrase : ""),
  allowed: phrase,
})

/** Words that stand nowhere. */
export const unsaid = (phrase: string): Row => ({
  says: `không có “${phrase}”`,
  pdf: ({ words }) => words.filter(({ text }) => text.includes(phrase)).length,
  word: (file) => paragraphs(file).filter((one) => textOf(one).includes(phrase)).length,
  allowed: [0, 0],
})

/** In the middle of a stretch of the page (mm from its left edge); in Word, centred in its cell or column. */
export const centred = (phrase: string, at: number): Row => ({
  says: `${phrase}: canh giữa`,
  pdf: ({ words }) => Math.abs(middle(boxOf(words, phrase)) - at),
  word: (file) => (val(effective(file, paragraphWith(file, phrase), "w:pPr", "w:jc")) === "center" ? 0 : 1),
  allowed: [0, 0.1],
})

/** Two phrases on one base line; in Word, in one row of a table. */
export const level = (one: string, other: string): Row => ({
  says: `${one} ngang hàng với ${other}`,
  pdf: ({ words }) => boxOf(words, one).base - boxOf(words, other).base,
  word: (file) => {
    const row = [...all(file.body, "w:tr")].find((tr) => flat(textOf(tr)).includes(one))
    return row && flat(textOf(row)).includes(other) ? 0 : 1
  },
  allowed: [-0.6, 0.6],
})

/** The nth drawn line of the first page, per cent of the words above it. */
export const rule = (nth: number, phrase: string, least: number, most: number): Row => ({
  says: `đường kẻ dưới ${phrase}: ${least} – ${most} %`,
  pdf: ({ strokes, words }) => {
    const stroke = strokes[nth]
    return stroke ? (100 * (stroke.x2 - stroke.x1)) / wide(boxOf(words, phrase)) : Number.NaN
  },
  // The widths of words are not in a Word file: they are taken from the PDF, whose face has the same.
  word: null,
  allowed: [least, most],
})

/** How many lines are drawn on the first page. */
export const rules = (n: number): Row => ({
  says: `${n} đường kẻ`,
  pdf: ({ strokes }) => strokes.length,
  word: (file) => {
    const pieces = kids(file.body)
    const end = pieces.findIndex((piece) => find(piece, "w:pPr", "w:sectPr"))
    return pieces.slice(0, end).flatMap((piece) => [...all(piece, "wps:wsp")]).length
  },
  allowed: [n, n],
})

/** First-line indent, mm. */
export const indent = (phrase: string, least: number, most = least): Row => ({
  says: `thụt đầu dòng ${least === most ? least : `${least} – ${most}`} mm`,
  pdf: ({ words }) => boxOf(words, phrase).left - 30,
  word: measured(phrase, "w:pPr", "w:ind", "w:firstLine", MM),
  allowed: [least, most],
})

/** From base line to base line of one paragraph, pt. */
export const leading = (phrase: string, least: number, most: number): Row => ({
  says: `giãn dòng ${least} – ${most} pt`,
  pdf: ({ words }) => {
    const { page, base } = boxOf(words, phrase)
    const below = words.filter((word) => word.page === page && word.base > base + 1).map((word) => word.base)
    return ((Math.min(...below) - base) * 72) / 25.4
  },
  word: measured(phrase, "w:pPr", "w:spacing", "w:line", 20),
  allowed: [least, most],
})

/** Space between paragraphs, pt; read from the Word file, where it is a property of its own. */
export const apart = (phrase: string, least: number): Row => ({
  says: `cách đoạn từ ${least} pt`,
  pdf: null,
  word: measured(phrase, "w:pPr", "w:spacing", "w:after", 20),
  allowed: [least, 24],
})

/** Set to both edges. */
export const justified = (phrase: string): Row => ({
  says: "căn đều hai lề",
  pdf: ({ words }) => {
    const { base } = boxOf(words, phrase)
    return Math.max(
      ...words.filter((word) => word.page === 1 && Math.abs(word.base - base) < 1).map(({ right }) => right),
    )
  },
  word: (file) => (val(effective(file, paragraphWith(file, phrase), "w:pPr", "w:jc")) === "both" ? 195 : 0),
  allowed: [194.9, 195],
})

const sections = (file: File) => [...all(file.body, "w:sectPr")]
const margin = (side: string) => (file: File) => Number(val(find(sections(file)[0], "w:pgMar"), `w:${side}`)) / MM

/** Paper, margins, and the number of the page: what all forms share. */
export const paper: ReadonlyArray<Row> = [
  {
    says: "khổ A4: 210 × 297 mm",
    pdf: null,
    word: (file) => Number(val(find(sections(file)[0], "w:pgSz"), "w:w")) / MM,
    allowed: [210, 210],
  },
  {
    says: "lề trái 30 mm",
    pdf: ({ words }) => Math.min(...words.filter(({ page, top }) => page === 2 && top > 19).map(({ left }) => left)),
    word: margin("left"),
    allowed: [30, 30],
  },
  {
    says: "lề phải 15 mm",
    pdf: ({ words }) => 210 - Math.max(...words.filter(({ page }) => page === 2).map(({ right }) => right)),
    word: margin("right"),
    allowed: [15, 15],
  },
  {
    says: "lề trên 20 mm",
    pdf: ({ words }) => {
      const body = words.filter(({ page, top }) => page === 2 && top > 19)
      return Math.min(...body.map(({ base, size: points }) => base - 0.891 * points * (25.4 / 72))) - 0.43
    },
    word: margin("top"),
    allowed: [19.6, 20.4],
  },
  {
    says: "lề dưới 20 mm, không có chữ thấp hơn",
    pdf: ({ words }) => 297 - Math.max(...words.map(({ base }) => base)),
    word: margin("bottom"),
    allowed: [20, 40],
  },
]

/** The number at the head of a page. */
export const pageNumber = (least: number, most: number): ReadonlyArray<Row> => {
  const second = ({ words }: Pdf): Box => {
    const found = words.find(({ page, top }) => page === 2 && top < 19)
    if (!found) throw new Error("the second page has no number")
    return found
  }
  return [
    {
      says: `số trang cỡ ${least} – ${most}`,
      pdf: (pdf) => second(pdf).size,
      word: (file) => {
        const style = kids(file.styles, "w:style").find((one) => val(one, "w:styleId") === "Header")
        return Number(val(find(style, "w:rPr", "w:sz"))) / 2
      },
      allowed: [least, most],
    },
    { says: "số trang ở giữa", pdf: (pdf) => middle(second(pdf)), word: null, allowed: [112.5, 112.5] },
    {
      says: "trang thứ nhất không hiển thị số",
      pdf: ({ words }) => words.filter(({ page, top }) => page === 1 && top < 19).length,
      word: (file) => (find(sections(file)[0], "w:titlePg") ? 0 : 1),
      allowed: [0, 0],
    },
  ]
}

/** The number's distance from the edge of the paper, mm. */
export const edge: Row = {
  says: "số trang cách mép 10 mm",
  pdf: ({ words }) => words.find(({ page, top }) => page === 2 && top < 19)?.top ?? Number.NaN,
  word: (file) =>
    Number(val(find(sections(file)[0], "w:pgMar"), "w:header")) / MM + (0.8 * 18 - 0.676 * 14) * (25.4 / 72),
  allowed: [9.5, 10.5],
}

/** The first pages of the appendices. */
const opened = ({ words }: Pdf): ReadonlyArray<number> =>
  words.filter(({ text, top }) => text === "Phụ" && top > 19 && top < 26).map(({ page }) => page)

/** Page numbers on the first page of each appendix and what Word is told to begin with. */
export const counted = (how: "from one" | "on"): Row => ({
  says: how === "from one" ? "phụ lục đánh số trang từ 1, trang đầu không hiển thị" : "số trang chạy tiếp qua phụ lục",
  pdf: (pdf) => {
    const { words } = pdf
    const first = opened(pdf)
    const shown = first.filter((of) => words.some(({ page, top, text }) => page === of && top < 19 && text === `${of}`))
    return shown.length === 0 ? "from one" : shown.length === first.length ? "on" : "mixed"
  },
  word: (file) => {
    const starts = sections(file)
      .slice(1)
      .map((one) => val(find(one, "w:pgNumType"), "w:start"))
    return starts.every((start) => start === "1")
      ? "from one"
      : starts.every((start) => start === undefined)
        ? "on"
        : "mixed"
  },
  allowed: how,
})

/** The line under the head of each appendix: in the middle, above its tables. */
export const ruledAppendices: Row = {
  says: "mỗi phụ lục có đường kẻ ở giữa, dưới dòng kèm theo",
  pdf: (pdf) =>
    opened(pdf).filter((page) => {
      const reference = boxOf(
        pdf.words.filter((word) => word.page === page),
        "(Kèm theo",
      )
      // Upright, or across: the middle between the margins. The line of words may be two.
      return pdf
        .strokesOn(page)
        .some(
          ({ x1, x2, y1 }) =>
            [112.5, 156].some((middleOf) => Math.abs((x1 + x2) / 2 - middleOf) < 0.2) &&
            y1 > reference.base &&
            y1 < reference.base + 9,
        )
    }).length - opened(pdf).length,
  word: (file) => {
    const heads = paragraphs(file).filter((one) => flat(textOf(one)).startsWith("(Kèm theo")).length
    return [...all(file.body, "wps:wsp")].length - 3 - heads
  },
  allowed: [0, 0],
}

/** What each appendix ends with, standing alone below its tables. */
export const endOfAppendices = (mark: string): Row => ({
  says: `mỗi phụ lục kết thúc bằng “${mark}”`,
  pdf: (pdf) => pdf.words.filter(({ text }) => text === mark).length - opened(pdf).length,
  word: (file) => {
    const lines = paragraphs(file).map((one) => flat(textOf(one)).trim())
    return lines.filter((line) => line === mark).length - lines.filter((line) => line.startsWith("(Kèm theo")).length
  },
  allowed: [0, 0],
})

/** One family of letters. */
export const family: Row = {
  says: "phông chữ Times New Roman (trong PDF: Tinos, cùng số đo)",
  pdf: null,
  word: (file) => val(find(file.styles, "w:docDefaults", "w:rPrDefault", "w:rPr", "w:rFonts"), "w:ascii") ?? "",
  allowed: "Times New Roman",
}
