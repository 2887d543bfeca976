import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { buildOrganisation } from '../../../../test/support/build-organisation.ts'
import {
  addPeer,
  ask,
  follow,
  linkIn,
  openAsking,
  type QuestionFixture,
} from '../../../../test/support/questions.ts'
import { browserOf, signIn } from '../../../../test/support/sign-in.ts'

let fixture: QuestionFixture
let others: { id: string }[]
beforeAll(async () => {
  fixture = await openAsking()
  const { context } = fixture.testApp
  others = [
    await buildOrganisation(context, { name: { fr: 'Angers' } }),
    await buildOrganisation(context, { name: { fr: 'Vannes' } }),
  ]
  for (const { id } of [fixture.nantes, ...others])
    await signIn(fixture.testApp, { role: 'member', networkId: fixture.network.id, organisationIds: [id] })
})
afterAll(() => fixture.close())
beforeEach(async () => {
  for (const table of ['questions_question', 'contacts_statement'] as const)
    await fixture.testApp.context.database.deleteFrom(table).execute()
  fixture.testApp.clock.moveTo('2017-09-04T01:05:00Z')
})

const merge = (page: string, into: string) =>
  fixture.coordinator.post(`${page.replace('/ko/', '/fr/')}/coordinator`, { verb: 'merge', into })
const outcomes = async () =>
  (
    await fixture.testApp.context.database
      .selectFrom('questions_question')
      .select('outcome')
      .orderBy('question_id')
      .execute()
  ).map(({ outcome }) => outcome)

/** Asks twice, of whom it names each time. */
async function askTwice(...sending: [Record<string, string | string[]>, Record<string, string | string[]>]) {
  return [
    await ask(fixture, {}, sending[0]),
    await ask(fixture, { question: '박람회 뒤 공원의 관리비는 얼마입니까?' }, sending[1]),
  ] as const
}

describe('two questions are merged', () => {
  test.each<[string, () => readonly [Record<string, string | string[]>, Record<string, string | string[]>]]>([
    [
      'of which others read the second',
      () => [
        { visibility: 'named', named: [fixture.nantes.id] },
        { visibility: 'named', named: [fixture.nantes.id, ...others.map(({ id }) => id)] },
      ],
    ],
    [
      'of which fewer read the second',
      () => [
        { visibility: 'named', named: [fixture.nantes.id, ...others.map(({ id }) => id)] },
        { visibility: 'named', named: [fixture.nantes.id] },
      ],
    ],
    [
      'of different visibility',
      () => [{ visibility: 'named', named: [fixture.nantes.id] }, { visibility: 'group' }],
    ],
    [
      'of which a machine may translate the second alone',
      () => [
        { visibility: 'named', named: [fixture.nantes.id] },
        { visibility: 'named', named: [fixture.nantes.id], mayTranslate: 'yes' },
      ],
    ],
  ])('%s: never, and the coordinator reads why', async (_, sending) => {
    const [one, other] = await askTwice(...sending())
    const refused = await merge(one, other)
    expect(refused.statusCode).toBe(422)
    expect(refused.body).toContain('Elle n’est pas lue par les mêmes collectivités')
    expect(await outcomes()).toEqual([null, null])
  })

  test('that the same authorities read: the answers go on to the second', async () => {
    const named = { visibility: 'named', named: [fixture.nantes.id] }
    await addPeer(fixture, fixture.nantes, { address: 'jardins@nantes.example' })
    const [one, other] = await askTwice(named, named)
    const [asked] = await follow(fixture, '2017-09-04T07:00:00Z')
    const link = linkIn(asked)
    await browserOf(fixture.testApp).post(`${link}/answers`, { words: 'Deux jardiniers.', signed: '' })
    await follow(fixture, '2017-09-04T08:00:00Z')
    expect((await merge(one, other)).statusCode).toBe(303)
    expect((await fixture.asker.get(other)).body).toContain('Deux jardiniers.')
    // Their link leads where their answer is, and lets them change it there.
    expect((await browserOf(fixture.testApp).get(link)).body).toContain('Deux jardiniers.')
    await browserOf(fixture.testApp).post(`${link}/answers`, { words: 'Trois jardiniers.', signed: '' })
    expect((await fixture.asker.get(other)).body).toContain('Trois jardiniers.')
  })

  test('of two ties: never', async () => {
    const [one, other] = await askTwice(
      { visibility: 'named', named: [fixture.nantes.id] },
      { visibility: 'named', named: [others[0]?.id ?? ''] },
    )
    const { database } = fixture.testApp.context
    await database.updateTable('questions_question').set({ visibility: 'pair' }).execute()
    expect((await merge(one, other)).statusCode).toBe(422)
    expect(await outcomes()).toEqual([null, null])
  })

  test('one after the other: never into one that was merged itself, or that is hidden', async () => {
    const [one, other] = await askTwice({}, {})
    const third = await ask(fixture, { question: '공원의 나무는 몇 그루입니까?' })
    await merge(one, other)
    expect((await merge(other, one)).statusCode).toBe(422)
    expect((await merge(other, other)).statusCode).toBe(422)
    expect((await merge(other, third)).statusCode).toBe(303)
    expect(await outcomes()).toEqual(['merged', 'merged', null])
    const { database } = fixture.testApp.context
    const into = await database
      .selectFrom('questions_question')
      .select('merged_into')
      .orderBy('question_id')
      .execute()
    // What was merged into the second goes on to the third.
    expect(new Set(into.slice(0, 2).map(({ merged_into: id }) => id)).size).toBe(1)
    const fourth = await ask(fixture, { question: '공원의 면적은 얼마나 됩니까?' })
    await fixture.coordinator.post(`${third}/coordinator`, { verb: 'hide', reason: 'Hors sujet' })
    expect((await merge(fourth, third)).statusCode).toBe(422)
  })
})
