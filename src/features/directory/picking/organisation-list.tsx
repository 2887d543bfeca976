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
  /** Of the list: its parts hold `parties.0.name`. */
  name: string
  label: string
  hint: string
  titleOf: (index: number) => string
  addLabel: string
  /** Of the field for one organisation. */
  organisationLabel: string
  /** What is asked of each beside its name: its role, who signs; `prefix` is `parties.0`. */
  children: (prefix: string) => ComponentChildren
}

/** A list of organisations in an order that can be changed, each with what it does. */
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
