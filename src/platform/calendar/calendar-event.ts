/** When something is: an instant with the zone it was decided in, a whole day, or a wall clock without a zone. */
export type CalendarTime =
  | { kind: 'instant'; at: Date /** IANA; `UTC` for instants without a place. */; zone: string }
  | { kind: 'day' /** ISO. */; day: string }
  | { kind: 'floating' /** `2017-07-07T10:00:00`. */; at: string }

export interface CalendarText {
  text: string
  /** BCP 47. */
  language?: string
}

export interface CalendarPerson {
  /** Of mail. */
  address: string
  name?: string
}

export const attendeeAnswers = ['needs-action', 'accepted', 'declined', 'tentative', 'delegated'] as const

export interface CalendarAttendee extends CalendarPerson {
  answer?: (typeof attendeeAnswers)[number]
  isOptional?: boolean
  /** An answer is asked for. */
  isAsked?: boolean
}

/** RFC 5545 recurrence: the rule as its value, and days or instants that are left out or added. */
export interface CalendarRecurrence {
  rule?: string
  excluded?: CalendarTime[]
  added?: CalendarTime[]
}

export const eventStatuses = ['confirmed', 'tentative', 'cancelled'] as const
export type EventStatus = (typeof eventStatuses)[number]

/** An event as calendar programs exchange it (RFC 5545, RFC 7986). */
export interface CalendarEvent {
  /** Never changes, and is equal in every feed and mail. */
  uid: string
  /** When this was published. */
  stampedAt: Date
  changedAt?: Date
  /** Rises with each change that concerns those who know of the event. */
  sequence?: number
  status?: EventStatus
  start: CalendarTime
  /** Exclusive: the end of a day is the day after. */
  end?: CalendarTime
  summary: CalendarText
  description?: CalendarText
  location?: CalendarText
  /** Degrees, north and east. */
  geo?: { latitude: number; longitude: number }
  /** A page about it. */
  address?: string
  conference?: { address: string; label?: string }
  categories?: string[]
  organizer?: CalendarPerson
  attendees?: CalendarAttendee[]
  /** Not for everybody, according to the owner of the calendar. */
  isPrivate?: boolean
  /** Nobody is busy because of it. */
  isTransparent?: boolean
  recurrence?: CalendarRecurrence
  /** The occurrence of the event with the same uid that this one replaces. */
  changeOf?: CalendarTime
  alarms?: { minutesBefore: number; text: string }[]
}

/** The properties of a calendar itself. */
export interface Calendar {
  /** The program that made it: `-//Entente//Agenda//FR`. */
  product: string
  /** What a mail asks for (RFC 5546); none for a file that is not a message. */
  method?: 'PUBLISH' | 'REQUEST' | 'CANCEL'
  name?: CalendarText
  description?: CalendarText
  /** Where programs fetch it again, and after how many minutes. */
  source?: string
  refreshMinutes?: number
}

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
