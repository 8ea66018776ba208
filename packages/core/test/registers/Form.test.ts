import { Form, Obligation, Period } from "@danvan/core"
import { country } from "@danvan/core/testing"
import * as Result from "effect/Result"
import { describe, expect, it } from "vitest"

describe("Form", () => {
  it("is chosen by issuer and day", () => {
    expect(Form.choose(Form.standard, "auto", "party-advisory", "2022-07-27")?.id).toBe("party-hd36")
    expect(Form.choose(Form.standard, "auto", "party-advisory", "2018-04-02")).toBeNull()
    for (const kind of ["party-committee", "party-advisory"]) {
      expect(Form.choose(Form.standard, "auto", kind, "2026-05-26")?.id).toBe("party-hd36")
      expect(Form.choose(Form.standard, "auto", kind, "2026-05-27")?.id).toBe("party-hd05")
    }
    for (const kind of ["peoples-committee", "peoples-council", "state-agency"]) {
      expect(Form.choose(Form.standard, "auto", kind, "2020-03-04")).toBeNull()
      expect(Form.choose(Form.standard, "auto", kind, "2020-03-05")?.id).toBe("state-nd30")
      expect(Form.choose(Form.standard, "auto", kind, "2026-11-24")?.id).toBe("state-nd30")
    }
  })

  it("takes none by itself for the Front and mass organisations, whose form is not settled", () => {
    for (const kind of ["front", "mass-organisation", "ward"]) {
      expect(Form.choose(Form.standard, "auto", kind, "2026-11-24")).toBeNull()
    }
    expect(Form.choose(Form.standard, "state-nd30", "front", "2026-11-24")?.id).toBe("state-nd30")
    expect(Form.choose(Form.standard, "party-hd36", "state-agency", "2030-01-01")?.id).toBe("party-hd36")
    expect(Form.choose(Form.standard, "nothing", "party-advisory", "2022-07-27")).toBeNull()
  })

  it("writes each authority in its own way, however it is given", () => {
    const written = (id: string, given: string) => {
      const form = Form.choose(Form.standard, id, "", "2026-11-24")
      return form && Form.authority(form, given)
    }
    expect(["TM", "K/T", "t/l", "TUQ.", "Q."].map((given) => written("state-nd30", given))).toEqual([
      "TM.",
      "KT.",
      "TL.",
      "TUQ.",
      "Q.",
    ])
    expect(["TM.", "KT.", "T/L"].map((given) => written("party-hd05", given))).toEqual(["T/M", "K/T", "T/L"])
    expect(written("state-nd30", "QUYỀN")).toBe("QUYỀN")
  })

  it("numbers by Roman figures, and by the Vietnamese alphabet with đ and without f, j, w, z", () => {
    expect([1, 4, 9, 14, 40, 99].map((n) => Form.ordinal(n, "roman"))).toEqual(["I", "IV", "IX", "XIV", "XL", "XCIX"])
    const letters = Array.from({ length: 24 }, (_, i) => Form.ordinal(i + 1, "letter"))
    expect(letters.join(" ")).toBe("a b c d đ e g h i k l m n o p q r s t u v x y aa")
  })

  it("gives a source and a certainty for each of its clauses", () => {
    for (const form of Form.standard) {
      expect(form.clauses.length).toBeGreaterThan(5)
      for (const clause of form.clauses) expect(clause.source).not.toBe("")
    }
  })
})

describe("Obligation", () => {
  const period = (text: string) => Result.getOrThrow(Period.fromText(text, "civil"))
  const [half] = country.registers.catalogue.obligations
  const every = (kind: Obligation.Obligation["every"]): Obligation.Obligation => ({ ...half!, every: kind })
  const ids = (kind: Obligation.Obligation["every"], text: string) =>
    Obligation.owedPeriods(every(kind), period(text)).map(Period.toId)

  it("owes the period itself, or its parts when it owes more often", () => {
    expect(ids("half", "2022-H1")).toEqual(["2022-H1@civil"])
    expect(ids("quarter", "2022-H1")).toEqual(["2022-Q1@civil", "2022-Q2@civil"])
    expect(ids("month", "2022-Q2")).toHaveLength(3)
    expect(ids("year", "2022-H1")).toEqual([])
    expect(ids("half", "2022-9M")).toEqual([])
    expect(ids("half", "2022-01-01/2022-06-30")).toEqual([])
  })

  it("covers a report for it and for a part of it", () => {
    expect(Obligation.covers(every("half"), period("2022-Q1"))).toBe(true)
    expect(Obligation.covers(every("half"), period("2022"))).toBe(false)
    expect(Obligation.covers(every("month"), period("2022-H1"))).toBe(false)
  })
})
