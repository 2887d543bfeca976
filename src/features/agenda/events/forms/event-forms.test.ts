import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type EditedRecord, openEditedRecord } from '../../../../../test/support/edited-record.ts'
import { addEvent, editEvent } from '../../../../../test/support/event-forms.ts'
import { readFields } from '../../../../../test/support/form-fields.ts'
import { pageWords } from '../../../../../test/support/page-words.ts'

const group = '/fr/france-coree'
const events = '/api/v1/networks/france-coree/events'
const slug = 'icheon-festival-ceramique-2017'
let record: EditedRecord

beforeAll(async () => {
  record = await openEditedRecord(`agenda/${slug}`)
})
afterAll(() => record.close())

const seen = async (address: string, browser: { get: EditedRecord['member']['get'] } = record.testApp) =>
  pageWords((await browser.get(address)).body)

const add = (typed: Record<string, string>) =>
  addEvent(record, {
    'title.fr.text': 'Séminaire des mobilités',
    when: '12 décembre 2017',
    start: '',
    end: '',
    ...typed,
  })
const edit = (place: string, part: string, typed: Record<string, string>, browser = record.member) =>
  editEvent(record, `${place}/edit/${part}`, typed, browser)

describe('a new event', () => {
  it('is added by a member, for the tie of those who hold it, and read on both clocks', async () => {
    const answer = await add({
      start: '9:00',
      end: '10h30',
      zone: 'Europe/Paris',
      'participants.1.name': 'Icheon',
      'participants.1.role': 'participant',
    })
    expect([answer.statusCode, answer.headers.location]).toEqual([
      303,
      `${group}/agenda/seminaire-des-mobilites?done=added`,
    ])
    const made = (await record.testApp.get(`${events}/seminaire-des-mobilites`)).json()
    expect(made).toMatchObject({
      when: '2017-12-12',
      starts_at: '2017-12-12T08:00:00.000Z',
      ends_at: '2017-12-12T09:30:00.000Z',
      zone: 'Europe/Paris',
      state: 'planned',
      cooperations: ['limoges-icheon'],
      sequence: 0,
    })
    expect(made.evidence).toHaveLength(1)
    const page = await seen(`${group}/agenda/seminaire-des-mobilites`)
    expect(page).toContain('mar. 12 déc. 2017 09:00 – 10:30 Paris')
    expect(page).toContain('mar. 12 déc. 2017 17:00 – 18:30 Séoul 서울')
    expect(await seen(`${group}/agenda`)).toContain('Séminaire des mobilités')
    expect(await seen(`${group}/cooperations/limoges-icheon`)).toContain('Séminaire des mobilités')
    const history = await seen(`${group}/agenda/seminaire-des-mobilites/history`)
    expect(history).toContain('Courriel du service des relations internationales')
  })

  it('tells the next day where an evening in one country is a morning in the other', async () => {
    await add({ 'title.fr.text': 'Dîner', when: '10 octobre 2017', start: '18:00', zone: 'Europe/Paris' })
    expect(await seen(`${group}/agenda/diner`)).toContain('mer. 11 oct. 2017 01:00 +1 j Séoul 서울')
  })

  it.each([
    [{ when: '31 février 2018' }, 'when', '31 février 2018'],
    [{ when: '2018-12-10/2018-12-09' }, 'when', '2018-12-10/2018-12-09'],
    [{ when: '2190-01-01' }, 'when', 'vérifiez l’année'],
    [{ start: '10:00', end: '9:00', zone: 'Europe/Paris' }, 'end', 'La fin précède le début'],
    [{ start: '10:00', zone: 'Mars/Phobos' }, 'zone', 'Ce fuseau horaire n’existe pas'],
    [{ start: '25:00', zone: 'Europe/Paris' }, 'start', 'Indiquez une heure'],
    [{ when: 'décembre 2017', start: '10:00', zone: 'Europe/Paris' }, 'start', 'demande un jour précis'],
    [{ when: '', end: '10:00' }, 'start', 'heure de début'],
    [
      { when: '28 mars 2027', start: '02:30', zone: 'Europe/Paris' },
      'start',
      'Cette heure n’existe pas ce jour-là',
    ],
    [
      { when: '31 octobre 2027', start: '02:30', zone: 'Europe/Paris' },
      'turn',
      'L’horloge indique deux fois cette heure',
    ],
    [{ kind: 'party' }, 'kind', ''],
    [{ 'title.fr.text': '', 'title.ko.text': '' }, 'title', ''],
    [{ 'participants.0.name': '' }, 'participants', ''],
  ])('refuses %j beside its field and loses nothing of what was typed', async (typed, field, says) => {
    const answer = await add({ 'title.ko.text': '모빌리티 세미나', ...typed })
    expect(answer.statusCode).toBe(422)
    expect(answer.body).toContain(`href="#field-${field}`)
    expect(pageWords(answer.body)).toContain(says)
    expect(answer.body).toContain('Courriel du service des relations internationales')
  })

  it('says on which holidays its date falls before anything is kept, and when everybody works', async () => {
    const answer = await add({
      'title.fr.text': 'Temps de la Corée',
      when: '9 et 10 octobre 2017',
      action: 'check:when',
    })
    expect(answer.statusCode).toBe(200)
    const page = pageWords(answer.body)
    expect(page).toContain('9 oct. 한글날 (Journée du hangeul)')
    expect(page).toMatch(/dernier jour ouvré commun/i)
    expect(readFields(answer.body)).toMatchObject({ 'title.fr.text': 'Temps de la Corée' })
    expect(await seen(`${group}/agenda/temps-de-la-coree`)).not.toContain('Temps de la Corée')
    const nothing = await add({ when: 'automne 2017', action: 'check:when' })
    expect(pageWords(nothing.body)).toContain('Rien à vérifier : indiquez un jour')
  })

  it.each([
    ['when=2017-10-09&start=10:00&zone=Asia/Seoul', /한글날/],
    ['when=2017-12-12', /./],
    ['when=2017-02-31', /^$/],
    ['when=9999', /^$/],
    ['when=2017-10-09&start=10:00&zone=Mars/Phobos', /^$/],
    ['', /^$/],
  ])('answers a script that asks for %s', async (typed, words) => {
    const { statusCode, body } = await record.testApp.get(`/ko/france-coree/agenda/check/notice?${typed}`)
    expect([statusCode, pageWords(body)]).toEqual([200, expect.stringMatching(words)])
  })

  it('is no work of those who hold no role', async () => {
    expect((await record.testApp.get(`${group}/agenda/new`)).statusCode).toBe(404)
  })
})

describe('an event that is planned', () => {
  const place = `${group}/agenda/guro-jump-guro-2017`

  it('moves, keeps the date from before and says so, until the move is taken back', async () => {
    const moved = await edit(place, 'when', { when: '4 novembre 2017', change: 'moved' }, record.coordinator)
    expect(moved.statusCode).toBe(303)
    const page = await seen(place)
    expect(page).toContain('La date a changé. Auparavant : octobre 2017.')
    const { body } = await record.testApp.get(place)
    expect(body).toContain('"eventStatus":"https://schema.org/EventRescheduled"')
    expect(body).toContain('"previousStartDate":"2017-10"')
    const told = (await record.testApp.get(`${events}/guro-jump-guro-2017`)).json()
    expect(told).toMatchObject({ when: '2017-11-04', previously: { when: '2017-10' }, sequence: 1 })
    const version = `${place}/history/1`
    const fields = readFields((await record.coordinator.get(version)).body)
    const restored = await record.coordinator.post(`${version}/restoration`, { ...fields, reason: 'Erreur' })
    expect(restored.statusCode).toBe(303)
    const back = (await record.testApp.get(`${events}/guro-jump-guro-2017`)).json()
    expect(back).toMatchObject({ when: '2017-10', previously: null, sequence: 2 })
  })

  it('is corrected without being called moved', async () => {
    await edit(place, 'when', { when: 'septembre 2017', change: 'correction' }, record.coordinator)
    expect(await seen(place)).not.toContain('La date a changé')
  })

  it('is cancelled, stays in the agenda and says so', async () => {
    await edit(place, 'state', { state: 'cancelled' }, record.coordinator)
    expect(await seen(place)).toContain('Cet événement est annulé. Il était prévu : septembre 2017.')
    expect((await record.testApp.get(place)).body).toContain('https://schema.org/EventCancelled')
    expect(await seen(`${group}/agenda`)).toContain('annulé')
  })

  it('has not taken place before its day', async () => {
    const answer = await edit(
      `${group}/agenda/groupe-rencontres-2017`,
      'state',
      { state: 'past' },
      record.coordinator,
    )
    expect(answer.statusCode).toBe(422)
    expect(pageWords(answer.body)).toContain('ne peut pas porter une date à venir')
  })
})

describe('who reads an event', () => {
  const place = `${group}/agenda/diner`
  const readers = async () => ({
    public: (await record.testApp.get(place)).statusCode,
    api: (await record.testApp.get(`${events}/diner`)).statusCode,
    other: (await record.other.get(place)).statusCode,
    holder: (await record.member.get(place)).statusCode,
    coordinator: (await record.coordinator.get(place)).statusCode,
  })
  const listedFor = async (browser: { get: EditedRecord['member']['get'] }) =>
    (await seen(`${group}/agenda?when=all`, browser)).includes('Dîner')

  it.each([
    ['network', { public: 404, api: 404, other: 200, holder: 200, coordinator: 200 }],
    ['hosts', { public: 404, api: 404, other: 404, holder: 200, coordinator: 200 }],
    ['withdrawn', { public: 404, api: 404, other: 404, holder: 200, coordinator: 200 }],
    ['public', { public: 200, api: 200, other: 200, holder: 200, coordinator: 200 }],
  ])('%s', async (visibility, expected) => {
    expect((await edit(place, 'visibility', { visibility })).statusCode).toBe(303)
    expect(await readers()).toEqual(expected)
    expect(await listedFor(record.testApp)).toBe(expected.public === 200)
    expect(await listedFor(record.other)).toBe(expected.other === 200)
    const history = (await record.testApp.get(`${place}/history`)).statusCode
    expect(history).toBe(expected.public)
  })

  it('leaves to translate what all who translate may read, and nothing else', async () => {
    const listed = async () =>
      (await seen(`${group}/translations?language=ko&q=diner`, record.other)).includes('Dîner')
    for (const [visibility, isListed] of [
      ['network', true],
      ['hosts', false],
      ['public', true],
      ['withdrawn', false],
      ['public', true],
    ] as const) {
      await edit(place, 'visibility', { visibility })
      expect([visibility, await listed()]).toEqual([visibility, isListed])
    }
  })

  it('hides what it hides from the tie too, and keeps it when the tie changes', async () => {
    const seminar = `${group}/agenda/seminaire-des-mobilites`
    await edit(seminar, 'visibility', { visibility: 'hosts' })
    expect(await seen(`${group}/cooperations/limoges-icheon`)).not.toContain('Séminaire des mobilités')
    const tie = `${group}/cooperations/limoges-icheon`
    await edit(tie, 'summary', { 'summary.fr.text': 'Deux villes de la céramique.' })
    expect((await record.member.get(seminar)).statusCode).toBe(200)
    await edit(seminar, 'visibility', { visibility: 'public' })
    expect(await seen(tie)).toContain('Séminaire des mobilités')
  })

  it('shows the way into a conference to the people of the group alone', async () => {
    const conferenceUrl = 'https://visio.example/salle'
    await edit(place, 'place', { attendance: 'both', conferenceUrl })
    expect((await record.testApp.get(place)).body).not.toContain(conferenceUrl)
    expect((await record.testApp.get(`${events}/diner`)).json().conference_url).toBe(null)
    expect((await record.other.get(place)).body).toContain(conferenceUrl)
    const { headers } = await record.testApp.get(`${place}/history`)
    expect(headers['content-type']).toContain('html')
    for (const number of [1, 2, 3, 4, 5, 6])
      expect((await record.testApp.get(`${place}/history/${number}`)).body).not.toContain(conferenceUrl)
    expect((await record.testApp.get(`${events}/diner/document`)).body).not.toContain(conferenceUrl)
  })
})
