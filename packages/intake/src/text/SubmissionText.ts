// A text of JSON as a submission. What the text does not say for sure (a key that stands twice, a number of more digits
// than can be kept) is found by core's reader; here it is left out and named, so that what is left can be believed, by
// whoever checks it and however often.
import { Issue, Json, Submission } from "@danvan/core"

/** What of a submission could not be read; as core tells what it holds back. */
export interface Held {
  readonly pointer: string
  readonly codes: ReadonlyArray<Issue.IssueCode>
}

/** What is wrong at a place of the text; `offset` counts UTF-16 units. */
export interface Problem {
  readonly code: Issue.IssueCode
  readonly pointer: string
  readonly offset: number
  readonly params: Issue.Params
}

/** A text read. */
export interface SubmissionText {
  /** What the text says for sure; undefined when that is not enough for a submission. */
  readonly input: unknown
  /** What the submission calls itself; null when it does not. */
  readonly name: string | null
  readonly held: ReadonlyArray<Held>
  readonly problems: ReadonlyArray<Problem>
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value)

/**
 * Reads a text.
 *
 * @example
 * read('{"id": "a"}').input // { id: "a" }
 * const { input, held } = read('{"id": "a", "meta": 1, "meta": 2}')
 * input // { id: "a" }
 * held // [{ pointer: "/meta", codes: ["json.key-repeated"] }]
 */
export const read = (text: string): SubmissionText => {
  const { value, problems: found } = Json.read(text)
  const name = isObject(value) && typeof value["id"] === "string" ? value["id"] : null
  return found.length === 0 ? { input: value, name, held: [], problems: [] } : doubtful(text, value, name, found)
}

const doubtful = (
  text: string,
  value: unknown,
  name: string | null,
  found: ReadonlyArray<Json.Problem>,
): SubmissionText => {
  // The place is told as that of the file; a second one within the text would contradict it.
  const problems = found.map(
    ({ code, path, offset, params: { line: _line, column: _column, ...params } }): Problem => ({
      code,
      pointer: Json.pointerOf(path),
      offset,
      params,
    }),
  )
  // Core knows best how much depends on what is in doubt: a value, a part, or everything.
  const { submission, issues, held: heldBack } = Submission.decode(text, 1)
  const isLost = submission === null && issues.length === found.length
  const held = heldBack.flatMap((pointer): ReadonlyArray<Held> => {
    const codes = problems.filter((one) => one.pointer === pointer || one.pointer.startsWith(`${pointer}/`))
    if (pointer === "" && !isLost) return []
    return codes.length === 0 ? [] : [{ pointer, codes: [...new Set(codes.map(({ code }) => code))] }]
  })
  if (isLost)
    return {
      input: undefined,
      name,
      held: [{ pointer: "", codes: [...new Set(found.map(({ code }) => code))] }],
      problems,
    }
  return { input: sure(value, new Set(held.map(({ pointer }) => pointer))), name, held, problems }
}

// What is held back is a part of the submission, or one of its values.
const sure = (value: unknown, held: ReadonlySet<string>): unknown => {
  const without = (one: unknown, above: string): unknown =>
    isObject(one)
      ? Object.fromEntries(Object.entries(one).filter(([key]) => !held.has(`${above}${Issue.step(key)}`)))
      : one
  const rest = without(value, "")
  return isObject(rest) && "values" in rest ? { ...rest, values: without(rest["values"], "/values") } : rest
}
