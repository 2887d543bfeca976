import { isTold, parseEdtf } from '../../../../platform/dates/index.ts'
import { isCode } from '../../../../platform/input/code.ts'
import { parameterOf, parametersOf } from '../../../../platform/input/parameters.ts'
import { Refusal } from '../../../../platform/refusal.ts'
import { type Theme, themes } from '../../../networks/index.ts'
import { type EventKind, type EventState, eventKinds, eventStates } from '../codes.ts'

export const spans = ['coming', 'past', 'all'] as const
export type Span = (typeof spans)[number]

/** What a reader asks of the agenda; what is not understood is left out, never an error. */
export interface EventFilter {
  /** What is still to come, what is over, or both. */
  span: Span
  text: string
  themes: Theme[]
  kinds: EventKind[]
  states: EventState[]
  /** A country that takes part, is the place or is invited. */
  country: string | null
  /** A country that is a guest of the event, and not its subject. */
  guest: string | null
  /** Slugs. */
  organisation: string | null
  cooperation: string | null
  /** Only missions that others may still join. */
  seatsOpen: boolean
  /** Only events that are looking for firm commitments. */
  commitmentsOpen: boolean
  /** ISO days, both included. */
  from: string | null
  to: string | null
}

/** Names of the parameters that the agenda reads: the page cache knows no other. */
export const eventParameters = [
  'when',
  'q',
  'theme',
  'kind',
  'status',
  'country',
  'guest',
  'organisation',
  'cooperation',
  'seats',
  'commitments',
  'from',
  'to',
  'page',
  'now',
] as const

/** Reads the filter from an address. Whoever names a period sees it whole. */
export function readFilter(query: unknown): EventFilter {
  const from = firstDay(parameterOf(query, 'from'))
  const to = lastDay(parameterOf(query, 'to'))
  const span = parameterOf(query, 'when')
  return {
    span: isCode(spans, span) ? span : usualSpan({ from, to }),
    text: (parameterOf(query, 'q') ?? '').slice(0, 200).trim(),
    themes: parametersOf(query, 'theme').filter((theme) => isCode(themes, theme)),
    kinds: parametersOf(query, 'kind').filter((kind) => isCode(eventKinds, kind)),
    states: parametersOf(query, 'status').filter((state) => isCode(eventStates, state)),
    country: readMatching(parameterOf(query, 'country'), /^[A-Z]{2}$/),
    guest: readMatching(parameterOf(query, 'guest'), /^[A-Z]{2}$/),
    organisation: readMatching(parameterOf(query, 'organisation'), slug),
    cooperation: readMatching(parameterOf(query, 'cooperation'), slug),
    seatsOpen: parameterOf(query, 'seats') === 'open',
    commitmentsOpen: parameterOf(query, 'commitments') === 'open',
    from,
    to,
  }
}

/** The span of whoever names none. */
export function usualSpan({ from, to }: Pick<EventFilter, 'from' | 'to'>): Span {
  return from !== null || to !== null ? 'all' : 'coming'
}

/** The filter of a feed: whoever names no span gets all of it, since programs forget what a feed no longer holds. */
export function readFeedFilter(query: unknown): EventFilter {
  const filter = readFilter(query)
  return parameterOf(query, 'when') === filter.span ? filter : { ...filter, span: 'all' }
}

/** The first day of a date as said (`2017`, `2017-10`, `2017-10-09`); null for what is none. */
export function firstDay(text: string | undefined): string | null {
  return boundsOf(text)?.from ?? null
}

/** Its last day. */
export function lastDay(text: string | undefined): string | null {
  return boundsOf(text)?.to ?? null
}

function boundsOf(text: string | undefined) {
  if (text === undefined || !/^\d{4}(-\d{2}){0,2}$/.test(text.trim())) return null
  const date = parseEdtf(text)
  if ('problem' in date) return null
  if (!isTold(text)) throw new Refusal('dayOutOfReach')
  return date
}

const slug = /^[a-z0-9-]{1,120}$/

function readMatching(text: string | undefined, pattern: RegExp): string | null {
  return text !== undefined && pattern.test(text) ? text : null
}
