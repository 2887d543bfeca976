import { z } from 'zod'
import { isTold, parseEdtf } from '../../../../platform/dates/index.ts'
import { isCode } from '../../../../platform/input/code.ts'
import { atMostOne, country, several, slug, words } from '../../../../platform/input/criteria.ts'
import { type FilterOf, listFilter } from '../../../../platform/input/list-filter.ts'
import { parameterOf } from '../../../../platform/input/parameters.ts'
import { Refusal } from '../../../../platform/refusal.ts'
import { themes } from '../../../networks/index.ts'
import { eventKinds, eventStates } from '../codes.ts'

export const spans = ['coming', 'past', 'all'] as const
type Span = (typeof spans)[number]

/** What narrows the agenda, beside whether it is still to come: which of these is usual depends on the period. */
export const eventCriteria = listFilter({
  q: words(200, 'Words of titles, places and names, in any language'),
  theme: several(themes, 'Themes of the event, or of its ties where it says none'),
  kind: several(eventKinds),
  status: several(eventStates),
  country: country('A country that takes part, is the place or is invited'),
  guest: country('A country that is a guest of the event and not its subject'),
  organisation: slug('Slug of an organisation that takes part'),
  cooperation: slug('Slug of a tie that the event concerns'),
  seats: atMostOne(['open'], 'Missions on which others may still ask for seats'),
  commitments: atMostOne(['open'], 'Events that are looking for firm commitments'),
  from: dayOf(firstDay, 'From the first day of this year, month or day on'),
  to: dayOf(lastDay, 'Up to its last day'),
})

/** What a reader asks of the agenda: its days are ISO days, both included. */
export interface EventFilter extends FilterOf<typeof eventCriteria> {
  span: Span
}

/** Names of the parameters that the agenda reads: the page cache knows no other. */
export const eventParameters = ['when', ...eventCriteria.names, 'page', 'now']

/** Reads the filter from an address. Whoever names a period sees it whole. */
export function readFilter(query: unknown): EventFilter {
  const filter = eventCriteria.read(query)
  const span = parameterOf(query, 'when')
  return { ...filter, span: isCode(spans, span) ? span : usualSpan(filter) }
}

/** The filter of a feed: whoever names no span gets all of it, since programs forget what a feed no longer holds. */
export function readFeedFilter(query: unknown): EventFilter {
  const filter = readFilter(query)
  return parameterOf(query, 'when') === filter.span ? filter : { ...filter, span: 'all' }
}

/** The parameters of a filter as addresses carry them, whatever its span. */
export const filterParameters = (filter: EventFilter) => eventCriteria.parameters(filter)

/** The same parameters with the span. */
export const spanParameters = (filter: EventFilter) => ({ ...filterParameters(filter), when: filter.span })

/** The same parameters with the span, where it is not the usual one: every view is handed them. */
export const viewParameters = (filter: EventFilter) => ({
  ...filterParameters(filter),
  when: filter.span === usualSpan(filter) ? undefined : filter.span,
})

/** The span of whoever names none. */
export function usualSpan({ from, to }: Pick<EventFilter, 'from' | 'to'>): Span {
  return from !== null || to !== null ? 'all' : 'coming'
}

function dayOf(find: (text: string | undefined) => string | null, about: string) {
  const error = 'a year, a month or a day, as in 2017, 2017-10 or 2017-10-09'
  return {
    read: (query: unknown, name: string) => find(parameterOf(query, name)),
    write: (day: string | null) => day ?? undefined,
    schema: () =>
      z
        .string()
        .refine((text) => find(text) !== null, { error })
        .optional()
        .describe(about),
    take: find,
  }
}

/** The first day of a date as said (`2017`, `2017-10`, `2017-10-09`); null for what is none. */
function firstDay(text: string | undefined): string | null {
  return boundsOf(text)?.from ?? null
}

function lastDay(text: string | undefined): string | null {
  return boundsOf(text)?.to ?? null
}

function boundsOf(text: string | undefined) {
  if (text === undefined || !/^\d{4}(-\d{2}){0,2}$/.test(text.trim())) return null
  const date = parseEdtf(text)
  if ('problem' in date) return null
  if (!isTold(text)) throw new Refusal('dayOutOfReach')
  return date
}
