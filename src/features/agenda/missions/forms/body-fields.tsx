import { typedValue } from '../../../../platform/input/form.ts'
import { errorOf, type Shown } from '../../../../platform/records/record-part.ts'
import { Field } from '../../../../ui/form/field.tsx'
import type { readChoices } from '../../../directory/index.ts'
import { OrganisationChoice } from '../../../directory/picking/index.ts'
import type { EventCall } from '../../events/forms/event-part.ts'

interface BodyFieldsProps {
  call: EventCall
  shown: Shown
  choices: Awaited<ReturnType<typeof readChoices>>
  name: string
  hint?: string
}

/** Of whom somebody is: an organisation of the directory, or words. */
export function BodyFields({ call, shown, choices, name, hint }: BodyFieldsProps) {
  const { reader } = call
  return (
    <>
      <OrganisationChoice
        call={call}
        shown={shown}
        choices={choices}
        name={name}
        label={reader.t('agenda.form.organisation')}
      />
      <Field
        reader={reader}
        name={`${name}Words`}
        label={reader.t('agenda.mission.organisationWords')}
        hint={hint}
        value={typedValue(shown.values, `${name}Words`)}
        error={errorOf(reader, shown, `${name}Words`)}
        autocomplete="off"
      />
    </>
  )
}
