// A register written as the lists that an office would have of it: the units of the first day in a plain list, and what
// became of them line by line, or by what came of it. For the law that reading gives back what was written.
import type { Registers, Succession } from "@danvan/core"

type Organisations = Registers.Organisations
type Roll = (below: number) => number

/** How the lists are written. */
export interface Manner {
  /** Ids of the register stand beside names. */
  readonly ids: boolean
  readonly roll: Roll
}

const quoted = (text: string): string => (/[";\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
const csv = (rows: ReadonlyArray<ReadonlyArray<string>>): string =>
  rows.map((row) => row.map(quoted).join(";")).join("\r\n")

/** How one clerk and another spell a name. */
const spelt = (name: string, roll: Roll): string => {
  switch (roll(6)) {
    case 0:
      return name.replace(/^Xã /, "X. ")
    case 1:
      return name.normalize("NFD")
    case 2:
      return name.toUpperCase()
    case 3:
      return ` ${name.replaceAll(" ", "\u00a0")} `
    case 4:
      return name.replace("uỷ", "ủy").replace("oà", "òa")
    default:
      return name
  }
}

interface Row {
  readonly old: string
  readonly now: string
  readonly kind: Succession.Succession["kind"]
  readonly extent: string
  readonly event: string
  readonly date: string
  readonly decree: string
  readonly n: number | null
}

const rowsOf = (event: Succession.Succession, isThere: (id: string, day: string) => boolean): ReadonlyArray<Row> => {
  const { kind, date, from, to, shares = [], decree = "" } = event
  const before = (id: string): boolean => isThere(id, date) && !from.includes(id)
  return from.flatMap((old) => {
    if (to.length === 0) return [{ old, now: "", kind, extent: "", event: "giải thể", date, decree, n: null }]
    return to.map((now, i): Row => {
      const n = shares.find((share) => share.from === old && share.to === now)?.n ?? null
      const said: Readonly<Record<typeof kind, readonly [extent: string, event: string]>> = {
        merge: ["toàn bộ", before(now) ? "nhập vào" : "sáp nhập"],
        split: [i === 0 ? "phần còn lại" : "một phần", to.includes(old) ? "tách" : "chia"],
        transfer: ["một phần", "điều chỉnh"],
        rename: ["toàn bộ", "đổi tên"],
        dissolve: ["", "giải thể"],
      }
      return { old, now, kind, extent: said[kind][0], event: said[kind][1], date, decree, n }
    })
  })
}

/** The lists: of the units of the first day, line by line, and by what came of it. */
export const lists = (
  { units, edges, successions }: Organisations,
  names: ReadonlyMap<string, string>,
  { ids, roll }: Manner,
): ReadonlyArray<string> => {
  const first = units[0]?.from ?? ""
  const nameOf = (id: string): string => spelt(names.get(id) ?? "", roll)
  const idOf = (id: string): string => (ids ? id : "")
  const unitOf = new Map(units.map((unit) => [unit.id, unit]))
  const isThere = (id: string, day: string): boolean => {
    const unit = unitOf.get(id)
    return unit !== undefined && (unit.from ?? "") < day && (unit.to ?? "9") >= day
  }
  const parentOn = (id: string, day: string): string =>
    edges.find(({ child, from = "", to = "9" }) => child === id && from <= day && day <= to)?.parent ?? ""
  const plain = units
    .filter(({ from }) => from === first)
    .map(({ id }) => [nameOf(id), idOf(id), names.get(parentOn(id, first)) ?? "", first])
  const rows = successions.flatMap((event) => rowsOf(event, isThere))
  // Who goes on under another, and is not named as what something came to.
  const moved = edges.flatMap(({ child, from = first }): ReadonlyArray<Row> => {
    const isMoved = from !== first && from !== unitOf.get(child)?.from
    const isNamed = rows.some(({ now, date }) => now === child && date === from)
    if (!isMoved || isNamed) return []
    return [
      { old: child, now: child, kind: "rename", extent: "", event: "giữ nguyên", date: from, decree: "", n: null },
    ]
  })
  const isShared = ({ now, date }: Row): boolean =>
    rows.some((row) => row.now === now && row.date === date && row.n !== null)
  const isNew = ({ now, date }: Row): boolean => unitOf.get(now)?.from === date
  // By what came of it, where a line can say all: new units, all of one way, or parts and wholes of others.
  const byNew = new Map<string, Array<Row>>()
  const byLine: Array<Row> = []
  const coins = new Map<string, boolean>()
  for (const row of [...rows, ...moved]) {
    const key = `${row.now} ${row.date}`
    if (!coins.has(key)) coins.set(key, roll(2) === 0)
    const isGathered =
      coins.get(key) === true &&
      row.now !== "" &&
      isNew(row) &&
      !isShared(row) &&
      !rows.some((one) => one.old === row.old && one.event === "tách")
    if (isGathered) byNew.set(key, [...(byNew.get(key) ?? []), row])
    else byLine.push(row)
  }
  const gathered = [...byNew.values()].map((all) => {
    const [row] = all
    const { now = "", date = "", decree = "", kind } = row ?? {}
    const olds = all.map(({ old, extent }) =>
      `${extent === "toàn bộ" && roll(2) === 0 && all.length === 1 ? "" : extent} ${nameOf(old)}`.trim(),
    )
    const event = all.length === 1 && kind === "merge" ? "sáp nhập" : ""
    const text =
      olds.slice(0, -1).join(roll(2) === 0 ? ", " : ";\n") + (olds.length > 1 ? " và " : "") + (olds.at(-1) ?? "")
    return [
      text,
      ids ? all.map(({ old }) => old).join(", ") : "",
      nameOf(now),
      idOf(now),
      names.get(parentOn(now, date)) ?? "",
      event,
      date,
      decree,
    ]
  })
  const shuffled = byLine.map((row) => [roll(1000), row] as const).toSorted(([a], [b]) => a - b)
  const single = shuffled.map(([, { old, now, extent, event, date, decree, n }]) => [
    nameOf(old),
    idOf(old),
    now === "" ? "–" : nameOf(now),
    now === "" ? "" : idOf(now),
    now === "" ? "" : (names.get(parentOn(now, date)) ?? ""),
    extent,
    event,
    date,
    decree,
    n === null ? "" : String(n),
  ])
  const all = [
    [["Tên đơn vị", "Mã trong sổ", "Trực thuộc", "Từ ngày"], ...plain],
    [
      [
        "Đơn vị cũ",
        "Mã trong sổ cũ",
        "Đơn vị mới",
        "Mã trong sổ mới",
        "Trực thuộc mới",
        "Phạm vi",
        "Hình thức",
        "Ngày hiệu lực",
        "Nghị quyết",
        "Dân số chuyển",
      ],
      ...single,
    ],
    [
      [
        "Các đơn vị cũ",
        "Mã trong sổ cũ",
        "Đơn vị mới",
        "Mã trong sổ mới",
        "Trực thuộc",
        "Hình thức",
        "Ngày hiệu lực",
        "Nghị quyết",
      ],
      ...gathered,
    ],
  ]
  // A list without a line is none.
  return all.flatMap((list) => (list.length > 1 ? [csv(list)] : []))
}

/** A register without what only names its parts: events by what they do, all in one order. */
export const bare = (
  { units, edges, successions }: Organisations,
  idOf: (id: string) => string = (id) => id,
): unknown => {
  const sorted = <A>(all: ReadonlyArray<A>): ReadonlyArray<string> => all.map((one) => JSON.stringify(one)).toSorted()
  return {
    units: sorted(units.map(({ id, kind, from, to }) => ({ id: idOf(id), kind, from, to: to ?? null }))),
    edges: sorted(
      edges.map(({ child, parent, from, to }) => ({
        child: idOf(child),
        parent: idOf(parent),
        from: from ?? units.find(({ id }) => id === child)?.from,
        to: to ?? null,
      })),
    ),
    successions: sorted(
      // Several that end on one day end each by itself.
      successions
        .flatMap((event) => (event.kind === "dissolve" ? event.from.map((id) => ({ ...event, from: [id] })) : [event]))
        .map(({ kind, date, from, to, decree, shares = [] }) => ({
          kind,
          date,
          decree,
          from: from.map(idOf).toSorted(),
          to: to.map(idOf).toSorted(),
          shares: sorted(
            shares.map((share) => ({ from: idOf(share.from), to: idOf(share.to), n: share.n, of: share.of })),
          ),
        })),
    ),
  }
}
