import type { CalendarEvent, CalendarTime } from './calendar-event.ts'

/** An event as JSON keeps it: instants are texts. */
export type StoredEvent = Stored<CalendarEvent>

type Stored<T> = T extends Date
  ? string
  : T extends readonly (infer Each)[]
    ? Stored<Each>[]
    : T extends object
      ? { [Key in keyof T]: Stored<T[Key]> }
      : T

/** The event that was kept as JSON. */
export function eventFromStored(stored: StoredEvent): CalendarEvent {
  const { stampedAt, changedAt, start, end, changeOf, recurrence, ...rest } = stored
  return {
    ...rest,
    stampedAt: new Date(stampedAt),
    ...(changedAt ? { changedAt: new Date(changedAt) } : {}),
    start: timeFromStored(start),
    ...(end ? { end: timeFromStored(end) } : {}),
    ...(changeOf ? { changeOf: timeFromStored(changeOf) } : {}),
    ...(recurrence ? { recurrence: recurrenceFromStored(recurrence) } : {}),
  }
}

function recurrenceFromStored({
  rule,
  excluded,
  added,
}: NonNullable<StoredEvent['recurrence']>): CalendarEvent['recurrence'] {
  return {
    ...(rule ? { rule } : {}),
    ...(excluded ? { excluded: excluded.map(timeFromStored) } : {}),
    ...(added ? { added: added.map(timeFromStored) } : {}),
  }
}

function timeFromStored(time: Stored<CalendarTime>): CalendarTime {
  return time.kind === 'instant' ? { ...time, at: new Date(time.at) } : time
}
