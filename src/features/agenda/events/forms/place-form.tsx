import { z } from 'zod'
import { localizedText } from '../../../../platform/input/text-input.ts'
import { ChoiceField } from '../../../../ui/form/choice-field.tsx'
import { Field } from '../../../../ui/form/field.tsx'
import { choiceErrors, chosenId, readChoices } from '../../../directory/index.ts'
import { listOrganisationRefs, OrganisationChoice, valuesOfChoice } from '../../../directory/picking/index.ts'
import { attendances } from '../codes.ts'
import { type EventCall, EventTextField, eventPart } from './event-part.tsx'

export const longestVenue = 300

/** The place of an event, and the form of attendance. */
export const placeForm = eventPart({
  key: 'place',
  title: 'agenda.form.place',
  lead: 'agenda.form.placeLead',
  words: ({ reader, document: { attendance } }) =>
    attendance === null ? '' : reader.t(`agenda.attendance.${attendance}`),
  values: async ({ context, reader, document }) => {
    const { placeId } = document
    const refs = await listOrganisationRefs(context, placeId === null ? [] : [placeId])
    return {
      ...valuesOfChoice(reader, 'place', placeId === null ? undefined : refs.get(placeId)),
      attendance: document.attendance ?? '',
      conferenceUrl: document.conferenceUrl ?? '',
    }
  },
  schema: ({ document }) =>
    z.object({
      venue: localizedText({ max: longestVenue, previous: document.venue }),
      attendance: typedAttendance,
      conferenceUrl: z.union([z.literal(''), z.url({ protocol: /^https?$/ }).max(2000)]).default(''),
    }),
  write: async ({ context, document }, typed, values) => {
    const places = await readChoices(context, values, ['place'])
    const errors = choiceErrors(places, true)
    if (errors.length > 0) return errors
    return {
      ...document,
      placeId: chosenId(places, 'place'),
      venue: typed.venue,
      attendance: typed.attendance,
      conferenceUrl: typed.conferenceUrl === '' ? null : typed.conferenceUrl,
    }
  },
  form: async (call, shown) => {
    const { reader, context } = call
    const { t } = reader
    return (
      <>
        <OrganisationChoice
          call={call}
          choices={await readChoices(context, shown.values, ['place'])}
          name="place"
          label={t('agenda.form.town')}
          hint={t('agenda.form.townHint')}
        />
        <EventTextField call={call} name="venue" max={longestVenue} rows={1} />
        <AttendanceField call={call} />
        <Field
          name="conferenceUrl"
          type="url"
          label={t('agenda.form.conferenceUrl')}
          hint={t('agenda.form.conferenceUrlHint')}
        />
      </>
    )
  },
})

/** What the field of attendance sends. */
export const typedAttendance = z
  .union([z.enum(attendances), z.literal('')])
  .default('')
  .transform((attendance) => (attendance === '' ? null : attendance))

/** On site, online or both. */
export function AttendanceField({ call: { reader } }: { call: EventCall }) {
  const { t } = reader
  return (
    <ChoiceField
      name="attendance"
      label={t('agenda.event.attendance')}
      options={[
        { value: '', label: t('agenda.form.notSaid') },
        ...attendances.map((each) => ({ value: each, label: t(`agenda.attendance.${each}`) })),
      ]}
    />
  )
}
