import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type EditedRecord, type Form, openEditedRecord } from '../../../../test/support/edited-record.ts'
import { fieldsOf, readFields } from '../../../../test/support/form-fields.ts'
import { lastMailTo, readMailbox } from '../../../../test/support/mailbox.ts'
import { pageWords } from '../../../../test/support/page-words.ts'
import { type SignedIn, signIn } from '../../../../test/support/sign-in.ts'

const group = '/fr/france-coree'
const events = '/api/v1/networks/france-coree/events'
let record: EditedRecord
let tours: SignedIn
let paris: SignedIn

beforeAll(async () => {
  record = await openEditedRecord('agenda/icheon-festival-ceramique-2017')
  const memberOf = async (slug: string, name: string) =>
    signIn(record.house, {
      role: 'member',
      networkId: record.networkId,
      organisationIds: [await record.organisationId(slug)],
      name,
    })
  tours = await memberOf('tours', 'Tours Membre')
  paris = await memberOf('paris', 'Paris Membre')
})
afterAll(() => record.close())

// The two trips of which the need speaks; the demonstration knows nothing of their sheets, and the test makes them up.
const ofParis = 'paris-maire-coree-2017'
const ofNormandie = 'normandie-president-incheon-2017'
const trip = `${group}/agenda/${ofParis}`
const normandie = `${group}/agenda/${ofNormandie}`

const edit = async (place: string, part: string, typed: Form, browser: SignedIn = record.coordinator) => {
  const form = `${place}/edit/${part}`
  return browser.post(form, {
    ...(await fieldsOf(browser, form)),
    ...typed,
    reason: 'Note de la collectivité',
  })
}
const seen = async (address: string, browser: Pick<SignedIn, 'get'> = record.house) =>
  pageWords((await browser.get(address)).body)
const api = async (slug: string, query = '') => (await record.house.get(`${events}/${slug}${query}`)).json()

async function addSeoul(place: string, when: string): Promise<void> {
  const stop = await edit(place, 'stops/new', { 'place.name': 'Séoul', when })
  expect(stop.statusCode).toBe(303)
}

async function offerSeats(place: string, typed: Form = {}): Promise<void> {
  const form = await fieldsOf(record.coordinator, `${place}/edit/seats/new`)
  const { body } = await record.coordinator.get(`${place}/edit/seats/new`)
  const [, stop = ''] = /<option value="([0-9a-f-]{36})"/.exec(body) ?? []
  const answer = await record.coordinator.post(`${place}/edit/seats/new`, {
    ...form,
    stop,
    count: '2',
    'forWhom.fr.text': 'une collectivité du groupe',
    until: '2017-08-31',
    ...typed,
    reason: 'Courriel de la collectivité',
  })
  expect(answer.statusCode).toBe(303)
}

describe('the sheet of a mission', () => {
  test('is offered to missions alone, and is empty until somebody fills it in', async () => {
    expect(await seen(`${trip}/edit`, record.coordinator)).toContain('Composition de la délégation')
    expect(await seen(`${group}/agenda/diner/edit`, record.member)).not.toContain(
      'Composition de la délégation',
    )
    expect((await record.member.get(`${group}/agenda/diner/edit/head`)).statusCode).toBe(404)
    expect(await seen(trip)).not.toContain('Bilan')
    expect((await api(ofParis)).delegation).toBe(null)
  })

  test('tells who leads and who goes along by kind of actor, in three languages', async () => {
    const head = {
      headName: 'Jeanne Exemple',
      'post.fr.text': 'Adjointe',
      'body.name': 'Paris',
      bodyWords: 'cabinet',
    }
    expect((await edit(trip, 'head', head)).statusCode).toBe(303)
    const members = await edit(trip, 'members', {
      'members.0.part': '',
      'members.0.kind': 'elected',
      'members.0.count': '2',
      'members.1.part': '',
      'members.1.kind': 'company',
      'members.1.names': 'Alpha Exemple, Bêta Exemple',
      'members.1.bodyWords': 'Maison Exemple',
    })
    expect(members.statusCode).toBe(303)
    const page = await seen(trip)
    for (const text of ['Jeanne Exemple', 'Adjointe', '(cabinet)', 'Élus 2 personnes', 'Maison Exemple'])
      expect(page, text).toContain(text)
    expect(await seen(trip.replace('/fr/', '/ko/'))).toContain('선출직 2명')
    expect(await seen(trip.replace('/fr/', '/en/'))).toContain('Elected members 2 people')
    expect((await api(ofParis)).delegation).toMatchObject({
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
    expect((await edit(trip, 'head', { headName: 'Jeanne Exemple-Deux' }, paris)).headers.location).toContain(
      '/edit',
    )
    const suggested = await edit(trip, 'head', { headName: 'Autre Personne' }, tours)
    expect(suggested.headers.location).toContain('/contributions/')
    expect(await seen(trip)).toContain('Jeanne Exemple-Deux')
  })

  test('keeps its stops in order, with the programme on both clocks', async () => {
    await addSeoul(trip, '12 septembre 2017')
    const { body } = await record.coordinator.get(`${trip}/edit`)
    const [, part = ''] = /edit\/(stops\/[0-9a-f-]{36})/.exec(body) ?? []
    const written = await edit(trip, part, {
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
    const page = await seen(trip)
    for (const text of [
      '02:30–04:00 Paris · 09:30–11:00 Séoul',
      'Fondation Exemple',
      'Visite du centre',
      'coréen',
    ])
      expect(page, text).toContain(text)
    const { delegation } = await api(ofParis)
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
    const answer = await edit(normandie, part, typed)
    expect(answer.statusCode).toBe(422)
    expect(pageWords(answer.body)).toContain(says)
  })

  test('goes back to an older version, and tells in words what changed', async () => {
    const history = await seen(`${trip}/history/3`)
    expect(history).toContain('Composition de la délégation')
    expect(history).toContain('élus')
    const restore = async (number: number) => {
      const fields = readFields((await record.coordinator.get(`${trip}/history/${number}`)).body)
      await record.coordinator.post(`${trip}/history/${number}/restoration`, { ...fields, reason: 'Essai' })
      return (await api(ofParis)).delegation
    }
    expect(await restore(1)).toBe(null)
    expect(await restore(6)).toMatchObject({
      head: { name: 'Jeanne Exemple-Deux' },
      members: [{ count: 2 }, { organisation_name: 'Maison Exemple' }],
      stops: [{ place: 'seoul', programme: [{ start: '09:30' }] }],
    })
  })
})

describe('seats for other members', () => {
  const listed = async (query: string) =>
    (await record.house.get(`${events}?when=coming&${query}`))
      .json()
      .items.map(({ slug }: { slug: string }) => slug)

  test('are one stop in Seoul, that Paris and Normandie offer to the others', async () => {
    await offerSeats(trip)
    // What was refused above waits as a draft.
    for (const part of ['stops/new', 'seats/new'])
      await record.coordinator.post(`${normandie}/edit/${part}/draft/removal`)
    await addSeoul(normandie, '17 octobre 2017')
    await offerSeats(normandie, { until: '2017-09-30', count: '1' })
    expect(await listed('seats=open')).toEqual([ofParis, ofNormandie])
    for (const [language, words] of [
      ['fr', 'places ouvertes'],
      ['ko', '동행 신청 가능'],
      ['en', 'seats open'],
    ]) {
      const list = await seen(`/${language}/france-coree/agenda?seats=open`)
      expect(list).toContain(words)
      expect(list).not.toContain('Grand Pavois')
    }
    const page = await seen(normandie)
    for (const text of ['Où Séoul', '1 sur 1', 'une collectivité du groupe', '30 septembre 2017'])
      expect(page, text).toContain(text)
    expect((await api(ofNormandie)).delegation.seats).toMatchObject([
      { stop: 0, count: 1, left: 1, open: true, until: '2017-09-30', joined: [] },
    ])
  })

  test('close after their day, for the page, the list and programs alike', async () => {
    const late = 'now=2017-09-01'
    expect(await listed(`seats=open&${late}`)).toEqual([ofNormandie])
    expect((await api(ofParis, `?${late}`)).delegation.seats[0].open).toBe(false)
    expect(await seen(`${trip}?${late}`)).toContain('Ces places ne peuvent plus être demandées')
    const refused = await record.house.get(`${events}?seats=perhaps`)
    expect(refused.statusCode).toBe(422)
  })

  const offerOf = async (place: string) => {
    const { body } = await tours.get(place)
    return /agenda\/[a-z0-9-]+\/seats\/[0-9a-f-]{36}/.exec(body)?.[0] ?? ''
  }
  const ask = async (typed: Form = {}, browser = tours, place = trip) => {
    const address = `${group}/${await offerOf(place)}`
    return browser.post(address, { ...readFields((await tours.get(address)).body), count: '1', ...typed })
  }

  test('are asked for by a member authority that does not hold the mission, and by nobody else', async () => {
    const address = `${group}/${await offerOf(trip)}`
    const reader = await signIn(record.house, { role: 'reader', networkId: record.networkId })
    expect((await tours.get(address)).statusCode).toBe(200)
    for (const browser of [record.house, reader, paris, record.coordinator])
      expect((await browser.get(address)).statusCode).toBe(404)
    expect((await paris.post(address, { count: '1' })).statusCode).toBe(404)
    expect(await seen(trip)).toContain('Les membres du groupe peuvent les demander une fois connectés')
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
    await record.house.context.database
      .updateTable('people_person')
      .set({ language: 'ko' })
      .where('id', '=', paris.personId)
      .execute()
    const answer = await ask({ count: '2', words: 'L’adjoint au tourisme et une agente.' })
    expect(answer.statusCode).toBe(303)
    request = String(answer.headers.location)
    expect(await lastMailTo(record.house, paris.address)).toMatchObject({
      language: 'ko',
      kind: 'agenda.seats',
      subject: expect.stringContaining('동행 신청(투르)'),
      text: expect.stringContaining('L’adjoint au tourisme et une agente.'),
    })
    expect(await lastMailTo(record.house, tours.address)).toMatchObject({
      language: 'fr',
      subject: expect.stringContaining('Demande de Tours envoyée'),
    })
    const again = await ask({ count: '1' })
    expect([again.statusCode, pageWords(again.body)]).toEqual([
      422,
      expect.stringContaining('a déjà demandé ces places'),
    ])
    expect(await seen(trip, paris)).toContain('en attente de réponse · répondre')
    expect(await seen(trip)).not.toContain('en attente de réponse')
  })

  test('are refused with a word, and asked for again', async () => {
    const wordless = await paris.post(`${request}/answer`, { action: 'refused', answer: '' })
    expect([wordless.statusCode, pageWords(wordless.body)]).toEqual([
      422,
      expect.stringContaining('Dites en un mot pourquoi vous refusez'),
    ])
    expect((await record.other.get(request)).statusCode).toBe(404)
    expect((await record.other.post(`${request}/answer`, { action: 'accepted' })).statusCode).toBe(404)
    expect((await tours.post(`${request}/answer`, { action: 'accepted' })).statusCode).toBe(404)
    const answer = await paris.post(`${request}/answer`, {
      action: 'refused',
      answer: 'Une place seulement.',
    })
    expect(answer.statusCode).toBe(303)
    const mail = await lastMailTo(record.house, tours.address)
    expect(mail?.subject).toContain('non retenue')
    expect(mail?.text).toContain('Une place seulement.')
    expect(await seen(request, tours)).toContain('refusée')
    const late = await paris.post(`${request}/answer`, { action: 'accepted', answer: '' })
    expect([late.statusCode, pageWords(late.body)]).toEqual([
      422,
      expect.stringContaining('a reçu une réponse ou a été retirée'),
    ])
    request = String((await ask({ count: '2' })).headers.location)
  })

  test('are accepted while there are some: then all see who joins, and the offer is full', async () => {
    const other = await ask({ count: '1' }, record.other)
    expect(other.statusCode).toBe(422)
    const ofNantes = await record.other.get(`${group}/${await offerOf(trip)}`)
    const asked = await record.other.post(`${group}/${await offerOf(trip)}`, {
      ...readFields(ofNantes.body),
      count: '1',
    })
    expect((await paris.post(`${request}/answer`, { action: 'accepted', answer: '' })).statusCode).toBe(303)
    expect((await lastMailTo(record.house, tours.address))?.subject).toContain('Places accordées à Tours')
    expect(await seen(trip)).toContain('Tours · 2 personnes · acceptée')
    expect((await api(ofParis)).delegation.seats[0]).toMatchObject({
      left: 0,
      open: false,
      joined: [{ organisation: 'tours', count: 2 }],
    })
    const full = await paris.post(`${asked.headers.location}/answer`, { action: 'accepted', answer: '' })
    expect([full.statusCode, pageWords(full.body)]).toEqual([
      422,
      expect.stringContaining('Il reste moins de places que demandé'),
    ])
    const { body } = await record.coordinator.get(`${trip}/edit`)
    const [, offer = ''] = /edit\/(seats\/[0-9a-f-]{36})/.exec(body) ?? []
    const fewer = await edit(trip, offer, { count: '1' })
    expect(pageWords(fewer.body)).toContain('Plus de places que cela sont déjà accordées')
  })

  test('are free again when the request is withdrawn, and the holders are told', async () => {
    const before = (await readMailbox(record.house)).length
    expect((await paris.post(`${request}/withdrawal`)).statusCode).toBe(404)
    expect((await tours.post(`${request}/withdrawal`)).statusCode).toBe(303)
    expect((await readMailbox(record.house)).length).toBe(before + 1)
    expect((await lastMailTo(record.house, paris.address))?.subject).toContain('동행 신청 취소')
    expect((await api(ofParis)).delegation.seats[0]).toMatchObject({ left: 2, open: true })
    expect((await tours.post(`${request}/withdrawal`)).statusCode).toBe(422)
  })
})

describe('the debrief', () => {
  test('is due 30 days after the end, and is overdue on the page, in the list and for the coordinator', async () => {
    expect(await seen(trip)).toContain('Le bilan est attendu pour le 30 octobre 2017')
    expect(await seen(`${trip}?now=2017-10-30`)).not.toContain('en retard')
    const late = 'now=2017-10-31'
    expect(await seen(`${trip}?${late}`)).toContain(
      'était attendu pour le 30 octobre 2017 : il est en retard',
    )
    expect(await seen(`/ko/france-coree/agenda?when=past&${late}`)).toContain('결과 보고 지연')
    expect(await seen(`/en/france-coree/agenda?when=past&${late}`)).toContain('debrief overdue')
    expect(await seen(`${group}?${late}`, record.coordinator)).toContain('bilan en retard')
    expect(await seen(`${group}?${late}`)).not.toContain('bilan en retard')
    expect(await api(ofParis, `?${late}`)).toMatchObject({
      debrief_due_on: '2017-10-30',
      debrief_overdue: true,
      delegation: { debrief: { due_on: '2017-10-30', overdue: true, written_at: null } },
    })
    const received = (await record.house.get(`${events}?kind=delegation_received`)).json().items
    expect(received.length).toBeGreaterThan(0)
    expect(received.every((each: { debrief_due_on: null }) => each.debrief_due_on === null)).toBe(true)
  })

  test('is written in languages with what came of it, by whom and when, and is overdue no longer', async () => {
    await edit(trip, 'when', { when: '12 juin 2017', change: 'correction' })
    expect(await seen(trip, paris)).toContain('Écrire le bilan')
    const written = await edit(
      trip,
      'debrief',
      {
        'account.fr.text': 'Trois réunions.',
        'outcome.fr.text': 'Une convention.',
        'nextSteps.fr.text': 'Avril.',
      },
      paris,
    )
    expect(written.headers.location).toContain('/edit')
    const page = await seen(trip, paris)
    for (const text of ['Trois réunions.', 'Une convention.', 'Avril.', 'Bilan écrit le', 'Paris Membre'])
      expect(page, text).toContain(text)
    expect(await seen(trip)).not.toContain('Paris Membre')
    expect(await seen(`${trip}?now=2017-08-01`)).not.toContain('en retard')
    expect(await seen(`${group}?now=2017-08-01`, record.coordinator)).not.toContain('bilan en retard')
    expect((await api(ofParis)).delegation.debrief).toMatchObject({
      overdue: false,
      written_at: expect.any(String),
      outcome: { fr: 'Une convention.' },
    })
  })

  test('is translated like every text', async () => {
    const [text] = await record.house.context.database
      .selectFrom('translations_text')
      .select(['path', 'record_kind'])
      .where('path', '=', 'mission.debrief.account')
      .execute()
    expect(text).toEqual({ path: 'mission.debrief.account', record_kind: 'activity' })
  })

  test('goes with the event out of sight', async () => {
    expect((await edit(trip, 'visibility', { visibility: 'hosts' })).statusCode).toBe(303)
    expect((await record.house.get(`${events}/${ofParis}`)).statusCode).toBe(404)
    expect((await record.house.get(trip)).statusCode).toBe(404)
    expect((await tours.get(request404())).statusCode).toBe(404)
    expect(await seen(trip, paris)).toContain('Trois réunions.')
  })
})

const request404 = () => `${trip}/requests/019a0000-0000-7000-8000-000000000000`
