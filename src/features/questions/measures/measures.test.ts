import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildOrganisation } from '../../../../test/support/build-organisation.ts'
import { original } from '../../../../test/support/build-texts.ts'
import { pageWords } from '../../../../test/support/page-words.ts'
import { addPeer, openAsking, type QuestionFixture } from '../../../../test/support/questions.ts'
import { newId } from '../../../platform/context/identifier.ts'
import { asAnybody } from '../../../platform/letters/letter-reader.ts'
import { sideOf } from '../../agenda/planning/index.ts'
import type { Peer, Trade } from '../../contacts/index.ts'
import { lastQuarter, measuresPart } from './measure-parts.tsx'
import { daysToAnswer, measure } from './measures.ts'
import { type CountedQuestion, listCounted } from './queries.ts'
import { findShortage } from './shortage.ts'

const counted = (given: Partial<CountedQuestion> = {}): CountedQuestion => ({
  ...{ askerId: 'suncheon', country: 'KR', themes: ['parks_and_gardens'], trade: 'parks', languages: ['ko'] },
  ...{ askedAt: new Date('2017-09-04T01:00:00Z'), asked: [], notAsked: [], answers: [] },
  ...{ hasSheet: false, isUsed: false, ...given },
})
/** Answered so many days after Monday 4 September 2017, without holidays. */
const answered = (days: number, given: Partial<CountedQuestion> = {}, isAccepted = false) =>
  counted({
    answers: [{ country: 'FR', at: new Date(Date.UTC(2017, 8, 4 + days, 2)).toISOString(), isAccepted }],
    ...given,
  })
const several = (count: number, make: () => CountedQuestion) => Array.from({ length: count }, make)

describe('figures', () => {
  test('each is what one counts by hand', () => {
    // Five of Korea, answered after 1, 1, 2, 4 and 5 working days (the last over a weekend), and two that nobody answered.
    const korean = [1, 1, 2, 4, 7].map((days, index) =>
      answered(days, { hasSheet: index < 2, isUsed: index === 0 }, index < 3),
    )
    // Five of France, asked of Korea: answered by both countries on the same day.
    const french = several(5, () =>
      answered(0, {
        country: 'FR',
        answers: [
          { country: 'KR', at: '2017-09-04T09:00:00Z', isAccepted: true },
          { country: 'FR', at: '2017-09-05T09:00:00Z', isAccepted: true },
          { country: 'KR', at: '2017-09-06T09:00:00Z', isAccepted: false },
        ],
      }),
    )
    const told = measure([...korean, counted(), counted(), ...french], new Map())
    expect(told.counts).toEqual({ asked: 12, answered: 10, accepted: 8, sheet: 2, used: 1 })
    // 0 0 0 0 0 1 1 2 4 5: the fifth of ten.
    expect(told.days).toBe(0)
    // Three accepted, two sheets and one use are too few: their kind is told of no side.
    expect(told.sides).toEqual([
      { country: 'FR', counts: { asked: 5, answered: 5 }, days: 0 },
      { country: 'KR', counts: { asked: 7, answered: 5 }, days: 2 },
    ])
    expect(told.directions).toEqual([
      { from: 'FR', to: 'FR', count: 5 },
      { from: 'FR', to: 'KR', count: 5 },
      { from: 'KR', to: 'FR', count: 5 },
    ])
  })

  test('one small side keeps back the others too, and four answers have no median', () => {
    const told = measure(
      [...several(9, () => counted()), ...several(4, () => answered(1, { country: 'FR' }))],
      new Map(),
    )
    expect([told.counts.asked, told.counts.answered, told.days]).toEqual([13, 4, null])
    expect(told.sides.map(({ counts }) => counts)).toEqual([
      { accepted: 0, sheet: 0, used: 0 },
      { accepted: 0, sheet: 0, used: 0 },
    ])
    expect(told.directions).toEqual([])
    expect(measure([], new Map()).counts.asked).toBe(0)
  })

  test('days are those that all countries concerned have in common, on the asker’s calendar', () => {
    const off = (date: string) => ({ date, isDayOff: true, regions: null }) as never
    const sides = new Map([
      ['KR', sideOf('KR', [off('2017-09-06')])],
      ['FR', sideOf('FR', [off('2017-09-07')])],
      ['JP', sideOf('JP', [off('2017-09-08')])],
    ])
    // 5 September to the 12th: six working days, less one of Korea and one of France.
    expect(daysToAnswer(answered(8), sides)).toBe(4)
    expect(daysToAnswer(answered(8, { asked: [{ contactId: 'a', country: 'JP' }] }), sides)).toBe(3)
    // At four in the afternoon of the 4th in Paris it is the 5th in Seoul from eleven on in the evening.
    const late = [{ country: 'FR', at: '2017-09-04T15:30:00Z', isAccepted: false }]
    expect(daysToAnswer(counted({ answers: late }), sides)).toBe(1)
    expect(daysToAnswer(counted(), sides)).toBeNull()
  })

  test('the last quarter is the one that is over', () => {
    expect(lastQuarter('2017-09-04')).toEqual({ from: '2017-04-01', to: '2017-06-30' })
    expect(lastQuarter('2018-01-01')).toEqual({ from: '2017-10-01', to: '2017-12-31' })
    expect(lastQuarter('2018-03-31')).toEqual({ from: '2017-10-01', to: '2017-12-31' })
  })
})

describe('what is short', () => {
  const peer = (contactId: string, given: Partial<Peer> & { trade?: Trade } = {}): Peer => {
    const { trade = 'parks', ...rest } = given
    return {
      ...{ contactId, organisationId: 'nantes', consents: true, languages: ['fr'] },
      ...{ posts: [{ id: contactId, function: {}, trade }], ...rest },
    } as Peer
  }
  const asked = [{ contactId: 'a', country: 'FR' }]
  test.each([
    ['trades', [counted()], [peer('a', { trade: 'water' })]],
    ['trades', [counted()], [peer('a', { organisationId: 'suncheon' })]],
    ['trades', [counted({ notAsked: [{ id: 'a', why: 'competence' }] })], [peer('a')]],
    ['consents', [counted()], [peer('a', { consents: false }), peer('b', { trade: 'water' })]],
    ['quotas', [counted({ notAsked: [{ id: 'a', why: 'quota' }] })], [peer('a')]],
    ['translation', [counted({ asked })], [peer('a')]],
    ['nothing', [counted({ asked, languages: ['ko', 'fr'] })], [peer('a')]],
    // Two without a consent, one without a trade.
    [
      'consents',
      [counted(), counted({ trade: 'water', themes: [] }), counted()],
      [peer('a', { consents: false })],
    ],
    // Half were answered.
    [null, [counted(), answered(1)], [peer('a', { consents: false })]],
    [null, [], []],
  ] as const)('%s', (short, questions, peers) => {
    expect(findShortage(questions, peers)).toBe(short)
  })
})

describe('a group', () => {
  let fixture: QuestionFixture
  const period = { from: '2017-07-01', to: '2017-12-31' }

  // What is stale in another language cannot be read there.
  const words = {
    ko: { text: '어떻게 관리합니까?', state: 'original' },
    fr: { text: 'Comment ?', state: 'stale' },
  }

  async function put(
    given: Record<string, unknown> = {},
    answer: { at: string; isAccepted?: boolean; isHeld?: boolean } | null = null,
  ) {
    const { database } = fixture.testApp.context
    const id = newId()
    await database
      .insertInto('questions_question')
      .values({
        ...{
          question_id: id,
          network_id: fixture.network.id,
          slug: `q-${id}`,
          asker_id: fixture.suncheon.id,
        },
        ...{ question: JSON.stringify(words), language: 'ko', via: 'page' },
        ...{ themes: ['parks_and_gardens'], trade: 'parks', asked_at: '2017-08-28T01:00:00Z' },
        ...{ known_on: '2017-08-28', created_at: '2017-08-28T01:00:00Z', updated_at: '2017-08-28T01:00:00Z' },
        ...given,
      } as never)
      .execute()
    if (answer !== null)
      await database
        .insertInto('questions_answer')
        .values({
          ...{ answer_id: newId(), question_id: id, network_id: fixture.network.id, via: 'page' },
          ...{ organisation_id: fixture.nantes.id, words: JSON.stringify(original('Par deux jardiniers.')) },
          ...{ given_at: answer.at, leaves_at: answer.at, updated_at: answer.at },
          ...{ accepted_at: answer.isAccepted ? answer.at : null, held_at: answer.isHeld ? answer.at : null },
        } as never)
        .execute()
    return id
  }
  const gather = () => {
    const { application, context } = fixture.testApp
    return measuresPart(application.translate).gather(
      { ...asAnybody(context), today: '2017-09-04' },
      fixture.network.id,
      period,
    )
  }

  beforeAll(async () => {
    fixture = await openAsking()
  })
  afterAll(() => fixture.close())

  test('without questions has nothing to report, and its coordinator reads nothing', async () => {
    expect(await gather()).toEqual([])
    const page = await fixture.coordinator.get(`/fr/${fixture.network.slug}/group`)
    expect(pageWords(page.body)).not.toContain('questions posées')
  })

  test('reports what the whole group asked, and nothing of what only some may read', async () => {
    const { testApp, network, suncheon } = fixture
    const { database } = testApp.context
    // Tuesday 29 August: one common working day.
    for (let left = 5; left > 0; left--) await put({}, { at: '2017-08-29T02:00:00Z', isAccepted: left === 1 })
    await put({ themes: ['mobility'] })
    // What is in no figure.
    const secret = { at: '2017-08-29T02:00:00Z', isAccepted: true }
    for (const visibility of ['pair', 'named']) await put({ visibility, themes: ['culture'] }, secret)
    await put({ hidden_at: '2017-08-30T00:00:00Z', hidden_reason: 'Doublon' })
    await put({ closed_at: '2017-08-30T00:00:00Z', outcome: 'merged' })
    await put({ asked_at: null })
    await put({ known_on: '2017-06-30' })
    await put({ themes: ['mobility'] }, { at: '2017-08-29T02:00:00Z', isHeld: true })
    await put({}, { at: '2017-09-05T02:00:00Z' })

    const rows = await gather()
    expect(Object.fromEntries(rows.map(({ label, count }) => [label.fr?.text ?? '', count]))).toEqual({
      'questions posées': 8,
      'questions répondues': 5,
      'questions avec une réponse retenue': 1,
      'questions devenues une fiche publiée': 0,
      'questions dont la fiche a été reprise': 0,
      'jours ouvrés communs pour la moitié des premières réponses': 1,
      'questions posées (République de Corée)': 8,
      'questions répondues (République de Corée)': 5,
      'questions devenues une fiche publiée (République de Corée)': 0,
      'questions dont la fiche a été reprise (République de Corée)': 0,
      'jours ouvrés communs pour la moitié des premières réponses (République de Corée)': 1,
      'questions répondues (République de Corée → France)': 5,
      'thème demandé sans fiche (espaces verts et jardins)': 6,
      'thème demandé sans fiche (mobilité)': 2,
    })
    expect(rows[0]?.label).toMatchObject({ ko: { text: '등록된 질문' }, en: { text: 'questions asked' } })

    const [first] = await database
      .selectFrom('questions_question')
      .select('question_id')
      .where('network_id', '=', network.id)
      .orderBy('question_id')
      .limit(1)
      .execute()
    await database
      .insertInto('practices_sheet')
      .values({
        ...{ sheet_id: newId(), network_id: network.id, slug: 'parc', holder_id: fixture.nantes.id, url: '' },
        ...{
          title: JSON.stringify(original('Un parc')),
          themes: ['parks_and_gardens'],
          licence: 'CC-BY-4.0',
        },
        ...{ cost_said: 'not_said', cost_currency: 'EUR', staff_said: 'not_said', failed_said: 'nothing' },
        ...{ nothing_said_as: 'Directrice', publication: 'published', looked_on: '2017-08-30' },
        ...{ known_on: '2017-08-30', created_at: '2017-08-30T00:00:00Z', updated_at: '2017-08-30T00:00:00Z' },
      } as never)
      .execute()
    await sql`update questions_question set sheet_id = (select sheet_id from practices_sheet where network_id = ${network.id})
      where question_id = ${first?.question_id}`.execute(database)
    await sql`insert into practices_use (use_id, network_id, sheet_id, organisation_id, state, said_for, confirmed_on, known_on, updated_at)
      select ${newId()}, network_id, sheet_id, ${suncheon.id}, 'adopted', ${suncheon.id}, '2017-09-01', '2017-09-01', now()
      from practices_sheet where network_id = ${network.id}`.execute(database)
    const after = Object.fromEntries(
      (await gather()).map(({ label, count }) => [label.fr?.text ?? '', count]),
    )
    expect(after).toMatchObject({
      'questions devenues une fiche publiée': 1,
      'questions dont la fiche a été reprise': 1,
      'thème demandé sans fiche (mobilité)': 2,
    })
    expect(after).not.toHaveProperty('thème demandé sans fiche (espaces verts et jardins)')
  })

  test('tells its coordinator, and nobody else, how the last quarter went and what is short', async () => {
    await addPeer(fixture, fixture.nantes, { address: 'eau@nantes.example', trades: ['water'] })
    await addPeer(fixture, await buildOrganisation(fixture.testApp.context, { name: { fr: 'Angers' } }), {
      address: 'eau@angers.example',
      trades: ['water'],
    })
    for (let left = 2; left > 0; left--)
      await put({ known_on: '2017-05-02', asked_at: '2017-05-02T01:00:00Z' })
    const address = `/fr/${fixture.network.slug}/group`
    const read = pageWords((await fixture.coordinator.get(address)).body)
    expect(read).toContain('questions posées : 3')
    expect(read).toContain('il manque surtout des postes de ce métier')
    for (const { get } of [fixture.asker, { get: fixture.testApp.get }])
      expect(pageWords((await get(address)).body)).not.toContain('questions posées')
    const counted = await listCounted(fixture.testApp.context, fixture.network.id, lastQuarter('2017-09-04'))
    expect(counted.map(({ languages }) => languages)).toEqual([['ko'], ['ko'], ['ko']])
  })
})
