import type { z } from 'zod'
import type { RecordPart } from '../../../../platform/records/record-kind.ts'
import type { TypedPart } from '../../../../platform/records/record-part.ts'
import { Field } from '../../../../ui/form/field.tsx'
import type { readChoices } from '../../../directory/index.ts'
import { listOrganisationRefs, OrganisationChoice } from '../../../directory/picking/index.ts'
import type { EventDocument } from '../../events/document/schema.ts'
import { type EventCall, eventPart } from '../../events/forms/event-part.tsx'
import { missionKinds } from '../codes.ts'
import { type MissionDocument, organisationIdsOf } from '../document/schema.ts'

export const longestName = 200

/** A form of a sheet: the forms of an event offer it only for missions, delegations and study visits. */
export function missionPart<S extends z.ZodType>(part: TypedPart<EventDocument, S>): RecordPart {
  return eventPart({ isFor: ({ document }) => missionKinds.includes(document.kind), ...part })
}

/** The event with another sheet. */
export function withMission({ document }: EventCall, changed: Partial<MissionDocument>): EventDocument {
  return { ...document, mission: { ...document.mission, ...changed } }
}

/** The organisations that the sheet names, for its forms to show them. */
export function listNamed({ context, document }: EventCall) {
  return listOrganisationRefs(context, organisationIdsOf(document.mission))
}

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
