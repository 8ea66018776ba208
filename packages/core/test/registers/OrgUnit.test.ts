import { OrgUnit } from "@danvan/core"
import { describe, expect, it } from "vitest"

const unit: OrgUnit.OrgUnit = {
  id: "phu-thuong-ward-1996",
  kind: "ward",
  names: [
    { vi: "Xã Phú Thượng", from: "1960-01-01", to: "1995-12-31" },
    { vi: "Phường Phú Thượng", short: "Phú Thượng", from: "1996-01-01" },
  ],
  from: "1960-01-01",
  to: "2025-06-30",
  symbols: [{ symbol: "ĐU", from: "1996-01-01" }],
  roles: [{ role: "danvan.focal-point", of: "other", from: "2022-01-01", to: "2022-12-31" }],
}

describe("OrgUnit", () => {
  it("has the name of the day, and the last known one when there is none", () => {
    expect(OrgUnit.name(unit, "1990-01-01")).toBe("Xã Phú Thượng")
    expect(OrgUnit.name(unit, "2022-06-30")).toBe("Phường Phú Thượng")
    expect(OrgUnit.name(unit, "1900-01-01")).toBe("Phường Phú Thượng")
    expect(OrgUnit.shortName(unit, "1990-01-01")).toBe("Xã Phú Thượng")
    expect(OrgUnit.shortName(unit, "2022-06-30")).toBe("Phú Thượng")
    expect(OrgUnit.name({ id: "x", kind: "ward", names: [] }, "2022-06-30")).toBe("x")
  })

  it("exists to its last day", () => {
    expect(OrgUnit.exists(unit, "2025-06-30")).toBe(true)
    expect(OrgUnit.exists(unit, "2025-07-01")).toBe(false)
  })

  it("has symbol, role and letterhead by date", () => {
    expect(OrgUnit.symbol(unit, "1990-01-01")).toBeNull()
    expect(OrgUnit.symbol(unit, "2022-06-30")).toBe("ĐU")
    expect(OrgUnit.reportsFor(unit, "other", "2022-06-30")).toBe(true)
    expect(OrgUnit.reportsFor(unit, "other", "2023-01-01")).toBe(false)
    expect(OrgUnit.letterhead(unit, "2022-06-30")).toEqual({ superior: [], issuer: ["PHƯỜNG PHÚ THƯỢNG"] })
  })
})
