import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import {
  type CalendarImporter,
  calendarOf,
  openCalendarImporter,
} from '../../../../test/support/calendar-imports.ts'
import { readFields } from '../../../../test/support/form-fields.ts'
import { openTestApp, type TestApp } from '../../../../test/support/open-test-app.ts'
import { pageWords } from '../../../../test/support/page-words.ts'
import { calendarJobs } from './running/jobs.ts'

const seminar = [
  'UID:seminar',
  'SUMMARY:Séminaire',
  'DTSTART;TZID=Asia/Seoul:20170912T090000',
  'DTEND;TZID=Asia/Seoul:20170912T180000',
]
const fair = ['UID:fair', 'SUMMARY:Salon', 'DTSTART;VALUE=DATE:20170920']
const past = ['UID:past', 'SUMMARY:Colloque passé', 'DTSTART;VALUE=DATE:20170301']

const asked: (string | undefined)[] = []
let lines = calendarOf(seminar, fair, past)
let answer: (response: ServerResponse, known: string | undefined) => void
const serve = (etag: string) => (response: ServerResponse, known: string | undefined) => {
  if (known === etag) response.writeHead(304).end()
  else response.writeHead(200, { etag }).end(lines.join('\r\n'))
}
const server = createServer((request, response) => {
  asked.push(request.headers['if-none-match'])
  if (request.url === '/away') response.writeHead(302, { location: 'https://127.0.0.1/a.ics' }).end()
  else answer(response, request.headers['if-none-match'])
})

let testApp: TestApp
let importer: CalendarImporter
let address = ''
beforeAll(async () => {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`
  address = `webcal://${host}/agenda.ics`
  testApp = await openTestApp({
    demonstration: true,
    settings: { CALENDAR_HOSTS: host },
    now: '2017-07-08T08:00:00Z',
  })
  importer = await openCalendarImporter(testApp)
})
afterAll(async () => {
  server.closeAllConnections()
  server.close()
  await testApp.close()
})

const eventsOf = async () => {
  const { rows } = await sql<{ title: string; happens: string; state: string }>`
    select v.value ->> 'text' as title, e.happens, e.state from agenda_event e cross join lateral jsonb_each(e.title) v
    where v.value ->> 'text' in ('Séminaire', 'Salon', 'Colloque passé', 'Séminaire (complet)') order by e.starts_on
  `.execute(testApp.context.database)
  return rows.map(({ title, happens, state }) => `${happens} ${title} ${state}`)
}

/** Runs the job of a worker some hours later. */
async function fetchAfter(hours: number): Promise<void> {
  testApp.clock.advance({ hours })
  for (const job of calendarJobs(testApp.application)) await job.run({})
}

describe('a calendar that is followed', () => {
  let page = ''

  it('is read at once, all of its events, and marked with where they come from', async () => {
    answer = serve('"1"')
    const sent = await importer.send({ address, follow: 'always' })
    expect(sent.statusCode).toBe(303)
    page = String(sent.headers.location)
    const words = await importer.read(page)
    expect(words).toContain('Suivi')
    expect(words).toContain('3 événements de cet agenda sont inscrits')
    expect(await eventsOf()).toEqual([
      '2017-03-01 Colloque passé past',
      '2017-09-12 Séminaire planned',
      '2017-09-20 Salon planned',
    ])
    const { slug } = await testApp.context.database
      .selectFrom('agenda_event')
      .select('slug')
      .where('happens', '=', '2017-09-20')
      .executeTakeFirstOrThrow()
    const event = pageWords((await importer.coordinator.get(`/fr/france-coree/agenda/${slug}`)).body)
    expect(event).toContain('Tenu à jour par l’agenda « Agenda de l’institut »')
    const twice = await importer.send({ address, follow: 'always' })
    expect([twice.statusCode, pageWords(twice.body)]).toEqual([
      422,
      expect.stringContaining('suit déjà cette adresse'),
    ])
  })

  it('is asked again when it is due, with what was known of it, and not before', async () => {
    asked.length = 0
    await fetchAfter(1)
    expect(asked).toEqual([])
    await fetchAfter(3)
    expect(asked).toEqual(['"1"'])
    expect(await eventsOf()).toHaveLength(3)
  })

  it('changes, cancels and loses events as it says, and keeps what is over', async () => {
    lines = calendarOf([...seminar, 'STATUS:CANCELLED', 'SEQUENCE:1'])
    answer = serve('"2"')
    await fetchAfter(4)
    expect(await eventsOf()).toEqual(['2017-03-01 Colloque passé past', '2017-09-12 Séminaire cancelled'])
    const words = await importer.read(page)
    expect(words).toContain('Annulés : 1 événement')
    expect(words).toContain('Retirés : 1 événement')
  })

  it('keeps what was known where it cannot be read, says why, and is asked less and less often', async () => {
    answer = (response) => response.writeHead(503).end()
    await fetchAfter(4)
    await fetchAfter(1)
    const words = await importer.read(page)
    expect(words).toContain('Les 2 dernières lectures ont échoué ; ce qui était connu reste.')
    expect(words).toContain('Le serveur a répondu par l’erreur 503.')
    asked.length = 0
    await fetchAfter(1)
    expect(asked).toEqual([])
    answer = (response) => response.end('rien')
    await fetchAfter(1)
    expect(await importer.read(page)).toContain('Ce n’est pas un calendrier')
    expect(await eventsOf()).toHaveLength(2)
  })

  it('leaves an event to whoever changes it by hand', async () => {
    const { slug } = await testApp.context.database
      .selectFrom('agenda_event')
      .select('slug')
      .where('happens', '=', '2017-09-12')
      .executeTakeFirstOrThrow()
    const form = `/fr/france-coree/agenda/${slug}/edit/visibility`
    const fields = readFields((await importer.coordinator.get(form)).body)
    await importer.coordinator.post(form, { ...fields, visibility: 'public', reason: 'Accord de l’institut' })
    lines = calendarOf([...seminar.with(1, 'SUMMARY:Séminaire (complet)'), 'SEQUENCE:2'], fair)
    answer = serve('"3"')
    await fetchAfter(24)
    expect(await eventsOf()).toEqual([
      '2017-03-01 Colloque passé past',
      '2017-09-12 Séminaire cancelled',
      '2017-09-20 Salon planned',
    ])
    expect(await importer.read(page)).toContain('Modifiés ici à la main : 1 événement')
  })

  it('rests while it is paused, and ends with its events but for those that people changed', async () => {
    await importer.act(page, 'pause', { paused: '1' })
    asked.length = 0
    await fetchAfter(24)
    expect(asked).toEqual([])
    expect(await importer.act(page, 'pause', { paused: '0' })).toContain('Suivi')
    await importer.act(page, 'fetch')
    expect(asked).toHaveLength(1)
    expect(await importer.act(page, 'end', { events: 'remove' })).toContain('Retiré')
    expect(await eventsOf()).toEqual(['2017-09-12 Séminaire cancelled'])
  })
})

describe('while a followed calendar is being fetched', () => {
  const first = ['UID:first', 'SUMMARY:Atelier', 'DTSTART;VALUE=DATE:20171010']
  const second = ['UID:second', 'SUMMARY:Atelier de plus', 'DTSTART;VALUE=DATE:20171011']
  const workshops = async () => {
    const { rows } = await sql<{ happens: string }>`
      select happens from agenda_event where title::text like '%Atelier%' order by happens
    `.execute(testApp.context.database)
    return rows.map(({ happens }) => happens)
  }
  /** Follows an address of its own; returns its page. */
  const follow = async (query: string) => {
    lines = calendarOf(first)
    answer = serve('"first"')
    const sent = await importer.send({ address: `${address}?${query}`, follow: 'always' })
    expect(sent.statusCode).toBe(303)
    const page = String(sent.headers.location)
    await importer.read(page)
    return page
  }
  /** The host answers with one more event, once a coordinator has sent a form. */
  const answerAfter = (page: string, part: string, fields: Record<string, string>) => {
    lines = calendarOf(first, second)
    answer = (response) => {
      void importer.coordinator
        .post(`${page}/${part}`, fields)
        .then(() => serve('"second"')(response, undefined))
    }
  }

  it('what a coordinator ends is taken back, and stays so', async () => {
    const page = await follow('end')
    expect(await workshops()).toEqual(['2017-10-10'])
    answerAfter(page, 'end', { events: 'remove' })
    await fetchAfter(24)
    expect(await importer.read(page)).toContain('Retiré')
    expect(await workshops()).toEqual([])
  })

  it('what a coordinator pauses rests', async () => {
    const page = await follow('pause')
    answerAfter(page, 'pause', { paused: '1' })
    await fetchAfter(24)
    asked.length = 0
    await fetchAfter(24)
    expect(asked).toEqual([])
    expect(await workshops()).toEqual(['2017-10-10'])
    await importer.act(page, 'pause', { paused: '0' })
    await importer.act(page, 'end', { events: 'remove' })
  })
})

it('an address that two coordinators follow at once is followed once', async () => {
  lines = calendarOf(['UID:twice', 'SUMMARY:Double', 'DTSTART;VALUE=DATE:20171012'])
  answer = serve('"twice"')
  const send = () => importer.send({ address: `${address}?twice`, follow: 'always' })
  const statuses = (await Promise.all([send(), send(), send()])).map(({ statusCode }) => statusCode)
  expect(statuses.toSorted()).toEqual([303, 422, 422])
})

test.each([
  ['https://localhost/a.ics', 'réseau privé'],
  ['https://10.0.0.1/a.ics', 'réseau privé'],
  ['http://example.org/a.ics', 'pas chiffrée'],
  ['away', 'réseau privé'],
  ['agenda', 'pas une adresse d’agenda'],
])('the address %s is refused with the reason, and nothing typed is lost', async (typed, reason) => {
  const given = typed === 'away' ? address.replace('agenda.ics', 'away') : typed
  const sent = await importer.send({ address: given, follow: 'always' })
  const words = pageWords(sent.body)
  expect([sent.statusCode, words]).toEqual([422, expect.stringContaining(reason)])
  expect(sent.body).toContain(given)
})
