import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readFields } from '../../../../../test/support/form-fields.ts'
import {
  type Missions,
  normandie,
  ofParis,
  openMissions,
  trip,
} from '../../../../../test/support/open-missions.ts'
import { pageWords } from '../../../../../test/support/page-words.ts'

const group = '/fr/france-coree'

let missions: Missions
beforeAll(async () => {
  missions = await openMissions()
})
afterAll(() => missions.close())

describe('the sheet of a mission', () => {
  test('is offered to missions alone, and is empty until somebody fills it in', async () => {
    expect(await missions.seen(`${trip}/edit`, missions.coordinator)).toContain(
      'Composition de la délégation',
    )
    expect(await missions.seen(`${group}/agenda/diner/edit`, missions.member)).not.toContain(
      'Composition de la délégation',
    )
    expect((await missions.member.get(`${group}/agenda/diner/edit/head`)).statusCode).toBe(404)
    expect(await missions.seen(trip)).not.toContain('Bilan')
    expect((await missions.told(ofParis)).delegation).toBe(null)
  })

  test('tells who leads and who goes along by kind of actor, in three languages', async () => {
    const head = {
      headName: 'Jeanne Exemple',
      'post.fr.text': 'Adjointe',
      'body.name': 'Paris',
      bodyWords: 'cabinet',
    }
    expect((await missions.edit(trip, 'head', head)).statusCode).toBe(303)
    const members = await missions.edit(trip, 'members', {
      'members.0.part': '',
      'members.0.kind': 'elected',
      'members.0.count': '2',
      'members.1.part': '',
      'members.1.kind': 'company',
      'members.1.names': 'Alpha Exemple, Bêta Exemple',
      'members.1.bodyWords': 'Maison Exemple',
    })
    expect(members.statusCode).toBe(303)
    const page = await missions.seen(trip)
    for (const text of ['Jeanne Exemple', 'Adjointe', '(cabinet)', 'Élus 2 personnes', 'Maison Exemple'])
      expect(page, text).toContain(text)
    expect(await missions.seen(trip.replace('/fr/', '/ko/'))).toContain('선출직 2명')
    expect(await missions.seen(trip.replace('/fr/', '/en/'))).toContain('Elected members 2 people')
    expect((await missions.told(ofParis)).delegation).toMatchObject({
      head: {
        name: 'Jeanne Exemple',
        post: { fr: 'Adjointe' },
        organisation: 'paris',
        organisation_name: 'cabinet',
      },
      members: [
        { kind: 'elected', count: 2, names: '', organisation: null, organisation_name: '' },
        { kind: 'company', count: null, organisation_name: 'Maison Exemple' },
      ],
    })
  })

  test('is changed by those who hold the event, and only suggested by others', async () => {
    expect(
      (await missions.edit(trip, 'head', { headName: 'Jeanne Exemple-Deux' }, missions.paris)).headers
        .location,
    ).toContain('/edit')
    const suggested = await missions.edit(trip, 'head', { headName: 'Autre Personne' }, missions.tours)
    expect(suggested.headers.location).toContain('/contributions/')
    expect(await missions.seen(trip)).toContain('Jeanne Exemple-Deux')
  })

  test('keeps its stops in order, with the programme on both clocks', async () => {
    await missions.addSeoul(trip, '12 septembre 2017')
    const { body } = await missions.coordinator.get(`${trip}/edit`)
    const [, part = ''] = /edit\/(stops\/[0-9a-f-]{36})/.exec(body) ?? []
    const written = await missions.edit(trip, part, {
      zone: 'Asia/Seoul',
      'counterparts.0.part': '',
      'counterparts.0.body.name': 'Séoul',
      'counterparts.1.part': '',
      'counterparts.1.bodyWords': 'Fondation Exemple',
      'programme.0.part': '',
      'programme.0.start': '09:30',
      'programme.0.end': '11:00',
      'programme.0.title.fr.text': 'Visite du centre de recyclage',
      'programme.0.language': 'ko',
    })
    expect(written.statusCode).toBe(303)
    const page = await missions.seen(trip)
    for (const text of [
      '02:30–04:00 Paris · 09:30–11:00 Séoul',
      'Fondation Exemple',
      'Visite du centre',
      'coréen',
    ])
      expect(page, text).toContain(text)
    const { delegation } = await missions.told(ofParis)
    expect(delegation.stops).toMatchObject([
      {
        place: 'seoul',
        when: '2017-09-12',
        zone: 'Asia/Seoul',
        programme: [{ start: '09:30', language: 'ko' }],
      },
    ])
  })

  test.each([
    ['members', { 'members.0.part': '', 'members.0.kind': 'press' }, 'Indiquez combien de personnes'],
    [
      'members',
      { 'members.0.part': '', 'members.0.kind': 'press', 'members.0.count': '-1' },
      'à partir de 1',
    ],
    ['members', { 'members.0.part': '', 'members.0.kind': 'dragon', 'members.0.count': '1' }, ''],
    ['stops/new', { when: '2017' }, 'Indiquez la collectivité'],
    [
      'stops/new',
      {
        'place.name': 'Séoul',
        when: '12 septembre 2017',
        'programme.0.part': '',
        'programme.0.day': '2017-09-14',
        'programme.0.title.fr.text': 'Dîner',
      },
      'hors des dates',
    ],
    [
      'stops/new',
      {
        'place.name': 'Séoul',
        'programme.0.part': '',
        'programme.0.day': '',
        'programme.0.start': '11:00',
        'programme.0.end': '10:00',
        'programme.0.title.fr.text': 'Dîner',
      },
      'La fin précède',
    ],
    ['seats/new', { count: '0', until: '2017-08-31' }, 'à partir de 1'],
    ['seats/new', { count: '2', until: '2017-02-31' }, 'Cette date n’existe pas'],
    ['debrief', { 'account.fr.text': 'Tout s’est bien passé.' }, 'une fois la mission commencée'],
  ])('refuses in %s %j and says why beside the field', async (part, typed, says) => {
    const answer = await missions.edit(normandie, part, typed)
    expect(answer.statusCode).toBe(422)
    expect(pageWords(answer.body)).toContain(says)
  })

  test('goes back to an older version, and tells in words what changed', async () => {
    const history = await missions.seen(`${trip}/history/3`)
    expect(history).toContain('Composition de la délégation')
    expect(history).toContain('élus')
    const restore = async (number: number) => {
      const fields = readFields((await missions.coordinator.get(`${trip}/history/${number}`)).body)
      await missions.coordinator.post(`${trip}/history/${number}/restoration`, { ...fields, reason: 'Essai' })
      return (await missions.told(ofParis)).delegation
    }
    expect(await restore(1)).toBe(null)
    expect(await restore(6)).toMatchObject({
      head: { name: 'Jeanne Exemple-Deux' },
      members: [{ count: 2 }, { organisation_name: 'Maison Exemple' }],
      stops: [{ place: 'seoul', programme: [{ start: '09:30' }] }],
    })
  })
})
