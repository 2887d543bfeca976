import { expect, test } from 'vitest'
import { uiReader } from '../../../ui/ui-reader.ts'
import { eventData } from './structured-data.ts'
import type { AgendaEvent } from './summary.queries.ts'

const event: AgendaEvent = {
  id: 'id',
  key: 'id',
  recurrence: null,
  seriesDate: null,
  occursOn: null,
  note: {},
  networkId: 'network',
  slug: 'atelier',
  kind: 'workshop',
  title: {},
  summary: {},
  happens: '2017-10-09',
  startsOn: '2017-10-09',
  endsOn: '2017-10-09',
  words: {},
  startsAt: null,
  endsAt: null,
  zone: null,
  previously: null,
  knownOn: '2017-07-07',
  state: 'planned',
  firmness: null,
  guestCountries: [],
  frame: {},
  organisers: {},
  credit: {},
  link: null,
  resources: [],
  themes: [],
  place: null,
  venue: {},
  attendance: 'both',
  conferenceUrl: 'https://visio.example/salle',
  languages: ['fr', 'ko'],
  interpretation: [],
  visibility: 'public',
  publishedAt: new Date(0),
  sequence: 0,
  updatedAt: new Date(0),
  organisations: [],
  cooperations: [],
  hasSeatsOpen: false,
  commitments: null,
  debrief: null,
}
const data = (changed: Partial<AgendaEvent>) =>
  eventData(uiReader('fr'), { ...event, ...changed }, 'https://e.example/a', 'Atelier')
const before = { happens: '2017-09-01', words: {}, startsAt: null }
const dates = (happens: string, said?: string) => {
  const words: AgendaEvent['words'] = said ? { fr: { text: said, state: 'original' } } : {}
  return Object.entries(data({ happens, words })).filter(([name]) => /Date$/.test(name))
}

test('says what was put off, to which day, or that nobody knows yet; and what was called off', () => {
  const status = (changed: Partial<AgendaEvent>) => Reflect.get(data(changed), 'eventStatus')
  expect(data({ previously: before })).toMatchObject({
    eventStatus: 'https://schema.org/EventRescheduled',
    previousStartDate: '2017-09-01',
    startDate: '2017-10-09',
    eventAttendanceMode: 'https://schema.org/MixedEventAttendanceMode',
    inLanguage: ['fr', 'ko'],
  })
  expect(status({ previously: before, happens: null })).toBe('https://schema.org/EventPostponed')
  expect(status({ previously: before, state: 'cancelled' })).toBe('https://schema.org/EventCancelled')
  expect(status({})).toBe('https://schema.org/EventScheduled')
})

test('makes up no first of a month, and tells nobody the way into a conference', () => {
  expect(dates('2017-06-01/2017-06-10', 'début juin 2017')).toEqual([['startDate', '2017-06']])
  expect(dates('2017-10-09/2017-10-10')).toEqual([
    ['startDate', '2017-10-09'],
    ['endDate', '2017-10-10'],
  ])
  expect(dates('2018')).toEqual([['startDate', '2018']])
  expect(dates('2018/2019')).toEqual([
    ['startDate', '2018'],
    ['endDate', '2019'],
  ])
  expect(dates('2018-21')).toEqual([
    ['startDate', '2018-03'],
    ['endDate', '2018-05'],
  ])
  expect(dates('2018~')).toEqual([])
  expect(JSON.stringify(data({}))).not.toContain('visio.example')
})

test('says a place in the words that hold, not in a translation that they have left behind', () => {
  const venue: AgendaEvent['venue'] = {
    ko: { text: '3호실', state: 'original' },
    fr: { text: 'Salle 1', state: 'stale' },
  }
  expect(data({ venue })).toMatchObject({ location: { name: '3호실' } })
})
