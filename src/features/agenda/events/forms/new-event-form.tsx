import { z } from 'zod'
import { organisationsOf } from '../../../../platform/context/actor.ts'
import { readEdtf, readSaidDate } from '../../../../platform/dates/index.ts'
import { isCode } from '../../../../platform/input/code.ts'
import { fieldError } from '../../../../platform/input/form.ts'
import { parameterOf, parametersOf } from '../../../../platform/input/parameters.ts'
import { chosenAmong, localizedText } from '../../../../platform/input/text-input.ts'
import { ChoiceField } from '../../../../ui/form/choice-field.tsx'
import { ThemePicker } from '../../../../ui/form/theme-picker.tsx'
import { choiceErrors, chosenId, listOrganisationsBySlug, readChoices } from '../../../directory/index.ts'
import { findOwnZone, OrganisationChoice, valuesOfChoice } from '../../../directory/picking/index.ts'
import { themeGroups, themes } from '../../../networks/index.ts'
import { RepeatChoice } from '../../recurrence/forms/repeat-form.tsx'
import { readChoice, typedChoice } from '../../recurrence/forms/repeat-reading.ts'
import { eventKinds, visibilities } from '../codes.ts'
import { holdersOf } from '../record/holders.ts'
import { listPartiesOf, listTiesBetween } from '../ties/queries.ts'
import { KindAndTitle, LinkField, longestSummary, longestTitle, typedLink } from './about-form.tsx'
import { EventTextField, eventPart } from './event-part.tsx'
import { participantFields, participantValues, readParticipants, typedParticipants } from './people-form.tsx'
import { longestVenue } from './place-form.tsx'
import { redrawForCheck, renderWhenCheck, WhenFields } from './when-fields.tsx'
import { hoursToType, readWhen, typedWhen } from './when-reading.ts'

const mostNamed = 20

/** What its buttons do, other than save it. */
export const newEventPresses = { lists: ['participants'], redraw: redrawForCheck }

/** A new event: what, when, where, with which partners, what is to be said of it and for which readers. The rest follows part by part. */
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
      themes: [],
      link: '',
      ...valuesOfChoice(call.reader, 'place', undefined),
      'participants.0.part': '',
      ...(await participantValues(
        call,
        own.map((id) => ({ id, role: 'host' })),
      )),
    }
  },
  // From the page of a tie: its parties; from an answer or a decision: those that it names. That of whoever speaks for one first.
  presets: async (call, query) => {
    const named = await listOrganisationsBySlug(call.context, parametersOf(query, 'with').slice(0, mostNamed))
    const parties = [
      ...(await listPartiesOf(call.context, call.network.id, parameterOf(query, 'tie') ?? '')),
      ...named,
    ]
    const [visibility, kind, when] = ['visibility', 'kind', 'when'].map((name) => parameterOf(query, name))
    const own = organisationsOf(call.context.actor, call.network.id, ['member'])
    const ordered = parties.toSorted((a, b) => Number(own.includes(b.id)) - Number(own.includes(a.id)))
    return {
      ...(await participantValues(
        call,
        ordered.map(({ id }, index) => ({ id, role: index === 0 ? 'host' : 'co_organiser' })),
      )),
      ...(isCode(visibilities, visibility) ? { visibility } : {}),
      ...(isCode(eventKinds, kind) ? { kind } : {}),
      ...(when && readSaidDate(when, call.reader.interfaceLanguage) ? { when } : {}),
    }
  },
  schema: (call) =>
    z.object({
      kind: z.enum(eventKinds),
      title: localizedText({ max: longestTitle, isRequired: true }),
      summary: localizedText({ max: longestSummary }),
      venue: localizedText({ max: longestVenue }),
      themes: chosenAmong(themes),
      link: typedLink,
      ...typedWhen(call),
      ...typedChoice,
      ...typedParticipants,
      visibility: z.enum(visibilities),
    }),
  write: async (call, { participants, repeats, ...typed }, values) => {
    const { kind, title, summary, venue, themes, link, visibility } = typed
    const { context, document } = call
    const when = readWhen(call, typed)
    if (Array.isArray(when)) return when
    const recurrence = readChoice({ ...document, ...when }, repeats)
    if (Array.isArray(recurrence)) return recurrence
    const taking = await readParticipants(call, participants, values)
    if ('errors' in taking) return taking.errors
    if (taking.organisations.length === 0) return [fieldError('participants', 'agenda.error.nobody')]
    const places = await readChoices(context, values, ['place'])
    const errors = choiceErrors(places, true)
    if (errors.length > 0) return errors
    const cooperations = await listTiesBetween(context, call.network.id, holdersOf(taking.organisations))
    const isOver = when.when !== null && recurrence === null && readEdtf(when.when).to < context.today
    return {
      ...document,
      ...when,
      recurrence,
      ...taking,
      cooperations: cooperations.map(({ id }) => ({ id })),
      ...{ kind, title, summary, venue, themes, link, visibility },
      placeId: chosenId(places, 'place'),
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
        <OrganisationChoice
          call={call}
          choices={await readChoices(call.context, shown.values, ['place'])}
          name="place"
          label={reader.t('agenda.form.town')}
          hint={reader.t('agenda.form.townHint')}
        />
        <EventTextField call={call} name="venue" max={longestVenue} rows={1} />
        {await participantFields(call, shown)}
        <EventTextField call={call} name="summary" max={longestSummary} rows={4} />
        <ThemePicker name="themes" label={reader.t('agenda.event.themes')} groups={themeGroups(reader)} />
        <LinkField call={call} />
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
