import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import {
  answerSettings,
  type InboundMail,
  inboundMail,
  receiveMail,
} from '../../../../test/support/inbound-mails.ts'
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
let address: string
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
  const { reply_to: to } = await context.database
    .selectFrom('platform_mail')
    .select('reply_to')
    .where('to_address', '=', claire)
    .executeTakeFirstOrThrow()
  address = to ?? ''
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
  const reply = (given: Partial<InboundMail> = {}) =>
    receiveMail(
      fixture.testApp,
      inboundMail({ to: address, from: claire, text: 'Deux jardiniers.', ...given }),
    )
  const listHeld = async () =>
    (
      await fixture.testApp.context.database
        .selectFrom('questions_answer')
        .select('held_at')
        .orderBy('answer_id')
        .execute()
    ).map(({ held_at: at }) => at !== null)

  test('and an answer by mail is held, its author told so once; shown again it goes on', async () => {
    await coordinate('hide', { reason })
    const mails = await mailsOf(async () => {
      expect(await reply()).toBe('taken')
      expect(await reply({ text: 'Et une serre.' })).toBe('taken')
    })
    expect(mails.map(({ to }) => to)).toEqual([claire])
    expect(mails[0]?.text).toContain('Deux jardiniers.')
    expect(mails[0]?.text).toContain(reason)
    expect(await listHeld()).toEqual([true, true])
    expect(await mailsOf(() => follow(fixture, '2017-09-04T08:00:00Z'))).toEqual([])
    expect((await fixture.asker.get(page)).body).not.toContain('Deux jardiniers.')
    const receipts = await mailsOf(() => coordinate('show'))
    expect(receipts.map(({ to }) => to)).toEqual([claire, claire])
    expect(receipts[0]?.text).toContain('telle que comprise')
    expect((await mailsOf(() => follow(fixture, '2017-09-04T08:15:00Z'))).map(({ to }) => to)).toEqual([
      'desk@suncheon.example',
      'desk@suncheon.example',
    ])
    expect((await fixture.asker.get(page)).body).toContain('Deux jardiniers.')
  })

  test('and a mail of which nobody knows whose word it is waits for its author still, once it is shown again', async () => {
    await coordinate('hide', { reason })
    const kept = await mailsOf(() => reply({ vouched: null }))
    expect([kept.map(({ to }) => to), await listHeld()]).toEqual([[claire], [true]])
    const [asked] = await mailsOf(() => coordinate('show'))
    expect(asked?.text).toContain('Est-ce bien vous')
    expect(await listHeld()).toEqual([true])
  })
})

test('an answer by mail to a question that was merged goes on to the one that remains', async () => {
  const other = await ask(fixture, { question: '박람회 뒤 공원의 관리비는 얼마입니까?' })
  const third = await ask(fixture, { question: '공원의 나무는 몇 그루입니까?' })
  await coordinate('merge', { into: other })
  await fixture.coordinator.post(`${other}/coordinator`, { verb: 'merge', into: third })
  const text = 'Deux jardiniers.'
  const mails = await mailsOf(() =>
    receiveMail(fixture.testApp, inboundMail({ to: address, from: claire, text })),
  )
  expect(mails.map(({ to }) => to)).toEqual([claire])
  expect((await browserOf(fixture.testApp).get(linkIn(mails[0]))).body).toContain(text)
  const unread = await mailsOf(() =>
    receiveMail(fixture.testApp, inboundMail({ to: address, from: claire, text: '' })),
  )
  expect(unread.map(({ to }) => to)).toEqual([claire])
  await follow(fixture, '2017-09-04T07:15:00Z')
  for (const [asked, isThere] of [
    [page, false],
    [other, false],
    [third, true],
  ] as const)
    expect((await fixture.asker.get(asked)).body.includes(text)).toBe(isThere)
})
