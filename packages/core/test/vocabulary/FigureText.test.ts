import { readFileSync } from "node:fs"
import { FigureText } from "@danvan/core"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"

/** A figure without its place. */
const said = ({ raw: _raw, at: _at, length: _length, ...figure }: FigureText.Found): unknown => figure
const figures = (text: string): ReadonlyArray<unknown> => FigureText.read(text).map(said)

const table = readFileSync(new URL("../figures.tsv", import.meta.url), "utf8")
  .trimEnd()
  .split("\n")
  .slice(1)
  .map((line) => line.split("\t") as [kind: string, sentence: string, figures: string])
const ofKind = (kind: string) => table.filter((row) => row[0] === kind)

describe("FigureText", () => {
  it("has sentences enough to be judged by", () => {
    expect(ofKind("figure").length).toBeGreaterThanOrEqual(200)
    expect(ofKind("two-readings").length).toBeGreaterThanOrEqual(30)
    expect(ofKind("none").length).toBeGreaterThanOrEqual(40)
    for (const [, sentence, wanted] of ofKind("two-readings")) {
      expect(
        JSON.parse(wanted).some((one: { readings?: ReadonlyArray<unknown> }) => one.readings?.length === 2),
        sentence,
      ).toBe(true)
    }
  })

  it.each(table)("%s: %s", (_, sentence, wanted) => {
    expect(figures(sentence)).toEqual(JSON.parse(wanted))
  })

  it("says where a figure stands, qualifier and unit included", () => {
    const text = "Có khoảng 1.500 lượt người; từ 5 đến 7 cuộc; tăng 2 lần."
    for (const { raw, at, length } of FigureText.read(text)) expect(text.slice(at, at + length)).toBe(raw)
    expect(FigureText.read(text).map(({ raw }) => raw)).toEqual([
      "khoảng 1.500 lượt người",
      "từ 5 đến 7 cuộc",
      "tăng 2 lần",
    ])
  })

  it.each([
    ["1.500", { value: "1500", unit: null, qualifier: "exact" }],
    ["87,50%", { percent: "87.50", qualifier: "exact" }],
    ["30,388 tỷ đồng", { value: "30388000000", unit: "đồng", qualifier: "exact" }],
    ["45 tỷ 250 triệu", { value: "45250000000", unit: "đồng", qualifier: "exact" }],
    ["12 triệu 500.000 đồng", { value: "12500000", unit: "đồng", qualifier: "exact" }],
    ["trên 2,5 tỷ", { value: "2500000000", unit: "đồng", qualifier: "over" }],
    ["dân số 1,2 triệu", { value: "1200000", unit: null, qualifier: "exact" }],
    ["500 triệu lượt", { value: "500000000", unit: "lượt", qualifier: "exact" }],
    ["500tr.đ", { value: "500000000", unit: "đồng", qualifier: "exact" }],
    ["hơn 23 ngàn", { value: "23000", unit: null, qualifier: "over" }],
    ["khoảng hơn 50 hộ", { value: "50", unit: "hộ", qualifier: "about" }],
    ["05", { value: "5", unit: null, qualifier: "exact" }],
    ["42/42", { x: "42", y: "42", unit: null }],
    ["8.400m2", { value: "8400", unit: "m²", qualifier: "exact" }],
    ["8.400 m²", { value: "8400", unit: "m²", qualifier: "exact" }],
    ["hai mươi lăm", { value: "25", unit: null, qualifier: "exact" }],
    ["một nghìn không trăm linh năm hộ", { value: "1005", unit: "hộ", qualifier: "exact" }],
    ["ba trăm hai mươi mốt nghìn", { value: "321000", unit: null, qualifier: "exact" }],
    ["gần nửa triệu người", { value: "500000", unit: "người", qualifier: "under" }],
    ["hai ba cuộc", { from: "2", to: "3", unit: "cuộc", qualifier: "about" }],
    ["(-5%)", { percent: "-5", qualifier: "exact" }],
    ["-25 mô hình", { value: "25", unit: "mô hình", qualifier: "exact" }],
    ["500 triệu - 1 tỷ đồng", { from: "500000000", to: "1000000000", unit: "đồng" }],
    ["từ 500 đến 1 triệu đồng", { from: "500", to: "1000000", unit: "đồng" }],
    ["1,2/1,5 tỷ đồng", { x: "1200000000", y: "1500000000", unit: "đồng" }],
    ["198/221/200 lượt", { problem: "figure.malformed", readings: [] }],
    ["1.234,567.8", { problem: "figure.malformed", readings: [] }],
    [
      "1.5 tỷ đồng",
      { problem: "figure.malformed", readings: [{ value: "1500000000", unit: "đồng", qualifier: "exact" }] },
    ],
    ["1,234,567", { problem: "figure.malformed", readings: [{ value: "1234567", unit: null, qualifier: "exact" }] }],
  ])("reads %j", (text, wanted) => {
    expect(figures(text)).toEqual([wanted])
  })

  it.each([
    "năm 2022",
    "27/7/2022",
    "27-7-2022",
    "27.7.2022",
    "ngày 27 tháng 7 năm 2022",
    "sáng 27/7",
    "tháng 6/2022",
    "tháng 6",
    "quý I/2022",
    "6 tháng đầu năm 2022",
    "9 tháng",
    "giai đoạn 2021 - 2025",
    "nhiệm kỳ 2020-2025",
    "khoá XVII",
    "07-CT/TU",
    "34/2007/PL-UBTVQH11",
    "số 05-BC/QU",
    "Số: 05 - BC/QU",
    "lần thứ 3",
    "khu phố 5",
    "Tổ dân phố số 5",
    "Điều 12",
    "mục 2",
    "024 3823 4567",
    "Covid-19",
    "COVID 19",
    "14:30",
    "7g30",
    "5G",
    "lúc 8 giờ",
    "15-16/6/2022",
    "dan.van@hanoi2.example.vn",
    "hai mươi năm",
    "hằng năm",
    "nhiều mô hình",
    "Ba Đình",
    "thứ hai",
  ])("finds no figure in %j", (text) => {
    expect(FigureText.read(text)).toEqual([])
  })

  it.each(table.filter((_, i) => i % 3 === 0))(
    "reads NFD, no-break spaces and the other tone style: %s: %s",
    (_, sentence) => {
      const wanted = figures(sentence)
      const other = sentence.replace(
        /hòa|hóa|ủy|tỏa/g,
        (word) => ({ hòa: "hoà", hóa: "hoá", ủy: "uỷ", tỏa: "toả" })[word] ?? word,
      )
      expect(figures(sentence.normalize("NFD"))).toEqual(wanted)
      expect(figures(sentence.replaceAll(" ", "\u00a0"))).toEqual(wanted)
      expect(figures(other)).toEqual(wanted)
    },
  )

  it("reads capitals", () => {
    const text = "toàn xã có gần 2 vạn lượt người, 42/42 đơn vị, 1,5 tỷ đồng, 87,5% hộ, từ 5 đến 7 cuộc"
    expect(figures(text.toUpperCase())).toEqual(figures(text))
  })

  describe("laws", () => {
    const qualifier = fc.constantFrom("exact", "about", "over", "under")
    const hedged = fc.constantFrom("about", "over", "under").map((one) => ({ qualifier: one }))
    const decimal = fc.oneof(
      fc.nat(5000).map(String),
      fc.bigInt({ min: 0n, max: 10n ** 15n }).map(String),
      fc.tuple(fc.nat(99_999), fc.integer({ min: 1, max: 9999 })).map(([a, b]) => `${a}.${b}`.replace(/0+$/, "")),
    )
    const unit = fc.constantFrom(
      null,
      "lượt người",
      "cuộc",
      "hộ",
      "đồng",
      "mô hình",
      "m²",
      "suất quà",
      "đồng/suất",
      "mô hình, điển hình",
      "tổ chức",
      "ngày công",
      "phường",
    )
    const estimated = fc.option(fc.constant({ estimated: true }), { nil: {} })
    const two = fc
      .uniqueArray(decimal, { minLength: 2, maxLength: 2, selector: Number })
      .map((pair) => pair.toSorted((a, b) => Number(a) - Number(b)))
    const figure = fc.oneof(
      fc.record({ value: decimal, unit, qualifier }),
      fc.record({ percent: decimal, qualifier }),
      fc.record({ percent: decimal, qualifier, of: fc.constant("points") }),
      fc
        .tuple(fc.record({ x: decimal, y: decimal, unit }), fc.oneof(fc.constant({}), hedged))
        .map(([a, b]) => ({ ...a, ...b })),
      fc
        .tuple(two, fc.oneof(unit, fc.constant("%")), fc.oneof(fc.constant({}), hedged))
        .map(([[from = "", to = ""], u, q]) => ({ from, to, unit: u, ...q })),
    )
    const any = fc.tuple(figure, estimated).map(([one, more]) => ({ ...one, ...more }) as FigureText.Figure)

    it("what is printed is read as it was", () => {
      fc.assert(
        fc.property(any, (one) => {
          const text = FigureText.toText(one)
          expect(figures(text), text).toEqual([one])
        }),
        { numRuns: 2000 },
      )
    })

    it("what is printed twice, with words around, is read twice", () => {
      fc.assert(
        fc.property(any, any, (a, b) => {
          const text = `Toàn xã ghi nhận ${FigureText.toText(a)}; kết quả là ${FigureText.toText(b)}.`
          expect(figures(text), text).toEqual([a, b])
        }),
        { numRuns: 1000 },
      )
    })

    const ones = ["", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"]
    const below100 = (n: number): string => {
      const [t, o] = [Math.floor(n / 10), n % 10]
      const last = o === 5 ? "lăm" : o === 1 && t > 1 ? "mốt" : (ones[o] ?? "")
      return t === 0 ? (ones[o] ?? "") : `${t === 1 ? "mười" : `${ones[t]} mươi`} ${last}`.trim()
    }
    const below1000 = (n: number): string => {
      const [h, rest] = [Math.floor(n / 100), n % 100]
      if (h === 0) return below100(rest)
      return `${ones[h]} trăm ${rest === 0 ? "" : rest < 10 ? `linh ${ones[rest]}` : below100(rest)}`.trim()
    }
    const inWords = (n: number): string => {
      const parts: Array<string> = []
      for (const [size, word] of [
        [1e9, "tỷ"],
        [1e6, "triệu"],
        [1e3, "nghìn"],
      ] as const) {
        if (n >= size) parts.push(`${below1000(Math.floor(n / size))} ${word}`)
        n %= size
      }
      if (n > 0)
        parts.push(
          parts.length > 0 && n < 100 ? `không trăm ${n < 10 ? `linh ${ones[n]}` : below100(n)}` : below1000(n),
        )
      return parts.join(" ")
    }

    it("words are the number that they say", () => {
      fc.assert(
        fc.property(
          fc.oneof(fc.integer({ min: 11, max: 2000 }), fc.integer({ min: 11, max: 999_999_999_999 })),
          (n) => {
            const text = `${inWords(n)} hộ`
            expect(figures(text), text).toEqual([{ value: String(n), unit: "hộ", qualifier: "exact" }])
          },
        ),
        { numRuns: 1000 },
      )
    })

    it("never throws; places rise, do not overlap, and give the words", () => {
      const pieces = fc.constantFrom(
        ..."0 1 05 7 12 1.500 1,234 2022 87,5 / - – % ( ) . , ; : “ ” \n từ đến trên hơn khoảng ước hàng trăm nghìn triệu tỷ đồng m2 hộ lần thứ số ngày tháng năm hai mươi lăm linh tăng tỷ lệ so với phần CT/TU @ +".split(
          " ",
        ),
        " ",
        "  ",
      )
      const text = fc.oneof(
        fc.string({ unit: "grapheme" }),
        fc.array(pieces, { maxLength: 30 }).map((all) => all.join(" ")),
        fc.array(pieces, { maxLength: 30 }).map((all) => all.join("")),
      )
      fc.assert(
        fc.property(text, (one) => {
          let behind = 0
          for (const { raw, at, length } of FigureText.read(one)) {
            expect(at).toBeGreaterThanOrEqual(behind)
            expect(length).toBeGreaterThan(0)
            expect(one.slice(at, at + length)).toBe(raw)
            behind = at + length
          }
        }),
        { numRuns: 1000 },
      )
    })
  })

  it.each([
    "1",
    "1 ",
    "1.",
    "1.234.",
    "1,",
    "1/",
    "1-",
    "12/7-",
    "năm ",
    "mươi ",
    "hai mươi ",
    "một trăm ",
    "1 tỷ ",
    "1 triệu 1 nghìn ",
    "nghìn ",
    "(",
    "(1",
    "((1) ",
    "(hai mươi ",
    "đồng/",
    "1 đồng/",
    "tổ dân phố ",
    "ngày 1, ",
    "tháng 1 và ",
    "khoảng ",
    "hơn hơn ",
    "tăng 1% ",
    "tỷ lệ tăng 1%, ",
    "ước ",
    "a",
    "a-1",
    "@",
    "x:",
    "\u0301",
    "“",
    "\n1. ",
    "0912 ",
    "từ 1 đến ",
    "1% - ",
    "một phần ",
  ])("takes under a second for 100 kB of %j", (piece) => {
    const text = piece.repeat(Math.ceil(100_000 / piece.length))
    // The best of three: the machine may be busy, and the first run is compiled.
    const seconds = [1, 2, 3].map(() => {
      const start = process.cpuUsage()
      FigureText.read(text)
      const { user, system } = process.cpuUsage(start)
      return (user + system) / 1e6
    })
    expect(Math.min(...seconds)).toBeLessThan(1)
  })
})
