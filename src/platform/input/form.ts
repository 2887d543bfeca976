import type { core, z } from 'zod'
import type { PlainMessageKey, Translate } from '../i18n/translate.ts'
import { storable } from './parameters.ts'

/** What was sent, by the name of each field; several values where boxes share a name. */
export type FormValues = Record<string, string | string[]>

/** What is wrong with one field: the sentence, in whichever language it is asked for. */
export interface FieldError {
  field: string
  message(t: Translate): string
}

/** A form as it is drawn: the values of its fields, and what is wrong with them. */
export interface FormState {
  values: FormValues
  errors: readonly FieldError[]
  /** Another person changed the record meanwhile: the page shows the present data beside what was typed. */
  isMet?: boolean
}

export type FormReading<T> =
  | { valid: true; values: FormValues; data: T }
  | { valid: false; values: FormValues; errors: FieldError[] }

/**
 * Reads a form. Names with dots are nested (`agreements.0.title.fr`); a schema’s own messages are keys (`says(…)`), general ones are the
 * default. Wrong input is a value: the form as typed, with the errors beside each field.
 */
export function readForm<S extends z.ZodType>(schema: S, body: unknown): FormReading<z.output<S>> {
  const values = readValues(body)
  const result = schema.safeParse(nest(values), { error: (issue) => generalMessage(issue) })
  if (result.success) return { valid: true, values, data: result.data }
  return { valid: false, values, errors: result.error.issues.map(toFieldError) }
}

/** The message of a rule in a schema, by its key. */
export function says(key: PlainMessageKey): string {
  return key
}

/** An error that no schema could find: the address is taken, the day has passed. */
export function fieldError(field: string, key: PlainMessageKey): FieldError {
  return { field, message: (t) => t(key) }
}

/** One value of a form; the first where there are several, '' where there is none. */
export function typedValue(values: FormValues, name: string): string {
  return [values[name] ?? ''].flat()[0] ?? ''
}

/** All values of a field, in order. */
export function typedValues(values: FormValues, name: string): string[] {
  return [values[name] ?? []].flat()
}

const mostFields = 2000

/** The fields of a body as they were sent, with one kind of line end and nothing that a database refuses. */
export function readValues(body: unknown): FormValues {
  const values: FormValues = Object.create(null)
  if (typeof body !== 'object' || body === null) return values
  for (const [name, value] of Object.entries(body).slice(0, mostFields)) {
    if (typeof value === 'string') values[name] = clean(value)
    else if (Array.isArray(value)) {
      const said = several(value)
      if (said !== null) values[name] = said
    }
  }
  return values
}

// Of lists beside boxes of one name those left alone say nothing, as boxes that are not ticked.
function several(sent: readonly unknown[]): string | string[] | null {
  const said = sent.filter((each) => typeof each === 'string').map(clean)
  const chosen = said.filter((each) => each !== '')
  if (chosen.length === said.length) return said
  return chosen.length > 1 ? chosen : (chosen[0] ?? null)
}

function clean(text: string): string {
  return storable(text).replaceAll(/\r\n?/g, '\n')
}

interface Nested {
  [name: string]: string | string[] | Nested | Nested[]
}

const deepest = 6
const longestList = 200

function nest(values: FormValues): Nested {
  const root: Nested = Object.create(null)
  for (const [name, value] of Object.entries(values)) {
    const steps = name.split('.')
    if (steps.length > deepest || steps.some((step) => step === '' || step === '__proto__')) continue
    put(root, steps, value)
  }
  return listed(root)
}

function put(within: Nested, [step = '', ...rest]: string[], value: string | string[]): void {
  if (rest.length === 0) {
    within[step] = value
    return
  }
  const found = within[step]
  const next: Nested = typeof found === 'object' && !Array.isArray(found) ? found : Object.create(null)
  within[step] = next
  put(next, rest, value)
}

// Fields with numbers for names form a list, in the order of the numbers; a removed part leaves no hole.
function listed(within: Nested): Nested {
  for (const [name, value] of Object.entries(within)) {
    if (typeof value !== 'object' || Array.isArray(value)) continue
    const inner = listed(value)
    const names = Object.keys(inner)
    const isList = names.length > 0 && names.every((each) => /^\d{1,4}$/.test(each))
    within[name] = isList ? names.slice(0, longestList).flatMap((each) => asNested(inner[each])) : inner
  }
  return within
}

function asNested(value: Nested[string] | undefined): Nested[] {
  return typeof value === 'object' && !Array.isArray(value) ? [value] : []
}

function toFieldError(issue: core.$ZodIssue): FieldError {
  const field = issue.path.map(String).join('.')
  const key = issue.message
  const parameters = parametersOf(issue)
  // The keys of a schema are texts when it refuses: `says` and the messages’ check ensure that they are right.
  return { field, message: (t) => (t as (key: string, parameters?: object) => string)(key, parameters) }
}

// The parameters of the message for a refused value: its maximum length, or what a schema’s own rule adds as `params`.
function parametersOf(issue: core.$ZodIssue): object | undefined {
  if (issue.message === tooLong && issue.code === 'too_big') return { maximum: Number(issue.maximum) }
  return issue.code === 'custom' ? issue.params : undefined
}

const tooLong = 'ui.form.tooLong'

function generalMessage(issue: core.$ZodRawIssue): string {
  if (issue.input === undefined || issue.input === '') return says('ui.form.missing')
  if (issue.code === 'too_big' && issue.origin === 'string') return tooLong
  if (issue.code === 'too_small' && issue.origin === 'string') return says('ui.form.missing')
  if (issue.code === 'invalid_format' && issue.format === 'email') return says('ui.form.email')
  if (issue.code === 'invalid_format' && issue.format === 'url') return says('ui.form.url')
  return says('ui.form.wrong')
}
