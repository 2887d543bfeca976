import fc from 'fast-check'
import ICAL from 'ical.js'
import { expect, test } from 'vitest'
import { unfolded } from '../../../../test/support/written-calendar.ts'
import { readCalendar } from '../../../platform/calendar/reading/read-calendar.ts'
import { calendarBytes } from '../../../platform/calendar/writing/write-calendar.ts'
import { createCatalogue } from '../../../platform/i18n/catalogue.ts'
import { uiMessages } from '../../../ui/messages/index.ts'
import { uiReader } from '../../../ui/ui-reader.ts'
import { networks } from '../../networks/index.ts'
import { calendarEventsOf, calendarHead } from '../feeds/calendar-feed.ts'
import type { CalendarFeeding, FeedEvent } from '../feeds/feed-event.ts'
import { agendaMessages } from '../messages/index.ts'
import { placings, units } from './codes.ts'
import { seriesDays } from './days.ts'
import { fitting } from './fitting.ts'
import { occurrenceOf, seriesOf } from './occurrence.ts'
import { plainRecurrence, type Recurrence } from './schema.ts'
import { recurrenceTrouble } from './trouble.ts'

const feeding: CalendarFeeding = {
  baseUrl: 'https://entente.example',
  reader: { ...uiReader('fr'), t: createCatalogue([uiMessages, agendaMessages, networks.messages])('fr') },
  network: { slug: 'groupe', name: { fr: 'Groupe' }, countries: ['FR', 'KR'] },
  isInside: true,
  uidHost: 'entente.example',
}

// Rules for other years ical.js does not unfold.
const lastDay = '2034-06-30'
const days = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2030-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))
const hours = fc.option(
  fc.record({
    zone: fc.constantFrom(...Intl.supportedValuesOf('timeZone')),
    from: fc.integer({ min: 0, max: 23 * 4 }),
    quarters: fc.integer({ min: 1, max: 100 }),
  }),
)
const rules = fc.record({
  unit: fc.constantFrom(...units),
  interval: fc.integer({ min: 1, max: 4 }),
  weekdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { maxLength: 3 }),
  placing: fc.constantFrom(...placings),
  end: fc.oneof(
    fc.constant({}),
    fc.record({ count: fc.integer({ min: 2, max: 12 }) }),
    days.map((until) => ({ until })),
  ),
})
const given = fc.record({ first: days, moreDays: fc.integer({ min: 0, max: 5 }), hours, rule: rules })
const touched = fc.record({
  leftOut: fc.integer({ min: 1, max: 5 }),
  moved: fc.integer({ min: 1, max: 5 }),
  added: fc.integer({ min: 1, max: 400 }),
})

function eventOf({
  first,
  moreDays,
  hours: clock,
  rule,
}: typeof given extends fc.Arbitrary<infer E> ? E : never): FeedEvent {
  const last = Temporal.PlainDate.from(first).add({ days: moreDays }).toString()
  const start =
    clock &&
    Temporal.PlainDate.from(first)
      .toPlainDateTime()
      .add({ minutes: clock.from * 15 })
  const end = start && clock && start.add({ minutes: clock.quarters * 15 })
  const at = (wall: Temporal.PlainDateTime | null) =>
    wall && clock && new Date(wall.toZonedDateTime(clock.zone).epochMilliseconds)
  const [startsAt, endsAt] = [at(start), at(end)]
  return {
    id: 'id',
    key: 'id',
    slug: 'event',
    kind: 'festival',
    title: { fr: { text: 'Fête', state: 'original' } },
    summary: {},
    happens: startsAt || moreDays === 0 ? first : `${first}/${last}`,
    words: {},
    startsAt,
    endsAt: startsAt && endsAt && endsAt > startsAt ? endsAt : null,
    zone: clock?.zone ?? null,
    previously: null,
    knownOn: '2017-07-07',
    state: 'planned',
    firmness: 'planned',
    themes: [],
    venue: {},
    conferenceUrl: null,
    sequence: 3,
    publishedAt: null,
    updatedAt: new Date('2017-07-08T00:00:00Z'),
    place: null,
    organisations: [],
    organisers: {},
    credit: {},
    link: null,
    recurrence: { ...plainRecurrence, ...rule, ...rule.end } as Recurrence,
    seriesDate: null,
    occursOn: null,
    note: {},
    startsOn: null,
    endsOn: null,
  }
}

const dateOf = ({ happens, words, startsAt, endsAt, zone, knownOn }: FeedEvent) => ({
  when: happens,
  words,
  startsAt: startsAt?.toISOString() ?? null,
  endsAt: endsAt?.toISOString() ?? null,
  zone,
  knownOn,
})

/** A series with one day left out, one added, and one moved by a day and an hour. */
function touchedOf(
  event: FeedEvent,
  { leftOut, moved, added }: { leftOut: number; moved: number; added: number },
): FeedEvent {
  const { recurrence, shape } = seriesOf(event)!
  const all = seriesDays(shape, recurrence, { until: lastDay, most: 8 }).days
  const other = Temporal.PlainDate.from(all[0] ?? '')
    .add({ days: added })
    .toString()
  const id = all[moved]
  const to = id && Temporal.PlainDate.from(id).add({ days: 1 })
  const change = id !== undefined &&
    moved !== leftOut &&
    to && {
      id,
      isCancelled: false,
      when: to.toString(),
      startsAt:
        event.zone && to.toZonedDateTime({ timeZone: event.zone, plainTime: '11:00' }).toInstant().toString(),
      endsAt:
        event.zone && to.toZonedDateTime({ timeZone: event.zone, plainTime: '12:00' }).toInstant().toString(),
      zone: event.zone,
      title: {},
      venue: {},
      note: {},
    }
  return {
    ...event,
    recurrence: fitting(dateOf(event), {
      ...recurrence,
      leftOut: all[leftOut] ? [all[leftOut]] : [],
      added: recurrence.count === null && other <= lastDay ? [other] : [],
      changes: change ? [change] : [],
    }),
  }
}

const write = (event: FeedEvent) =>
  calendarBytes(
    () => calendarHead(feeding, null, { undated: 0, vague: 0 }),
    calendarEventsOf(feeding, event),
  ).toString()

/** When an event is, by our own lists. */
function told(event: FeedEvent, most: number): string[] {
  const { recurrence, shape } = seriesOf(event)!
  return seriesDays(shape, recurrence, { until: lastDay, most })
    .days.map((day) => occurrenceOf(event, day))
    .map(({ startsAt, startsOn }) => startsAt?.toISOString() ?? startsOn ?? '')
    .toSorted()
    .slice(0, most)
}

function unfoldedByIcal(text: string, most: number): string[] {
  const component = new ICAL.Component(ICAL.parse(text))
  const [master, ...changes] = component.getAllSubcomponents('vevent')
  const event = new ICAL.Event(master!, { exceptions: changes.map((each) => new ICAL.Event(each)) })
  const iterator = event.iterator()
  const found: string[] = []
  for (let next = iterator.next(); next && found.length < most; next = iterator.next()) {
    if (next.year > Number(lastDay.slice(0, 4))) break
    const { startDate } = event.getOccurrenceDetails(next)
    found.push(startDate.isDate ? startDate.toString() : startDate.toJSDate().toISOString())
  }
  return found.filter((each) => each.slice(0, 10) <= lastDay).toSorted()
}

const within = (each: string) => each.slice(0, 10) < lastDay

test('comes back from its calendar on the same days at the same hours: any zone, any rule that is offered', () => {
  fc.assert(
    fc.property(given, touched, (series, how) => {
      const plain = eventOf(series)
      fc.pre(plain.recurrence !== null && recurrenceTrouble(dateOf(plain), plain.recurrence) === null)
      const event = touchedOf(plain, how)
      const text = write(event)
      const { events, remarks } = readCalendar(unfolded(text), {
        from: Date.UTC(1980, 0),
        until: Date.UTC(2034, 5, 30),
        most: 1_000,
      })
      expect(remarks.filter(({ code }) => code !== 'endless' && code !== 'tooManyOccurrences')).toEqual([])
      const read = events[0]!.occurrences.map(({ start }) =>
        start.kind === 'instant' ? start.at.toISOString() : start.kind === 'day' ? start.day : start.at,
      )
      const ours = told(event, 60).filter(within)
      expect(read.filter(within).toSorted().slice(0, 40)).toEqual(ours.slice(0, 40))
      expect(events[0]?.sequence).toBe(3)
      const strict = unfoldedByIcal(text, 30).filter(within)
      // An hour that a clock skips or shows twice ical.js reads in its own way.
      const others = strict.filter((each) => !ours.includes(each))
      if (event.zone === null) expect(strict).toEqual(ours.slice(0, strict.length))
      else expect(others.length).toBeLessThanOrEqual(2)
    }),
    { numRuns: 60 },
  )
})
