import type { ComponentChildren } from 'preact'
import { chooseName } from '../../../platform/i18n/localized-text.ts'
import { addressFor, type Reader, withParameters } from '../../../platform/i18n/reader.ts'
import type { FormValues } from '../../../platform/input/form.ts'
import type { PartCall } from '../../../platform/records/record-kind.ts'
import type { Shown } from '../../../platform/records/record-part.ts'
import { RepeatedParts } from '../../../ui/form/repeated-parts.tsx'
import type { OrganisationRef } from '../organisation.ts'
import { OrganisationPicker } from '../views/organisation-picker.tsx'
import type { Choices } from './picked.ts'

/** The values of a field for an organisation that the record holds. */
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
  choices: Choices
  name: string
  label: ComponentChildren
  hint?: ComponentChildren
  required?: boolean
}

/** A field for an organisation, with a link to add one that the directory lacks and to come back. */
export function OrganisationChoice({ call, choices, name, ...field }: OrganisationChoiceProps) {
  const { reader, network, form } = call
  const next = form === null ? null : withParameters(`/${reader.language}${form}`, { field: name })
  return (
    <OrganisationPicker
      name={name}
      picked={choices.get(name) ?? { state: 'empty' }}
      {...(next === null
        ? {}
        : { addByHand: addressFor(reader, `/${network.slug}/organisations/new`, { next }) })}
      {...field}
    />
  )
}

interface OrganisationListProps {
  call: Pick<PartCall, 'reader' | 'network' | 'form'>
  shown: Shown
  choices: Choices
  /** Name of the list: its parts hold `parties.0.name`. */
  name: string
  label: string
  hint: string
  titleOf: (index: number) => string
  addLabel: string
  /** Label of the field for one organisation. */
  organisationLabel: string
  /** The further fields of each organisation, such as its role or who signs; `prefix` is `parties.0`. */
  children: (prefix: string) => ComponentChildren
}

/** A sortable list of organisations, each with its further fields. */
export function OrganisationList({
  call,
  shown,
  choices,
  name,
  organisationLabel,
  children,
  ...list
}: OrganisationListProps) {
  return (
    <RepeatedParts name={name} isOrdered {...list}>
      {(prefix) => (
        <>
          <OrganisationChoice
            call={call}
            choices={choices}
            name={prefix}
            label={organisationLabel}
            required
          />
          {children(prefix)}
        </>
      )}
    </RepeatedParts>
  )
}
