import type { ComponentChildren } from 'preact'
import type { Context } from '../../../../platform/context/context.ts'
import { chooseName } from '../../../../platform/i18n/localized-text.ts'
import { addressFor, type Reader, withParameters } from '../../../../platform/i18n/reader.ts'
import { type FieldError, type FormValues, fieldError, typedValue } from '../../../../platform/input/form.ts'
import type { PartCall } from '../../../../platform/records/record-kind.ts'
import { errorOf, type Shown } from '../../../../platform/records/record-part.ts'
import {
  OrganisationPicker,
  type OrganisationRef,
  type Picked,
  pickedError,
  readPicked,
} from '../../../directory/index.ts'

/** What was meant in each of a form's fields for organisations, by the name of the field. */
export type Choices = ReadonlyMap<string, Picked>

/** Reads what stands in some fields for organisations. */
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

/** What is wrong with the choices; a field that was left empty is, unless it may be. */
export function choiceErrors(choices: Choices, mayBeEmpty = false): FieldError[] {
  return [...choices].flatMap(([name, picked]) => {
    if (picked.state === 'empty') return mayBeEmpty ? [] : [fieldError(`${name}.name`, 'ui.form.missing')]
    return pickedError(name, picked) ?? []
  })
}

/** The organisation chosen in a field, or null. */
export function chosenId(choices: Choices, name: string): string | null {
  const picked = choices.get(name)
  return picked?.state === 'chosen' ? picked.organisation.id : null
}

/** What a field holds for an organisation that stands in the record. */
export function valuesOfChoice(
  reader: Reader,
  name: string,
  organisation: Pick<OrganisationRef, 'id' | 'name'> | undefined,
): FormValues {
  if (!organisation) return {}
  const { text } = chooseName(organisation.name, reader.language)
  return { [`${name}.name`]: text, [`${name}.id`]: organisation.id, [`${name}.for`]: text }
}

interface OrganisationChoiceProps {
  call: Pick<PartCall, 'reader' | 'network' | 'form'>
  shown: Shown
  choices: Choices
  name: string
  label: ComponentChildren
  hint?: ComponentChildren
  required?: boolean
}

/** A field for an organisation, with the way to add one that the directory has not got and to come back. */
export function OrganisationChoice({ call, shown, choices, name, ...field }: OrganisationChoiceProps) {
  const { reader, network, form } = call
  const next = form === null ? null : withParameters(`/${reader.language}${form}`, { field: name })
  return (
    <OrganisationPicker
      reader={reader}
      name={name}
      typed={typedValue(shown.values, `${name}.name`)}
      picked={choices.get(name) ?? { state: 'empty' }}
      error={errorOf(reader, shown, `${name}.name`)}
      {...(next === null
        ? {}
        : { addByHand: addressFor(reader, `/${network.slug}/organisations/new`, { next }) })}
      {...field}
    />
  )
}
