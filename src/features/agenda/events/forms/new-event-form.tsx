import { z } from 'zod'
import { organisationsOf } from '../../../../platform/context/actor.ts'
import { readEdtf } from '../../../../platform/dates/index.ts'
import { fieldError } from '../../../../platform/input/form.ts'
import { localizedText } from '../../../../platform/input/text-input.ts'
import { ChoiceField } from '../../../../ui/form/choice-field.tsx'
import { findOwnZone } from '../../../directory/picking/index.ts'
import { RepeatChoice } from '../../recurrence/forms/repeat-form.tsx'
import { readChoice, typedChoice } from '../../recurrence/forms/repeat-reading.ts'
import { eventKinds, visibilities } from '../codes.ts'
import { holdersOf } from '../record/holders.ts'
import { listTiesBetween } from '../ties/queries.ts'
import { KindAndTitle, longestTitle } from './about-form.tsx'
import { eventPart } from './event-part.tsx'
import { participantFields, participantValues, readParticipants, typedParticipants } from './people-form.tsx'
import { redrawForCheck, renderWhenCheck, WhenFields } from './when-fields.tsx'
import { hoursToType, readWhen, typedWhen } from './when-reading.ts'

/** What its buttons do, other than save it. */
export const newEventPresses = { lists: ['participants'], redraw: redrawForCheck }

/** A new event: what, when, with which partners and for which readers. The rest follows part by part. */
export const newEventForm = eventPart({
  key: 'new',
  title: 'agenda.form.newEvent',
  lead: 'agenda.form.newEventLead',
  ...newEventPresses,
  values: async (call) => {
    const own = organisationsOf(call.context.actor, call.network.id, ['member']).slice(0, 1)
    return {
      kind: '',
      when: '',
      ...hoursToType({
        startsAt: null,
        endsAt: null,
        zone: await findOwnZone(call.context, call.reader, call.network),
      }),
      repeats: 'never',
      visibility: 'public',
      'participants.0.part': '',
      ...(await participantValues(
        call,
        own.map((id) => ({ id, role: 'host' })),
      )),
    }
  },
  schema: (call) =>
    z.object({
      kind: z.enum(eventKinds),
      title: localizedText({ max: longestTitle, isRequired: true }),
      ...typedWhen(call),
      ...typedChoice,
      ...typedParticipants,
      visibility: z.enum(visibilities),
    }),
  write: async (call, { kind, title, participants, visibility, repeats, ...typed }, values) => {
    const { context, document } = call
    const when = readWhen(call, typed)
    if (Array.isArray(when)) return when
    const recurrence = readChoice({ ...document, ...when }, repeats)
    if (Array.isArray(recurrence)) return recurrence
    const taking = await readParticipants(call, participants, values)
    if ('errors' in taking) return taking.errors
    if (taking.organisations.length === 0) return [fieldError('participants', 'agenda.error.nobody')]
    const cooperations = await listTiesBetween(context, call.network.id, holdersOf(taking.organisations))
    const isOver = when.when !== null && recurrence === null && readEdtf(when.when).to < context.today
    return {
      ...document,
      ...when,
      recurrence,
      ...taking,
      cooperations: cooperations.map(({ id }) => ({ id })),
      kind,
      title,
      visibility,
      state: isOver ? 'past' : 'planned',
      firmness: isOver ? null : 'planned',
      knownOn: context.today,
    }
  },
  form: async (call, shown) => {
    const { reader } = call
    return (
      <>
        <KindAndTitle call={call} />
        <WhenFields call={call} shown={shown} />
        {await renderWhenCheck(call, shown.values)}
        <RepeatChoice call={call} shown={shown} />
        {await participantFields(call, shown)}
        <ChoiceField
          name="visibility"
          label={reader.t('agenda.form.visibility')}
          options={visibilities.map((each) => ({
            value: each,
            label: reader.t(`agenda.form.visibility.${each}`),
          }))}
          required
        />
      </>
    )
  },
})
