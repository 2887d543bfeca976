import { readEdtf } from '../../../../platform/dates/index.ts'
import type { LocalizedText } from '../../../../platform/i18n/localized-text.ts'
import { type EventDocument, emptyEvent } from '../../../agenda/events/index.ts'
import type { EntryDocument } from './entry.ts'

export interface Visible {
  today: string
  /** Who may read the event; an entry that its calendar calls private is for the network at most. */
  visibility: 'public' | 'network'
}

/** The event that an entry makes. */
export function newEventOf(entry: EntryDocument, { today, visibility }: Visible): EventDocument {
  return {
    ...emptyEvent,
    ...factsOf(entry, today),
    title: textAfter({}, entry.title),
    summary: textAfter({}, entry.summary),
    venue: textAfter({}, entry.venue),
    words: textAfter({}, entry.words),
    visibility: entry.isPrivate ? 'network' : visibility,
    knownOn: today,
  }
}

/** An event updated from its calendar entry: what the calendar does not mention stays, and an event that moved keeps its former date. */
export function eventAfter(before: EventDocument, entry: EntryDocument, today: string): EventDocument {
  const facts = factsOf(entry, today)
  const isMoved = before.when !== facts.when || before.startsAt !== facts.startsAt
  const wasPlanned = before.state === 'planned' && facts.state === 'planned'
  return {
    ...before,
    ...facts,
    title: textAfter(before.title, entry.title),
    summary: textAfter(before.summary, entry.summary),
    venue: textAfter(before.venue, entry.venue),
    words: textAfter(before.words, entry.words),
    visibility: entry.isPrivate && before.visibility === 'public' ? 'network' : before.visibility,
    previously:
      isMoved && wasPlanned
        ? { when: before.when, words: before.words, startsAt: before.startsAt }
        : before.previously,
  }
}

function factsOf(entry: EntryDocument, today: string) {
  const isOver = readEdtf(entry.when).to < today
  const state = entry.isCancelled ? ('cancelled' as const) : isOver ? ('past' as const) : ('planned' as const)
  return {
    kind: entry.kind,
    themes: entry.themes,
    when: entry.when,
    startsAt: atSecond(entry.startsAt),
    endsAt: atSecond(entry.endsAt),
    zone: entry.zone,
    state,
    firmness:
      state === 'planned' ? (entry.isTentative ? ('intention' as const) : ('planned' as const)) : null,
    conferenceUrl: entry.conferenceUrl,
  }
}

// In the format of instants in documents of events.
function atSecond(at: string | null): string | null {
  return at === null ? null : Temporal.Instant.from(at).toString({ smallestUnit: 'second' })
}

// Other languages of a changed text are out of date; those of an unchanged one are not.
function textAfter(before: LocalizedText, said: EntryDocument['title']): LocalizedText {
  if (said === null) return {}
  const { text, language } = said
  if (before[language]?.text === text) return before
  const others = Object.entries(before)
    .filter(([each]) => each !== language)
    .map(([each, passage]) => [each, { ...passage, state: 'stale' as const }] as const)
  return { ...Object.fromEntries(others), [language]: { text, state: 'original' } }
}
