// The peers of validate/…: general checkers with schemas that ask what the catalogue asks of one submission by itself.
// Both find every fault of a submission, and five in a spoilt one.
import { indicators, type Sort } from "./validate-batch.ts"
import { peer } from "./peers.ts"

/** How many faults a parsed submission has. */
export type Check = (input: unknown) => number

// As much of their API as is used here.
type Ajv = new (options: object) => {
  compile: (schema: object) => { (input: unknown): boolean; readonly errors?: ReadonlyArray<unknown> | null }
}

const count = { type: "integer", minimum: 0, maximum: Number.MAX_SAFE_INTEGER }
const closed = (properties: object, required = Object.keys(properties)): object => ({
  type: "object",
  properties,
  required,
  additionalProperties: false,
})
const forms: Readonly<Record<Sort, object>> = {
  count,
  money: count,
  about: { ...closed({ about: count }), ...count, type: ["integer", "object"] },
  share: closed({ x: { ...count, maximum: { $data: "1/y" } }, y: { ...count, minimum: 1 } }),
}
const text = { type: "string" }
const optional = new Set(["reason", "reporter", "status", "submittedAt", "illustrative"])
const envelope = {
  schema: { const: "danvan/submission@0" },
  id: text,
  revision: { type: "integer", minimum: 1, maximum: 9999 },
  reason: text,
  subject: text,
  reporter: text,
  scope: { enum: ["own", "whole"] },
  period: text,
  catalogue: { const: "bench" },
  status: { enum: ["submitted", "accepted", "locked"] },
  submittedAt: text,
  illustrative: { type: "boolean" },
  values: closed(Object.fromEntries(indicators.map(({ id, sort }) => [id, forms[sort]]))),
}

/** ajv with `allErrors`; a part above its whole is found by a reference to data. */
export const ajv = (): Check => {
  const { Ajv } = peer("ajv") as { readonly Ajv: Ajv }
  const required = Object.keys(envelope).filter((key) => !optional.has(key))
  const check = new Ajv({ allErrors: true, $data: true, allowUnionTypes: true }).compile(closed(envelope, required))
  return (input) => (check(input) ? 0 : (check.errors?.length ?? 0))
}

interface ZodType {
  readonly int: () => ZodType
  readonly min: (least: number) => ZodType
  readonly max: (most: number) => ZodType
  readonly optional: () => ZodType
  readonly refine: (fits: (value: { readonly x: number; readonly y: number }) => boolean) => ZodType
  readonly safeParse: (input: unknown) => { readonly error?: { readonly issues: ReadonlyArray<unknown> } }
}
interface Zod {
  readonly strictObject: (shape: Readonly<Record<string, ZodType>>) => ZodType
  readonly union: (types: ReadonlyArray<ZodType>) => ZodType
  readonly literal: (value: string) => ZodType
  readonly enum: (values: ReadonlyArray<string>) => ZodType
  readonly number: () => ZodType
  readonly string: () => ZodType
  readonly boolean: () => ZodType
}

/** zod with its defaults. */
export const zod = (): Check => {
  const { z } = peer("zod") as { readonly z: Zod }
  const whole = (least: number, most: number): ZodType => z.number().int().min(least).max(most)
  const some = whole(0, Number.MAX_SAFE_INTEGER)
  const shapes: Readonly<Record<Sort, ZodType>> = {
    count: some,
    money: some,
    about: z.union([some, z.strictObject({ about: some })]),
    share: z.strictObject({ x: some, y: whole(1, Number.MAX_SAFE_INTEGER) }).refine(({ x, y }) => x <= y),
  }
  const schema = z.strictObject({
    schema: z.literal("danvan/submission@0"),
    id: z.string(),
    revision: whole(1, 9999),
    reason: z.string().optional(),
    subject: z.string(),
    reporter: z.string().optional(),
    scope: z.enum(["own", "whole"]),
    period: z.string(),
    catalogue: z.literal("bench"),
    status: z.enum(["submitted", "accepted", "locked"]).optional(),
    submittedAt: z.string().optional(),
    illustrative: z.boolean().optional(),
    values: z.strictObject(Object.fromEntries(indicators.map(({ id, sort }) => [id, shapes[sort]]))),
  })
  return (input) => schema.safeParse(input).error?.issues.length ?? 0
}
