import { readEdtf } from '../../../platform/dates/index.ts'
import { refuseRepeated } from '../../../platform/records/api/program-entries.ts'
import { textAfter } from '../../../platform/records/api/program-text.ts'
import type { WrongParts } from '../../../platform/records/api/wrong-parts.ts'
import { parseHours, wallClockOf } from '../events/api/wall-clock.ts'
import { fitting } from './fitting.ts'
import type { RecurrenceInput } from './recurrence-program.schema.ts'
import type { OccurrenceChange, Recurrence } from './schema.ts'
import type { SeriesDate } from './shape.ts'
import { recurrenceTrouble, troubleDetails } from './trouble.ts'

interface Place {
  path: readonly PropertyKey[]
  languages: readonly string[]
  wrong: WrongParts
}

/** The series that a program sent, by the rules of the forms; `before` lends the states of its texts. */
export function parseRecurrence(
  before: Recurrence | null,
  { left_out, changes, ...rule }: RecurrenceInput,
  date: SeriesDate,
  place: Place,
): Recurrence {
  const { path, wrong } = place
  refuseRepeated(
    changes.map(({ day }) => day),
    (index) => [...path, 'changes', index, 'day'],
    wrong,
  )
  const recurrence: Recurrence = {
    ...rule,
    weekdays: [...new Set(rule.weekdays)].toSorted(),
    leftOut: [...new Set(left_out)].toSorted(),
    added: [...new Set(rule.added)].toSorted(),
    changes: changes.map((sent, index) =>
      parseChange(before?.changes.find(({ id }) => id === sent.day) ?? null, sent, {
        ...place,
        path: [...path, 'changes', index],
      }),
    ),
  }
  const trouble = recurrenceTrouble(date, recurrence)
  if (trouble !== null) wrong.add(path, troubleDetails[trouble])
  const fitted = trouble === null ? fitting(date, recurrence) : recurrence
  for (const [index, { day }] of changes.entries())
    if (!fitted.changes.some(({ id }) => id === day))
      wrong.add([...path, 'changes', index, 'day'], 'a day of the series that is not left out')
  return fitted
}

function parseChange(
  before: OccurrenceChange | null,
  { day, cancelled, when, starts, ends, ...texts }: RecurrenceInput['changes'][number],
  { path, languages, wrong }: Place,
): OccurrenceChange {
  const text = (field: 'title' | 'venue' | 'note') =>
    textAfter(before?.[field] ?? {}, texts[field], { path: [...path, field], languages, wrong })
  if (when !== null && readEdtf(when).openEnd) wrong.add([...path, 'when'], 'a date with an end')
  return {
    id: day,
    isCancelled: cancelled,
    when,
    ...parseHours({ when, starts, ends }, path, wrong),
    title: text('title'),
    venue: text('venue'),
    note: text('note'),
  }
}

/** How an event repeats, as programs read it. */
export function serializeRecurrence({ leftOut, changes, ...rule }: Recurrence): RecurrenceInput {
  return {
    ...rule,
    left_out: leftOut,
    changes: changes.map(({ id, isCancelled, when, startsAt, endsAt, zone, ...texts }) => ({
      day: id,
      cancelled: isCancelled,
      when,
      starts: wallClockOf(startsAt, zone),
      ends: wallClockOf(endsAt, zone),
      ...texts,
    })),
  }
}
