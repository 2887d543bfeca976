import { z } from 'zod'
import { newId } from '../../../../platform/context/identifier.ts'
import { dayInput } from '../../../../platform/input/date-input.ts'
import { fieldError, says } from '../../../../platform/input/form.ts'
import { localizedText } from '../../../../platform/input/text-input.ts'
import { ChoiceField } from '../../../../ui/form/choice-field.tsx'
import { DayField } from '../../../../ui/form/date-field.tsx'
import { Field } from '../../../../ui/form/field.tsx'
import { LocalizedField } from '../../../../ui/form/localized-field.tsx'
import { dayWords } from '../../../../ui/text/date-words.ts'
import type { EventCall } from '../../events/forms/event-part.tsx'
import type { MissionSeats } from '../document/schema.ts'
import { countGiven } from '../seats/queries.ts'
import { stopName } from '../stop-name.ts'
import { listNamed, missionPart, withMission } from './mission-part.tsx'

export const longestForWhom = 300

/** Seats that others may ask for until a day: how many, for which people, at which stop. */
export const seatsForm = missionPart({
  key: 'seats',
  title: 'agenda.mission.seats',
  lead: 'agenda.mission.seatsLead',
  entries: async (call) => {
    const names = await stopNames(call)
    return call.document.mission.seats.map(({ id, stopId, count, until }) => ({
      id,
      title: call.reader.t('agenda.mission.seatCount', { count }),
      note: [names.get(stopId ?? ''), dayWords(call.reader, until)].filter(Boolean).join(' · '),
    }))
  },
  values: (call) => {
    const offer = offerOf(call)
    return {
      stop: offer?.stopId ?? '',
      count: offer ? String(offer.count) : '',
      until: offer?.until ?? '',
    }
  },
  schema: (call) => {
    const stops = call.document.mission.stops.map(({ id }) => id)
    return z.object({
      stop: z
        .string()
        .default('')
        .refine((id) => id === '' || stops.includes(id)),
      count: z
        .string()
        .trim()
        .regex(/^[1-9]\d{0,2}$/, { error: says('agenda.error.count') })
        .transform(Number),
      forWhom: localizedText({ max: longestForWhom, previous: offerOf(call)?.forWhom ?? {} }),
      until: dayInput(says('agenda.error.day')),
    })
  },
  write: async (call, { stop, count, forWhom, until }) => {
    const given = call.entryId === null ? 0 : await countGiven(call.context, call.entryId)
    if (count < given) return [fieldError('count', 'agenda.error.seatsGiven')]
    const written: MissionSeats = {
      id: call.entryId ?? newId(),
      stopId: stop === '' ? null : stop,
      count,
      forWhom,
      until,
    }
    const { seats } = call.document.mission
    return withMission(call, {
      seats:
        call.entryId === null
          ? [...seats, written]
          : seats.map((each) => (each.id === call.entryId ? written : each)),
    })
  },
  remove: (call) =>
    withMission(call, { seats: call.document.mission.seats.filter(({ id }) => id !== call.entryId) }),
  form: async (call) => {
    const { reader, network } = call
    const { t } = reader
    const names = await stopNames(call)
    return (
      <>
        <Field name="count" type="number" label={t('agenda.mission.seatsHowMany')} required />
        <ChoiceField
          name="stop"
          label={t('agenda.mission.seatsWhere')}
          options={[
            { value: '', label: t('agenda.mission.wholeMission') },
            ...[...names].map(([value, label]) => ({ value, label })),
          ]}
          isFolded
        />
        <LocalizedField
          name="forWhom"
          label={t('agenda.mission.forWhom')}
          hint={t('agenda.mission.forWhomHint')}
          languages={network.languages}
          text={offerOf(call)?.forWhom ?? {}}
          max={longestForWhom}
          rows={1}
        />
        <DayField name="until" label={t('agenda.mission.until')} required />
      </>
    )
  },
})

function offerOf({ document, entryId }: EventCall): MissionSeats | undefined {
  return document.mission.seats.find(({ id }) => id === entryId)
}

// The names of the stops, to choose from.
async function stopNames(call: EventCall): Promise<Map<string, string>> {
  const { reader, document } = call
  const refs = await listNamed(call)
  return new Map(
    document.mission.stops.map((stop, index) => [stop.id, stopName(reader, stop, refs, index + 1).text]),
  )
}
