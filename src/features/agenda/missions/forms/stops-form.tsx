import { z } from 'zod'
import { newId } from '../../../../platform/context/identifier.ts'
import type { Reader } from '../../../../platform/i18n/reader.ts'
import { type FieldError, type FormValues, fieldError, typedValue } from '../../../../platform/input/form.ts'
import { countParts } from '../../../../platform/input/list-action.ts'
import { localizedText } from '../../../../platform/input/text-input.ts'
import type { Shown } from '../../../../platform/records/record-part.ts'
import { LocalizedField } from '../../../../ui/form/localized-field.tsx'
import { RepeatedParts } from '../../../../ui/form/repeated-parts.tsx'
import { dateToType, dayWords } from '../../../../ui/text/date-words.ts'
import { choiceErrors, chosenId, type OrganisationRef, readChoices } from '../../../directory/index.ts'
import { OrganisationChoice, valuesOfChoice } from '../../../directory/picking/index.ts'
import type { EventCall } from '../../events/forms/event-part.tsx'
import { WhenFields } from '../../events/forms/when-fields.tsx'
import { hoursToType, readWhen, typedWhen } from '../../events/forms/when-reading.ts'
import type { MissionStop } from '../document/schema.ts'
import { stopName } from '../stop-name.ts'
import { BodyFields, listNamed, longestName, missionPart, withMission } from './mission-part.tsx'
import { ProgrammeFields, programmeValues, readProgramme, typedProgramme } from './programme.tsx'

export const longestPlace = 200

const newStop: MissionStop = {
  id: '',
  placeId: null,
  place: {},
  when: null,
  words: {},
  startsAt: null,
  endsAt: null,
  zone: null,
  counterparts: [],
  programme: [],
}

/** What the list of counterparts sends. */
const typedCounterparts = {
  counterparts: z
    .array(
      z.object({
        entry: z.string().default(''),
        bodyWords: z.string().trim().max(longestName).default(''),
      }),
    )
    .max(60)
    .default([]),
}

/** The stops of a mission in their order: where, when, the counterparts and the programme. */
export const stopsForm = missionPart({
  key: 'stops',
  title: 'agenda.mission.stops',
  lead: 'agenda.mission.stopsLead',
  lists: ['counterparts', 'programme'],
  entries: async (call) => {
    const { reader, document } = call
    const refs = await listNamed(call)
    return document.mission.stops.map((stop, index) => {
      const { text, language } = stopName(reader, stop, refs, index + 1)
      return {
        id: stop.id,
        title: text,
        ...(language === reader.language ? {} : { language }),
        ...(stop.when === null ? {} : { note: dayWords(reader, stop.when) }),
      }
    })
  },
  values: async (call) => {
    const { reader } = call
    const stop = stopOf(call)
    const refs = await listNamed(call)
    const said = stop.words[reader.interfaceLanguage]?.text ?? null
    return {
      ...valuesOfChoice(reader, 'place', refs.get(stop.placeId ?? '')),
      when: stop.when === null ? '' : dateToType(reader, stop.when, said),
      ...hoursToType(stop),
      ...counterpartValues(reader, stop, refs),
      ...programmeValues(stop),
    }
  },
  schema: (call) =>
    z.object({
      placeWords: localizedText({ max: longestPlace, previous: stopOf(call).place }),
      ...typedWhen(call),
      ...typedCounterparts,
      ...typedProgramme,
    }),
  write: async (call, typed, values) => {
    const stop = stopOf(call)
    const places = await readChoices(call.context, values, ['place'])
    const placeId = chosenId(places, 'place')
    const counterparts = await readCounterparts(call, stop, typed.counterparts, values)
    const when = readWhen(callOfStop(call), typed)
    const isNowhere = placeId === null && Object.keys(typed.placeWords).length === 0
    const errors = [
      ...choiceErrors(places, true),
      ...(isNowhere && choiceErrors(places, true).length === 0
        ? [fieldError('place.name', 'agenda.error.stopNowhere')]
        : []),
      ...(Array.isArray(when) ? when : []),
      ...('errors' in counterparts ? counterparts.errors : []),
    ]
    if (Array.isArray(when) || 'errors' in counterparts || errors.length > 0) return errors
    // The clock of a programme is that of the stop, hours of its own or not.
    const zone = typed.zone === '' ? null : typed.zone
    const hasHours = typed.programme.some(({ start }) => start !== null)
    const programme = readProgramme(stop, typed.programme, when.when)
    if ('errors' in programme) return programme.errors
    const written: MissionStop = {
      id: call.entryId ?? newId(),
      placeId,
      place: typed.placeWords,
      ...when,
      zone: when.zone ?? (hasHours ? zone : null),
      counterparts: counterparts.counterparts,
      programme: programme.items,
    }
    const { stops } = call.document.mission
    return withMission(call, {
      stops:
        call.entryId === null
          ? [...stops, written]
          : stops.map((each) => (each.id === call.entryId ? written : each)),
    })
  },
  remove: (call) => {
    const { stops, seats } = call.document.mission
    return withMission(call, {
      stops: stops.filter(({ id }) => id !== call.entryId),
      seats: seats.map((offer) => (offer.stopId === call.entryId ? { ...offer, stopId: null } : offer)),
    })
  },
  form: async (call, shown) => {
    const { reader, context, network } = call
    const { t } = reader
    return (
      <>
        <OrganisationChoice
          call={call}
          choices={await readChoices(context, shown.values, ['place'])}
          name="place"
          label={t('agenda.form.town')}
          hint={t('agenda.mission.placeHint')}
        />
        <LocalizedField
          name="placeWords"
          label={t('agenda.mission.placeWords')}
          hint={t('agenda.mission.placeWordsHint')}
          languages={network.languages}
          text={stopOf(call).place}
          max={longestPlace}
          rows={1}
        />
        <WhenFields call={callOfStop(call)} shown={shown} />
        {await CounterpartFields(call, shown)}
        <ProgrammeFields call={call} shown={shown} stop={stopOf(call)} />
      </>
    )
  },
})

function stopOf({ document, entryId }: EventCall): MissionStop {
  return document.mission.stops.find(({ id }) => id === entryId) ?? newStop
}

// Its date is read like that of an event.
function callOfStop(call: EventCall): EventCall {
  const { when, words, startsAt, endsAt, zone } = stopOf(call)
  return { ...call, document: { ...call.document, when, words, startsAt, endsAt, zone } }
}

/** The counterparts of a stop, as the fields of its form hold them. */
function counterpartValues(
  reader: Reader,
  { counterparts }: MissionStop,
  refs: ReadonlyMap<string, OrganisationRef>,
): FormValues {
  return Object.assign(
    {},
    ...counterparts.map((each, index) => ({
      [`counterparts.${index}.entry`]: each.id,
      ...valuesOfChoice(reader, `counterparts.${index}.body`, refs.get(each.organisationId ?? '')),
      [`counterparts.${index}.bodyWords`]: each.organisationWords,
    })),
  )
}

/** The counterparts as organisations of the directory or as named; or what is wrong with them. */
async function readCounterparts(
  { context }: EventCall,
  stop: MissionStop,
  typed: readonly { entry: string; bodyWords: string }[],
  values: FormValues,
): Promise<Pick<MissionStop, 'counterparts'> | { errors: FieldError[] }> {
  const bodies = await readChoices(context, values, bodyNames(typed.length))
  const errors = choiceErrors(bodies, true)
  for (const [index, { bodyWords }] of typed.entries())
    if (bodyWords === '' && bodies.get(`counterparts.${index}.body`)?.state === 'empty')
      errors.push(fieldError(`counterparts.${index}.body.name`, 'ui.form.missing'))
  if (errors.length > 0) return { errors }
  return {
    counterparts: typed.map(({ entry, bodyWords }, index) => ({
      id: stop.counterparts.find(({ id }) => id === entry)?.id ?? newId(),
      organisationId: chosenId(bodies, `counterparts.${index}.body`),
      organisationWords: bodyWords,
    })),
  }
}

/** A list of the counterparts at a stop. */
async function CounterpartFields(call: EventCall, shown: Shown) {
  const { context, reader } = call
  const { t } = reader
  const count = countParts(shown.values, 'counterparts')
  const choices = await readChoices(context, shown.values, bodyNames(count))
  return (
    <RepeatedParts
      name="counterparts"
      label={t('agenda.mission.counterparts')}
      hint={t('agenda.mission.counterpartsHint')}
      count={count}
      titleOf={(index) => t('agenda.mission.counterpart', { number: index + 1 })}
      addLabel={t('agenda.mission.addCounterpart')}
      isOrdered
    >
      {(prefix) => (
        <>
          <input type="hidden" name={`${prefix}.entry`} value={typedValue(shown.values, `${prefix}.entry`)} />
          <BodyFields call={call} choices={choices} name={`${prefix}.body`} />
        </>
      )}
    </RepeatedParts>
  )
}

function bodyNames(count: number): string[] {
  return Array.from({ length: count }, (_, index) => `counterparts.${index}.body`)
}
