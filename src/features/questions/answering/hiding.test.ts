import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { answerSettings } from '../../../../test/support/inbound-mails.ts'
import { readMailbox } from '../../../../test/support/mailbox.ts'
import {
  addPeer,
  ask,
  follow,
  linkIn,
  openAsking,
  type QuestionFixture,
} from '../../../../test/support/questions.ts'
import { browserOf, signIn } from '../../../../test/support/sign-in.ts'

const reason = 'Nomme un agent'

let fixture: QuestionFixture
let claire: string
let page: string
let link: string
let count = 0
beforeAll(async () => {
  fixture = await openAsking(undefined, answerSettings)
})
afterAll(() => fixture.close())
beforeEach(async () => {
  const { context, clock } = fixture.testApp
  clock.moveTo('2017-09-04T01:05:00Z')
  for (const table of ['questions_question', 'contacts_statement', 'platform_mail'] as const)
    await context.database.deleteFrom(table).execute()
  claire = `serres-${++count}@nantes.example`
  await addPeer(fixture, fixture.nantes, { address: claire })
  page = await ask(fixture)
  const [asked] = await follow(fixture, '2017-09-04T07:00:00Z')
  link = linkIn(asked)
})

const coordinate = (verb: string, said: Record<string, string> = {}) =>
  fixture.coordinator.post(`${page}/coordinator`, { verb, ...said })

/** The mails that something wrote, by address. */
async function mailsOf(work: () => Promise<unknown>) {
  const before = (await readMailbox(fixture.testApp)).length
  await work()
  return (await readMailbox(fixture.testApp))
    .slice(before)
    .toSorted((one, other) => (one.to < other.to ? -1 : 1))
}

describe('a question is hidden', () => {
  test('and each of its authors reads once that it is, and why', async () => {
    const member = await signIn(fixture.testApp, {
      ...{ role: 'member', networkId: fixture.network.id, organisationIds: [fixture.nantes.id] },
      ...{ address: `elue-${count}@nantes.example`, language: 'fr' },
    })
    await browserOf(fixture.testApp).post(`${link}/answers`, { words: 'Deux jardiniers.', signed: '' })
    await member.post(`${page}/answers`, { words: 'Trois jardiniers.', signed: '' })
    await member.post(`${page}/answers`, { words: 'Et une serre.', signed: '' })
    await follow(fixture, '2017-09-04T08:00:00Z')
    const mails = await mailsOf(() => coordinate('hide', { reason }))
    expect(mails.map(({ to }) => to)).toEqual(['desk@suncheon.example', member.address, claire])
    for (const { text } of mails) expect(text).toContain(reason)
    // Its asker still has its page; the others would find nothing.
    expect(mails.map(({ text }) => /\/questions\/(?!rights)/.test(text))).toEqual([true, false, false])
    expect((await coordinate('hide', { reason })).statusCode).toBe(412)
    expect(await mailsOf(() => follow(fixture, '2017-09-19T08:00:00Z'))).toEqual([])
  })

  test('and its asker is told of an answer once it is shown again', async () => {
    await browserOf(fixture.testApp).post(`${link}/answers`, { words: 'Deux jardiniers.', signed: '' })
    await coordinate('hide', { reason })
    expect(await mailsOf(() => follow(fixture, '2017-09-04T08:00:00Z'))).toEqual([])
    await coordinate('show')
    const [told, ...others] = await mailsOf(() => follow(fixture, '2017-09-04T08:05:00Z'))
    expect([told?.to, others]).toEqual(['desk@suncheon.example', []])
    expect(told?.text).toContain('Deux jardiniers.')
  })
})
