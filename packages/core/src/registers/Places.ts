// Where each unit of a register stands, and the ends of its edges as such places: what looks at all of a country at once
// compares numbers, and makes nothing for what is in order. Internal.
import type * as Hierarchy from "./Hierarchy.ts"

/** What is placed: units, and who belongs to whom. */
export interface Organisations {
  readonly units: ReadonlyArray<{ readonly id: string }>
  readonly edges: Hierarchy.Hierarchy
}

/**
 * `of` is the place of a unit in the list, the last one of an id that stands twice. `child` and `parent` are the places at
 * the ends of each edge, -1 where the unit is unknown. `first` is the first edge of each unit as a child, in the register's
 * order and of whatever line, and `next` the one behind it; -1 where there is none.
 */
export interface Places {
  readonly of: ReadonlyMap<string, number>
  readonly child: Int32Array
  readonly parent: Int32Array
  readonly first: Int32Array
  readonly next: Int32Array
}

const placed = new WeakMap<Hierarchy.Hierarchy, Places & { readonly units: Organisations["units"] }>()

/** Found once for the same units and edges, which never change. */
export const make = ({ units, edges }: Organisations): Places => {
  const known = placed.get(edges)
  if (known?.units === units) return known
  const of = new Map<string, number>()
  for (let i = 0; i < units.length; i++) of.set(units[i]?.id ?? "", i)
  const [child, parent, next] = [0, 1, 2].map(() => new Int32Array(edges.length)) as [
    Int32Array,
    Int32Array,
    Int32Array,
  ]
  const first = new Int32Array(units.length).fill(-1)
  for (let e = edges.length - 1; e >= 0; e--) {
    const edge = edges[e]
    const place = of.get(edge?.child ?? "") ?? -1
    child[e] = place
    parent[e] = of.get(edge?.parent ?? "") ?? -1
    next[e] = first[place] ?? -1
    if (place >= 0) first[place] = e
  }
  const made = { units, of, child, parent, first, next }
  placed.set(edges, made)
  return made
}

/**
 * Whether every edge has two known ends and nobody is above himself, whatever the line and the day: who has nobody below
 * leaves, again and again, until nobody is left. Where it says no, each line has to be looked at.
 */
export const isClear = ({ child, parent, first, next }: Places): boolean => {
  const below = new Int32Array(first.length)
  for (let e = 0; e < child.length; e++) {
    const above = parent[e] ?? -1
    if (above < 0 || (child[e] ?? -1) < 0) return false
    below[above] = (below[above] ?? 0) + 1
  }
  const gone = new Int32Array(first.length)
  let count = 0
  for (let unit = 0; unit < first.length; unit++) if (below[unit] === 0) gone[count++] = unit
  for (let i = 0; i < count; i++) {
    for (let e = first[gone[i] ?? -1] ?? -1; e >= 0; e = next[e] ?? -1) {
      const above = parent[e] ?? -1
      const left = (below[above] ?? 0) - 1
      below[above] = left
      if (left === 0) gone[count++] = above
    }
  }
  return count === first.length
}
