// The forms in which a value may be written, as data: what reading takes for a key it knows, and what the JSON Schema of
// submissions says, come from here. Which form fits which kind of indicator only the catalogue can tell.
import * as Schema from "effect/Schema"
import * as Dated from "../registers/Dated.ts"
import * as Value from "../vocabulary/Value.ts"

const whole = Schema.Int.check(Schema.isBetween({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER })).annotate({
  identifier: "WholeNumber",
})
const number = Schema.Union([
  whole,
  Schema.Struct({ about: whole }),
  Schema.Struct({ over: whole }),
  Schema.Struct({ under: whole }),
]).annotate({ identifier: "Number" })
const decimal = Schema.String.check(Schema.isPattern(/^-?\d{1,15}(\.\d{1,6})?$/u))
const percent = Schema.String.check(Schema.isPattern(/^\d{1,15}(\.\d{1,6})?$/u))
const yes = Schema.optionalKey(Schema.Boolean)

const beside = {
  scope: Schema.optionalKey(Schema.Literals(["own", "whole"])),
  estimated: yes,
  provisional: yes,
  asOf: Schema.optionalKey(Dated.date),
  printed: Schema.optionalKey(decimal),
  change: Schema.optionalKey(
    Schema.Struct({
      by: decimal,
      of: Schema.Literals(["points", "relative", "unstated"]),
      against: Schema.String,
    }),
  ),
}
const by = Schema.optionalKey(Schema.Record(Schema.String, Schema.Record(Schema.String, number)))

/** The forms of a value that is an object. `qualified` is one number in its qualifier: `{ "about": 180 }`. */
export const forms = {
  quantity: Schema.Struct({ n: number, by, cumulative: yes, ...beside }),
  qualified: Schema.Struct({
    about: Schema.optionalKey(whole),
    over: Schema.optionalKey(whole),
    under: Schema.optionalKey(whole),
    by,
    cumulative: yes,
    ...beside,
  }),
  share: Schema.Struct({ x: number, y: number, ...beside }),
  rate: Schema.Struct({ percent, about: yes, over: yes, under: yes, ...beside }),
  grade: Schema.Struct({ grades: Schema.Record(Schema.String, whole), ...beside }),
  flag: Schema.Struct({ flag: Schema.Boolean, ...beside }),
  text: Schema.Struct({ text: Schema.String, ...beside }),
  missing: Schema.Struct({ missing: Schema.Literals(Value.missingReasons) }),
  notApplicable: Schema.Struct({ notApplicable: Schema.Literals(Value.inapplicableReasons) }),
}

/** The name of a form. */
export type Form = keyof typeof forms

/** The keys that each form may have. */
export const keys = Object.fromEntries(
  Object.entries(forms).map(([form, { fields }]) => [form, Object.keys(fields)]),
) as unknown as Readonly<Record<Form, ReadonlyArray<string>>>

// One qualifier, and only one: said by three structs, so that a JSON Schema can say it too.
const { about: _about, over: _over, under: _under, ...rest } = forms.qualified.fields

/** A value as it may be written, of whatever indicator. */
export const schema = Schema.Union([
  whole,
  Schema.Boolean,
  Schema.String,
  forms.quantity,
  Schema.Struct({ about: whole, ...rest }),
  Schema.Struct({ over: whole, ...rest }),
  Schema.Struct({ under: whole, ...rest }),
  forms.share,
  forms.rate,
  forms.grade,
  forms.flag,
  forms.text,
  forms.missing,
  forms.notApplicable,
]).annotate({ identifier: "Value" })
