import { pino } from 'pino'
import { createApplication } from '../src/app.tsx'
import { readFeedFilter } from '../src/features/agenda/events/list/event-filter.ts'
import { calendarEventsOf, writeCalendarFeed } from '../src/features/agenda/feeds/calendar-feed.ts'
import type { CalendarFeeding } from '../src/features/agenda/feeds/feed-event.ts'
import { listFeedEvents, type WantedEvents } from '../src/features/agenda/feeds/rows.queries.ts'
import { findNetwork } from '../src/features/networks/index.ts'
import { anonymous } from '../src/platform/context/actor.ts'
import { systemClock } from '../src/platform/context/clock.ts'
import type { Context } from '../src/platform/context/context.ts'
import { openDatabase } from '../src/platform/database/open-database.ts'
import { readSettings } from '../src/platform/settings/settings.ts'
import { bareCalendar, isSameCalendar } from './bare/bare-calendar.ts'
import { bareEvent } from './bare/bare-event.ts'
import { measureKept } from './cached-page.ts'
import { busyNetwork } from './contents/fill-agenda.ts'
import { agendaSize, type Fixture } from './fixtures/fixture.ts'
import type { Fixtures } from './fixtures/open-fixtures.ts'
import { type Row, row } from './report/row.ts'
import { spreadOf } from './report/statistics.ts'

const rounds = 15
const mostTimes = 3
const many = `feed of ${agendaSize.toLocaleString('en-GB')} events`

/** The calendar of ten thousand events written from the database, beside strings put together by hand. */
export async function measureFeeds({ grounds, prepare }: Fixtures): Promise<Row[]> {
  await prepare('agenda')
  const rows: Row[] = []
  for (const fixture of grounds)
    for (const language of ['fr', 'ko'] as const) rows.push(await measureWriting(fixture, language))
  return rows
}

/** The calendar of the demonstration and that of ten thousand events, from the cache. */
export async function measureKeptFeeds(grounds: Fixtures): Promise<Row[]> {
  const kept = (what: string, network: string) =>
    measureKept(grounds, { what, path: `/fr/${network}/agenda.ics`, contents: 'agenda' })
  return [
    ...(await kept('cached feed of the demonstration', 'france-coree')),
    ...(await kept(`cached ${many}`, busyNetwork)),
  ]
}

async function measureWriting(fixture: Fixture, language: 'fr' | 'ko'): Promise<Row> {
  const settings = readSettings(fixture.environment('agenda'))
  const database = await openDatabase(settings)
  try {
    const { translate } = createApplication({ settings, database, log: pino({ level: 'silent' }) })
    const today = '2026-11-02'
    const context: Context = { actor: anonymous, clock: systemClock, database: database.connection, today }
    const network = await findNetwork(context, busyNetwork)
    const { write, text, writeByHand } = await openCalendars(context, network.id, {
      baseUrl: settings.baseUrl,
      uidHost: 'entente.example',
      reader: { language, interfaceLanguage: language, t: translate(language), today, now: null },
      network,
      isInside: false,
    })
    if (!isSameCalendar(writeByHand(), text)) throw new Error('The two calendars differ')
    const [own, plain]: [number[], number[]] = [[], []]
    for (let round = 0; round < rounds; round++) {
      own.push(await timed(write))
      plain.push(await timed(async () => Buffer.from(writeByHand())))
    }
    const ratio = spreadOf(own.map((ms, index) => ms / (plain[index] ?? ms)))
    return row({
      what: `${many} written from the database, ${language}`,
      database: fixture.name,
      figure: `${spreadOf(own).median.toFixed(0)} ms, reading included`,
      baseline: `the same ${(Buffer.byteLength(text) / 1e6).toFixed(1)} MB put together by hand: ${spreadOf(plain).median.toFixed(0)} ms`,
      ratio,
      wanted: `≤ ${mostTimes} times`,
      verdict: ratio.median <= mostTimes ? 'met' : 'SHORT',
    })
  } finally {
    await database.close()
  }
}

/** The calendar of a network as the server writes it, and joined by hand from the same events. */
export async function openCalendars(context: Context, networkId: string, feeding: CalendarFeeding) {
  const { baseUrl, uidHost, network, reader } = feeding
  const { language } = reader
  const wanted: WantedEvents = { networkId, filter: readFeedFilter({}), language }
  const write = () => writeCalendarFeed(context, feeding, wanted, { hasVague: true, source: null })
  const text = (await write()).toString()
  const head = text.slice(0, text.indexOf('BEGIN:VEVENT'))
  const events = [...(await listFeedEvents(context, wanted))].flatMap((event) => {
    return calendarEventsOf(feeding, event).map((told) => ({ event, told: bareEvent(told) }))
  })
  const pages = `${baseUrl}/${language}/${network.slug}/agenda`
  // From the same events: their wall clocks, dates in words and texts in the wanted language are computed beforehand.
  const writeByHand = () =>
    bareCalendar(
      head,
      events.map(({ event: { id, slug, updatedAt }, told }) => ({
        ...told,
        uid: `event-${id}@${uidHost}`,
        stamp: `${updatedAt.toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`,
        address: `${pages}/${slug}`,
      })),
    )
  return { write, text, writeByHand }
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now()
  await work()
  return performance.now() - startedAt
}
