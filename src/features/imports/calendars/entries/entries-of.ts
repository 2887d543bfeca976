import type {
  CalendarEvent,
  CalendarText,
  CalendarTime,
} from '../../../../platform/calendar/calendar-event.ts'
import type { Occurrence } from '../../../../platform/calendar/reading/occurrences.ts'
import type { ReadCalendar, ReadEvent } from '../../../../platform/calendar/reading/read-calendar.ts'
import type { CalendarRemark } from '../../../../platform/calendar/reading/remarks.ts'
import { fold } from '../../../../platform/search/index.ts'
import { longestSummary, longestTitle, longestVenue } from '../../../agenda/events/index.ts'
import { type CalendarEntry, digestOf, type EntryDocument, type EventWords } from './entry.ts'

export interface EntryOptions {
  /** The languages of the network, and the language of words that do not state theirs. */
  languages: readonly string[]
  language: string
  words: EventWords
}

/** The entries of a calendar: single events, and of each series the occurrences that were read. */
export function entriesOf(calendar: ReadCalendar, options: EntryOptions): CalendarEntry[] {
  const entries = new Map<string, CalendarEntry>()
  for (const event of calendar.events)
    for (const entry of entriesOfEvent(event, options))
      if (!entries.has(entry.key)) entries.set(entry.key, entry)
  return [...entries.values()]
}

/** Remarks on series: how many occurrences of each come in, and that only some years of it were read. */
export function seriesRemarks({ events }: ReadCalendar): CalendarRemark[] {
  return events.flatMap(({ recurrence, summary, uid, occurrences }): CalendarRemark[] =>
    recurrence
      ? [{ code: 'series', subject: (summary.text || uid).slice(0, 100), detail: String(occurrences.length) }]
      : [],
  )
}

function entriesOfEvent(event: ReadEvent, options: EntryOptions): CalendarEntry[] {
  if (!event.recurrence && (event.changes.length === 0 || event.occurrences.length === 0)) {
    const { uid, changeOf, start, end } = event
    return [entryOf(event, { start, ...(end ? { end } : {}) }, keyOf(uid, changeOf ?? null), options)]
  }
  return event.occurrences.map((occurrence) => {
    const change = occurrence.change === undefined ? undefined : event.changes[occurrence.change]
    return entryOf(change ?? event, occurrence, keyOf(event.uid, occurrence.of ?? occurrence.start), options)
  })
}

function entryOf(event: CalendarEvent, time: Occurrence, key: string, options: EntryOptions): CalendarEntry {
  const { language, words } = options
  const cut = (text: CalendarText | undefined, most: number) => textOf(text, most, options)
  const when = whenOf(time)
  const categories = (event.categories ?? []).map(fold)
  const document: EntryDocument = {
    title: cut(event.summary, longestTitle),
    summary: cut(event.description, longestSummary),
    venue: cut(event.location, longestVenue),
    kind: categories.flatMap((each) => words.kinds.get(each) ?? [])[0] ?? 'other',
    themes: [...new Set(categories.flatMap((each) => words.themes.get(each) ?? []))],
    when: when.when,
    words: when.words === null ? null : { text: when.words, language },
    startsAt: when.startsAt,
    endsAt: when.endsAt,
    zone: when.zone,
    isCancelled: event.status === 'cancelled',
    isTentative: event.status === 'tentative',
    isPrivate: event.isPrivate ?? false,
    conferenceUrl: event.conference?.address.slice(0, 2_000) ?? null,
  }
  return {
    key,
    document,
    digest: digestOf(document),
    sequence: event.sequence ?? 0,
    statedAt: event.changedAt ?? (event.stampedAt.getTime() > 0 ? event.stampedAt : null),
  }
}

/** The key that identifies the event in the next file: its uid, and the occurrence by the time that the series gives it. */
function keyOf(uid: string, occurrence: CalendarTime | null): string {
  return `${uid.slice(0, 500)}\n${occurrence === null ? '' : timeKey(occurrence)}`
}

function timeKey(time: CalendarTime): string {
  if (time.kind === 'day') return time.day
  return time.kind === 'instant' ? time.at.toISOString() : time.at
}

// A text in a language that the network does not use would be shown to nobody.
function textOf(
  text: CalendarText | undefined,
  most: number,
  { languages, language }: EntryOptions,
): EntryDocument['title'] {
  const trimmed = (text?.text ?? '').trim()
  if (!text || trimmed === '') return null
  const stated = text.language?.toLowerCase().split('-')[0]
  const own = languages.find((each) => each === stated)
  const hangul = /\p{Script=Hangul}/u.test(trimmed) && languages.includes('ko') ? 'ko' : null
  return { text: cutAt(trimmed, most), language: own ?? hangul ?? language }
}

function cutAt(text: string, most: number): string {
  return text.length <= most
    ? text
    : `${text
        .slice(0, most - 1)
        .replace(/[\uD800-\uDBFF]$/, '')
        .trimEnd()}…`
}

type When = Pick<EntryDocument, 'when' | 'startsAt' | 'endsAt' | 'zone'> & { words: string | null }

/**
 * When something is, in the terms of the agenda: instants keep their zone, days are days. An hour without a zone stays words beside
 * its day: it names no known instant.
 */
function whenOf({ start, end }: Pick<Occurrence, 'start' | 'end'>): When {
  if (start.kind === 'instant') return instants(start, end)
  if (start.kind === 'day') {
    const last = end?.kind === 'day' ? dayBefore(end.day) : start.day
    return { ...nothing, when: span(start.day, last) }
  }
  const from = start.at.slice(0, 10)
  const to = end?.kind === 'floating' ? end.at.slice(0, 10) : from
  const hours = [start, end].flatMap((time) => (time?.kind === 'floating' ? [time.at.slice(11, 16)] : []))
  return { ...nothing, when: span(from, to), words: [...new Set(hours)].join(' – ') }
}

const nothing = { startsAt: null, endsAt: null, zone: null, words: null }

function instants(start: Extract<CalendarTime, { kind: 'instant' }>, end: CalendarTime | undefined): When {
  const until = end?.kind === 'instant' && end.at > start.at ? end.at : null
  const dayAt = (at: number) =>
    Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(start.zone).toPlainDate().toString()
  const from = dayAt(start.at.getTime())
  return {
    // An event that ends at midnight has no part of the day that begins then.
    when: span(from, until === null ? from : dayAt(until.getTime() - 1)),
    startsAt: start.at.toISOString(),
    endsAt: until?.toISOString() ?? null,
    zone: start.zone,
    words: null,
  }
}

function span(from: string, to: string): string {
  return to > from ? `${from}/${to}` : from
}

function dayBefore(day: string): string {
  return Temporal.PlainDate.from(day).subtract({ days: 1 }).toString()
}
