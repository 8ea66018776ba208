// Listed things that come with a submission: models, dialogues, events, persons with their offices, tasks. Each kind is
// closed. Texts are bound prose: a number in them is a reference.
import * as Schema from "effect/Schema"
import { date } from "./Dated.ts"

/** A person as a document names one. One person may hold several offices; likeness of names merges nobody. */
export const person = Schema.Struct({
  name: Schema.String,
  offices: Schema.Array(Schema.Struct({ title: Schema.String, body: Schema.optionalKey(Schema.String) })),
  part: Schema.Literals(["chair", "guest", "reporter", "speaker"]),
  note: Schema.optionalKey(Schema.String),
})

/** A person with offices. */
export type Person = typeof person.Type

/** Something that took place. `organiser` is a unit. */
export const event = Schema.Struct({
  id: Schema.String,
  name: Schema.String,
  date,
  place: Schema.optionalKey(Schema.String),
  organiser: Schema.optionalKey(Schema.String),
  description: Schema.optionalKey(Schema.String),
  persons: Schema.Array(person),
})

/** Something that took place. */
export type Event = typeof event.Type

/**
 * Work handed on: from which office, to whom (units or words), by when and how measured, if anybody said. What is not
 * `done` is expected again in the next report.
 */
export const task = Schema.Struct({
  id: Schema.String,
  from: Schema.Struct({ person: Schema.optionalKey(Schema.String), office: Schema.String }),
  to: Schema.Array(Schema.String),
  text: Schema.String,
  due: Schema.optionalKey(Schema.NullOr(date)),
  target: Schema.optionalKey(Schema.NullOr(Schema.String)),
  done: Schema.optionalKey(Schema.Boolean),
  source: Schema.optionalKey(Schema.String),
})

/** Work handed on. */
export type Task = typeof task.Type

/** A model registered or carried out; counted by `dvk.models.registered`. */
export const model = Schema.Struct({
  id: Schema.String,
  name: Schema.String,
  field: Schema.optionalKey(Schema.String),
  owner: Schema.optionalKey(Schema.String),
})

/** A model registered or carried out. */
export type Model = typeof model.Type

/** A dialogue held; counted by `dialogue.events`. */
export const dialogue = Schema.Struct({
  id: Schema.String,
  date,
  chair: Schema.optionalKey(Schema.String),
  topic: Schema.optionalKey(Schema.String),
})

/** A dialogue held. */
export type Dialogue = typeof dialogue.Type

/** All entries of a submission. */
export const schema = Schema.Struct({
  models: Schema.optionalKey(Schema.Array(model)),
  dialogues: Schema.optionalKey(Schema.Array(dialogue)),
  events: Schema.optionalKey(Schema.Array(event)),
  tasks: Schema.optionalKey(Schema.Array(task)),
})

/** All entries of a submission. */
export type Entries = typeof schema.Type
