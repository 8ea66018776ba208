// A decimal number without a float: a whole number and how many of its last digits stand behind the comma. What texts of
// figures are computed in, so that 30,388 tỷ is 30388000000 and nothing near it.

/** `n / 10^places`. */
export interface Decimal {
  readonly n: bigint
  readonly places: number
}

/** A decimal string such as `87.50`; its places are kept. */
export const make = (text: string): Decimal => {
  const point = text.indexOf(".")
  if (point < 0) return { n: BigInt(text), places: 0 }
  const [whole, part] = [text.slice(0, point), text.slice(point + 1)]
  return { n: BigInt(whole + part), places: part.length }
}

/** Ten to the power of `by` times as much. */
export const shift = ({ n, places }: Decimal, by: number): Decimal =>
  places >= by ? { n, places: places - by } : { n: n * 10n ** BigInt(by - places), places: 0 }

export const add = (a: Decimal, b: Decimal): Decimal => {
  const places = Math.max(a.places, b.places)
  return { n: at(a, places) + at(b, places), places }
}

/** Negative, zero or positive as `a` is less than, equal to or more than `b`. */
export const compare = (a: Decimal, b: Decimal): number => {
  const places = Math.max(a.places, b.places)
  const [x, y] = [at(a, places), at(b, places)]
  return x < y ? -1 : x > y ? 1 : 0
}

const at = ({ n, places }: Decimal, wanted: number): bigint => n * 10n ** BigInt(wanted - places)

/** With the places that were printed: `87.50`. */
export const printed = ({ n, places }: Decimal): string => {
  const digits = (n < 0n ? -n : n).toString().padStart(places + 1, "0")
  const text = places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`
  return n < 0n ? `-${text}` : text
}

/** The number, however it was printed: `87.5`. */
export const plain = (decimal: Decimal): string => {
  const text = printed(decimal)
  return text.includes(".") ? text.replace(/\.?0+$/, "") : text
}
