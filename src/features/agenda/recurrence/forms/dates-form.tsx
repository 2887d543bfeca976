import { z } from 'zod'
import type { LocalizedText } from '../../../../platform/i18n/localized-text.ts'
import { localizedText } from '../../../../platform/input/text-input.ts'
import type { PartEntry } from '../../../../platform/records/record-kind.ts'
import { ChoiceField } from '../../../../ui/form/choice-field.tsx'
import { LocalizedField } from '../../../../ui/form/localized-field.tsx'
import { dateToType, dayWords } from '../../../../ui/text/date-words.ts'
import { longestTitle } from '../../events/forms/about-form.tsx'
import { type EventCall, eventPart } from '../../events/forms/event-part.tsx'
import { longestVenue } from '../../events/forms/place-form.tsx'
import { WhenFields } from '../../events/forms/when-fields.tsx'
import { hoursToType, readWhen, typedWhen } from '../../events/forms/when-reading.ts'
import { yearsLookedAt } from '../coming.ts'
import { seriesDays } from '../days.ts'
import {
  changeShown,
  occurrenceStates,
  type Series,
  seriesOfDocument,
  stateShown,
  timeShown,
  withOccurrence,
} from './date-reading.ts'

export const longestNote = 500

/** The occurrences of an event one by one: each may be left out, cancelled, moved or worded otherwise, and days may be added. */
export const datesForm = eventPart({
  key: 'dates',
  title: 'agenda.recurrence.dates',
  lead: 'agenda.recurrence.datesLead',
  isFor: ({ document }) => seriesOfDocument(document) !== null,
  entries: (call) => dateEntries(call),
  values: (call) => {
    const { reader, document, entryId } = call
    const series = ofCall(call)
    const time = timeShown(series, entryId, document.zone)
    return {
      state: stateShown(series, entryId),
      when: time.when === null ? '' : dateToType(reader, time.when, null),
      ...hoursToType(time),
    }
  },
  schema: (call) => {
    const { title, venue, note } = changeShown(ofCall(call), call.entryId)
    return z.object({
      state: z.enum(occurrenceStates).default('takes_place'),
      ...typedWhen(call),
      title: localizedText({ max: longestTitle, previous: title }),
      venue: localizedText({ max: longestVenue, previous: venue }),
      note: localizedText({ max: longestNote, previous: note }),
    })
  },
  write: (call, { state, title, venue, note, ...typed }) => {
    const series = ofCall(call)
    const when = readWhen(callOfDate(call, series), typed)
    if (Array.isArray(when)) return when
    const { words: _, ...time } = when
    return withOccurrence(call, series, { state, time, texts: { title, venue, note } })
  },
  form: (call, shown) => {
    const { reader, network, entryId } = call
    const { t } = reader
    const series = ofCall(call)
    const change = changeShown(series, entryId)
    const text = (name: 'title' | 'venue' | 'note', value: LocalizedText, max: number) => (
      <LocalizedField
        name={name}
        label={t(`agenda.recurrence.own.${name}`)}
        hint={t(`agenda.recurrence.own.${name}Hint`)}
        languages={network.languages}
        text={value}
        max={max}
        rows={1}
      />
    )
    return (
      <>
        {entryId === null ? null : (
          <ChoiceField
            name="state"
            label={t('agenda.recurrence.state')}
            options={occurrenceStates.map((each) => ({
              value: each,
              label: t(`agenda.recurrence.state.${each}`),
            }))}
            required
          />
        )}
        <WhenFields call={callOfDate(call, series)} shown={shown} />
        {text('note', change.note, longestNote)}
        {text('title', change.title, longestTitle)}
        {text('venue', change.venue, longestVenue)}
      </>
    )
  },
})

function ofCall({ document }: EventCall): Series {
  const series = seriesOfDocument(document)
  if (series === null) throw new Error('The form of dates is for events that come back')
  return series
}

// Its date is read like that of an event.
function callOfDate(call: EventCall, series: Series): EventCall {
  const time = timeShown(series, call.entryId, call.document.zone)
  return { ...call, document: { ...call.document, ...time } }
}

const mostOffered = 15

/** The occurrences of an event that its form offers to change, each by its date and with its state. */
function dateEntries(call: EventCall): PartEntry[] {
  const { reader, document } = call
  const series = seriesOfDocument(document)
  if (series === null) return []
  return offeredDays(call, series).map((day) => ({
    id: day,
    title: dayWords(reader, timeShown(series, day, document.zone).when ?? day),
    note: notesOf(call, series, day).join(' · '),
  }))
}

// Occurrences of the next years, and all that were changed, added or left out.
function offeredDays({ context }: EventCall, { recurrence, shape }: Series): string[] {
  const until = Temporal.PlainDate.from(context.today).add({ years: yearsLookedAt }).toString()
  const coming = seriesDays(shape, recurrence, { from: context.today, until, most: mostOffered })
  const { leftOut, added, changes } = recurrence
  return [
    ...new Set([...coming.days.slice(0, mostOffered), ...leftOut, ...added, ...changes.map(({ id }) => id)]),
  ].toSorted()
}

function notesOf({ reader: { t } }: EventCall, series: Series, day: string): string[] {
  const { recurrence } = series
  const change = changeShown(series, day)
  const state = stateShown(series, day)
  return [
    ...(state === 'takes_place' ? [] : [t(`agenda.recurrence.note.${state}`)]),
    ...(recurrence.added.includes(day) ? [t('agenda.recurrence.note.added')] : []),
    ...(change.when === null ? [] : [t('agenda.state.moved')]),
  ]
}
