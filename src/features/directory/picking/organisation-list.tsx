import type { ComponentChildren } from 'preact'
import type { PartCall } from '../../../platform/records/record-kind.ts'
import type { Shown } from '../../../platform/records/record-part.ts'
import { RepeatedParts } from '../../../ui/form/repeated-parts.tsx'
import { OrganisationChoice } from './organisation-choice.tsx'
import type { Choices } from './picked.ts'

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
