import { Citation } from "@danvan/core"
import { describe, expect, it } from "vitest"

const directive: Citation.Citation = {
  id: "ct-07",
  kind: "Chỉ thị",
  symbol: "07-CT/TU",
  issuer: "Thành uỷ Hà Nội",
  issuedOn: "2021-10-01",
  subject: "Đẩy mạnh công tác dân vận",
  source: "thử",
  certainty: "stated",
}
const ordinance: Citation.Citation = {
  ...directive,
  id: "pl-34",
  kind: "Pháp lệnh",
  symbol: "34/2007/PL-UBTVQH11",
  issuer: "Ủy ban Thường vụ Quốc hội",
  issuedOn: "2007-04-20",
  subject: "Thực hiện dân chủ ở xã, phường, thị trấn",
  from: "2007-07-01",
  to: "2023-06-30",
}

describe("Citation", () => {
  it("is cited in full first, by kind and symbol later, as the Party writes", () => {
    expect(Citation.toText(directive, "party", "first")).toBe(
      "Chỉ thị 07-CT/TU, ngày 01/10/2021 của Thành uỷ Hà Nội về “Đẩy mạnh công tác dân vận”",
    )
    expect(Citation.toText(directive, "party", "later")).toBe("Chỉ thị 07-CT/TU")
  })

  it("is cited as the State writes, a Pháp lệnh by kind and name alone", () => {
    expect(Citation.toText(directive, "state", "first")).toBe(
      "Chỉ thị số 07-CT/TU ngày 01 tháng 10 năm 2021 của Thành uỷ Hà Nội về “Đẩy mạnh công tác dân vận”",
    )
    expect(Citation.toText(ordinance, "state", "first")).toBe("Pháp lệnh Thực hiện dân chủ ở xã, phường, thị trấn")
  })

  it("holds within its dates", () => {
    expect(Citation.inForce(ordinance, "2022-06-30")).toBe(true)
    expect(Citation.inForce(ordinance, "2023-07-01")).toBe(false)
    expect(Citation.inForce(directive, "2021-09-30")).toBe(false)
  })
})
