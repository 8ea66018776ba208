// Invents what the communes and wards of Mây City sent: the same files whenever it runs. No place of this city is there,
// and no number of it was counted. `node examples/reports/city/invent.ts` writes the files anew.
import { writeFileSync } from "node:fs"

const first = "An,Bình,Cẩm,Đông,Hòa,Kim,Liên,Mỹ,Ngọc,Phú,Quang,Sơn,Tân,Thanh,Vân".split(",")
const second = ["Mây", "Sen", "Trúc", "Lam", "Nguyệt"]
const invented = { source: "đặt ra để minh hoạ", certainty: "stated" }
const from = "2025-07-01"

// A linear congruence: enough for numbers that nobody shall believe.
let state = 20_260_630
const below = (n: number): number => (state = (state * 48_271) % 2_147_483_647) % n

const ascii = (text: string): string =>
  text.normalize("NFD").replaceAll(/\p{M}/gu, "").replaceAll(/[đĐ]/g, "d").toLowerCase().replaceAll(" ", "-")

const places = second.flatMap((two, s) =>
  first.map((one, f) => {
    const kind = (s * first.length + f) % 5 < 2 ? "ward" : "commune"
    const name = `${one} ${two}`
    return { id: `${ascii(name)}-${kind}-2025`, kind, name, says: `${kind === "ward" ? "Phường" : "Xã"} ${name}` }
  }),
)

const write = (file: string, text: string): void => writeFileSync(new URL(file, import.meta.url), text)

write(
  "organisations.json",
  `${JSON.stringify(
    {
      schema: "danvan/organisations@0",
      asOf: "2026-07-31",
      units: [
        {
          id: "may-city-2025",
          kind: "city",
          names: [{ vi: "Thành phố Mây", short: "Mây", en: "Mây City", from }],
          from,
          ...invented,
        },
        {
          id: "may-city-danvan",
          kind: "party-advisory",
          names: [
            {
              vi: "Ban Tuyên giáo và Dân vận Thành ủy Mây",
              short: "Ban Tuyên giáo và Dân vận",
              en: "Commission for Information, Education and Mass Mobilisation of Mây City",
              from,
              letterhead: { superior: ["THÀNH ỦY MÂY"], issuer: ["BAN TUYÊN GIÁO", "VÀ DÂN VẬN"] },
            },
          ],
          symbols: [{ symbol: "BTGDVTU", from }],
          from,
          ...invented,
        },
        ...places.map(({ id, kind, name, says }) => ({
          id,
          kind,
          names: [{ vi: says, short: name, en: `${name} ${kind === "ward" ? "Ward" : "Commune"}`, from }],
          from,
          ...invented,
        })),
      ],
      edges: places.map(({ id }) => ({ child: id, parent: "may-city-2025", line: "reporting", from })),
      successions: [],
    },
    null,
    2,
  )}\n`,
)

const submissions = places.map(({ id }, i) => {
  const events = 1 + below(4)
  const turns = events * (60 + below(180))
  const opinions = events * (5 + below(20))
  const received = (80 + below(900)) * 1_000_000 + below(1_000) * 1_000
  return {
    schema: "danvan/submission@0",
    id: `${id}-h1`,
    revision: 1,
    subject: id,
    scope: "own",
    period: "2026-H1",
    catalogue: "may-city-2026",
    status: "submitted",
    submittedAt: `2026-07-0${1 + below(5)}T09:00:00+07:00`,
    illustrative: true,
    values: {
      "dvk.models.registered": 2 + below(7),
      "dvk.exemplars.registered": 1 + below(6),
      "dialogue.events": events,
      "dialogue.turns": i % 9 === 4 ? { about: Math.round(turns / 10) * 10 } : turns,
      "dialogue.opinions": opinions,
      "dialogue.answered": opinions - below(opinions),
      "fund.received": i === 40 ? { missing: "not-collected" } : received,
    },
  }
})
// Two places sent nothing.
write(
  "submissions.ndjson",
  submissions
    .filter((_, i) => i !== 17 && i !== 58)
    .map((one) => `${JSON.stringify(one)}\n`)
    .join(""),
)
