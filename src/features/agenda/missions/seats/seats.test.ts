import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Form } from '../../../../../test/support/edited-record.ts'
import { readFields } from '../../../../../test/support/form-fields.ts'
import { lastMailTo, readMailbox } from '../../../../../test/support/mailbox.ts'
import {
  type Missions,
  normandie,
  ofNormandie,
  ofParis,
  openMissions,
  trip,
} from '../../../../../test/support/open-missions.ts'
import { pageWords } from '../../../../../test/support/page-words.ts'
import { signIn } from '../../../../../test/support/sign-in.ts'

const group = '/fr/france-coree'
const events = '/api/v1/networks/france-coree/events'

let missions: Missions
beforeAll(async () => {
  missions = await openMissions()
  await missions.addSeoul(trip, '12 septembre 2017')
  await missions.addSeoul(normandie, '17 octobre 2017')
})
afterAll(() => missions.close())

describe('seats for other members', () => {
  const listed = async (query: string) =>
    (await missions.testApp.get(`${events}?when=coming&${query}`))
      .json()
      .items.map(({ slug }: { slug: string }) => slug)

  test('are one stop in Seoul, that Paris and Normandie offer to the others', async () => {
    await missions.offerSeats(trip)
    await missions.offerSeats(normandie, { until: '2017-09-30', count: '1' })
    expect(await listed('seats=open')).toEqual([ofParis, ofNormandie])
    for (const [language, words] of [
      ['fr', 'places ouvertes'],
      ['ko', '동행 신청 가능'],
      ['en', 'seats open'],
    ]) {
      const list = await missions.seen(`/${language}/france-coree/agenda?seats=open`)
      expect(list).toContain(words)
      expect(list).not.toContain('Grand Pavois')
    }
    const page = await missions.seen(normandie)
    for (const text of ['Où Séoul', '1 sur 1', 'une collectivité du groupe', '30 septembre 2017'])
      expect(page, text).toContain(text)
    expect((await missions.told(ofNormandie)).delegation.seats).toMatchObject([
      { stop: 0, count: 1, left: 1, open: true, until: '2017-09-30', joined: [] },
    ])
  })

  test('close after their day, for the page, the list and programs alike', async () => {
    const late = 'now=2017-09-01'
    expect(await listed(`seats=open&${late}`)).toEqual([ofNormandie])
    expect((await missions.told(ofParis, `?${late}`)).delegation.seats[0]?.open).toBe(false)
    expect(await missions.seen(`${trip}?${late}`)).toContain('Ces places ne peuvent plus être demandées')
    const refused = await missions.testApp.get(`${events}?seats=perhaps`)
    expect(refused.statusCode).toBe(422)
  })

  const offerOf = async (place: string) => {
    const { body } = await missions.tours.get(place)
    return /agenda\/[a-z0-9-]+\/seats\/[0-9a-f-]{36}/.exec(body)?.[0] ?? ''
  }
  const ask = async (typed: Form = {}, browser = missions.tours, place = trip) => {
    const address = `${group}/${await offerOf(place)}`
    return browser.post(address, {
      ...readFields((await missions.tours.get(address)).body),
      count: '1',
      ...typed,
    })
  }

  test('are asked for by a member authority that does not hold the mission, and by nobody else', async () => {
    const address = `${group}/${await offerOf(trip)}`
    const reader = await signIn(missions.testApp, { role: 'reader', networkId: missions.networkId })
    expect((await missions.tours.get(address)).statusCode).toBe(200)
    for (const browser of [missions.testApp, reader, missions.paris, missions.coordinator])
      expect((await browser.get(address)).statusCode).toBe(404)
    expect((await missions.paris.post(address, { count: '1' })).statusCode).toBe(404)
    expect(await missions.seen(trip)).toContain(
      'Les membres du groupe peuvent les demander une fois connectés',
    )
  })

  test.each([
    [{ count: '3' }, 'Il reste moins de places que cela'],
    [{ count: 'deux' }, 'Indiquez un nombre'],
    [{ authority: '' }, ''],
  ])('are not given for %j, and nothing typed is lost', async (typed, says) => {
    const answer = await ask({ ...typed, words: 'Notre adjoint viendrait.' })
    expect(answer.statusCode).toBe(422)
    expect(pageWords(answer.body)).toContain(says)
    expect(answer.body).toContain('Notre adjoint viendrait.')
  })

  let request = ''
  test('are asked for once, and both sides are told in their language', async () => {
    await missions.testApp.context.database
      .updateTable('people_person')
      .set({ language: 'ko' })
      .where('id', '=', missions.paris.personId)
      .execute()
    const answer = await ask({ count: '2', words: 'L’adjoint au tourisme et une agente.' })
    expect(answer.statusCode).toBe(303)
    request = String(answer.headers.location)
    expect(await lastMailTo(missions.testApp, missions.paris.address)).toMatchObject({
      language: 'ko',
      kind: 'agenda.seats',
      subject: expect.stringContaining('동행 신청(투르)'),
      text: expect.stringContaining('L’adjoint au tourisme et une agente.'),
    })
    expect(await lastMailTo(missions.testApp, missions.tours.address)).toMatchObject({
      language: 'fr',
      subject: expect.stringContaining('Demande de Tours envoyée'),
    })
    const again = await ask({ count: '1' })
    expect([again.statusCode, pageWords(again.body)]).toEqual([
      422,
      expect.stringContaining('a déjà demandé ces places'),
    ])
    expect(await missions.seen(trip, missions.paris)).toContain('en attente de réponse · répondre')
    expect(await missions.seen(trip)).not.toContain('en attente de réponse')
  })

  test('are refused with a word, and asked for again', async () => {
    const wordless = await missions.paris.post(`${request}/answer`, { action: 'refused', answer: '' })
    expect([wordless.statusCode, pageWords(wordless.body)]).toEqual([
      422,
      expect.stringContaining('Dites en un mot pourquoi vous refusez'),
    ])
    expect((await missions.other.get(request)).statusCode).toBe(404)
    expect((await missions.other.post(`${request}/answer`, { action: 'accepted' })).statusCode).toBe(404)
    expect((await missions.tours.post(`${request}/answer`, { action: 'accepted' })).statusCode).toBe(404)
    const answer = await missions.paris.post(`${request}/answer`, {
      action: 'refused',
      answer: 'Une place seulement.',
    })
    expect(answer.statusCode).toBe(303)
    const mail = await lastMailTo(missions.testApp, missions.tours.address)
    expect(mail?.subject).toContain('non retenue')
    expect(mail?.text).toContain('Une place seulement.')
    expect(await missions.seen(request, missions.tours)).toContain('refusée')
    const late = await missions.paris.post(`${request}/answer`, { action: 'accepted', answer: '' })
    expect([late.statusCode, pageWords(late.body)]).toEqual([
      422,
      expect.stringContaining('a reçu une réponse ou a été retirée'),
    ])
    request = String((await ask({ count: '2' })).headers.location)
  })

  test('are accepted while there are some: then all see who joins, and the offer is full', async () => {
    const other = await ask({ count: '1' }, missions.other)
    expect(other.statusCode).toBe(422)
    const ofNantes = await missions.other.get(`${group}/${await offerOf(trip)}`)
    const asked = await missions.other.post(`${group}/${await offerOf(trip)}`, {
      ...readFields(ofNantes.body),
      count: '1',
    })
    expect(
      (await missions.paris.post(`${request}/answer`, { action: 'accepted', answer: '' })).statusCode,
    ).toBe(303)
    expect((await lastMailTo(missions.testApp, missions.tours.address))?.subject).toContain(
      'Places accordées à Tours',
    )
    expect(await missions.seen(trip)).toContain('Tours · 2 personnes · acceptée')
    expect((await missions.told(ofParis)).delegation.seats[0]).toMatchObject({
      left: 0,
      open: false,
      joined: [{ organisation: 'tours', count: 2 }],
    })
    const full = await missions.paris.post(`${asked.headers.location}/answer`, {
      action: 'accepted',
      answer: '',
    })
    expect([full.statusCode, pageWords(full.body)]).toEqual([
      422,
      expect.stringContaining('Il reste moins de places que demandé'),
    ])
    const { body } = await missions.coordinator.get(`${trip}/edit`)
    const [, offer = ''] = /edit\/(seats\/[0-9a-f-]{36})/.exec(body) ?? []
    const fewer = await missions.edit(trip, offer, { count: '1' })
    expect(pageWords(fewer.body)).toContain('Davantage de places sont déjà accordées')
  })

  test('are free again when the request is withdrawn, and the holders are told', async () => {
    const before = (await readMailbox(missions.testApp)).length
    expect((await missions.paris.post(`${request}/withdrawal`)).statusCode).toBe(404)
    expect((await missions.tours.post(`${request}/withdrawal`)).statusCode).toBe(303)
    expect((await readMailbox(missions.testApp)).length).toBe(before + 1)
    expect((await lastMailTo(missions.testApp, missions.paris.address))?.subject).toContain('동행 신청 취소')
    expect((await missions.told(ofParis)).delegation.seats[0]).toMatchObject({ left: 2, open: true })
    expect((await missions.tours.post(`${request}/withdrawal`)).statusCode).toBe(422)
  })

  test('are never given twice: of two that are accepted at once, one finds too few left', async () => {
    const { body } = await missions.coordinator.get(`${trip}/edit`)
    const [, offer = ''] = /edit\/(seats\/[0-9a-f-]{36})/.exec(body) ?? []
    expect((await missions.edit(trip, offer, { count: '3' })).statusCode).toBe(303)
    const again = String((await ask({ count: '3' })).headers.location)
    const waiting = (await missions.coordinator.get(trip)).body.match(/requests\/[0-9a-f-]{36}/g) ?? []
    const other = waiting.map((each) => `${trip}/${each}`).filter((each) => each !== again)
    const answers = await Promise.all(
      [again, ...other].map((each) =>
        missions.paris.post(`${each}/answer`, { action: 'accepted', answer: '' }),
      ),
    )
    expect(answers.filter(({ statusCode }) => statusCode === 303)).toHaveLength(1)
    const [left] = (await missions.told(ofParis)).delegation.seats
    expect([0, 2]).toContain(left?.left)
  })
})
