import { z } from 'zod'
import { newId } from '../../../../platform/context/identifier.ts'
import { readEdtf } from '../../../../platform/dates/index.ts'
import { chooseText } from '../../../../platform/i18n/localized-text.ts'
import { optionalSaidDate } from '../../../../platform/input/date-input.ts'
import { type FieldError, type FormValues, fieldError, typedValues } from '../../../../platform/input/form.ts'
import { slugOf } from '../../../../platform/input/slug.ts'
import { localizedText } from '../../../../platform/input/text-input.ts'
import { inFormerOrder } from '../../../../platform/records/former-order.ts'
import { wordsOfDate } from '../../../../platform/records/record-part.ts'
import { dateToType, dayWords } from '../../../../ui/text/date-words.ts'
import type { EventEntry } from '../../../agenda/events/index.ts'
import { eventKinds, eventRoles, eventStates, firmnesses } from '../../../agenda/events/index.ts'
import { choiceErrors, chosenId, readChoices } from '../../../directory/index.ts'
import { listOrganisationRefs, valuesOfChoice } from '../../../directory/picking/index.ts'
import type { CooperationDocument } from '../document/schema.ts'
import { activityFields, longestActivityTitle, longestFrame } from './activity-fields.tsx'
import { type CooperationCall, cooperationPart } from './cooperation-part.ts'

/** An exchange between the parties: what happened, what is planned, and how firmly. */
export const activityForm = cooperationPart({
  key: 'activities',
  title: 'registry.record.activities',
  lead: 'registry.form.activitiesLead',
  lists: ['participants'],
  entries: ({ reader, document }) =>
    document.activities.map(({ id, title, kind, when, state }) => {
      const chosen = chooseText(title, reader.language)
      const facts = [
        reader.t(`agenda.eventKind.${kind}`),
        when ? dayWords(reader, when) : '',
        reader.t(`agenda.state.${state}`),
      ]
      return {
        id,
        title: chosen?.text ?? reader.t(`agenda.eventKind.${kind}`),
        ...(chosen ? { language: chosen.language } : {}),
        note: facts.filter(Boolean).join(' · '),
      }
    }),
  values: activityValues,
  schema: schemaOf,
  write: readActivity,
  remove: ({ document, entryId }) => ({
    ...document,
    activities: document.activities.filter(({ id }) => id !== entryId),
  }),
  form: activityFields,
})

function schemaOf(call: CooperationCall) {
  const found = foundIn(call)
  return z.object({
    kind: z.enum(eventKinds),
    title: localizedText({ max: longestActivityTitle, isRequired: true, previous: found?.title ?? {} }),
    when: optionalSaidDate(call.reader.interfaceLanguage),
    state: z.enum(eventStates),
    firmness: z.union([z.enum(firmnesses), z.literal('')]).default(''),
    frame: localizedText({ max: longestFrame, previous: found?.frame ?? {} }),
    participants: z
      .array(z.object({ role: z.enum(eventRoles).default('participant') }))
      .max(60)
      .default([]),
  })
}

async function activityValues(call: CooperationCall): Promise<FormValues> {
  const { context, reader, document } = call
  const found = foundIn(call)
  const taking = found?.organisations ?? document.parties.map(({ id }) => ({ id, role: 'participant' }))
  const refs = await listOrganisationRefs(context, [
    ...taking.map(({ id }) => id),
    ...(found?.placeId ? [found.placeId] : []),
  ])
  return {
    kind: found?.kind ?? '',
    when:
      found?.when == null
        ? ''
        : dateToType(reader, found.when, found.words[reader.interfaceLanguage]?.text ?? null),
    state: found?.state ?? '',
    firmness: found?.firmness ?? '',
    guests: found?.guestCountries ?? [],
    ...valuesOfChoice(reader, 'place', found?.placeId ? refs.get(found.placeId) : undefined),
    ...Object.assign(
      {},
      ...taking.map(({ id, role }, index) => ({
        ...valuesOfChoice(reader, `participants.${index}`, refs.get(id)),
        [`participants.${index}.role`]: role,
      })),
    ),
  }
}

async function readActivity(
  call: CooperationCall,
  typed: z.output<ReturnType<typeof schemaOf>>,
  values: FormValues,
): Promise<CooperationDocument | FieldError[]> {
  const { context, reader, network, document } = call
  const found = foundIn(call)
  const names = typed.participants.map((_, index) => `participants.${index}`)
  const [choices, places] = await Promise.all([
    readChoices(context, values, names),
    readChoices(context, values, ['place']),
  ])
  const isAhead = typed.when !== null && readEdtf(typed.when.edtf).from > context.today
  const errors = [
    ...choiceErrors(choices),
    ...choiceErrors(places, true),
    ...(typed.state === 'past' && isAhead ? [fieldError('when', 'registry.form.pastIsAhead')] : []),
  ]
  if (errors.length > 0) return errors
  const activity: EventEntry = {
    id: found?.id ?? newId(),
    slug:
      found?.slug ??
      slugOf(typed.title.en?.text ?? typed.title.fr?.text ?? '', typed.kind.replaceAll('_', '-')),
    kind: typed.kind,
    title: typed.title,
    when: typed.when?.edtf ?? null,
    words: wordsOfDate(reader, typed.when, { on: found?.when ?? null, words: found?.words ?? {} }),
    state: typed.state,
    firmness: typed.state === 'planned' && typed.firmness !== '' ? typed.firmness : null,
    guestCountries: guestsAfter(values, network.countries, found),
    placeId: chosenId(places, 'place'),
    frame: typed.frame,
    organisations: typed.participants.flatMap(({ role }, index) => {
      const id = chosenId(choices, names[index] ?? '')
      return id ? [{ id, role }] : []
    }),
    knownOn: found?.knownOn ?? context.today,
  }
  return {
    ...document,
    activities: found
      ? document.activities.map((each) => (each.id === activity.id ? activity : each))
      : [...document.activities, activity],
  }
}

// Guests from countries that the form does not offer stay.
function guestsAfter(values: FormValues, offered: string[], found: EventEntry | undefined): string[] {
  const ticked = typedValues(values, 'guests').filter((country) => offered.includes(country))
  const before = found?.guestCountries ?? []
  const kept = before.filter((country) => !offered.includes(country))
  return inFormerOrder(before, [...kept, ...ticked])
}

function foundIn({ document, entryId }: CooperationCall): EventEntry | undefined {
  return document.activities.find(({ id }) => id === entryId)
}
