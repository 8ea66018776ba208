// Which numbers must stay hidden so that none of those that are to be hidden can be computed from what is printed. Always
// true: of the sums that are known, none gives a hidden number for certain.

/** A number of a table by its key; `n` is its size, by which the smallest is given up first. */
export interface Entry {
  readonly key: string
  readonly n: number
}

/** A sum that every reader knows: the parts come to the total. */
export interface Sum {
  readonly total: Entry
  readonly parts: ReadonlyArray<Entry>
}

/**
 * The keys to hide: the given ones, and as few small others as it takes. A part is given up before a total, a smaller one
 * before a larger; zeros are left, since hiding one hides nothing.
 *
 * @example
 * const [total, a, b, c] = [{ key: "t", n: 53 }, { key: "a", n: 3 }, { key: "b", n: 20 }, { key: "c", n: 30 }]
 * [...hide([{ total, parts: [a, b, c] }], ["a"])] // ["a", "b"]
 */
export const hide = (sums: ReadonlyArray<Sum>, keys: Iterable<string>): ReadonlySet<string> => {
  const hidden = new Set(keys)
  for (;;) {
    // Sum by sum first, which gives up least; then what only several sums together give away.
    const alone = sums.find((sum) => entriesOf(sum).filter(({ key }) => hidden.has(key)).length === 1)
    const next = (alone && companion([alone], hidden)) ?? beyond(sums, hidden)
    if (next === undefined) return hidden
    hidden.add(next)
  }
}

const entriesOf = ({ total, parts }: Sum): ReadonlyArray<Entry> => [total, ...parts]

// The smallest part that could be hidden too, else a total.
const companion = (sums: ReadonlyArray<Sum>, hidden: ReadonlySet<string>): string | undefined => {
  const smallest = (entries: ReadonlyArray<Entry>): string | undefined =>
    entries.filter(({ key, n }) => n > 0 && !hidden.has(key)).toSorted((a, b) => a.n - b.n)[0]?.key
  return smallest(sums.flatMap(({ parts }) => parts)) ?? smallest(sums.map(({ total }) => total))
}

const beyond = (sums: ReadonlyArray<Sum>, hidden: ReadonlySet<string>): string | undefined => {
  const [open] = derivable(sums, hidden)
  if (open === undefined) return undefined
  const own = sums.filter((sum) => entriesOf(sum).some(({ key }) => key === open))
  return companion(own, hidden) ?? companion(sums, hidden)
}

/**
 * Hidden keys whose number follows from the sums and from what is not hidden.
 *
 * @example
 * const [total, a, b] = [{ key: "t", n: 23 }, { key: "a", n: 3 }, { key: "b", n: 20 }]
 * derivable([{ total, parts: [a, b] }], new Set(["a"])) // ["a"]
 * derivable([{ total, parts: [a, b] }], new Set(["a", "b"])) // []
 */
export const derivable = (sums: ReadonlyArray<Sum>, hidden: ReadonlySet<string>): ReadonlyArray<string> => {
  const columns = [...hidden]
  const rows = sums.flatMap(({ total, parts }) => {
    const row = new Map<string, bigint>()
    if (hidden.has(total.key)) row.set(total.key, -1n)
    for (const { key } of parts) if (hidden.has(key)) row.set(key, (row.get(key) ?? 0n) + 1n)
    return row.size === 0 ? [] : [columns.map((key) => row.get(key) ?? 0n)]
  })
  // In the reduced form a number follows from the sums exactly where it stands alone in its row.
  return reduced(rows).flatMap((row) => {
    const filled = row.flatMap((n, i) => (n === 0n ? [] : [columns[i] ?? ""]))
    return filled.length === 1 ? filled : []
  })
}

// Gauss and Jordan in whole numbers: rows are multiplied instead of divided.
const reduced = (rows: ReadonlyArray<ReadonlyArray<bigint>>): ReadonlyArray<ReadonlyArray<bigint>> => {
  let open = rows
  let done: ReadonlyArray<ReadonlyArray<bigint>> = []
  for (let at = 0; at < (rows[0]?.length ?? 0); at++) {
    const pivot = open.find((row) => row[at] !== 0n)
    if (!pivot) continue
    const without = (row: ReadonlyArray<bigint>): ReadonlyArray<bigint> => {
      const [mine, its] = [pivot[at] ?? 0n, row[at] ?? 0n]
      return its === 0n ? row : lowest(row.map((n, i) => n * mine - (pivot[i] ?? 0n) * its))
    }
    open = open.filter((row) => row !== pivot).map(without)
    done = [...done.map(without), pivot]
  }
  return done
}

const lowest = (row: ReadonlyArray<bigint>): ReadonlyArray<bigint> => {
  let divisor = 0n
  for (const n of row) divisor = gcd(divisor, n < 0n ? -n : n)
  return divisor > 1n ? row.map((n) => n / divisor) : row
}

const gcd = (a: bigint, b: bigint): bigint => (b === 0n ? a : gcd(b, a % b))
