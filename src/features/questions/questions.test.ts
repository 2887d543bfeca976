import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { buildOrganisation } from '../../../test/support/build-organisation.ts'
import { pageWords } from '../../../test/support/page-words.ts'
import {
  addPeer,
  ask,
  follow,
  linkIn,
  openAsking,
  parkQuestion,
  type QuestionFixture,
} from '../../../test/support/questions.ts'
import { browserOf, type SignedIn, signIn } from '../../../test/support/sign-in.ts'
import { forgetOldNames } from './retention.commands.ts'

let fixture: QuestionFixture
beforeEach(async () => {
  fixture = await openAsking()
})
afterEach(() => fixture.close())

const visitor = () => browserOf(fixture.testApp)
const words = async (address: string, browser: Pick<SignedIn, 'get'> = fixture.asker) =>
  pageWords((await browser.get(address)).body)
const jardins = { address: 'jardins@nantes.example' }
/** Somebody who speaks for an authority of the group. */
const members = async (organisationId: string) =>
  signIn(fixture.testApp, {
    role: 'member',
    networkId: fixture.network.id,
    organisationIds: [organisationId],
  })
const answerOf = (text: string) => ({ words: text, signed: 'Service des espaces verts' })

describe('a question of Suncheon', () => {
  test('goes to Nantes at nine, comes back answered, is asked back, accepted, and becomes a draft sheet', async () => {
    await addPeer(fixture, fixture.nantes, jardins)
    const page = await ask(fixture)
    expect(await words(page)).toContain('9월 4일 발송 예정')
    // It is ten in Seoul and three in Nantes.
    expect(await follow(fixture, '2017-09-04T06:55:00Z')).toEqual([])
    const [asked, ...others] = await follow(fixture, '2017-09-04T07:00:00Z')
    expect([asked?.to, asked?.language, others]).toEqual(['jardins@nantes.example', 'fr', []])
    expect(asked?.text).toContain(parkQuestion.question)
    expect(asked?.text.replaceAll(/\s+/g, ' ')).toContain(
      'Interrogé parce que Nantes a le poste « Adjointe au maire »',
    )
    expect(await follow(fixture, '2017-09-04T07:05:00Z')).toEqual([])

    const link = linkIn(asked)
    expect(await words(link, visitor())).toContain('Un homologue vous interroge')
    const colleague = await members(fixture.nantes.id)
    const toDo = `/fr/${fixture.network.slug}/to-do`
    expect(await words(toDo, colleague)).toContain('Une question posée à votre collectivité')
    await visitor().post(
      `${link}/answers`,
      answerOf('Deux jardiniers suivent chaque jardin pendant trois ans.'),
    )
    expect(await words(link, visitor())).toContain('La reprendre')
    expect(await words(page)).not.toContain('Deux jardiniers')
    const [told] = await follow(fixture, '2017-09-04T07:16:00Z')
    expect([told?.to, told?.language]).toEqual(['desk@suncheon.example', 'ko'])
    expect(told?.text).toContain('Deux jardiniers suivent')
    expect(await words(page)).toContain('Deux jardiniers')
    expect(await words(toDo, colleague)).not.toContain('Une question posée')

    const id = /name="answer" value="([^"]+)"/.exec((await fixture.asker.get(page)).body)?.[1] ?? ''
    await fixture.asker.post(`${page}/asker`, { verb: 'back', answer: id, words: '예산은 얼마입니까?' })
    expect(await words(link, visitor())).toContain('예산은 얼마입니까?')
    await visitor().post(`${link}/act`, { verb: 'back', answer: id, words: 'Quarante mille euros par an.' })
    expect(await words(page)).toContain('Quarante mille euros')
    const twice = await fixture.asker.post(`${page}/asker`, {
      verb: 'back',
      answer: id,
      words: '한 번 더 여쭙니다.',
    })
    expect(twice.statusCode).toBe(412)

    await fixture.asker.post(`${page}/asker`, { verb: 'accepted', answer: id })
    await fixture.asker.post(`${page}/asker`, { verb: 'public' })
    expect(await words(page, visitor())).not.toContain('Deux jardiniers')
    expect(await words(page, visitor())).toContain('답변 1건은 그룹 안에서만 열람할 수 있습니다.')
    await visitor().post(`${link}/act`, { verb: 'publish', answer: id })
    expect(await words(page, visitor())).toContain('Deux jardiniers')
    expect(await words(page, visitor())).not.toContain('그룹 안에서만')
    const sheet = await fixture.testApp.context.database
      .selectFrom('practices_sheet')
      .selectAll()
      .executeTakeFirstOrThrow()
    expect([sheet.publication, sheet.holder_id]).toEqual(['draft', fixture.nantes.id])
    await fixture.asker.post(`${page}/asker`, { verb: 'close' })
    expect(await words(page)).toContain('종결')
  })

  test('that nobody answers goes to two others, then to the coordinator, who puts it to somebody by hand', async () => {
    for (const name of ['angers', 'lorient', 'quimper', 'rennes', 'vannes'])
      await addPeer(fixture, await buildOrganisation(fixture.testApp.context, { name: { fr: name } }), {
        address: `a@${name}.example`,
      })
    const page = await ask(fixture)
    const first = await follow(fixture, '2017-09-04T07:00:00Z')
    expect(first.length).toBe(3)
    expect(await follow(fixture, '2017-09-11T07:00:00Z')).toEqual([])
    // Its next wave is planned once the five days are over in the first of the countries.
    expect(await follow(fixture, '2017-09-11T16:00:00Z')).toEqual([])
    const second = await follow(fixture, '2017-09-12T07:00:00Z')
    expect(new Set([...first, ...second].map(({ to }) => to)).size).toBe(5)
    expect(await follow(fixture, '2017-09-18T14:00:00Z')).toEqual([])
    const told = await follow(fixture, '2017-09-18T15:30:00Z')
    expect(told.map(({ to }) => to).toSorted()).toEqual(
      [fixture.asker.address, fixture.coordinator.address].toSorted(),
    )
    expect(await follow(fixture, '2017-09-25T07:00:00Z')).toEqual([])
    await addPeer(fixture, fixture.nantes, { ...jardins, trades: ['water'] })
    const french = page.replace('/ko/', '/fr/')
    expect((await fixture.coordinator.get(french)).body).toContain(`<option value="${fixture.nantes.id}">`)
    expect((await fixture.coordinator.post(`${french}/coordinator`, { verb: 'pass' })).statusCode).toBe(422)
    const passed = await fixture.coordinator.post(`${page.replace('/ko/', '/fr/')}/coordinator`, {
      verb: 'pass',
      organisation: fixture.nantes.id,
    })
    expect(passed.headers.location).toContain('done=passed')
    const [mail] = await follow(fixture, '2017-09-26T07:00:00Z')
    expect(mail?.to).toBe('jardins@nantes.example')
    // It is theirs for a week; then the coordinator reads of it again.
    const toDo = `/fr/${fixture.network.slug}/to-do`
    expect(await words(toDo, fixture.coordinator)).not.toContain('Une question sans réponse')
    await follow(fixture, '2017-10-03T07:00:00Z')
    expect(await words(toDo, fixture.coordinator)).toContain('Une question sans réponse')
  })

  test('says before its press whom it would go to, or why to nobody, and writes nothing', async () => {
    await addPeer(fixture, fixture.nantes, { ...jardins, trades: ['water'] })
    const form = `/ko/${fixture.network.slug}/questions/new`
    const made = String((await fixture.asker.post(form, parkQuestion)).headers.location)
    expect(await words(made)).toMatch(/지금은 질문할 수 있는 담당자가 없습니다.*다른 직무: 1명/)
    const look = { themes: ['water'], trade: 'water', visibility: 'group', look: 'yes' }
    const looked = pageWords((await fixture.asker.post(made, look)).body)
    expect(looked).toMatch(/Nantes.*Adjointe au maire.*9월 4일 발송 예정/)
    const asked = fixture.testApp.context.database.selectFrom('questions_asked').selectAll()
    expect(await asked.execute()).toEqual([])
  })

  test('that was answered is shown to whoever asks alike, and not before it has an answer', async () => {
    await addPeer(fixture, fixture.nantes, jardins)
    await ask(fixture)
    const [asked] = await follow(fixture, '2017-09-04T07:00:00Z')
    const draft = { ...parkQuestion, question: '박람회가 끝난 공원은 누가 관리합니까?' }
    const form = `/ko/${fixture.network.slug}/questions/new`
    const made = String((await fixture.asker.post(form, draft)).headers.location)
    expect(await words(made)).not.toContain('이미 답변된 질문')
    await visitor().post(`${linkIn(asked)}/answers`, answerOf('Nous tondons moins.'))
    await follow(fixture, '2017-09-04T07:20:00Z')
    expect(await words(made)).toMatch(/시민공원을 어떻게 관리하고 있습니까\? 이미 답변된 질문/)
  })

  test('is asked of nobody before its press, and of nobody at all where a sheet answers it', async () => {
    await addPeer(fixture, fixture.nantes, jardins)
    const form = `/ko/${fixture.network.slug}/questions/new`
    const made = String((await fixture.asker.post(form, parkQuestion)).headers.location)
    expect(await follow(fixture, '2017-09-04T07:00:00Z')).toEqual([])
    expect(await words(made)).toContain('보내기 전 확인')
    await fixture.asker.post(made.replace('/send', '/found'), { sheet: '' })
    expect((await fixture.asker.get(made)).statusCode).toBe(404)
    const { outcome } = await fixture.testApp.context.database
      .selectFrom('questions_question')
      .select('outcome')
      .executeTakeFirstOrThrow()
    expect(outcome).toBe('found')
  })

  test('reaches nobody once it has an answer, whoever was still to be asked', async () => {
    for (const name of ['angers', 'lorient', 'quimper', 'rennes'])
      await addPeer(fixture, await buildOrganisation(fixture.testApp.context, { name: { fr: name } }), {
        address: `a@${name}.example`,
      })
    await ask(fixture)
    const [one] = await follow(fixture, '2017-09-04T07:00:00Z')
    await visitor().post(`${linkIn(one)}/answers`, answerOf('Nous tondons moins.'))
    expect((await follow(fixture, '2017-09-04T08:00:00Z')).map(({ to }) => to)).toEqual([
      fixture.asker.address,
    ])
    expect(await follow(fixture, '2017-09-12T07:00:00Z')).toEqual([])
    // Ten common working days after the answer its asker is reminded, and after twenty it is closed.
    expect((await follow(fixture, '2017-09-19T07:00:00Z')).map(({ to }) => to)).toEqual([
      fixture.asker.address,
    ])
    expect(await follow(fixture, '2017-09-20T07:00:00Z')).toEqual([])
    expect((await follow(fixture, '2017-10-17T07:00:00Z')).map(({ text }) => text)).toEqual([
      expect.stringContaining('종결'),
    ])
  })
})

test('a question of which an answer was accepted closes by itself as accepted, and nobody is reminded', async () => {
  await addPeer(fixture, fixture.nantes, jardins)
  const page = await ask(fixture)
  const [one] = await follow(fixture, '2017-09-04T07:00:00Z')
  await visitor().post(`${linkIn(one)}/answers`, answerOf('Nous tondons moins.'))
  await follow(fixture, '2017-09-04T08:00:00Z')
  const id = /name="answer" value="([^"]+)"/.exec((await fixture.asker.get(page)).body)?.[1] ?? ''
  await fixture.asker.post(`${page}/asker`, { verb: 'accepted', answer: id })
  for (const day of ['2017-09-20', '2017-10-17'])
    expect(await follow(fixture, `${day}T07:00:00Z`)).toEqual([])
  const { outcome } = await fixture.testApp.context.database
    .selectFrom('questions_question')
    .select('outcome')
    .executeTakeFirstOrThrow()
  expect(outcome).toBe('accepted')
})

describe('somebody who is asked', () => {
  let link: string
  beforeEach(async () => {
    await addPeer(fixture, fixture.nantes, jardins)
    await ask(fixture)
    const [asked] = await follow(fixture, '2017-09-04T07:00:00Z')
    link = linkIn(asked)
  })

  test('says no with a reason, and is asked for one', async () => {
    expect((await visitor().post(`${link}/act`, { verb: 'declined' })).statusCode).toBe(422)
    await visitor().post(`${link}/act`, { verb: 'declined', reason: 'not_allowed' })
    const asked = await fixture.testApp.context.database
      .selectFrom('questions_asked')
      .selectAll()
      .executeTakeFirstOrThrow()
    expect([asked.said, asked.reason]).toEqual(['declined', 'not_allowed'])
  })

  test('passes it on to a colleague of their authority alone', async () => {
    const colleague = await addPeer(fixture, fixture.nantes, {
      address: 'collegue@nantes.example',
      trades: ['water'],
    })
    const angers = await buildOrganisation(fixture.testApp.context, { name: { fr: 'Angers' } })
    const stranger = await addPeer(fixture, angers, { address: 'a@angers.example' })
    expect((await visitor().post(`${link}/act`, { verb: 'passed', colleague: stranger })).statusCode).toBe(
      422,
    )
    await visitor().post(`${link}/act`, { verb: 'passed', colleague })
    const [mail] = await follow(fixture, '2017-09-05T07:00:00Z')
    expect(mail?.to).toBe('collegue@nantes.example')
  })

  test('takes an answer back within ten minutes, and not later', async () => {
    await visitor().post(`${link}/answers`, answerOf('Trop vite écrit.'))
    const answerId = async () =>
      (
        await fixture.testApp.context.database
          .selectFrom('questions_answer')
          .select('answer_id as id')
          .execute()
      )[0]?.id
    await visitor().post(`${link}/act`, { verb: 'takeBack', answer: (await answerId()) ?? '' })
    expect(await answerId()).toBeUndefined()
    await visitor().post(`${link}/answers`, answerOf('Mieux écrit.'))
    await follow(fixture, '2017-09-04T08:00:00Z')
    await visitor().post(`${link}/act`, { verb: 'takeBack', answer: (await answerId()) ?? '' })
    expect(await answerId()).toBeDefined()
    await visitor().post(`${link}/answers`, answerOf('Encore mieux écrit.'))
    const kept = await fixture.testApp.context.database
      .selectFrom('questions_answer_version')
      .select('words')
      .execute()
    expect(JSON.stringify(kept)).toContain('Mieux écrit.')
  })

  test('is left in peace until a day, and erased at their wish', async () => {
    await visitor().post(`${link}/act`, { verb: 'peace', until: '30/09/2017' })
    const { absent_until: until } = await fixture.testApp.context.database
      .selectFrom('contacts_statement')
      .select('absent_until')
      .executeTakeFirstOrThrow()
    expect(until).toBe('2017-09-30')
    await visitor().post(`${link}/erasure`, { sure: 'yes' })
    expect((await visitor().get(link)).statusCode).toBe(404)
  })
})

test('three years after it was closed a question has its words, and nobody’s name', async () => {
  const { testApp, asker } = fixture
  await addPeer(fixture, fixture.nantes, jardins)
  const page = await ask(fixture)
  const [asked] = await follow(fixture, '2017-09-04T07:00:00Z')
  await visitor().post(`${linkIn(asked)}/answers`, answerOf('Nous tondons moins.'))
  await follow(fixture, '2017-09-04T08:00:00Z')
  await asker.post(`${page}/asker`, { verb: 'close' })
  const signed = async () =>
    (await testApp.context.database.selectFrom('questions_answer').select(['signed', 'words']).execute())[0]
  testApp.clock.moveTo('2020-09-03T08:00:00Z')
  await forgetOldNames(testApp.context)
  expect((await signed())?.signed).toBe('Service des espaces verts')
  const byPeople = () =>
    testApp.context.database
      .selectFrom('platform_activity')
      .select('verb')
      .where('subject_kind', '=', 'question')
      .where('actor', 'like', 'person:%')
      .execute()
  expect((await byPeople()).length).toBeGreaterThan(0)
  testApp.clock.moveTo('2020-09-05T08:00:00Z')
  await forgetOldNames(testApp.context)
  expect([(await signed())?.signed, await byPeople()]).toEqual(['', []])
  expect(JSON.stringify((await signed())?.words)).toContain('Nous tondons moins.')
  expect((await visitor().get(linkIn(asked))).statusCode).toBe(404)
})

describe('who may read a question', () => {
  test.each(['group', 'named'] as const)(
    '%s: those it is for, and nobody else, on its page, in lists, in searches and for programs',
    async (visibility) => {
      const { testApp, network, nantes } = fixture
      const angers = await buildOrganisation(testApp.context, { name: { fr: 'Angers' } })
      const [named, other] = [await members(nantes.id), await members(angers.id)]
      const page = await ask(fixture, {}, { visibility, named: visibility === 'named' ? [nantes.id] : [] })
      const reader = await signIn(testApp, { role: 'reader', networkId: network.id })
      const elsewhere = await signIn(testApp)
      const may = {
        asker: fixture.asker,
        coordinator: fixture.coordinator,
        named,
        ...(visibility === 'group' ? { other } : {}),
      }
      const mayNot = { visitor: visitor(), reader, elsewhere, ...(visibility === 'group' ? {} : { other }) }
      const seen = async (browser: Pick<SignedIn, 'get'>) => [
        (await browser.get(page)).statusCode === 200,
        (await browser.get(`/ko/${network.slug}/questions`)).body.includes('정원박람회'),
        (await browser.get(`/ko/${network.slug}/search?q=${encodeURIComponent('정원박람회')}`)).body.includes(
          '시민공원',
        ),
      ]
      for (const [name, browser] of Object.entries(may))
        expect([name, ...(await seen(browser))]).toEqual([name, true, true, visibility === 'group'])
      for (const [name, browser] of Object.entries(mayNot))
        expect([name, ...(await seen(browser))]).toEqual([name, false, false, false])
      const api = await testApp.get(`/api/v1/networks/${network.slug}/questions`)
      expect(api.body).not.toContain('정원박람회')
      const texts = await testApp.context.database.selectFrom('translations_text').selectAll().execute()
      expect(JSON.stringify(texts).includes('정원박람회')).toBe(visibility === 'group')
    },
  )

  test('its asker alone judges answers; others get 404', async () => {
    await addPeer(fixture, fixture.nantes, jardins)
    const page = await ask(fixture)
    const [asked] = await follow(fixture, '2017-09-04T07:00:00Z')
    await visitor().post(`${linkIn(asked)}/answers`, answerOf('Nous tondons moins.'))
    await follow(fixture, '2017-09-04T08:00:00Z')
    const id = /name="answer" value="([^"]+)"/.exec((await fixture.asker.get(page)).body)?.[1] ?? ''
    const other = await members(fixture.nantes.id)
    for (const browser of [other, visitor(), fixture.coordinator])
      expect((await browser.post(`${page}/asker`, { verb: 'accepted', answer: id })).statusCode).toBe(404)
    for (const browser of [other, visitor(), fixture.asker])
      expect(
        (await browser.post(`${page}/coordinator`, { verb: 'hide', reason: 'Hors sujet' })).statusCode,
      ).toBe(404)
    await fixture.coordinator.post(`${page}/coordinator`, { verb: 'hide', reason: 'Hors sujet' })
    expect((await other.get(page)).statusCode).toBe(404)
    expect(await words(page)).toContain('Hors sujet')
  })
})

test('a question is found by what it is about in another language: by its themes, its trade and the terms that it uses', async () => {
  const { asker, network } = fixture
  const page = await ask(fixture, { question: '자매결연 도시의 정원을 어떻게 관리하고 있습니까?' })
  const slug = page.split('/').at(-1) ?? ''
  for (const q of ['jardins', 'espaces verts', 'twin town', 'jumelée'])
    expect([
      q,
      (await asker.get(`/fr/${network.slug}/questions?q=${encodeURIComponent(q)}`)).body.includes(slug),
    ]).toEqual([q, true])
  expect((await asker.get(`/fr/${network.slug}/questions?q=tramway`)).body).not.toContain(slug)
})
