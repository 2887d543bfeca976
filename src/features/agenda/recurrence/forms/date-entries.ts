import type { PartEntry } from '../../../../platform/records/record-kind.ts'
import { dayWords } from '../../../../ui/text/date-words.ts'
import type { EventCall } from '../../events/forms/event-part.ts'
import { yearsLookedAt } from '../coming.ts'
import { seriesDays } from '../days.ts'
import { changeShown, type Series, seriesOfDocument, stateShown, timeShown } from './date-reading.ts'

const mostOffered = 15

/** The occurrences of an event that its form offers to change, each by its date and with what became of it. */
export function dateEntries(call: EventCall): PartEntry[] {
  const { reader, document } = call
  const series = seriesOfDocument(document)
  if (series === null) return []
  return offeredDays(call, series).map((day) => ({
    id: day,
    title: dayWords(reader, timeShown(series, day, document.zone).when ?? day),
    note: notesOf(call, series, day).join(' · '),
  }))
}

// What comes in the next years, and whatever was changed, added or left out.
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
