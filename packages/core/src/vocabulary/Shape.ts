// The shape of data that came as JSON: effect's Schema decides, its findings become ours, with a pointer to the very
// place, a code, and the names that would have been right.
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import type * as SchemaAST from "effect/SchemaAST"
import type * as SchemaIssue from "effect/SchemaIssue"
import * as Issue from "./Issue.ts"
import * as Spelling from "./Spelling.ts"

/** A decoder that finds everything at once. Hoist it: making one costs more than using it. */
export const decoder = <A, I>(
  schema: Schema.Codec<A, I>,
): ((input: unknown, place: Issue.Place) => Result.Result<A, ReadonlyArray<Issue.Issue>>) => {
  const decode = Schema.decodeUnknownResult(schema, { errors: "all", onExcessProperty: "error" })
  return (input, place) => {
    const result = decode(input)
    return Result.isSuccess(result)
      ? Result.succeed(result.success)
      : Result.fail(flatten(result.failure.issue, input, [], place))
  }
}

/**
 * Whether data have a shape, without a word about what is wrong: a long list is looked at in a tenth of the time that
 * decoding takes, and need not be copied. Says no to what it does not understand, never yes to what the decoder refuses: a
 * law of the tests. Hoist it.
 */
export const glance = (schema: Schema.Top): ((input: unknown) => boolean) => glanceAt(schema.ast)

type Glance = (input: unknown) => boolean

const glanceAt = (ast: SchemaAST.AST): Glance => {
  const fits = ast.encoding === undefined ? shapeOf(ast) : unknown
  const [first, ...others] = ast.checks ?? []
  if (first === undefined) return fits
  if (first._tag !== "Filter" || others.length > 0) return unknown
  return (input) => fits(input) && first.run(input, ast, {}) === undefined
}

const unknown: Glance = () => false

const shapeOf = (ast: SchemaAST.AST): Glance => {
  switch (ast._tag) {
    case "String":
      return (input) => typeof input === "string"
    case "Literal":
      return (input) => input === ast.literal
    case "Union": {
      const types = ast.types.map(glanceAt)
      return (input) => types.some((fits) => fits(input))
    }
    case "Arrays": {
      const [item] = ast.rest.map(glanceAt)
      if (item === undefined || ast.rest.length > 1 || ast.elements.length > 0) return unknown
      return (input) => Array.isArray(input) && input.every(item)
    }
    case "Objects":
      return ast.indexSignatures.length > 0 ? unknown : objectOf(ast)
    default:
      return unknown
  }
}

const objectOf = ({ propertySignatures }: SchemaAST.Objects): Glance => {
  const properties = propertySignatures.map(({ name, type }) => {
    const isOwed = type.context?.isOptional !== true
    return { name, isOwed, fits: glanceAt(type) }
  })
  const known = new Map(properties.map((one) => [one.name, one]))
  const owed = properties.filter(({ isOwed }) => isOwed).length
  return (input) => {
    if (typeof input !== "object" || input === null || Array.isArray(input)) return false
    let left = owed
    for (const key in input) {
      const property = known.get(key)
      if (!property?.fits((input as Readonly<Record<string, unknown>>)[key])) return false
      if (property.isOwed) left--
    }
    return left === 0
  }
}

type Path = ReadonlyArray<PropertyKey>

const flatten = (issue: SchemaIssue.Issue, input: unknown, path: Path, place: Issue.Place): Array<Issue.Issue> => {
  const at = (): Issue.Place => ({
    ...place,
    pointer: place.pointer + path.map((key) => Issue.step(String(key))).join(""),
  })
  const key = String(path.at(-1) ?? "")
  switch (issue._tag) {
    case "Pointer":
      return flatten(issue.issue, input, [...path, ...issue.path], place)
    case "Composite":
      return issue.issues.flatMap((inner) => flatten(inner, input, path, place))
    case "Filter":
      return flatten(issue.issue, input, path, place)
    case "Encoding":
      return flatten(issue.issue, input, path, place)
    case "AnyOf": {
      const allowed = literals(issue.ast)
      if (allowed.length > 0) return [Issue.make("choice.unknown", at(), { found: shown(input, path), allowed })]
      const nearest = issue.issues
        .map((inner) => flatten(inner, input, path, place))
        .sort((a, b) => a.length - b.length)[0]
      return nearest ?? [Issue.make("type.wrong", at(), { expected: expected(issue.ast), found: shown(input, path) })]
    }
    case "MissingKey":
      return [Issue.make("key.missing", at(), { key })]
    case "UnexpectedKey": {
      const known = "ast" in issue ? names(issue.ast) : []
      return [Issue.make("key.unknown", at(), { key, near: Spelling.nearest(key, known) ?? "" })]
    }
    case "InvalidType": {
      const one = literals(issue.ast)
      if (one.length > 0) return [Issue.make("choice.unknown", at(), { found: shown(input, path), allowed: one })]
      return [Issue.make("type.wrong", at(), { expected: expected(issue.ast), found: shown(input, path) })]
    }
    default:
      return [Issue.make("type.wrong", at(), { expected: key, found: shown(input, path) })]
  }
}

const literals = (ast: SchemaAST.AST): Array<string> =>
  ast._tag === "Literal"
    ? [String(ast.literal)]
    : ast._tag === "Union" && ast.types.every((type) => type._tag === "Literal")
      ? ast.types.flatMap(literals)
      : []

const names = (ast: SchemaAST.AST): Array<string> =>
  ast._tag === "Objects" ? ast.propertySignatures.map((property) => String(property.name)) : []

const expected = (ast: SchemaAST.AST): string =>
  ast._tag === "Union" ? ast.types.map(expected).join("|") : (typeNames[ast._tag] ?? ast._tag.toLowerCase())

const typeNames: Record<string, string> = {
  String: "string",
  Number: "number",
  Boolean: "boolean",
  Objects: "object",
  Arrays: "array",
  Null: "null",
}

/**
 * What stands there, short enough for a sentence: the type, and the value where it is a number, a boolean or a short
 * text.
 */
export const shown = (input: unknown, path: Path = []): string => {
  let value = input
  for (const key of path) {
    value = typeof value === "object" && value !== null ? (value as Record<PropertyKey, unknown>)[key] : undefined
  }
  if (value === null) return "null"
  if (Array.isArray(value)) return "array"
  if (typeof value === "object") return "object"
  if (typeof value === "string") return value.length <= 40 ? JSON.stringify(value) : "string"
  return String(value)
}
