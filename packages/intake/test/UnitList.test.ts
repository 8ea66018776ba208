// Lists of units, good and bad: what a row comes to, who is found by which name, and what is told of what a list leaves
// open.
import { country } from "@danvan/core/testing"
import { type Issue, type Registers, Registers as Register, UnitTable } from "@danvan/core"
import { readUnits, type UnitList } from "@danvan/intake"
import * as fc from "fast-check"
import * as Result from "effect/Result"
import { describe, expect, it } from "vitest"
import { type Content, utf8, xlsx } from "./bytes.ts"

type List = ReadonlyArray<string>
type Options = UnitList.Options

const columns = (json: object): UnitTable.UnitTable =>
  Result.getOrThrow(UnitTable.make({ schema: "danvan/unit-columns@0", ...json }))
const read = (lists: ReadonlyArray<List>, options: Options = {}) =>
  readUnits(
    lists.map((lines, i) => ({ name: `${i + 1}.csv`, bytes: utf8(lines.join("\n")) })),
    options,
  )
const sheet = (rows: ReadonlyArray<ReadonlyArray<Content>>, behind = "", options: Options = {}) =>
  readUnits([{ name: "a.xlsx", bytes: xlsx(rows, { behind }) }], options)

const told = ({ issues }: UnitList.UnitList) =>
  issues
    .filter(({ code }) => code !== "list.parent-missing" && code !== "list.decree-missing")
    .map(({ code, source }) => [code, place(source)])
const place = (source: Issue.Source | undefined): string =>
  source?.line === undefined ? (source?.cell ?? "") : `${source.file[0]}:${source.line}:${source.column}`

/** Events by the names of their units. */
const events = ({ organisations }: UnitList.UnitList) => {
  const names = new Map(
    organisations?.units.map(({ id, names: [name], from }) => [
      id,
      `${name?.vi}${from === undefined ? "" : ` ${from.slice(0, 4)}`}`,
    ]),
  )
  return organisations?.successions.map(({ kind, from, to }) => [
    kind,
    from.map((id) => names.get(id)),
    to.map((id) => names.get(id)),
  ])
}
const unit = (found: UnitList.UnitList, id: string) => found.organisations?.units.find((one) => one.id === id)

const plain = [
  "Tên đơn vị;Trực thuộc;Từ ngày",
  "Phường An;Quận Mai;01/01/2000",
  "Phường Bình;Quận Mai;01/01/2000",
  "Phường Cúc;Quận Mai;01/01/2000",
]
const head = "Các đơn vị cũ;Đơn vị mới;Trực thuộc;Hình thức;Ngày hiệu lực;Nghị quyết"
const row = (old: string, now: string, event = "", day = "01/7/2025"): string =>
  `"${old}";${now};${now === "" ? "" : "Quận Mai"};${event};${day};01/NQ`

describe("what rows come to", () => {
  it.each([
    [
      "several wholes are a merger",
      [row("Phường An, phường Bình", "Phường Mai")],
      [["merge", ["Phường An 2000", "Phường Bình 2000"], ["Phường Mai 2025"]]],
    ],
    [
      "one whole, alone, is another name",
      [row("Phường An", "Phường Mai")],
      [["rename", ["Phường An 2000"], ["Phường Mai 2025"]]],
    ],
    [
      "but a merger where the list says so",
      [row("Phường An", "Phường Mai", "sáp nhập")],
      [["merge", ["Phường An 2000"], ["Phường Mai 2025"]]],
    ],
    [
      "parts and the rest are a division",
      [row("Một phần phường An", "Phường Mai"), row("Phần còn lại của phường An", "Phường Lan")],
      [["split", ["Phường An 2000"], ["Phường Mai 2025", "Phường Lan 2025"]]],
    ],
    [
      "a new unit is new, though it has an old name",
      [row("Phường An, phường Bình", "Phường An")],
      [["merge", ["Phường An 2000", "Phường Bình 2000"], ["Phường An 2025"]]],
    ],
    [
      "into one that goes on",
      [row("Phường Bình", "Phường An", "nhập vào")],
      [["merge", ["Phường Bình 2000"], ["Phường An 2000"]]],
    ],
    [
      "a part from one to the other",
      [row("Một phần phường Bình", "Phường An", "điều chỉnh")],
      [["transfer", ["Phường Bình 2000"], ["Phường An 2000"]]],
    ],
    [
      "split off, and the rest keeps its name",
      [row("Một phần phường An", "Phường Mai", "tách"), row("Phần còn lại của phường An", "Phường An", "tách")],
      [["split", ["Phường An 2000"], ["Phường Mai 2025", "Phường An 2000"]]],
    ],
    ["dissolved", [row("Phường An", "", "giải thể")], [["dissolve", ["Phường An 2000"], []]]],
    ["the same unit, alone and whole, goes on", [row("Phường An", "phường AN")], []],
  ])("%s", async (_, rows, expected) => {
    const found = await read([plain, [head, ...rows]])
    expect(told(found).filter(([code]) => code !== "list.unit-untouched")).toEqual([])
    expect(events(found)).toEqual(expected)
  })

  it("of one day the order of lines does not matter", () =>
    fc.assert(
      fc.asyncProperty(fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 }), async (order) => {
        const rows = [
          row("Một phần phường An", "Phường Mai"),
          row("Phường Bình", "Phường Mai"),
          row("Phần còn lại của phường An", "Phường Bình"),
          row("Phường Cúc", "Phường Bình"),
        ]
        const found = await read([plain, [head, ...order.map((i) => rows[i] ?? "")]])
        const sorted = events(found)?.map(([kind, from, to]) =>
          JSON.stringify([kind, [...(from ?? [])].toSorted(), [...(to ?? [])].toSorted()]),
        )
        expect(sorted?.toSorted()).toEqual([
          '["merge",["Phường Bình 2000"],["Phường Mai 2025"]]',
          '["merge",["Phường Cúc 2000"],["Phường Bình 2025"]]',
          '["split",["Phường An 2000"],["Phường Bình 2025","Phường Mai 2025"]]',
        ])
      }),
      { numRuns: 24 },
    ))

  it("days come one after the other, in whatever order they are listed", async () => {
    const later = row("Phường Mai, phường Cúc", "Phường Đào", "", "2026-01-01")
    const found = await read([plain, [head, later, row("Phường An, phường Bình", "Phường Mai")]])
    expect(told(found).filter(([code]) => code !== "list.unit-untouched")).toEqual([])
    expect(events(found)).toEqual([
      ["merge", ["Phường An 2000", "Phường Bình 2000"], ["Phường Mai 2025"]],
      ["merge", ["Phường Mai 2025", "Phường Cúc 2000"], ["Phường Đào 2026"]],
    ])
    expect(unit(found, "mai-ward-mai-2025")?.to).toBe("2025-12-31")
  })

  it("shares are what is counted, and of a unit that goes on only where its own size is said", async () => {
    const counted = "Đơn vị cũ;Đơn vị mới;Hình thức;Phạm vi;Ngày;Nghị quyết;Dân số chuyển;Dân số đơn vị cũ"
    const shares = async (...rows: ReadonlyArray<string>) =>
      (await read([plain, [counted, ...rows]])).organisations?.successions[0]?.shares?.map(({ n, of, to }) => [
        to,
        n,
        of,
      ])
    const day = "01/7/2025;01/NQ"
    expect(
      await shares(`Phường An;Phường Mai;;một phần;${day};6.200;`, `Phường An;Phường Lan;;một phần;${day};3.100;`),
    ).toEqual([
      ["mai-ward-2025", 6200, 9300],
      ["lan-ward-2025", 3100, 9300],
    ])
    expect(await shares(`Phường An;Phường Bình;điều chỉnh;một phần;${day};500;9.300`)).toEqual([
      ["binh-ward-mai-2000", 500, 9300],
      ["an-ward-mai-2000", 8800, 9300],
    ])
    expect(await shares(`Phường An;Phường Bình;điều chỉnh;một phần;${day};500;`)).toBeUndefined()
  })
})

describe("how lists are laid out", () => {
  it("titles, a head of two rows, merged cells, numbers of columns, sums and signatures", async () => {
    const rows: ReadonlyArray<ReadonlyArray<Content>> = [
      ["PHỤ LỤC"],
      ["STT", "Trước sắp xếp", "Sau sắp xếp", null, "Hiệu lực từ ngày", "Theo văn bản"],
      [null, "Tên", "Tên", "Trực thuộc", null, null],
      ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)"],
      [1, "Xã Ấm", "Xã Êm", "Tỉnh Yên", { xml: '<c s="3"><v>45839</v></c>' }, "01/NQ"],
      [2, "Xã Im"],
      [null, "Tổng cộng"],
      [],
      [null, "Người lập"],
    ]
    const merges = ["B2:B2", "C2:D2", "E2:E3", "F2:F3", "A2:A3", "C5:C6", "D5:D6", "E5:E6", "F5:F6"]
    const behind = `<mergeCells count="${merges.length}">${merges.map((ref) => `<mergeCell ref="${ref}"/>`).join("")}</mergeCells>`
    const found = await sheet(rows, behind)
    expect(told(found)).toEqual([])
    expect(events(found)).toEqual([["merge", ["Xã Ấm", "Xã Im"], ["Xã Êm 2025"]]])
    expect(found.organisations?.asOf).toBe("2025-07-01")
  })

  it("groups under Roman numbers, and rows without a number continue the one above", async () => {
    const found = await read([
      [
        "STT;Tên đơn vị;Mã",
        "A;Tỉnh Yên;",
        "I;Huyện Đông;",
        "1;Xã Ấm;0101",
        "2;Êm;0102",
        "II;Huyện Đoài;",
        "1;Xã Im;0201",
      ].map((line) => line.replace(";Êm;", ";Xã Êm;")),
      [
        "STT;Đơn vị mới;Trực thuộc;Các đơn vị cũ;Ngày;Nghị quyết",
        "1;Xã Ao;Tỉnh Yên;Xã Ấm;01/7/2025;01/NQ",
        ";;;Êm;;",
        ";;;Xã Im;;",
        ";Người ký;;;;",
      ],
    ])
    expect(told(found)).toEqual([["list.row-unread", "2:5:2"]])
    expect(events(found)).toEqual([["merge", ["Xã Ấm", "Xã Êm", "Xã Im"], ["Xã Ao 2025"]]])
    expect(found.organisations?.edges.map(({ child, parent }) => `${child} < ${parent}`)).toEqual(
      [
        "dong-rural-district-yen < yen-province",
        "dvhc-0101 < dong-rural-district-yen",
        "dvhc-0102 < dong-rural-district-yen",
        "doai-rural-district-yen < yen-province",
        "dvhc-0201 < doai-rural-district-yen",
        "dvhc-0101-2025 < yen-province",
      ].map((line) => line.replace("dvhc-0101-2025", "ao-commune-yen-2025")),
    )
  })

  it("a wide list with province and district beside each commune", async () => {
    const found = await read(
      [
        [
          "Mã PX;Phường Xã;Cấp;Mã QH;Quận Huyện;Mã TP;Tỉnh Thành Phố",
          "00001;Tân Lập;Xã;01;Huyện Đông;1;Tỉnh Yên",
          "00002;Tân Lập;Xã;01;Huyện Đông;2;Tỉnh Bình",
        ],
      ],
      { columns: columns({ asOf: "2024-12-31" }) },
    )
    expect(told(found)).toEqual([])
    expect(found.organisations?.edges.map(({ child, parent }) => `${child} < ${parent}`)).toEqual([
      "dvhc-00001 < dong-rural-district-yen",
      "dvhc-00002 < dong-rural-district-binh",
      "dong-rural-district-yen < yen-province",
      "dong-rural-district-binh < binh-province",
    ])
  })

  it("headings, kinds and what a list does not say are an office's own", async () => {
    const mine = columns({
      headings: { "Cụm dân cư": "name", "Bí thư": null },
      kinds: { "Tổ dân phố": "group" },
      parent: "Phường An",
      asOf: "2025-01-01",
      from: "2010-05-01",
      source: "sổ của phường",
      certainty: "stated",
    })
    const found = await read([["Cụm dân cư;Bí thư", "Tổ dân phố số 1;A", "Tổ dân phố số 2;B"]], { columns: mine })
    expect(told(found)).toEqual([])
    expect(unit(found, "so-1-group-an-2010")).toMatchObject({
      kind: "group",
      from: "2010-05-01",
      source: "sổ của phường",
      certainty: "stated",
    })
  })
})

describe("who is meant", () => {
  it.each([["P. Bình"], ["phường  BÌNH"], ["Phường Bình".normalize("NFD")], ["Bình"]])("finds %s", async (name) => {
    const found = await read([plain, [head, row(`Phường An, ${name}`, "Phường Mai")]])
    expect(found.issues.filter(({ severity }) => severity === "error")).toEqual([])
    expect(events(found)?.[0]?.[1]).toEqual(["Phường An 2000", "Phường Bình 2000"])
  })

  it("a name alone, above others that say whose it is, is none of them", async () => {
    const rows = ["Xã Tân", "Xã Tân (huyện Đông)", "Xã Tân (huyện Đoài)"].map((old, i) => row(old, `Xã Mới ${i}`))
    const found = await read([[head, ...rows]])
    expect(told(found)).toEqual([["list.unit-ambiguous", "1:2:1"]])
    expect(found.issues[0]?.params["readings"]).toEqual(["Xã Tân (Huyện Đông)", "Xã Tân (Huyện Đoài)"])
  })

  it("a near miss is proposed and not taken", async () => {
    const found = await read([plain, [head, row("Phường Cuc", "Phường Mai")]])
    expect(told(found)[0]).toEqual(["list.unit-unknown", "2:2:1"])
    expect(found.issues.find(({ code }) => code === "list.unit-unknown")?.params["near"]).toBe("Phường Cúc")
    expect(found.organisations).toBeNull()
  })

  it("a code that is another's name's is told with that unit", async () => {
    const coded = ["Tên đơn vị;Mã;Trực thuộc", "Phường An;01;Quận Mai", "Phường Bình;02;Quận Mai"]
    const found = await read([
      coded,
      ["Đơn vị cũ;Mã cũ;Đơn vị mới;Ngày;Nghị quyết", "Phường An;02;Phường Mai;01/7/2025;01/NQ"],
    ])
    expect(told(found)[0]).toEqual(["list.unit-unknown", "2:2:1"])
    expect(found.issues[0]?.params).toMatchObject({ found: "Phường An (02)", near: "Phường An (Quận Mai, 01)" })
  })

  it("an id depends on its own row alone", async () => {
    const rows = [
      "Phường An;;Quận Mai;",
      "Phường Bình;00102;Quận Mai;01/01/1996",
      "Xã Tân Lập;;Huyện Đông;",
      "Xã Tân Lập;;Huyện Đoài;",
    ]
    const idsOf = async (all: List) =>
      (
        await read([["Tên đơn vị;Mã;Trực thuộc;Từ ngày", ...all]], { columns: columns({ asOf: "2025-01-01" }) })
      ).organisations?.units.map(({ id }) => id)
    const whole = new Set(await idsOf(rows))
    for (const one of rows) for (const id of (await idsOf([one])) ?? ["none"]) expect(whole).toContain(id)
    expect([...whole].slice(0, 4)).toEqual([
      "an-ward-mai",
      "dvhc-00102-1996",
      "tan-lap-commune-dong",
      "tan-lap-commune-doai",
    ])
  })
})

describe("a register that there is", () => {
  const base = Result.getOrThrow(Register.makeOrganisations(country.organisations)) as Registers.Organisations
  it("is gone on from: ids stay, units end, their edges and names too", async () => {
    const found = await read(
      [[head, row("Phường An, phường Bình", "Phường Mai"), row("Phường Cúc", "Phường Cúc", "giữ nguyên")]],
      { base },
    )
    expect(told(found)).toEqual([])
    expect(events(found)?.at(-1)).toEqual(["merge", ["Phường An 2000", "Phường Bình 2000"], ["Phường Mai 2025"]])
    expect(unit(found, "an-ward-2000")).toMatchObject({
      to: "2025-06-30",
      names: [{ vi: "Phường An", to: "2025-06-30" }],
    })
    expect(unit(found, "cuc-ward-2000")).toEqual(base.units.find(({ id }) => id === "cuc-ward-2000"))
    const edges = found.organisations?.edges.filter(({ child }) =>
      ["an-ward-2000", "cuc-ward-2000", "mai-ward-mai-2025"].includes(child),
    )
    expect(edges?.map(({ child, from, to }) => [child, from, to])).toEqual([
      ["an-ward-2000", "2000-01-01", "2025-06-30"],
      ["cuc-ward-2000", "2000-01-01", undefined],
      ["mai-ward-mai-2025", "2025-07-01", undefined],
    ])
    expect(found.organisations?.asOf).toBe("2026-01-01")
  })

  it("with nothing to add stays as it is", async () => {
    const found = await read([[head, row("Phường An", "Phường An", "giữ nguyên")]], { base })
    expect(found.organisations).toEqual(base)
  })

  it("is found wrong at the cell that makes it so", async () => {
    // The ward goes, and a body that reports for it is told nothing of: only what hangs below it must end.
    const found = await read([[head, row("Quận Mai", "", "giải thể")]], { base })
    expect(found.issues.filter(({ severity }) => severity === "error").map(({ code }) => code)).toEqual(
      Array(4).fill("register.child-outlives"),
    )
  })
})

describe("the whole country in two lists", () => {
  const whole = (misspelt: boolean): ReadonlyArray<List> => {
    const olds = Array.from({ length: 10_000 }, (_, i) => ({ name: `Xã Hoà ${i}`, district: i % 700 }))
    const before = olds.map(
      ({ name, district }, i) => `${name};${20_000 + i};Huyện H${district};Tỉnh T${district % 34};01/01/1996`,
    )
    const after = olds.map(
      ({ name }, i) =>
        `${name}${misspelt ? "x" : ""};Xã Mới ${i % 3321};${60_000 + (i % 3321)};Tỉnh T${i % 34};;01/7/2025;01/NQ`,
    )
    const ended = Array.from({ length: 700 }, (_, i) => `Huyện H${i};;;;giải thể;01/7/2025;01/NQ`)
    return [
      ["Phường Xã;Mã PX;Quận Huyện;Tỉnh Thành Phố;Từ ngày", ...before],
      ["Đơn vị cũ;Đơn vị mới;Mã mới;Trực thuộc mới;Hình thức;Ngày;Nghị quyết", ...after, ...ended],
    ]
  }

  it.each([
    [false, 14_055],
    [true, null],
  ])("misspelt: %s, takes seconds", async (misspelt, units) => {
    const start = process.cpuUsage()
    const found = await read(whole(misspelt))
    const { user, system } = process.cpuUsage(start)
    expect(found.organisations?.units.length ?? null).toBe(units)
    expect(found.issues).toHaveLength(misspelt ? 10_000 : 0)
    // Far above what it takes, and far below what holding every name against every other would.
    expect((user + system) / 1e6).toBeLessThan(60)
  })
})

describe("files that are no lists", () => {
  it.each([
    ["a.json", utf8('{"a": 1}'), "file.format-unsupported"],
    ["a.csv", utf8(""), "file.empty"],
    ["a.csv", utf8("xin chào"), "list.head-missing"],
    ["a.xlsx", Uint8Array.from([0x50, 0x4b, 3, 4, 0]), "file.damaged"],
  ])("%s is told", async (name, bytes, code) => {
    const found = await readUnits([{ name, bytes }])
    expect(found.issues.map((issue) => issue.code)).toEqual([code])
    expect(found.organisations).toBeNull()
  })

  it("law: whatever stands in a table, nothing is thrown, and a register is one", () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.array(
            fc.constantFrom(
              "",
              "Xã An",
              "phường An",
              "An",
              "một phần xã An, xã Bê",
              "giải thể",
              "01/7/2025",
              "2025-13-01",
              "I",
              "2",
              "01",
              "Tổng cộng",
              "chia",
              "–",
              "Tỉnh Yên",
              '"',
              "=1",
              "khoảng 5",
            ),
            { minLength: 6, maxLength: 9 },
          ),
          { maxLength: 8 },
        ),
        fc.constantFrom(
          "STT;Đơn vị cũ;Đơn vị mới;Hình thức;Phạm vi;Ngày;Dân số chuyển;Mã cũ;Mã mới",
          "STT;Tên đơn vị;Mã;Trực thuộc;Từ ngày;Đến ngày;Loại;Ghi chú",
          "Tên đơn vị;Sáp nhập từ;Trực thuộc;Ngày hiệu lực;Nghị quyết;Mã",
        ),
        async (rows, heading) => {
          const { organisations, issues } = await read([[heading, ...rows.map((cells) => cells.join(";"))]])
          if (organisations !== null)
            expect(Register.makeOrganisations(organisations)).toMatchObject({ _tag: "Success" })
          else
            expect(
              issues.some(({ severity }) => severity === "error") ||
                rows.flat().every((cell) => !/[Xx]ã|phường|An|Tỉnh/.test(cell)),
            ).toBe(true)
        },
      ),
      { numRuns: Number(process.env["DANVAN_RUNS"] ?? 300) },
    ))
})
