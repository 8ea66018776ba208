// A value that nobody can change: whoever tries is told at once, at the place where it happens.

/**
 * Freezes a plain value all the way down and gives it back. Bytes stay as they are: a typed array cannot be frozen.
 *
 * @example
 * Object.isFrozen(freeze({ blocks: [] }).blocks) // true
 */
export const freeze = <A>(value: A): A => {
  if (typeof value !== "object" || value === null || value instanceof Uint8Array) return value
  for (const inner of Object.values(value)) freeze(inner)
  return Object.freeze(value)
}
