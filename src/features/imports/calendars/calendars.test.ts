import { gzipSync } from 'node:zlib'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import {
  type CalendarImporter,
  calendarOf,
  calendarsAddress,
  openCalendarImporter,
} from '../../../../test/support/calendar-imports.ts'
import { readFields } from '../../../../test/support/form-fields.ts'
import { openTestApp, type TestApp } from '../../../../test/support/open-test-app.ts'
import { pageWords } from '../../../../test/support/page-words.ts'
import { eraseFromCalendars } from './personal-data.commands.ts'

let testApp: TestApp
let importer: CalendarImporter
beforeAll(async () => {
  testApp = await openTestApp({
    demonstration: true,
    settings: { CALENDAR_MEGABYTES: '1' },
    now: '2017-07-08T08:00:00Z',
  })
  importer = await openCalendarImporter(testApp)
})
afterAll(() => testApp.close())

const seminar = [
  'UID:seminar@institut.example',
  'SUMMARY;LANGUAGE=fr:Séminaire des villes apprenantes',
  'DTSTART;TZID=Asia/Seoul:20170912T090000',
  'DTEND;TZID=Asia/Seoul:20170912T180000',
  'LOCATION:Suwon Convention Center',
  'CATEGORIES:Séminaire,Culture',
]
const fair = [
  'UID:fair@institut.example',
  'SUMMARY:서울 도서전',
  'DTSTART;VALUE=DATE:20170920',
  'DTEND;VALUE=DATE:20170923',
  'STATUS:TENTATIVE',
]
const call = [
  'UID:call@institut.example',
  'SUMMARY:Point',
  'DTSTART:20170913T140000',
  'CLASS:PRIVATE',
  'ORGANIZER;CN=Jean Martin:mailto:jean@institut.example',
]
const weekly = [
  'UID:weekly@institut.example',
  'SUMMARY:Permanence',
  'DTSTART;TZID=Europe/Paris:20170904T100000',
  'DTEND;TZID=Europe/Paris:20170904T110000',
  'RRULE:FREQ=YEARLY',
]

const eventsNamed = async (text: string) => {
  const { rows } = await sql<Record<string, unknown>>`
    select kind, title, happens, starts_at, ends_at, zone, state, firmness, themes, venue, words, visibility, sequence, slug,
      previous_happens from agenda_event
    where title::text like ${`%${text}%`} order by starts_on
  `.execute(testApp.context.database)
  return rows
}

describe('a calendar file', () => {
  let page = ''

  it('is shown with what it would add, before anything is written', async () => {
    page = await importer.begin(calendarOf(seminar, fair, call, weekly))
    const words = await importer.read(page)
    expect(words).toContain('Agenda de l’institut')
    expect(words).toContain('À ajouter : 5 événements')
    expect(words).toContain('mar. 12 sept. 2017')
    expect(words).toContain('14:00, fuseau horaire non précisé')
    expect(words).toContain('Point privé')
    expect(words).toContain(
      'Permanence – Cette série est reprise par ses dates, de deux ans en arrière à deux ans en avant : 2 dates',
    )
    expect(await eventsNamed('villes apprenantes')).toEqual([])
  })

  it('is taken in part, then whole: zones are kept, hours without a zone stay words, what is private stays inside', async () => {
    await importer.act(page, 'entries', { entry: ['0'] })
    expect(await eventsNamed('villes apprenantes')).toMatchObject([
      {
        kind: 'seminar',
        title: { fr: { text: 'Séminaire des villes apprenantes', state: 'original' } },
        happens: '2017-09-12',
        starts_at: new Date('2017-09-12T00:00:00Z'),
        ends_at: new Date('2017-09-12T09:00:00Z'),
        zone: 'Asia/Seoul',
        state: 'planned',
        firmness: 'planned',
        themes: ['culture'],
        venue: { fr: { text: 'Suwon Convention Center', state: 'original' } },
        visibility: 'network',
      },
    ])
    expect(await eventsNamed('도서전')).toEqual([])
    const words = await importer.act(page, 'entries', { all: '1' })
    expect(words).toContain('5 événements de cet agenda sont inscrits')
    expect(await eventsNamed('도서전')).toMatchObject([
      {
        kind: 'other',
        title: { ko: {} },
        happens: '2017-09-20/2017-09-22',
        starts_at: null,
        zone: null,
        firmness: 'intention',
      },
    ])
    expect(await eventsNamed('Point')).toMatchObject([
      {
        happens: '2017-09-13',
        starts_at: null,
        zone: null,
        words: { fr: { text: '14:00' } },
        visibility: 'network',
      },
    ])
    expect(await eventsNamed('Permanence')).toMatchObject([
      { happens: '2017-09-04' },
      { happens: '2018-09-04' },
    ])
  })

  it('keeps nobody’s address, and credits the calendar as the source, for the people of the group alone', async () => {
    const [{ slug } = { slug: '' }] = await eventsNamed('villes apprenantes')
    const address = `/fr/france-coree/agenda/${slug}`
    expect((await testApp.get(address)).statusCode).toBe(404)
    const words = pageWords((await importer.coordinator.get(address)).body)
    expect(words).toContain('Agenda de l’institut')
    const sources = (await testApp.get('/fr/france-coree/sources')).body
    const source = /href="([^"?]*\/sources\/calendar-[^"?]*)"/.exec(sources)?.[1] ?? ''
    const read = (await testApp.get(source)).body
    expect([read.includes('institut.ics'), read.includes('villes apprenantes')]).toEqual([true, false])
    const kept = JSON.stringify(
      await testApp.context.database.selectFrom('imports_calendar_entry').select('document').execute(),
    )
    expect(kept).not.toContain('jean@institut.example')
  })

  it('that comes again changes nothing; a newer one changes what it says, an older one does not', async () => {
    const again = await importer.read(await importer.begin(calendarOf(seminar, fair, call, weekly)))
    expect(again).toContain('Tout ce que dit l’agenda est déjà inscrit')
    const moved = seminar.map((line) => line.replace('20170912', '20170914'))
    const later = await importer.begin(
      calendarOf(['SEQUENCE:1', ...moved], ['SEQUENCE:1', 'STATUS:CANCELLED', ...fair.slice(0, -1)]),
    )
    const words = await importer.read(later)
    expect(words).toContain('Modifiés : 1 événement')
    expect(words).toContain('Annulés : 1 événement')
    await importer.act(later, 'entries', { all: '1' })
    expect(await eventsNamed('villes apprenantes')).toMatchObject([
      { happens: '2017-09-14', previous_happens: '2017-09-12', sequence: 1 },
    ])
    expect(await eventsNamed('도서전')).toMatchObject([{ state: 'cancelled' }])
    const older = await importer.read(await importer.begin(calendarOf(seminar)))
    expect(older).toContain('Plus anciens que ce qui est connu : 1 événement')
    const back = await importer.act(later, 'return')
    expect(back).toContain('Retiré')
    expect(await eventsNamed('villes apprenantes')).toMatchObject([{ happens: '2017-09-12' }])
    expect(await eventsNamed('도서전')).toMatchObject([{ state: 'planned' }])
  })

  it('is taken back but for what somebody has changed since', async () => {
    const [{ slug } = { slug: '' }] = await eventsNamed('villes apprenantes')
    const form = `/fr/france-coree/agenda/${slug}/edit/visibility`
    const fields = readFields((await importer.coordinator.get(form)).body)
    const answer = await importer.coordinator.post(form, {
      ...fields,
      visibility: 'public',
      reason: 'Accord de l’institut',
    })
    expect(answer.statusCode).toBe(303)
    await importer.act(page, 'return')
    expect(await eventsNamed('villes apprenantes')).toHaveLength(1)
    expect(await eventsNamed('Permanence')).toEqual([])
    expect(await eventsNamed('도서전')).toEqual([])
    const edited = await importer.begin(
      calendarOf(['SEQUENCE:5', ...seminar.map((line) => line.replace('Suwon', 'Busan'))]),
    )
    expect(await importer.read(edited)).toMatch(/À ajouter : 1|Modifiés ici à la main : 1/)
  })
})

const event = (...lines: string[]) => calendarOf(['UID:bad', 'SUMMARY:Essai', ...lines]).join('\r\n')
const bad: [string, string | Uint8Array, string][] = [
  ['31 February', event('DTSTART;VALUE=DATE:20180231'), '20180231'],
  ['the year 9999', event('DTSTART;VALUE=DATE:99991231', 'DTEND;VALUE=DATE:99991231'), '99991231'],
  ['a zone of another planet', event('DTSTART;TZID=Mars/Phobos:20170912T090000'), 'Mars/Phobos'],
  ['more than it may hold', 'X'.repeat(1_200_000), 'Mo'],
  ['a bomb', gzipSync(Buffer.alloc(3 * 1024 * 1024)), 'Mo'],
  ['no calendar', 'Bonjour', 'iCalendar'],
]
test.each(bad)('a file with %s is refused with the reason beside the field', async (_, bytes, reason) => {
  const answer = await importer.send({ visibility: 'network' }, { name: 'essai.ics.gz', bytes })
  expect([answer.statusCode, pageWords(answer.body)]).toEqual([422, expect.stringContaining(reason)])
})

test('a series without an end for a hundred years comes in for two, and says so', async () => {
  const page = await importer.begin(
    calendarOf([
      'UID:endless',
      'SUMMARY:Sans fin',
      'DTSTART;TZID=Europe/Paris:19170704T100000',
      'RRULE:FREQ=WEEKLY',
    ]),
  )
  const words = await importer.read(page)
  expect(words).toContain('À ajouter : 209 événements')
  expect(words).toContain('Cette série n’a pas de fin')
  const gone = await importer.coordinator.post(`${page}/removal`, {})
  expect(gone.headers.location).toBe(calendarsAddress)
  expect((await importer.coordinator.get(page)).statusCode).toBe(404)
})

test('a name that is erased leaves what calendars say, and who imported them', async () => {
  const page = await importer.begin(
    calendarOf(['UID:name', 'SUMMARY:Visite de Camille Testud', 'DTSTART;VALUE=DATE:20171002']),
  )
  await eraseFromCalendars(testApp.context, { personId: null, names: ['Camille Testud'], addresses: [] })
  expect(await importer.read(page)).not.toContain('Testud')
})

test('only those who look after the group import', async () => {
  expect((await testApp.get(calendarsAddress)).statusCode).toBe(404)
})
