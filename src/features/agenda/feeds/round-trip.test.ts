import fc from 'fast-check'
import ICAL from 'ical.js'
import { expect, test } from 'vitest'
import { hostileText } from '../../../../test/support/hostile-text.ts'
import { readBack, sameTime, unfolded } from '../../../../test/support/written-calendar.ts'
import { keepableText } from '../../../platform/calendar/writing/escaping.ts'
import { calendarBytes } from '../../../platform/calendar/writing/write-calendar.ts'
import { readEdtf } from '../../../platform/dates/index.ts'
import { createCatalogue } from '../../../platform/i18n/catalogue.ts'
import type { LocalizedText } from '../../../platform/i18n/localized-text.ts'
import { uiMessages } from '../../../ui/messages/index.ts'
import { uiReader } from '../../../ui/ui-reader.ts'
import { networks } from '../../networks/index.ts'
import { eventStates, firmnesses } from '../events/codes.ts'
import { agendaMessages } from '../messages/index.ts'
import { calendarEventsOf, calendarHead } from './calendar-feed.ts'
import type { CalendarFeeding, FeedEvent } from './feed-event.ts'

const feeding: CalendarFeeding = {
  baseUrl: 'https://entente.example',
  reader: { ...uiReader('fr'), t: createCatalogue([uiMessages, agendaMessages, networks.messages])('fr') },
  network: { slug: 'groupe', name: { fr: 'Groupe' }, countries: ['FR', 'KR'] },
  isInside: true,
  uidHost: 'entente.example',
}

const zones = fc.constantFrom(...Intl.supportedValuesOf('timeZone'))
const times = fc
  .date({ min: new Date('1975-01-01'), max: new Date('2034-01-01'), noInvalidDate: true })
  .map((date) => new Date(Math.floor(date.getTime() / 60_000) * 60_000))
const days = times.map((date) => date.toISOString().slice(0, 10))
const vague = fc.oneof(
  days,
  days.map((day) => day.slice(0, 7)),
  days.map((day) => day.slice(0, 4)),
  days.map((day) => `${day.slice(0, 7)}~`),
  days.map((day) => `${day}/..`),
  fc.tuple(days, fc.integer({ min: 0, max: 90 })).map(([from, span]) => {
    return `${from}/${Temporal.PlainDate.from(from).add({ days: span }).toString()}`
  }),
)
const when = fc.oneof(
  fc.record({ startsAt: times, minutes: fc.integer({ min: 1, max: 5_000 }), zone: zones }),
  fc.record({ happens: vague, said: fc.boolean() }),
)
const events = fc.record({
  when,
  title: fc.oneof(hostileText, fc.constantFrom('한·불 회의; "서울", 1\n2', '👩‍👩‍👧‍👦'.repeat(20))),
  state: fc.constantFrom(...eventStates),
  firmness: fc.option(fc.constantFrom(...firmnesses)),
  sequence: fc.nat({ max: 50 }),
})
type Given = typeof events extends fc.Arbitrary<infer E> ? E : never

const said = (text: string): LocalizedText => ({ fr: { text, state: 'original' } })

function eventOf({ when: given, title, ...rest }: Given, index: number): FeedEvent {
  const hours =
    'zone' in given
      ? {
          happens: given.startsAt.toISOString().slice(0, 10),
          startsAt: given.startsAt,
          endsAt: new Date(given.startsAt.getTime() + given.minutes * 60_000),
          zone: given.zone,
        }
      : { happens: given.happens, startsAt: null, endsAt: null, zone: null }
  return {
    id: `id-${index}`,
    key: `id-${index}`,
    slug: `event-${index}`,
    kind: 'meeting',
    title: said(title),
    summary: said(title),
    words: 'said' in given && given.said ? said('vers ce moment') : {},
    previously: null,
    knownOn: '2017-07-07',
    themes: ['culture'],
    venue: said(title),
    conferenceUrl: 'https://visio.example/salle',
    organisers: said(title),
    credit: said(title),
    link: 'https://ville.example/festival',
    publishedAt: null,
    updatedAt: new Date('2017-07-08T00:00:00Z'),
    place: null,
    organisations: [],
    recurrence: null,
    seriesDate: null,
    occursOn: null,
    note: {},
    startsOn: null,
    endsOn: null,
    ...hours,
    ...rest,
  }
}

test('an event of any zone, date and text comes back from its calendar the same, by our reader and by ical.js', () => {
  fc.assert(
    fc.property(fc.array(events, { minLength: 1, maxLength: 4 }), (given) => {
      const told = given.map(eventOf)
      const written = told.flatMap((event) => calendarEventsOf(feeding, event))
      expect(written).toHaveLength(told.length)
      const text = calendarBytes(
        () => calendarHead(feeding, null, { undated: 0, vague: 0 }),
        written,
      ).toString()
      const { events: read, remarks } = readBack(text)
      expect(remarks).toEqual([])
      const strict = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent')
      for (const [index, event] of told.entries()) {
        const back = read.find(({ uid }) => uid === `event-id-${index}@entente.example`)
        expect([sameTime(back?.start), sameTime(back?.end)]).toEqual(boundsOf(event))
        expect(back?.status).toBe(statusOf(event))
        expect(back?.sequence).toBe(event.sequence)
        // The words around a title that is called off are set as French is.
        if (event.state !== 'cancelled')
          expect(back?.summary.text).toContain(keepableText(event.title.fr?.text ?? '').trim())
        expect(back?.conference?.address).toBe('https://visio.example/salle')
        const start = strict[index]?.getFirstPropertyValue('dtstart')
        if (!(start instanceof ICAL.Time)) throw new Error('No time')
        expect(start.isDate ? start.toString() : start.toJSDate().toISOString()).toBe(boundsOf(event)[0])
      }
      expect(unfolded(text)).not.toMatch(/DTSTART;TZID=(?!UTC)[^:]+:\d{8}T\d{6}Z/)
    }),
    { numRuns: 200 },
  )
})

/** When an event begins and ends, as it was given: hours as they are, else all the days that it may mean. */
function boundsOf({ startsAt, endsAt, happens, knownOn }: FeedEvent): (string | undefined)[] {
  if (startsAt !== null) return [startsAt.toISOString(), endsAt?.toISOString()]
  const { from, to, openEnd } = readEdtf(happens ?? '')
  const last = openEnd ? ([from, knownOn].sort().at(-1) ?? '') : to
  return [from, Temporal.PlainDate.from(last).add({ days: 1 }).toString()]
}

function statusOf({ state, firmness, startsAt, happens, words }: FeedEvent): string {
  if (state === 'cancelled') return 'cancelled'
  const isDay = /^\d{4}-\d\d-\d\d$/.test(happens ?? '')
  const areDays = /^\d{4}-\d\d-\d\d\/\d{4}-\d\d-\d\d$/.test(happens ?? '') && Object.keys(words).length === 0
  const isSure = state === 'past' || firmness === null || firmness === 'planned'
  return isSure && (startsAt !== null || isDay || areDays) ? 'confirmed' : 'tentative'
}
