import ICAL from 'ical.js'
import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { buildNetwork } from '../../../../test/support/build-network.ts'
import { fieldsOf } from '../../../../test/support/form-fields.ts'
import { openTestApp, type TestApp } from '../../../../test/support/open-test-app.ts'
import { type SignedIn, signIn } from '../../../../test/support/sign-in.ts'
import { readBack, unfolded } from '../../../../test/support/written-calendar.ts'
import { readFeedFilter } from '../events/list/event-filter.ts'
import { listFeedEvents } from './rows.queries.ts'

const group = 'france-coree'
let testApp: TestApp
let coordinator: SignedIn
let networkId: string
beforeAll(async () => {
  testApp = await openTestApp({ demonstration: true })
  const { rows } = await sql<{
    id: string
  }>`select network_id as id from networks_network where slug = ${group}`.execute(testApp.context.database)
  networkId = rows[0]?.id ?? ''
  coordinator = await signIn(testApp, { role: 'coordinator', networkId })
  return testApp.close
})

const file = async (address: string, headers: Record<string, string> = {}) =>
  (await testApp.get(address, headers)).body
const readFile = async (address: string) => readBack(await file(address))
const find = async (address: string, summary: RegExp) => {
  const event = (await readFile(address)).events.find((each) => summary.test(each.summary.text))
  if (!event) throw new Error(`${address} has no ${summary}`)
  return event
}

/** Changes an event of the group in a form, as it was rendered. */
async function change(slug: string, part: string, changed: Record<string, string>) {
  const address = `/fr/${group}/agenda/${slug}/edit/${part}`
  const fields = await fieldsOf(coordinator, address)
  const answer = await coordinator.post(address, { ...fields, ...changed, reason: 'Courriel de la mairie' })
  expect([answer.statusCode, address]).toEqual([303, address])
}

describe('honest dates (need 2.19)', () => {
  test('« début juin 2017 » is the first ten days of June, tentatively, and says how it was said', async () => {
    const event = await find(`/fr/${group}/agenda.ics`, /Délégation de Séoul/)
    expect(event).toMatchObject({
      start: { kind: 'day', day: '2017-06-01' },
      end: { kind: 'day', day: '2017-06-11' },
      status: 'tentative',
      isTransparent: true,
      summary: { text: 'Délégation de Séoul reçue à Paris (au début de juin 2017)', language: 'fr' },
    })
    expect(event.description?.text).toMatch(
      /^au début de juin 2017 \(entre le 1er et le 10 juin 2017\)\nLe jour exact n’est pas connu\.\n/,
    )
  })

  test('a month is all of its days, a year of its own, and none of them a false first of the month', async () => {
    const { events } = await readFile(`/en/${group}/agenda.ics`)
    const shown = (text: string) => {
      const event = events.find(({ summary }) => summary.text.startsWith(text))
      const [start, end] = [event?.start, event?.end].map((time) => (time?.kind === 'day' ? time.day : null))
      return [start, end, event?.status]
    }
    expect(shown('The mayor of Paris')).toEqual(['2017-09-01', '2017-10-01', 'tentative'])
    expect(shown('Korea session')).toEqual(['2017-10-09', '2017-10-11', 'confirmed'])
    const days = events.filter(({ start }) => start.kind === 'day')
    const single = days.filter(({ start, end, status }) => {
      const [from, to] = [start, end].map((time) => (time?.kind === 'day' ? time.day : ''))
      const next = Temporal.PlainDate.from(from ?? '')
        .add({ days: 1 })
        .toString()
      return status === 'confirmed' && to === next && from?.endsWith('-01')
    })
    expect(single.map(({ summary }) => summary.text)).toEqual([])
  })

  test('what has no date is in no calendar, which says so; news readers are told of it', async () => {
    const calendar = unfolded(await file(`/fr/${group}/agenda.ics`))
    expect(calendar).toMatch(/X-WR-CALDESC:.*\d+ événements sans date n’y figurent pas\./)
    expect(calendar).not.toContain('Relance')
    expect((await testApp.get(`/fr/${group}/agenda/evian-muju-relance.ics`)).statusCode).toBe(404)
    expect((await testApp.get(`/fr/${group}/agenda/evian-muju-relance`)).body).not.toContain('.ics')
    expect(await file(`/fr/${group}/agenda.atom`)).toContain('agenda/evian-muju-relance')
  })
})

describe('two clocks (need 2.1)', () => {
  test('a meeting of 7 July 2017, 10:00 to 17:00 in Paris, ends on the next day in Seoul, in every feed', async () => {
    const slug = 'groupe-reunion-tours-2017'
    const event = await find(`/fr/${group}/agenda/${slug}.ics`, /Tours/)
    expect(event).toMatchObject({
      start: { kind: 'instant', at: new Date('2017-07-07T08:00:00Z'), zone: 'Europe/Paris' },
      end: { kind: 'instant', at: new Date('2017-07-07T15:00:00Z'), zone: 'Europe/Paris' },
      status: 'confirmed',
    })
    const lines = ['ven. 7 juil. 2017, 10:00–17:00 Paris', 'ven. 7 juil. 2017, 17:00–00:00 (+1 j) Séoul']
    expect(event.description?.text.split('\n').slice(0, 2)).toEqual(lines)
    for (const format of ['rss', 'atom', 'json'])
      for (const line of lines) expect(await file(`/fr/${group}/agenda.${format}`), format).toContain(line)
    expect(await file(`/ko/${group}/agenda.json`)).toContain('2017년 7월 7일 (금), 17:00–00:00 (+1일) 서울')
  })

  test('an evening of 10 October 2017 is the night of the 11th in Seoul; a day of winter is eight hours apart', async () => {
    const slug = 'groupe-rencontres-2017'
    const page = async (when: string, start: string) => {
      await change(slug, 'when', { when, start, zone: 'Europe/Paris', change: 'correction' })
      return (await find(`/fr/${group}/agenda/${slug}.ics`, /Corée/)).description?.text
        .split('\n')
        .slice(0, 2)
    }
    expect(await page('2017-10-10', '18:00')).toEqual([
      'mar. 10 oct. 2017, 18:00 Paris',
      'mer. 11 oct. 2017, 01:00 Séoul',
    ])
    expect(await page('2017-10-30', '09:00')).toEqual([
      'lun. 30 oct. 2017, 09:00 Paris',
      'lun. 30 oct. 2017, 17:00 Séoul',
    ])
  })
})

describe('the calendar of a group', () => {
  test('is read strictly by ical.js, whatever the language, with the rules of every zone that it names', async () => {
    for (const language of ['fr', 'ko', 'en']) {
      const answer = await testApp.get(`/${language}/${group}/agenda.ics?vague=all`)
      expect(answer.headers['content-type']).toBe('text/calendar; charset=utf-8')
      for (const line of answer.body.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
      const calendar = new ICAL.Component(ICAL.parse(answer.body))
      const zones = calendar
        .getAllSubcomponents('vtimezone')
        .map((zone) => zone.getFirstPropertyValue('tzid'))
      const events = calendar.getAllSubcomponents('vevent')
      const uids = events.map((event) => event.getFirstPropertyValue('uid'))
      expect(new Set(uids).size).toBe(uids.length)
      expect(events.length).toBeGreaterThan(20)
      for (const event of events) {
        const zone = event.getFirstProperty('dtstart')?.getParameter('tzid')
        if (zone !== undefined) expect(zones).toContain(zone)
        for (const name of ['dtstamp', 'last-modified', 'sequence', 'status', 'url', 'categories'])
          expect(event.getFirstProperty(name), name).not.toBeNull()
      }
      expect(calendar.getFirstPropertyValue('refresh-interval')?.toString()).toBe('PT60M')
      expect(calendar.getFirstPropertyValue('source')).toMatch(
        new RegExp(`/${language}/${group}/agenda.ics\\?vague=all$`),
      )
    }
  })

  test('says the same event by one uid in every language, and takes the filters of the agenda', async () => {
    const uids = async (address: string) => (await readFile(address)).events.map(({ uid }) => uid).toSorted()
    expect(await uids(`/ko/${group}/agenda.ics`)).toEqual(await uids(`/fr/${group}/agenda.ics`))
    const guests = (await readFile(`/en/${group}/agenda.ics?guest=KR&vague=all`)).events.map(
      ({ address }) => address,
    )
    expect(guests.map((address) => address?.split('/').at(-1)).toSorted()).toEqual(
      ['la-rochelle-grand-pavois-2018', 'nantes-franco-japonais-2017'].toSorted(),
    )
    const coming = await uids(`/fr/${group}/agenda.ics?when=coming`)
    expect(coming.length).toBeGreaterThan(0)
    expect(coming.length).toBeLessThan((await uids(`/fr/${group}/agenda.ics`)).length)
  })

  test('tells of a move with a higher sequence, and of a cancellation in word and state', async () => {
    const target = 'la-rochelle-grand-pavois-2018'
    const [moved] = (await readFile(`/fr/${group}/agenda/${target}.ics`)).events
    await change(target, 'when', { when: '2018-03-06', change: 'moved' })
    const [after] = (await readFile(`/fr/${group}/agenda/${target}.ics`)).events
    expect(after).toMatchObject({
      uid: moved?.uid,
      sequence: (moved?.sequence ?? 0) + 1,
      start: { kind: 'day', day: '2018-03-06' },
      end: { kind: 'day', day: '2018-03-07' },
    })
    expect(after?.description?.text).toMatch(/La date a changé\. Auparavant.: 2018\./)
    await change(target, 'state', { state: 'cancelled' })
    const [cancelled] = (await readFile(`/fr/${group}/agenda/${target}.ics`)).events
    expect(cancelled).toMatchObject({ uid: moved?.uid, status: 'cancelled' })
    expect(cancelled?.summary.text).toMatch(/^Annulé.: /)
    expect(await file(`/fr/${group}/agenda.rss`)).toMatch(/<title>Annulé.: /)
  })

  test('shows the link of a conference and events of the group to its people alone', async () => {
    const slug = 'guro-jump-guro-2017'
    await change(slug, 'place', { attendance: 'online', conferenceUrl: 'https://visio.example/salle' })
    expect(await file(`/fr/${group}/agenda/${slug}.ics`)).not.toContain('CONFERENCE')
    expect(unfolded((await coordinator.get(`/fr/${group}/agenda/${slug}.ics`)).body)).toContain(
      'CONFERENCE;VALUE=URI;LABEL=Rejoindre la visioconférence:https://visio.example/salle',
    )
    await change(slug, 'visibility', { visibility: 'network' })
    for (const format of ['ics', 'rss', 'atom', 'json'])
      expect(await file(`/fr/${group}/agenda.${format}`), format).not.toContain(slug)
    expect((await testApp.get(`/fr/${group}/agenda/${slug}.ics`)).statusCode).toBe(404)
    const own = await coordinator.get(`/fr/${group}/agenda.ics`)
    expect(unfolded(own.body)).toContain(slug)
    expect(own.headers['cache-control']).toBe('private, no-cache')
    expect(own.headers['access-control-allow-origin']).toBeUndefined()
  })

  test('is answered again only when it has changed, by ETag or by date, and from what is kept', async () => {
    const address = `/fr/${group}/agenda.ics`
    for (let round = 0; round < 2; round++) {
      const { headers, statusCode } = await testApp.get(address)
      expect([statusCode, headers['cache-control'], headers['access-control-allow-origin']]).toEqual([
        200,
        'no-cache',
        '*',
      ])
      const status = async (asked: Record<string, string>) => (await testApp.get(address, asked)).statusCode
      expect(await status({ 'if-none-match': String(headers.etag) })).toBe(304)
      expect(await status({ 'if-modified-since': String(headers['last-modified']) })).toBe(304)
      expect(await status({ 'if-modified-since': 'Sat, 01 Jul 2017 00:00:00 GMT' })).toBe(200)
      expect(
        await status({ 'if-none-match': '"other"', 'if-modified-since': String(headers['last-modified']) }),
      ).toBe(200)
    }
  })

  test('is read in four statements, however many events there are', async () => {
    const count = (query: Record<string, string>) =>
      testApp.countQueries(async () => {
        const wanted = { networkId, filter: readFeedFilter(query), language: 'fr' }
        expect([...(await listFeedEvents(testApp.context, wanted))].length).toBeGreaterThan(0)
      })
    expect([await count({ q: 'guro' }), await count({})]).toEqual([4, 4])
  })

  test('of a group without events is a calendar without events', async () => {
    const { slug } = await buildNetwork(testApp.context)
    const { body, statusCode } = await testApp.get(`/fr/${slug}/agenda.ics`)
    expect([statusCode, body.includes('VEVENT')]).toEqual([200, false])
    expect(() => ICAL.parse(body)).not.toThrow()
    expect((await testApp.get('/fr/nowhere/agenda.ics')).statusCode).toBe(404)
  })
})

test('a place whose translation was left behind is said as it was written last, not where people met before', async () => {
  const slug = 'groupe-rencontres-2017'
  const venue = { fr: { text: 'Salle 3', state: 'original' }, ko: { text: '1호실', state: 'stale' } }
  await sql`update agenda_event set venue = ${JSON.stringify(venue)}::jsonb where slug = ${slug}`.execute(
    testApp.context.database,
  )
  const place = async (language: string) =>
    unfolded(await file(`/${language}/${group}/agenda/${slug}.ics`)).match(/LOCATION.*/)?.[0]
  expect(await place('ko')).toContain('Salle 3')
  expect(await place('ko')).not.toContain('1호실')
})
