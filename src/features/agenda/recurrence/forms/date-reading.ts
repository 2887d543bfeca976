import { readEdtf } from '../../../../platform/dates/index.ts'
import { type FieldError, fieldError } from '../../../../platform/input/form.ts'
import type { EventDocument } from '../../events/document/schema.ts'
import type { EventCall } from '../../events/forms/event-part.tsx'
import { mostChanges } from '../codes.ts'
import { isDayOf, seriesDays } from '../days.ts'
import { fitting } from '../fitting.ts'
import { changeOn } from '../occurrence.ts'
import type { OccurrenceChange, Recurrence } from '../schema.ts'
import { type OccurrenceTime, type SeriesShape, shapeOf, timeOn } from '../shape.ts'
import { recurrenceTrouble, troubleKeys } from '../trouble.ts'

/** What becomes of an occurrence. */
export const occurrenceStates = ['takes_place', 'cancelled', 'left_out'] as const
export type OccurrenceState = (typeof occurrenceStates)[number]

export interface Series {
  recurrence: Recurrence
  shape: SeriesShape
}

/** The series of an event that repeats; its forms are offered for no other. */
export function seriesOfDocument(document: EventDocument): Series | null {
  const shape = document.recurrence && shapeOf(document)
  return document.recurrence && shape && { recurrence: document.recurrence, shape }
}

const noChange: Omit<OccurrenceChange, 'id'> = {
  isCancelled: false,
  when: null,
  startsAt: null,
  endsAt: null,
  zone: null,
  title: {},
  venue: {},
  note: {},
}

/** The changes of an occurrence, as its form shows them, or nothing. */
export function changeShown({ recurrence }: Series, day: string | null): OccurrenceChange {
  return (day === null ? null : changeOn(recurrence, day)) ?? { ...noChange, id: day ?? '' }
}

/** The time of an occurrence, as its form shows it: moved, or by the rule; for a day to be added only the hours. */
export function timeShown(
  { recurrence, shape }: Series,
  day: string | null,
  zone: string | null,
): OccurrenceTime & Pick<EventDocument, 'zone'> {
  const change = day === null ? null : changeOn(recurrence, day)
  if (change !== null && change.when !== null) return { ...change, words: {} }
  if (day !== null) return { ...timeOn(shape, day), zone }
  return { ...timeOn(shape, shape.first.toString()), zone, when: null, words: {} }
}

export function stateShown({ recurrence }: Series, day: string | null): OccurrenceState {
  if (day === null) return 'takes_place'
  if (recurrence.leftOut.includes(day)) return 'left_out'
  return changeOn(recurrence, day)?.isCancelled ? 'cancelled' : 'takes_place'
}

interface Typed {
  state: OccurrenceState
  time: Pick<EventDocument, 'when' | 'startsAt' | 'endsAt' | 'zone'>
  texts: Pick<OccurrenceChange, 'title' | 'venue' | 'note'>
}

/** The event with the typed values of one of its occurrences, or of an added day; or what is wrong with them. */
export function withOccurrence(
  { document, entryId }: EventCall,
  series: Series,
  { state, time, texts }: Typed,
): EventDocument | FieldError[] {
  const { recurrence, shape } = series
  if (time.when === null) return [fieldError('when', 'agenda.error.recurrence.dateMissing')]
  const begins = readEdtf(time.when).from
  const day = entryId ?? begins
  if (entryId === null && (isDayOf(shape, recurrence, day) || recurrence.leftOut.includes(day)))
    return [fieldError('when', 'agenda.error.recurrence.dayTaken')]
  const isMoved = !isSameTime(time, { ...timeOn(shape, day), zone: document.zone })
  if (isMoved && begins !== day && state !== 'left_out' && beginsOn(series, begins, day))
    return [fieldError('when', 'agenda.error.recurrence.dayTaken')]
  const isOfRule = entryId !== null && !recurrence.added.includes(day)
  const without = (days: string[]) => days.filter((each) => each !== day)
  const change: OccurrenceChange = {
    id: day,
    isCancelled: state === 'cancelled',
    ...(isMoved ? time : { when: null, startsAt: null, endsAt: null, zone: null }),
    ...texts,
  }
  const others = recurrence.changes.filter(({ id }) => id !== day)
  const isChanged =
    isMoved || change.isCancelled || Object.values(texts).some((text) => Object.keys(text).length > 0)
  const changed: Recurrence = {
    ...recurrence,
    leftOut: [...without(recurrence.leftOut), ...(isOfRule && state === 'left_out' ? [day] : [])],
    added: [...without(recurrence.added), ...(!isOfRule && state !== 'left_out' ? [day] : [])],
    changes: isChanged && state !== 'left_out' ? [...others, change] : others,
  }
  const trouble = changed.changes.length > mostChanges ? 'tooManyDays' : recurrenceTrouble(document, changed)
  if (trouble !== null) return [fieldError('when', troubleKeys[trouble])]
  return { ...document, recurrence: fitting(document, changed) }
}

// Two of one event on one day would be one and the same to every calendar.
function beginsOn({ recurrence, shape }: Series, begins: string, except: string): boolean {
  const isMovedThere = recurrence.changes.some(
    ({ id, when }) => id !== except && when !== null && readEdtf(when).from === begins,
  )
  const isAway = (changeOn(recurrence, begins)?.when ?? null) !== null
  const { days } = seriesDays(shape, recurrence, { from: begins, until: begins })
  return isMovedThere || (!isAway && days.includes(begins))
}

function isSameTime(one: Typed['time'], other: Typed['time']): boolean {
  const isSameInstant = (a: string | null, b: string | null) =>
    a === null || b === null ? a === b : Date.parse(a) === Date.parse(b)
  return (
    one.when === other.when &&
    isSameInstant(one.startsAt, other.startsAt) &&
    isSameInstant(one.endsAt, other.endsAt)
  )
}
