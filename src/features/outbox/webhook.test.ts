import { createHmac } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { sampleMail } from '../../../test/support/mailbox.ts'
import { openTestApp, type TestApp } from '../../../test/support/open-test-app.ts'
import { prepareSampleMailing } from '../../../test/support/sample-mailing.ts'
import { sendMail } from '../../platform/mail/send-mail.ts'
import { asStoredMail, selectMails } from '../../platform/mail/stored-mail.ts'

const key = 'a-key-that-the-mail-service-has-too-0123456789'

let testApp: TestApp
beforeAll(async () => {
  testApp = await openTestApp({ directory: 'none', settings: { RETURNS_KEY: key } })
})
afterAll(() => testApp.close())

interface Sent {
  payload?: unknown
  signedWith?: string
  minutesAgo?: number
  raw?: string
  headers?: Record<string, string>
}

/** A mail service’s request, signed by the words of the standard and not by its library. */
function tell({ payload, signedWith = key, minutesAgo = 0, raw, headers = {} }: Sent) {
  const body = raw ?? JSON.stringify(payload)
  const time = String(Math.floor(Date.now() / 1000) - minutesAgo * 60)
  const signature = createHmac('sha256', signedWith).update(`msg_1.${time}.${body}`).digest('base64')
  return testApp.app.inject({
    method: 'POST',
    url: '/webhooks/mail-returns',
    headers: {
      'content-type': 'application/json',
      'webhook-id': 'msg_1',
      'webhook-timestamp': time,
      'webhook-signature': `v1,${signature}`,
      ...headers,
    },
    payload: body,
  })
}

const returned = (id: string, given = {}) => ({
  messageId: `<${id}@entente.example>`,
  recipient: 'Claire@ville.example',
  kind: 'hard',
  words: '550 no such\r\n user',
  ...given,
})

const read = async (id: string) =>
  asStoredMail(
    await selectMails(testApp.context.database).where('mail_id', '=', id).executeTakeFirstOrThrow(),
  )

it('takes what a service tells, once, and says what it does not know', async () => {
  const id = await sendMail(testApp.context, sampleMail())
  const payload = [returned(id), returned('01a1b2c3-0000-7000-8000-000000000001')]
  for (let time = 0; time < 2; time++) {
    const answer = await tell({ payload })
    expect([answer.statusCode, answer.json()]).toEqual([200, { recorded: 1, unknown: 1 }])
  }
  expect(await read(id)).toMatchObject({ returnKind: 'hard', returnWords: '550 no such user' })
})

it('takes what is told of a reader’s letter, and refuses the same forged', async () => {
  const mailing = await prepareSampleMailing(testApp, [{ address: 'claire@ville.example' }])
  const { database } = testApp.context
  const { reader_id: reader } = await database
    .updateTable('platform_mailing_reader')
    .set({ attempts: 1, state: 'sent', ended_at: new Date() })
    .where('mailing_id', '=', mailing)
    .returning('reader_id')
    .executeTakeFirstOrThrow()
  const payload = [returned(`${mailing}.${reader}`)]
  const kept = () =>
    database.selectFrom('platform_mailing_reader').select(['return_kind', 'return_words']).execute()
  const forged = await tell({ payload, signedWith: 'another-key-of-more-than-thirty-two-signs' })
  expect([forged.statusCode, await kept()]).toEqual([401, [{ return_kind: null, return_words: null }]])
  expect((await tell({ payload })).json()).toEqual({ recorded: 1, unknown: 0 })
  expect(await kept()).toEqual([{ return_kind: 'hard', return_words: '550 no such user' }])
})

it.each<[string, Sent]>([
  ['with another key', { signedWith: 'another-key-of-more-than-thirty-two-signs' }],
  ['of ten minutes ago', { minutesAgo: 10 }],
  ['of ten minutes from now', { minutesAgo: -10 }],
  ['without a signature', { headers: { 'webhook-signature': '' } }],
  ['of another body', { headers: { 'webhook-id': 'msg_2' } }],
  ['that is no signature', { headers: { 'webhook-signature': 'v1,***' } }],
])('refuses what is signed %s, and changes nothing', async (_, sent) => {
  const id = await sendMail(testApp.context, sampleMail())
  const answer = await tell({ payload: [returned(id)], ...sent })
  expect([answer.statusCode, answer.headers['content-type']]).toEqual([
    401,
    'application/problem+json; charset=utf-8',
  ])
  expect((await read(id)).returnedAt).toBeNull()
})

it.each<[string, Sent, number]>([
  ['a kind that there is not', { payload: [returned('x', { kind: 'spam' })] }, 422],
  ['no Message-ID', { payload: [{ kind: 'hard' }] }, 422],
  ['no list', { payload: returned('x') }, 422],
  ['no JSON', { raw: '[' }, 400],
  ['a thousand and one', { payload: Array.from({ length: 1001 }, () => returned('x')) }, 413],
  ['a form', { raw: 'a=b', headers: { 'content-type': 'application/x-www-form-urlencoded' } }, 415],
])('refuses %s with its reason', async (_, sent, status) => {
  expect((await tell(sent)).statusCode).toBe(status)
})

it('says where it is wrong', async () => {
  const answer = await tell({ payload: [returned('x'), returned('y', { kind: 'spam' })] })
  expect(answer.json()).toMatchObject({ errors: [{ pointer: '/1/kind' }] })
})

it('is not there without a key', async () => {
  const other = await openTestApp({ directory: 'none' })
  const answer = await other.app.inject({
    method: 'POST',
    url: '/webhooks/mail-returns',
    headers: { 'content-type': 'application/json' },
    payload: '[]',
  })
  expect(answer.statusCode).toBe(404)
  await other.close()
})
