import type { Context } from '../../../platform/context/context.ts'
import { type FieldError, type FormValues, fieldError, typedValue } from '../../../platform/input/form.ts'
import { listOrganisations, type OrganisationRecord, type OrganisationsAmong } from '../queries.ts'
import { listSuggestions } from './queries.ts'

/** What a name in a form means: one organisation, several possible ones, none, or an empty field. */
export type Picked =
  | { state: 'chosen'; organisation: OrganisationRecord }
  /** Organisations with exactly this name; else those that it may mean. */
  | { state: 'ask'; candidates: OrganisationRecord[]; areBearers: boolean }
  | { state: 'none' }
  | { state: 'empty' }

/**
 * Reads what `OrganisationPicker` sends under a name. An id counts only for the name it was chosen for; else the name is looked up,
 * and accepted when it surely means one organisation.
 */
export async function readPicked(
  context: Context,
  values: FormValues,
  name: string,
  among: OrganisationsAmong = {},
): Promise<Picked> {
  const typed = typedValue(values, `${name}.name`).trim()
  if (typed === '') return { state: 'empty' }
  const id = typedValue(values, `${name}.id`)
  if (uuid.test(id) && typedValue(values, `${name}.for`).trim() === typed) {
    const [organisation] = await listOrganisations(context, [id])
    if (organisation) return { state: 'chosen', organisation }
  }
  const { records, bearers } = await listSuggestions(context, typed, among)
  const [first] = records
  if (!first) return { state: 'none' }
  const [bearer, ...namesakes] = bearers
  if (bearer && namesakes.length === 0) return { state: 'chosen', organisation: bearer }
  return { state: 'ask', candidates: bearer ? bearers : records, areBearers: bearer !== undefined }
}

/** The error of a pick for the list above the form, or null; empty fields are left to the schema. */
export function pickedError(name: string, picked: Picked): FieldError | null {
  if (picked.state === 'ask') return fieldError(`${name}.name`, 'directory.picker.which')
  return picked.state === 'none' ? fieldError(`${name}.name`, 'directory.picker.none') : null
}

/** The picks of a form's fields for organisations, by the name of the field. */
export type Choices = ReadonlyMap<string, Picked>

/** Reads the values of some fields for organisations. */
export async function readChoices(
  context: Context,
  values: FormValues,
  names: readonly string[],
): Promise<Choices> {
  const read = names.map(
    async (name): Promise<[string, Picked]> => [name, await readPicked(context, values, name)],
  )
  return new Map(await Promise.all(read))
}

/** The errors of the choices; an empty field is one, unless `mayBeEmpty`. */
export function choiceErrors(choices: Choices, mayBeEmpty = false): FieldError[] {
  return [...choices].flatMap(([name, picked]) => {
    if (picked.state === 'empty') return mayBeEmpty ? [] : [fieldError(`${name}.name`, 'ui.form.missing')]
    return pickedError(name, picked) ?? []
  })
}

export function chosenId(choices: Choices, name: string): string | null {
  const picked = choices.get(name)
  return picked?.state === 'chosen' ? picked.organisation.id : null
}

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
