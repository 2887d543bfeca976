import { execFileSync, spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import type { CalendarEvent, CalendarTime } from '../../src/platform/calendar/calendar-event.ts'
import { calendarText } from '../../src/platform/calendar/reading/calendar-text.ts'
import { readCalendar } from '../../src/platform/calendar/reading/read-calendar.ts'
import { writeCalendar } from '../../src/platform/calendar/writing/write-calendar.ts'
import { requirePackage, runsWith } from '../support/needs.ts'
import { openTestApp } from '../support/open-test-app.ts'
import { readBack } from '../support/written-calendar.ts'

const stampedAt = new Date('2017-07-08T00:00:00Z')
const at = (iso: string, zone: string): CalendarTime => ({ kind: 'instant', at: new Date(iso), zone })
const event = (uid: string, text: string, start: CalendarTime, end: CalendarTime): CalendarEvent => ({
  uid,
  stampedAt,
  start,
  end,
  summary: { text, language: 'ko' },
})

const longTitle = `한·불 지방정부 교류회의, « Rencontres » ; ${'가'.repeat(80)} 👩‍👩‍👧‍👦`
const weekly: CalendarEvent = {
  ...event(
    'weekly',
    'Atelier',
    at('2017-10-25T08:00:00Z', 'Europe/Paris'),
    at('2017-10-25T09:00:00Z', 'Europe/Paris'),
  ),
  recurrence: { rule: 'FREQ=WEEKLY;COUNT=3', excluded: [at('2017-11-01T09:00:00Z', 'Europe/Paris')] },
}
const events: CalendarEvent[] = [
  event(
    'evening',
    longTitle,
    at('2017-10-10T16:00:00Z', 'Europe/Paris'),
    at('2017-10-10T18:00:00Z', 'Europe/Paris'),
  ),
  {
    ...event('days', '한글날 연휴', { kind: 'day', day: '2017-10-09' }, { kind: 'day', day: '2017-10-11' }),
    status: 'tentative',
  },
  weekly,
  event(
    'summer',
    '서울 올림픽',
    at('1988-09-17T01:00:00Z', 'Asia/Seoul'),
    at('1988-09-17T02:00:00Z', 'Asia/Seoul'),
  ),
]

const feed = () =>
  writeCalendar(
    {
      product: '-//Entente//Test//KO',
      name: { text: 'Agenda "France-Corée", 한·불', language: 'fr' },
      refreshMinutes: 60,
    },
    events,
  )

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'entente-calendar-'))
  onTestFinished(() => rmSync(made, { recursive: true, force: true }))
  return made
}

test.runIf(runsWith('khal'))('khal shows the events of a feed at their hours, in UTC', () => {
  const list = importByKhal(feed())
  expect(list('2017-10-01', '60d')).toEqual([
    '2017-10-09|2017-10-10|한글날 연휴|TENTATIVE',
    `2017-10-10 16:00|2017-10-10 18:00|${longTitle}|`,
    '2017-10-25 08:00|2017-10-25 09:00|Atelier|',
    '2017-11-08 09:00|2017-11-08 10:00|Atelier|',
  ])
  expect(list('1988-09-16', '3d')).toEqual(['1988-09-17 01:00|1988-09-17 02:00|서울 올림픽|'])
})

test.runIf(runsWith('khal'))(
  'khal shows the agenda of the demonstration with its vague dates as all their days, tentatively',
  async () => {
    const list = importByKhal(await demonstrationFeed('ko'))
    expect(list('2017-06-01', '10d')).toEqual(
      expect.arrayContaining(['2017-06-01|2017-06-10|파리시의 서울 대표단 접견 (2017년 6월 초)|TENTATIVE']),
    )
    expect(list('2017-07-07', '1d')).toEqual(
      expect.arrayContaining([`2017-07-07 08:00|2017-07-07 15:00|투르에서 열린 국가별 그룹 회의|CONFIRMED`]),
    )
  },
)

/** Imports a feed; returns how khal lists it: an event of several days once. */
function importByKhal(text: string): (from: string, days: string) => string[] {
  requirePackage('khal')
  const place = folder()
  const config = join(place, 'khal.conf')
  mkdirSync(join(place, 'calendar'))
  writeFileSync(join(place, 'feed.ics'), text)
  writeFileSync(
    config,
    [
      '[calendars]',
      '[[feed]]',
      `path = ${join(place, 'calendar')}`,
      '[locale]',
      'timeformat = %H:%M',
      ...['date', 'longdate'].map((name) => `${name}format = %Y-%m-%d`),
      ...['datetime', 'longdatetime'].map((name) => `${name}format = %Y-%m-%d %H:%M`),
      'local_timezone = UTC',
      'default_timezone = UTC',
      '[sqlite]',
      `path = ${join(place, 'khal.db')}`,
      '[default]',
      'default_calendar = feed',
    ].join('\n'),
  )
  const khal = (...words: string[]) =>
    execFileSync('khal', ['-c', config, ...words], {
      encoding: 'utf8',
      env: {
        PATH: process.env.PATH,
        LANG: 'C.UTF-8',
        HOME: place,
        XDG_DATA_HOME: place,
        XDG_CACHE_HOME: place,
      },
    })
  khal('import', '--batch', join(place, 'feed.ics'))
  return (from, days) => {
    const shown = khal(
      'list',
      '--format',
      '{start-long}|{end-long}|{title}|{status}',
      '--day-format',
      '',
      from,
      days,
    )
    const lines = shown.trim().split('\n')
    return [...new Set(lines.map((line) => line.trim()))]
  }
}

test.runIf(runsWith('radicale'))('a feed that Radicale takes comes back with the same events', async () => {
  expect(await throughRadicale(feed())).toEqual(events.toSorted(byUid))
})

test.runIf(runsWith('radicale'))('so does the agenda of the demonstration, in Korean', async () => {
  const text = await demonstrationFeed('ko')
  const sent = withoutOccurrences(readBack(text).events)
  expect(sent.length).toBeGreaterThan(20)
  expect(await throughRadicale(text)).toEqual(sent)
})

const byUid = (one: CalendarEvent, other: CalendarEvent) => (one.uid < other.uid ? -1 : 1)
const withoutOccurrences = (read: ReturnType<typeof readBack>['events']) =>
  read.map(({ changes, occurrences, ...rest }) => rest).toSorted(byUid)

/** Puts a feed into a calendar of Radicale; returns the events that it then serves. */
async function throughRadicale(text: string): Promise<CalendarEvent[]> {
  requirePackage('radicale')
  const address = await startRadicale(folder())
  const authorization = `Basic ${Buffer.from('entente:entente').toString('base64')}`
  const put = await fetch(address, {
    method: 'PUT',
    headers: { authorization, 'content-type': 'text/calendar; charset=utf-8' },
    body: text,
  })
  expect(put.status).toBe(201)
  const answer = await fetch(address, { headers: { authorization } })
  const back = calendarText(new Uint8Array(await answer.arrayBuffer()), 1e6)
  const window = { from: Date.UTC(1980, 0), until: Date.UTC(2020, 0), most: 10 }
  const read = readCalendar(back.text, window)
  expect(read.remarks).toEqual([])
  return withoutOccurrences(read.events)
}

/** The agenda of the demonstration as a calendar, with its vaguest dates. */
async function demonstrationFeed(language: string): Promise<string> {
  const testApp = await openTestApp({ demonstration: true })
  try {
    const { body, statusCode } = await testApp.get(`/${language}/france-coree/agenda.ics?vague=all`)
    expect(statusCode).toBe(200)
    return body
  } finally {
    await testApp.close()
  }
}

async function startRadicale(place: string): Promise<string> {
  const port = await freePort()
  const config = join(place, 'radicale.conf')
  writeFileSync(
    config,
    [
      '[server]',
      `hosts = 127.0.0.1:${port}`,
      '[auth]',
      'type = none',
      '[storage]',
      `filesystem_folder = ${join(place, 'collections')}`,
      '[web]',
      'type = none',
    ].join('\n'),
  )
  const child = spawn('radicale', ['--config', config], { stdio: 'ignore' })
  onTestFinished(() => void child.kill())
  const address = `http://127.0.0.1:${port}/entente/agenda/`
  await expect
    .poll(
      () =>
        fetch(address).then(
          ({ status }) => status,
          () => 0,
        ),
      { timeout: 20_000 },
    )
    .toBeGreaterThan(0)
  return address
}

function freePort(): Promise<number> {
  return new Promise((found) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => found(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
