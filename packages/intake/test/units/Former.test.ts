// Former units as resolutions and their annexes word them.
import { describe, expect, it } from "vitest"
import { read } from "../../src/units/Former.ts"
import { wordsOf } from "../../src/units/UnitName.ts"

const words = wordsOf({})
const former = (text: string): string =>
  read(text, words)
    .map(({ name, extent, parent, code }) =>
      [name, extent, parent, code].filter((one) => one !== null && one !== "unsaid").join("/"),
    )
    .join("; ")

describe("former units", () => {
  it.each([
    ["Phường An", "Phường An"],
    ["Phường An, phường Bình và phường Cúc", "Phường An; phường Bình; phường Cúc"],
    ["các phường An, Bình và Cúc", "phường An; phường Bình; phường Cúc"],
    ["03 xã: An, Bình, Cúc", "xã An; xã Bình; xã Cúc"],
    ["Các phường 1, 2 và 12", "phường 1; phường 2; phường 12"],
    ["- Xã An\n- Xã Bình", "Xã An; Xã Bình"],
    ["1. Xã An; 2. Xã Bình", "Xã An; Xã Bình"],
    ["xã An + thị trấn Bình", "xã An; thị trấn Bình"],
    ["Sáp nhập xã An với xã Bình", "xã An; xã Bình"],
    ["Toàn bộ phường An và một phần phường Bình", "phường An/whole; phường Bình/part"],
    ["một phần các phường An, Bình", "phường An/part; phường Bình/part"],
    ["một phần phường An, phường Bình", "phường An/part; phường Bình/unclear"],
    ["một phần phường An, toàn bộ phường Bình", "phường An/part; phường Bình/whole"],
    ["An (một phần), Bình (toàn bộ), Cúc", "An/part; Bình/whole; Cúc"],
    ["Xã Tân Lập (huyện Sao Mai), xã Tân Lập (00102)", "Xã Tân Lập/huyện Sao Mai; xã Tân Lập/00102"],
    ["xã Tân Lập thuộc huyện Sao Mai", "xã Tân Lập/huyện Sao Mai"],
    [
      "toàn bộ diện tích tự nhiên, quy mô dân số của phường An, phần lớn diện tích tự nhiên và dân số của phường Bình và một phần diện tích tự nhiên của các phường Cúc, Đào",
      "phường An/whole; phường Bình/part; phường Cúc/part; phường Đào/part",
    ],
    [
      "Sắp xếp toàn bộ diện tích tự nhiên, quy mô dân số của xã An và phần còn lại của xã Bình sau khi sắp xếp theo quy định tại các khoản 2, 3 và khoản 5 Điều này thành xã mới có tên gọi là xã Mai",
      "xã An/whole; xã Bình/rest",
    ],
    ["Từ Sơn, Nguyên Xá", "Từ Sơn; Nguyên Xá"],
    ["", ""],
  ])("%s", (text, expected) => {
    expect(former(text)).toBe(expected)
    expect(former(text.normalize("NFD"))).toBe(expected)
  })
})
