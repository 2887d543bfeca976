import { calendarTroubleWords } from '../../../platform/calendar/calendar-words.ts'
import { CalendarUnreadable, calendarTroubles } from '../../../platform/calendar/reading/remarks.ts'
import { type Fetched, fetchTroubles } from '../../../platform/fetch-file.ts'
import type { Translate } from '../../../platform/i18n/translate.ts'
import type { CalendarEntry } from './entries/entry.ts'

/**
 * What becomes of an entry. Left alone: `same`; `older` than the version that came in before; `followed`, kept by another calendar
 * that is followed; `edited`, changed here by hand since; `own`, an event of this very agenda.
 */
export const outcomes = [
  'added',
  'changed',
  'cancelled',
  'same',
  'older',
  'followed',
  'edited',
  'own',
] as const
export type Outcome = (typeof outcomes)[number]

/** Outcomes that write into the agenda when the entry is accepted. */
export const writingOutcomes: readonly Outcome[] = ['added', 'changed', 'cancelled']

/** An entry that came in before, and its event. */
export interface HeldEntry {
  key: string
  eventId: string
  digest: string
  sequence: number
  statedAt: Date | null
  isCancelled: boolean
  /** Another calendar that is followed keeps the event. */
  isFollowed: boolean
  /** A person has changed the event by its forms. */
  isEdited: boolean
}

export interface PlannedEntry {
  entry: CalendarEntry
  outcome: Outcome
  eventId: string | null
}

/** Compares an entry with the one that came in before under its key: by content, then by SEQUENCE and the time at which it was stated. */
export function planEntry(
  entry: CalendarEntry,
  held: HeldEntry | undefined,
  ownIds: ReadonlySet<string>,
): PlannedEntry {
  const own = ownEventOf(entry.key)
  if (own !== null && ownIds.has(own)) return { entry, outcome: 'own', eventId: null }
  if (!held) return { entry, outcome: 'added', eventId: null }
  return { entry, outcome: outcomeOf(entry, held), eventId: held.eventId }
}

function outcomeOf(entry: CalendarEntry, held: HeldEntry): Outcome {
  if (held.digest === entry.digest) return 'same'
  if (isOlder(entry, held)) return 'older'
  if (held.isEdited) return 'edited'
  if (held.isFollowed) return 'followed'
  return entry.document.isCancelled && !held.isCancelled ? 'cancelled' : 'changed'
}

function isOlder({ sequence, statedAt }: CalendarEntry, held: HeldEntry): boolean {
  if (sequence !== held.sequence) return sequence < held.sequence
  return statedAt !== null && held.statedAt !== null && statedAt < held.statedAt
}

/** The id of the event that a uid of our own feeds names (`event-ID@host`), or null. */
export function ownEventOf(key: string): string | null {
  return /^event-([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})@/.exec(key)?.[1] ?? null
}

type Failed = Extract<Fetched, { is: 'failed' }>

/** Why a calendar could not be fetched, for the person who gave its address. */
export function fetchTroubleWords(t: Translate, { code, detail }: Pick<Failed, 'code' | 'detail'>): string {
  if (code === 'status' || code === 'tooLarge' || code === 'tooSlow')
    return t(`imports.calendar.trouble.${code}`, { detail })
  return t(`imports.calendar.trouble.${code}`)
}

/** The words for the trouble that a subscription keeps: `fetch.…` or `read.…`. */
export function keptTroubleWords(t: Translate, trouble: string, detail: string): string {
  const [of, code] = trouble.split('.')
  const fetched = fetchTroubles.find((each) => each === code)
  if (of === 'fetch' && fetched) return fetchTroubleWords(t, { code: fetched, detail })
  const unreadable = calendarTroubles.find((each) => each === code) ?? 'damaged'
  return calendarTroubleWords(t, new CalendarUnreadable(unreadable, detail))
}
