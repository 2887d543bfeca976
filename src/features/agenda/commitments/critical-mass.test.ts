import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  asking,
  type Commitments,
  event,
  openCommitments,
} from '../../../../test/support/open-commitments.ts'
import { pageWords } from '../../../../test/support/page-words.ts'
import { openProgram, type Program } from '../../../../test/support/program.ts'
import { type SignedIn, signIn } from '../../../../test/support/sign-in.ts'
import { eventTexts } from '../event-texts.commands.ts'

const name = 'Solange Introuvable'
const path = `/networks/france-coree/events/${asking}/document`
let fixture: Commitments
let program: Program
let member: SignedIn
beforeAll(async () => {
  fixture = await openCommitments()
  const { testApp, networkId } = fixture
  program = await openProgram(testApp, { networkId })
  const organisationIds = [await fixture.organisationId('tours')]
  member = await signIn(testApp, { role: 'member', networkId, organisationIds, name })
})
afterAll(() => fixture.close())

const patch = async (mass: object | null) =>
  program.send(
    'PATCH',
    path,
    { document: { critical_mass: mass }, reason: 'Letter of the secretariat' },
    { 'if-match': String((await program.get(path)).headers.etag) },
  )
const mass = {
  until: '2017-09-15',
  least: [{ country: 'FR', authorities: 1 }],
  total: 2,
  below: 'reduced',
  smaller: { attendance: 'online', words: { fr: { text: `Atelier de ${name}` } }, place: 'tours' },
}

test.each([
  [{ until: '2017-10-09' }, 'until', 'doit précéder l’événement'],
  [{ until: '2017-07-07' }, 'until', 'Ce jour est passé'],
  [{ until: '' }, 'until', 'Indiquez jusqu’à quel jour'],
  [{ until: '2017-02-31' }, 'until', 'Cette date n’existe pas'],
  [{ 'least.FR': '0' }, 'least.FR', 'entre 1 et 999'],
  [{ total: '10000' }, 'total', 'entre 1 et 999'],
  [{ 'least.FR': '', 'least.KR': '' }, 'total', 'combien de collectivités'],
  [{ when: '1 septembre 2017' }, 'when', 'après la date limite'],
  [{ when: '', start: '9:00' }, 'start', 'demande un jour précis'],
  [{ attendance: 'perhaps' }, 'attendance', ''],
])('a critical mass refuses %j beside its field, and nothing typed is lost', async (typed, field, says) => {
  const answer = await fixture.ask(typed)
  expect(answer.statusCode).toBe(422)
  expect(answer.body).toContain(`href="#field-${field.replaceAll('.', '-')}"`)
  expect(pageWords(answer.body)).toContain(says)
  expect(answer.body).toContain('Un atelier en ligne d’une demi-journée.')
})

test('the date of a smaller form is told the holidays in its way before anything is kept', async () => {
  const page = await fixture.ask({ when: '9 octobre 2017', action: 'check:when' })
  expect(pageWords(page.body)).toContain('9 oct. 한글날')
  expect((await fixture.told(asking)).critical_mass).toBe(null)
})

test('an event says in three languages what it needs, until when and what happens with fewer, and is found by it', async () => {
  expect((await fixture.ask()).statusCode).toBe(303)
  const words = {
    fr: ['France 0 collectivité engagée sur 3 · il en manque 3', '15 septembre 2017', 'Atelier, en ligne'],
    ko: ['필요 3곳 중 0곳 확약 · 3곳 부족', '2017년 9월 15일', '반나절 온라인 워크숍입니다.'],
    en: [
      'Republic of Korea 0 of 3 authorities committed · 3 missing',
      '15 September 2017',
      'looking for commitments',
    ],
  }
  for (const [language, expected] of Object.entries(words)) {
    const page = await fixture.seen(`/${language}/france-coree/agenda/${asking}`)
    for (const each of expected) expect(page, each).toContain(each)
  }
  expect(await fixture.seen('/ko/france-coree/agenda?commitments=open')).toContain('참가 확약 접수 중')
  const listed = await fixture.testApp.get('/api/v1/networks/france-coree/events?commitments=open')
  expect(listed.json().items.map(({ slug }: { slug: string }) => slug)).toEqual([asking])
  const refused = await fixture.testApp.get('/api/v1/networks/france-coree/events?commitments=maybe')
  expect(refused.statusCode).toBe(422)
  const history = await fixture.seen(`${event}/history/2`)
  for (const each of ['jusqu’au 15 septembre 2017 · France 3', 'sous une forme réduite · atelier'])
    expect(history).toContain(each)
})

test('a critical mass is written by programs with its event, read back as it was, and refused where it is wrong', async () => {
  expect((await patch(null)).json().outcome).toBe('published')
  expect((await fixture.told(asking)).critical_mass).toBe(null)
  const answer = await patch(mass)
  expect([answer.statusCode, answer.json().outcome]).toEqual([200, 'published'])
  const read = (await program.get(path)).json().document.critical_mass
  expect(read).toMatchObject({ ...mass, smaller: { attendance: 'online', place: 'tours', when: null } })
  expect((await patch(read)).json().outcome).toBe('unchanged')
  for (const [wrong, pointer] of [
    [{ ...mass, until: '2017-10-09' }, '/document/critical_mass/until'],
    [{ ...mass, until: '2017-01-01' }, '/document/critical_mass/until'],
    [{ ...mass, total: 10_000 }, '/document/critical_mass/total'],
    [{ ...mass, least: [{ country: 'DE', authorities: 1 }] }, '/document/critical_mass/least/0/country'],
    [{ ...mass, least: [], total: null }, '/document/critical_mass/total'],
    [{ ...mass, smaller: { when: '2017-09-01' } }, '/document/critical_mass/smaller/when'],
    [
      { ...mass, smaller: { starts_at: '2017-10-09T07:00:00Z' } },
      '/document/critical_mass/smaller/starts_at',
    ],
    [{ ...mass, smaller: { place: 'nowhere' } }, '/document/critical_mass/smaller/place'],
  ] as const) {
    const refused = await patch(wrong)
    expect([pointer, refused.statusCode]).toEqual([pointer, 422])
    expect(refused.json().errors.map((error: { pointer: string }) => error.pointer)).toContain(pointer)
  }
})

test('the words of a smaller form are translated, and written only where they still are what they were', async () => {
  const { testApp, networkId } = fixture
  const [texts] = await eventTexts
    .listTexts(testApp.context, networkId)
    .then((all) => all.filter(({ address }) => address.endsWith(asking)))
  const words = texts?.texts.find(({ path: each }) => each === 'criticalMass.smaller.words')
  if (!texts || !words) throw new Error('The words of the smaller form are not listed')
  const replacement = {
    networkId,
    recordKind: 'activity',
    recordId: texts.recordId,
    path: words.path,
    before: words.text,
    after: { ...words.text, ko: { text: `워크숍: ${name}`, state: 'reviewed' as const } },
  }
  expect(await eventTexts.replaceText(testApp.context, replacement)).toBe(true)
  expect(await eventTexts.replaceText(testApp.context, replacement)).toBe(false)
})

test('a decision stands against programs too', async () => {
  expect((await fixture.commit(member, { words: `Je suis ${name}.` })).statusCode).toBe(303)
  await fixture.onDay('2017-09-16')
  expect((await fixture.told(asking)).commitments_outcome).toBe('reduced')
  const refused = await patch({ ...mass, until: '2017-09-20' })
  expect(refused.json().errors[0].pointer).toBe('/document/critical_mass')
  const { coordinator } = fixture
  const given = { until: '2017-09-20', word: `${name} revient.` }
  expect((await coordinator.post(`${event}/prolongation`, given)).statusCode).toBe(303)
})

test('somebody reads what they committed, and an erasure leaves their name nowhere in it', async () => {
  const { testApp } = fixture
  const subject = { personId: member.personId, names: [name], addresses: [] }
  const collected = await Promise.all(
    testApp.application.personalData.map((each) => each.collect(testApp.context, subject)),
  )
  const commitments = collected.flat().find(({ section }) => section === 'commitments')
  expect(commitments?.records).toMatchObject([{ text: `Je suis ${name}.` }])
  for (const { erase } of testApp.application.personalData) await erase(testApp.context, subject)
  const { database } = testApp.context
  const rows = [
    await database.selectFrom('agenda_critical_mass').selectAll().execute(),
    await database.selectFrom('agenda_commitment').selectAll().execute(),
    await database.selectFrom('agenda_commitment_decision').selectAll().execute(),
  ]
  expect(rows.map((each) => each.length)).toEqual([1, 1, 1])
  expect(JSON.stringify(rows)).not.toContain(name)
  expect(JSON.stringify(rows)).not.toContain(member.personId)
})
