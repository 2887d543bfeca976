import { parseEdtf } from '../../../platform/dates/index.ts'
import { isDayOf, seriesDays } from './days.ts'
import { occurrenceOf, type Recurring, seriesOf } from './occurrence.ts'

/** How far ahead a page looks for the next dates of a rare series. */
export const yearsLookedAt = 20
const mostBefore = 60

type Dated = Recurring & { startsOn: string | null; endsOn: string | null }

/** The next occurrences of an event from a day on, including those that are going on; none if it takes place once or is over. */
export function comingOccurrences<E extends Dated>(event: E, today: string, most: number): E[] {
  const series = seriesOf(event)
  if (series === null) return []
  const { shape, recurrence } = series
  const on = Temporal.PlainDate.from(today)
  const lasting = shape.isExact ? shape.moreDays : 366
  const { days } = seriesDays(shape, recurrence, {
    // One that was moved may be later than its day by the rule.
    from: on.subtract({ days: lasting + mostBefore }).toString(),
    until: on.add({ years: yearsLookedAt }).toString(),
    most: most + 2 * mostBefore,
  })
  const all = [...new Set([...days, ...recurrence.changes.map(({ id }) => id)])]
  return all
    .map((day) => occurrenceOf(event, day))
    .filter(({ endsOn }) => endsOn !== null && endsOn >= today)
    .toSorted((one, other) => ((one.startsOn ?? '') < (other.startsOn ?? '') ? -1 : 1))
    .slice(0, most)
}

/** The occurrence that represents a series as a whole: the next one, or the last. Other events are returned as they are. */
export function shownOccurrence<E extends Dated>(event: E, today: string): E {
  const series = seriesOf(event)
  if (series === null || event.occursOn !== null) return event
  const coming = comingOccurrences(event, today, mostBefore)
  const next = coming.find(({ state }) => state !== 'cancelled') ?? coming[0]
  if (next) return next
  const last = seriesDays(series.shape, series.recurrence, { until: today }).days.at(-1)
  return last === undefined ? event : occurrenceOf(event, last)
}

const datesOnPage = 10

/** What the page of an event shows: the occurrence of the day that was asked for, else the one that represents all; and those to come. */
export function occurrencesShown<E extends Dated>(
  event: E,
  asked: string | undefined,
  today: string,
): { event: E; coming: E[] } {
  const series = seriesOf(event)
  if (series === null) return { event, coming: [] }
  const farthest = Temporal.PlainDate.from(today).add({ years: yearsLookedAt }).toString()
  const isOne =
    asked !== undefined &&
    isDay(asked) &&
    asked <= farthest &&
    isDayOf(series.shape, series.recurrence, asked) &&
    !series.recurrence.leftOut.includes(asked)
  return {
    event: isOne ? occurrenceOf(event, asked) : shownOccurrence(event, today),
    coming: comingOccurrences(event, today, datesOnPage),
  }
}

function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !('problem' in parseEdtf(text))
}
