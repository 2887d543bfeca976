import { beforeAll, describe, expect, test } from 'vitest'
import { buildMeeting } from '../../../../test/support/build-meeting.ts'
import { type BuiltNetwork, buildNetwork } from '../../../../test/support/build-network.ts'
import { fieldsOf } from '../../../../test/support/form-fields.ts'
import { openKeptGroup } from '../../../../test/support/open-kept-group.ts'
import type { TestApp } from '../../../../test/support/open-test-app.ts'
import { pageWords } from '../../../../test/support/page-words.ts'
import { type SignedIn, signIn } from '../../../../test/support/sign-in.ts'

let testApp: TestApp
let network: BuiltNetwork
let keeper: SignedIn
let member: SignedIn
beforeAll(async () => {
  ;({ testApp, network, keeper } = await openKeptGroup())
  member = await signIn(testApp, { role: 'member', networkId: network.id })
  return testApp.close
})

const list = () => `/fr/${network.slug}/meetings`
const form = {
  'title.fr.text': 'Réunion d’automne',
  kind: 'group',
  heldOn: '2026-11-20',
  start: '18h00',
  end: '1:00',
  zone: 'Europe/Paris',
  'placeOrganisation.name': 'Limoges',
  languages: ['fr', 'ko'],
  action: 'save',
}

describe('a meeting that is prepared', () => {
  test('is found by those in charge alone until it is announced', async () => {
    const answer = await keeper.post(`${list()}/new`, form)
    expect(answer.statusCode).toBe(303)
    const address = answer.headers.location ?? ''
    expect(pageWords((await keeper.get(address)).body)).toContain('en préparation')
    expect((await member.get(address)).statusCode).toBe(404)
    expect((await testApp.get(address)).statusCode).toBe(404)
    expect((await testApp.get(list())).body).not.toContain('Réunion d’automne')

    expect((await member.post(`${address}/states`, { is: 'announced' })).statusCode).toBe(404)
    await keeper.post(`${address}/states`, { is: 'announced' })
    const page = pageWords((await testApp.get(address)).body)
    expect(page).toContain('ven. 20 nov. 2026 18:00 – 01:00 +1 j Paris')
    expect(page).toContain('sam. 21 nov. 2026 02:00 +1 j – 09:00 Séoul')
    expect((await testApp.get(`/sitemap.xml`)).body).toContain(address.slice('/fr'.length))

    await keeper.post(`${address}/states`, { not: 'announced' })
    expect((await testApp.get(address)).statusCode).toBe(404)
  })

  test('can be said to have taken place from its day on, and not before', async () => {
    const day = testApp.clock.now().add({ hours: 48 }).toString().slice(0, 10)
    const address = (await keeper.post(`${list()}/new`, { ...form, heldOn: day })).headers.location ?? ''
    const offered = async () => (await keeper.get(address)).body.includes('name="is" value="held"')
    expect(await offered()).toBe(false)
    expect((await keeper.post(`${address}/states`, { is: 'held' })).statusCode).toBe(404)
    testApp.clock.advance({ hours: 48 })
    expect(await offered()).toBe(true)
    await keeper.post(`${address}/states`, { is: 'held' })
    expect((await testApp.get(address)).statusCode).toBe(200)
    testApp.clock.advance({ hours: -48 })
  })

  test('says beside each field what is wrong, and comes back as typed', async () => {
    const wrong = { ...form, heldOn: '', start: '25:00', end: '', 'placeOrganisation.name': 'Gwangju' }
    const answer = await keeper.post(`${list()}/new`, wrong)
    expect(answer.statusCode).toBe(422)
    const page = pageWords(answer.body)
    for (const text of ['Choisissez le jour', 'L’heure n’a pas été comprise', 'Réunion d’automne'])
      expect(page + answer.body, text).toContain(text)
  })

  test('does not begin or end at an hour that the clock skips or shows twice, also on the day after', async () => {
    for (const [heldOn, start, end, words] of [
      ['2027-03-28', '02:30', '04:00', 'Cette heure n’existe pas'],
      ['2027-03-27', '23:00', '02:30', 'Cette heure n’existe pas'],
      ['2027-10-30', '23:00', '02:30', 'Cette heure vient deux fois'],
    ] as const) {
      const answer = await keeper.post(`${list()}/new`, { ...form, heldOn, start, end })
      expect([answer.statusCode, pageWords(answer.body).includes(words)]).toEqual([422, true])
    }
  })

  test('is not overwritten by somebody who has not seen its last change', async () => {
    const { path } = await buildMeeting(testApp.context, network)
    const address = `/fr/${path}/edit`
    const [mine, theirs] = [await fieldsOf(keeper, address), await fieldsOf(keeper, address)]
    testApp.clock.advance({ minutes: 1 })
    expect((await keeper.post(address, { ...theirs, kind: 'other', action: 'save' })).statusCode).toBe(303)
    const met = await keeper.post(address, { ...mine, start: '09:00', action: 'save' })
    expect(met.statusCode).toBe(409)
    expect(met.body).toContain('Quelqu’un a modifié cette réunion')
    const seen = met.body.match(/name="seen" value="([^"]+)"/)?.[1] ?? ''
    expect((await keeper.post(address, { ...mine, start: '09:00', seen, action: 'save' })).statusCode).toBe(
      303,
    )
    expect(pageWords((await keeper.get(`/fr/${path}`)).body)).toContain('09:00')
  })

  test('turns its translation stale when the original title changes', async () => {
    const { path, id } = await buildMeeting(testApp.context, network, {
      title: { fr: { text: 'Avant', state: 'original' }, ko: { text: '이전', state: 'reviewed' } },
    })
    const fields = await fieldsOf(keeper, `/fr/${path}/edit`)
    await keeper.post(`/fr/${path}/edit`, { ...fields, 'title.fr.text': 'Après', action: 'save' })
    const row = await testApp.context.database
      .selectFrom('minutes_meeting')
      .select('title')
      .where('meeting_id', '=', id)
      .executeTakeFirst()
    expect(row?.title).toEqual({
      fr: { text: 'Après', state: 'original' },
      ko: { text: '이전', state: 'stale' },
    })
  })
})

test('lists one meeting and many with the same number of statements', async () => {
  const own = await buildNetwork(testApp.context)
  await testApp.get(`/fr/${own.slug}/meetings`)
  await buildMeeting(testApp.context, own, { isHeld: true })
  const one = await testApp.countQueries(() => testApp.get(`/fr/${own.slug}/meetings`))
  for (let count = 0; count < 3; count++) await buildMeeting(testApp.context, own, { isHeld: true })
  expect(await testApp.countQueries(() => testApp.get(`/fr/${own.slug}/meetings`))).toBe(one)
})

test('says what belongs here where a group has no meeting', async () => {
  const { slug } = await buildNetwork(testApp.context)
  expect((await testApp.get(`/fr/${slug}/meetings`)).body).toContain('Aucune réunion n’est annoncée')
})
