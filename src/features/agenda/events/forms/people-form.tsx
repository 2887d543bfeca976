import { z } from 'zod'
import { type FieldError, type FormValues, typedValue, typedValues } from '../../../../platform/input/form.ts'
import { countParts } from '../../../../platform/input/list-action.ts'
import { localizedText } from '../../../../platform/input/text-input.ts'
import { inFormerOrder } from '../../../../platform/records/former-order.ts'
import type { Shown } from '../../../../platform/records/record-part.ts'
import { ChoiceField } from '../../../../ui/form/choice-field.tsx'
import { choiceErrors, chosenId, countryName, readChoices } from '../../../directory/index.ts'
import { listOrganisationRefs, OrganisationList, valuesOfChoice } from '../../../directory/picking/index.ts'
import { eventRoles } from '../codes.ts'
import type { EventDocument } from '../document/schema.ts'
import { type EventCall, EventTextField, eventPart } from './event-part.tsx'

export const longestOrganisers = 300
export const longestCredit = 200

/** What the list of participants sends. */
export const typedParticipants = {
  participants: z
    .array(z.object({ role: z.enum(eventRoles).default('participant') }))
    .max(60)
    .default([]),
}

/** Who holds an event, who takes part, who is invited. */
export const peopleForm = eventPart({
  key: 'organisations',
  title: 'agenda.form.people',
  lead: 'agenda.form.peopleLead',
  lists: ['participants'],
  words: ({ reader, document: { organisations } }) =>
    reader.t('agenda.form.organisationCount', { count: organisations.length }),
  values: async (call) => ({
    ...(await participantValues(call, call.document.organisations)),
    guests: call.document.guestCountries,
  }),
  schema: ({ document }) =>
    z.object({
      ...typedParticipants,
      organisers: localizedText({ max: longestOrganisers, previous: document.organisers }),
      credit: localizedText({ max: longestCredit, previous: document.credit }),
    }),
  write: async (call, { participants, organisers, credit }, values) => {
    const organisations = await readParticipants(call, participants, values)
    if ('errors' in organisations) return organisations.errors
    return {
      ...call.document,
      ...organisations,
      organisers,
      credit,
      guestCountries: guestsAfter(call, values),
    }
  },
  form: async (call, shown) => {
    const { reader, network } = call
    return (
      <>
        {await participantFields(call, shown)}
        <EventTextField call={call} name="organisers" max={longestOrganisers} rows={1} />
        <EventTextField call={call} name="credit" max={longestCredit} rows={1} />
        <ChoiceField
          name="guests"
          label={reader.t('agenda.event.guestCountries')}
          hint={reader.t('agenda.form.guestsHint')}
          options={network.countries.map((country) => ({
            value: country,
            label: countryName(reader, country),
          }))}
          multiple
        />
      </>
    )
  },
})

/** The participants, as the fields of a form hold them. */
export async function participantValues(
  { context, reader }: EventCall,
  taking: EventDocument['organisations'],
): Promise<FormValues> {
  const refs = await listOrganisationRefs(
    context,
    taking.map(({ id }) => id),
  )
  return Object.assign(
    {},
    ...taking.map(({ id, role }, index) => ({
      ...valuesOfChoice(reader, `participants.${index}`, refs.get(id)),
      [`participants.${index}.role`]: role,
    })),
  )
}

/** The participants, each once; or what is wrong with them. */
export async function readParticipants(
  { context }: EventCall,
  typed: readonly { role: string }[],
  values: FormValues,
): Promise<Pick<EventDocument, 'organisations'> | { errors: FieldError[] }> {
  const names = typed.map((_, index) => `participants.${index}`)
  const choices = await readChoices(context, values, names)
  const errors = choiceErrors(choices)
  if (errors.length > 0) return { errors }
  const organisations = typed.flatMap(({ role }, index) => {
    const id = chosenId(choices, names[index] ?? '')
    return id ? [{ id, role }] : []
  })
  return { organisations: [...new Map(organisations.map((each) => [each.id, each])).values()] }
}

/** A list of organisations, each with its role. */
export async function participantFields(call: EventCall, shown: Shown) {
  const { reader, context } = call
  const { t } = reader
  const count = countParts(shown.values, 'participants')
  const names = Array.from({ length: count }, (_, index) => `participants.${index}`)
  const choices = await readChoices(context, shown.values, names)
  return (
    <OrganisationList
      call={call}
      shown={shown}
      choices={choices}
      name="participants"
      label={t('agenda.form.people')}
      hint={t('agenda.form.peopleHint')}
      titleOf={(index) => t('agenda.form.participant', { number: index + 1 })}
      addLabel={t('agenda.form.addParticipant')}
      organisationLabel={t('agenda.form.organisation')}
    >
      {(prefix) => (
        <ChoiceField
          name={`${prefix}.role`}
          label={t('agenda.form.role')}
          options={eventRoles.map((role) => ({ value: role, label: t(`agenda.role.${role}`) }))}
          chosen={[typedValue(shown.values, `${prefix}.role`) || 'participant']}
          isFolded
          required
        />
      )}
    </OrganisationList>
  )
}

// Guests from countries that the form does not offer stay.
function guestsAfter({ network, document }: EventCall, values: FormValues): string[] {
  const ticked = typedValues(values, 'guests').filter((country) => network.countries.includes(country))
  const kept = document.guestCountries.filter((country) => !network.countries.includes(country))
  return inFormerOrder(document.guestCountries, [...kept, ...ticked])
}
