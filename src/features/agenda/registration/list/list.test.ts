import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { lastMailTo } from '../../../../../test/support/mailbox.ts'
import { openTestApp, type TestApp } from '../../../../../test/support/open-test-app.ts'
import { pageWords } from '../../../../../test/support/page-words.ts'
import { canReadPdf, readPdf } from '../../../../../test/support/read-pdf.ts'
import { readWorkbook } from '../../../../../test/support/read-workbook.ts'
import {
  addEvent,
  openRegistration,
  registerByMail,
  usualEntry,
} from '../../../../../test/support/register-for-event.ts'
import { type SignedIn, signIn } from '../../../../../test/support/sign-in.ts'

let testApp: TestApp
let keeper: SignedIn
let event: string
let list: string
beforeAll(async () => {
  testApp = await openTestApp({ demonstration: true })
  const { database } = testApp.context
  const row = await database.selectFrom('networks_network').select('network_id').executeTakeFirstOrThrow()
  keeper = await signIn(testApp, { role: 'coordinator', networkId: row.network_id })
  event = await addEvent(keeper, 'Salon')
  list = `${event}/registrations`
  await openRegistration(keeper, event, {
    places: '3',
    'questions.0.part': '',
    'questions.0.kind': 'line',
    'questions.0.label.fr.text': '=1+1',
  })
  const formula = {
    address: 'formule@a.example',
    name: '=HYPERLINK("http://x.example")',
    organisation: '+33',
  }
  await registerByMail(testApp, event, formula)
  await registerByMail(testApp, event, { address: 'kim@icheon.example', name: '김민수', country: 'KR' })
})
afterAll(() => testApp.close())

const words = async (path: string) => pageWords((await keeper.get(path)).body)
const linkOf = async (name: string, state = 'placed') => {
  const { body } = await keeper.get(`${list}?state=${state}&q=${encodeURIComponent(name)}`)
  return /href="([^"]*\/registrations\/[0-9a-f-]{36})/.exec(body)?.[1] ?? ''
}
const byHand = { ...usualEntry, name: 'Jeanne Tard', address: '', organisation: 'Limoges' }

describe('the list of who comes', () => {
  it('counts by country, and finds by name, by initial consonants and by organisation', async () => {
    const all = await words(list)
    expect(all).toMatch(/République de Corée – 1 0 0/)
    expect(all).toMatch(/En tout 3 2 0 0/)
    expect(await words(`${list}?q=${encodeURIComponent('ㄱㅁㅅ')}`)).toContain('김민수')
    expect(await words(`${list}?q=zzz`)).toContain('Personne de ce nom n’est inscrit')
    expect(await words(`${list}?country=FR`)).not.toContain('김민수')
  })

  it('takes somebody by hand, without an address too, and nobody twice', async () => {
    expect((await keeper.post(`${list}/new`, byHand)).statusCode).toBe(303)
    const twice = await keeper.post(`${list}/new`, { ...byHand, address: 'KIM@icheon.example' })
    expect([twice.statusCode, pageWords(twice.body)]).toEqual([422, expect.stringContaining('déjà inscrite')])
    await keeper.post(`${list}/new`, { ...byHand, name: 'Après Tous' })
    expect(await words(`${list}?state=waiting`)).toContain('Après Tous')
  })

  it('corrects what was said, and takes somebody off with a word that they read', async () => {
    const kim = await linkOf('김민수')
    const entry = { ...usualEntry, name: '김민서', country: 'KR', address: 'kim@icheon.example' }
    expect((await keeper.post(kim, { ...entry, name: '' })).statusCode).toBe(422)
    expect((await keeper.post(kim, entry)).statusCode).toBe(303)
    expect((await keeper.post(`${kim}/withdrawal`, { word: '' })).statusCode).toBe(422)
    expect((await keeper.post(`${kim}/withdrawal`, { word: 'Salle trop petite.' })).statusCode).toBe(303)
    expect((await lastMailTo(testApp, 'kim@icheon.example'))?.text).toContain('Salle trop petite.')
    expect(await words(`${list}?state=withdrawn`)).toContain('김민서')
    // The place went to who waited.
    expect(await words(list)).toContain('Après Tous')
  })

  it('is a table in which nothing runs, and a sheet in both scripts', async () => {
    await registerByMail(testApp, event, { address: 'lee@busan.example', name: '이서연', country: 'KR' })
    const answer = await keeper.get(`${list}.xlsx`)
    const [sheet] = readWorkbook(answer.rawPayload)
    expect(sheet?.rows[0]?.slice(0, 3)).toEqual(['Nom', 'Organisme', 'Pays'])
    expect(sheet?.rows.map(([name]) => name)).toContain('=HYPERLINK("http://x.example")')
    expect(answer.rawPayload.includes('<f>')).toBe(false)
    const ko = await keeper.get(`${list.replace('/fr/', '/ko/')}.pdf`)
    expect([ko.statusCode, ko.headers['cache-control']]).toEqual([200, expect.stringContaining('no-store')])
    if (canReadPdf) {
      const { text } = readPdf(ko.rawPayload)
      expect(text).toContain('Jeanne Tard')
      expect(text).toContain('참석자 명부')
    }
    const rows = await testApp.context.database
      .selectFrom('platform_activity')
      .select('detail')
      .where('verb', '=', 'exported-registrations')
      .execute()
    expect(rows).toHaveLength(2)
  })

  it('ticks at the door who is there, twice alike, and takes it back', async () => {
    const [, id = ''] = /registrations\/([0-9a-f-]{36})/.exec(await linkOf('Jeanne')) ?? []
    const door = `${event}/check-in`
    expect(await words(`${door}?q=jeanne`)).toContain('Jeanne Tard')
    for (const _ of [1, 2]) {
      const answer = await keeper.post(`${door}/${id}`, { present: 'yes' })
      expect(await words(String(answer.headers.location))).toContain('Jeanne Tard : présence notée')
    }
    expect(await words(door)).toContain('1 présent ')
    await keeper.post(`${door}/${id}`, { present: 'no', q: 'jeanne' })
    expect(await words(door)).toContain('0 présent ')
    const waiting = /registrations\/([0-9a-f-]{36})/.exec(await linkOf('이서연', 'waiting'))?.[1]
    await keeper.post(`${door}/${waiting}`, { present: 'yes' })
    expect(await words(door)).toContain('0 présent ')
  })

  it('shows among those who wait first who came first', async () => {
    for (const name of ['Zoé Première', 'Abel Second']) {
      expect((await keeper.post(`${list}/new`, { ...byHand, name })).statusCode).toBe(303)
      testApp.clock.advance({ minutes: 1 })
    }
    const waiting = await words(`${list}?state=waiting`)
    const places = ['이서연', 'Zoé Première', 'Abel Second'].map((name) => waiting.indexOf(name))
    expect(places).toEqual(places.toSorted((a, b) => a - b))
    expect(places[0]).toBeGreaterThan(0)
  })

  it('is paged and streamed for ten thousand', async () => {
    const slug = event.split('/').at(-1) ?? ''
    await openRegistration(keeper, event, { places: '' })
    await sql`
      insert into agenda_registration (registration_id, event_id, name, country, language, state, queued_at, told_sequence, search,
        created_at, updated_at)
      select gen_random_uuid(), event_id, 'Personne ' || n, 'FR', 'fr', 'placed', now(), 0, ' personne ' || n, now(), now()
      from agenda_event cross join generate_series(1, 10000) as n where slug = ${slug}
    `.execute(testApp.context.database)
    const { body } = await keeper.get(`${list}?page=2`)
    expect(body.match(/<th scope="row"[^>]*><a/g)).toHaveLength(50)
    const [sheet] = readWorkbook((await keeper.get(`${list}.xlsx`)).rawPayload)
    expect(sheet?.rows.length).toBeGreaterThan(10_000)
  })
})
