import { Field } from '../../../../ui/form/field.tsx'
import type { readChoices } from '../../../directory/index.ts'
import { OrganisationChoice } from '../../../directory/picking/index.ts'
import type { EventCall } from '../../events/forms/event-part.ts'

interface BodyFieldsProps {
  call: EventCall
  choices: Awaited<ReturnType<typeof readChoices>>
  name: string
  hint?: string
}

/** The body of a person: an organisation of the directory, or words. */
export function BodyFields({ call, choices, name, hint }: BodyFieldsProps) {
  const { reader } = call
  return (
    <>
      <OrganisationChoice
        call={call}
        choices={choices}
        name={name}
        label={reader.t('agenda.form.organisation')}
      />
      <Field
        name={`${name}Words`}
        label={reader.t('agenda.mission.organisationWords')}
        hint={hint}
        autocomplete="off"
      />
    </>
  )
}
