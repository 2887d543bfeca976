import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { askedBeforeErasure } from '../../../../test/support/erasure.ts'
import { lastMailTo } from '../../../../test/support/mailbox.ts'
import { meanwhile } from '../../../../test/support/meanwhile.ts'
import { openTestApp, type TestApp } from '../../../../test/support/open-test-app.ts'
import { pageWords } from '../../../../test/support/page-words.ts'
import {
  addEvent,
  openRegistration,
  registerByMail,
  registrationLink,
  sendRegistration,
} from '../../../../test/support/register-for-event.ts'
import { browserOf, type SignedIn, signIn } from '../../../../test/support/sign-in.ts'
import { eraseFromAgenda } from '../personal-data.commands.ts'
import { followEvents } from './changes.commands.ts'

let testApp: TestApp
let keeper: SignedIn
beforeAll(async () => {
  testApp = await openTestApp({ demonstration: true })
  const { database } = testApp.context
  const row = await database.selectFrom('networks_network').select('network_id').executeTakeFirstOrThrow()
  keeper = await signIn(testApp, { role: 'coordinator', networkId: row.network_id })
})
afterAll(() => testApp.close())

const visitor = () => browserOf(testApp)
const subjectTo = async (address: string) =>
  (await lastMailTo(testApp, address))?.subject.replaceAll(/\s/g, ' ') ?? ''
const own = async (path: string) => pageWords((await visitor().get(path)).body)

/** How many registrations, and terms of them, contain a name. */
async function placesNaming(name: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select (select count(*)::int from agenda_registration r where lower(r::text) like ${`%${name}%`})
      + (select count(*)::int from agenda_registration_terms t where lower(t::text) like ${`%${name}%`}) as count
  `.execute(testApp.context.database)
  return rows[0]?.count ?? 0
}

describe('the queue', () => {
  it('gives a place that becomes free to who waits first, and tells them in their language', async () => {
    const event = await addEvent(keeper, 'Une place')
    await openRegistration(keeper, event, { places: '1' })
    const first = await registerByMail(testApp, event, { address: 'un@a.example' })
    const second = await registerByMail(testApp, event, { address: 'deux@a.example', language: 'ko' })
    const third = await registerByMail(testApp, event, { address: 'trois@a.example' })
    expect(await own(first)).toContain('votre place est réservée')
    expect(await own(third)).toContain('au rang 2')
    expect((await lastMailTo(testApp, 'deux@a.example'))?.text).toContain('대기 순번')
    expect(pageWords((await visitor().get(event)).body)).toContain('1 place, dont aucune n’est libre')
    await visitor().post(`${first}/withdrawal`)
    expect(await subjectTo('deux@a.example')).toBe('자리가 배정되었습니다: Une place')
    expect(await own(second)).toContain('참가 신청이 확정되었습니다')
    expect(await own(third)).toContain('au rang 1')
    // One more place lets the next one in.
    await openRegistration(keeper, event, { places: '2' })
    expect(await subjectTo('trois@a.example')).toBe('Une place s’est libérée pour vous : Une place')
  })

  it('keeps to what each country has, and says so when one would change sides', async () => {
    const event = await addEvent(keeper, 'Par pays')
    await openRegistration(keeper, event, { 'countryPlaces.FR': '1', 'countryPlaces.KR': '1' })
    const french = await registerByMail(testApp, event, { address: 'fr1@b.example' })
    const waiting = await registerByMail(testApp, event, { address: 'fr2@b.example' })
    const korean = await registerByMail(testApp, event, { address: 'kr1@b.example', country: 'KR' })
    const belgian = await registerByMail(testApp, event, { address: 'be@b.example', country: 'BE' })
    expect(await own(waiting)).toContain('liste d’attente')
    for (const path of [french, korean, belgian]) expect(await own(path)).toContain('place est réservée')
    const entry = { name: 'Aline', organisation: '', country: 'KR', language: 'fr' }
    const refused = await visitor().post(`${french}/change`, entry)
    expect([refused.statusCode, pageWords(refused.body)]).toEqual([
      422,
      expect.stringContaining('plus de place pour ce pays'),
    ])
    await visitor().post(`${french}/change`, { ...entry, country: 'BE' })
    expect(await own(waiting)).toContain('place est réservée')
  })

  it('gives the last place once, however many ask for it at once', async () => {
    const event = await addEvent(keeper, 'Ensemble')
    await openRegistration(keeper, event, { places: '2' })
    const addresses = [1, 2, 3, 4, 5].map((each) => `ensemble-${each}@c.example`)
    const links: string[] = []
    for (const address of addresses) {
      await sendRegistration(testApp, event, { address })
      links.push(await registrationLink(testApp, address))
    }
    await Promise.all(links.map((link) => visitor().post(`${link}/confirmation`)))
    const rows = await testApp.context.database
      .selectFrom('agenda_registration')
      .select('state')
      .where('address', 'in', addresses)
      .execute()
    const states = rows.map(({ state }) => state).toSorted()
    expect(states).toEqual(['placed', 'placed', 'waiting', 'waiting', 'waiting'])
  })

  it('counts a place that was given, or taken away, since the page was loaded', async () => {
    const event = await addEvent(keeper, 'Entre-temps')
    await openRegistration(keeper, event, { 'countryPlaces.FR': '1', 'countryPlaces.KR': '1' })
    const first = await registerByMail(testApp, event, { address: 'fr1@e.example' })
    const second = await registerByMail(testApp, event, { address: 'fr2@e.example' })
    await registerByMail(testApp, event, { address: 'kr1@e.example', country: 'KR' })
    // It is given the French place, which it would take to the full Korean side.
    const changed = await meanwhile(
      testApp,
      () => visitor().post(`${first}/withdrawal`),
      () =>
        visitor().post(`${second}/change`, {
          name: 'Aline',
          organisation: '',
          country: 'KR',
          language: 'fr',
        }),
    )
    expect([changed.statusCode, pageWords(changed.body)]).toEqual([
      422,
      expect.stringContaining('plus de place pour ce pays'),
    ])
    const fewer = await addEvent(keeper, 'Moins de places')
    await openRegistration(keeper, fewer, { places: '2' })
    await registerByMail(testApp, fewer, { address: 'un@f.example' })
    await sendRegistration(testApp, fewer, { address: 'deux@f.example' })
    const link = await registrationLink(testApp, 'deux@f.example')
    const confirmed = await meanwhile(
      testApp,
      () => openRegistration(keeper, fewer, { places: '1' }),
      () => visitor().post(`${link}/confirmation`),
    )
    const own = String(confirmed.headers.location).split('?')[0] ?? ''
    expect(pageWords((await visitor().get(own)).body)).toContain('liste d’attente')
  })

  it('gives on what somebody’s erasure leaves, and erases what they ask for', async () => {
    const event = await addEvent(keeper, 'Effacements')
    await openRegistration(keeper, event, {
      places: '1',
      'questions.0.part': '',
      'questions.0.kind': 'line',
      'questions.0.label.fr.text': 'Venez-vous avec Paul Parti ?',
    })
    const question = await testApp.context.database
      .selectFrom('agenda_registration_terms')
      .select('questions')
      .orderBy('updated_at', 'desc')
      .limit(1)
      .executeTakeFirstOrThrow()
    const [, id = ''] = /"id":\s*"([\w-]+)"/.exec(JSON.stringify(question)) ?? []
    await registerByMail(testApp, event, { address: 'parti@d.example', name: 'Paul Parti' })
    const entry = { address: 'reste@d.example', organisation: 'Cabinet Paul Parti' }
    const second = await registerByMail(testApp, event, { ...entry, [`answers.${id}`]: 'Avec Paul Parti' })
    expect(await placesNaming('paul parti')).toBe(3)
    const subject = { personId: null, names: ['Paul Parti'], addresses: ['parti@d.example'] }
    await eraseFromAgenda(testApp.context, subject)
    expect(await placesNaming('paul parti')).toBe(0)
    await followEvents(testApp.application)
    expect(await subjectTo('reste@d.example')).toContain('Une place s’est libérée')
    await askedBeforeErasure(visitor(), second)
    expect((await visitor().post(`${second}/erasure`, { sure: 'yes' })).statusCode).toBe(200)
    expect((await visitor().get(second)).statusCode).toBe(404)
    expect(await subjectTo('reste@d.example')).toBe('')
  })

  it('takes nobody in after the deadline, on the day of the network', async () => {
    const event = await addEvent(keeper, 'Délai')
    await openRegistration(keeper, event, { untilDay: '2017-05-01' })
    expect(pageWords((await visitor().get(`${event}/registration`)).body)).toContain('le délai est passé')
    expect((await sendRegistration(testApp, event)).statusCode).toBe(422)
  })
})
