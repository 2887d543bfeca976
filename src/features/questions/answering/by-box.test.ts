import { createHmac } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { answerSettings, inboundMail } from '../../../../test/support/inbound-mails.ts'
import { type MailboxServer, startMailboxServer } from '../../../../test/support/mailbox-server.ts'
import { runsWith } from '../../../../test/support/needs.ts'
import { addPeer, ask, follow, openAsking, type QuestionFixture } from '../../../../test/support/questions.ts'
import { postfixReport } from '../../../../test/support/returned-mails.ts'
import { type Reading, readAnswers } from '../../../platform/mail/inbound/answers-job.ts'
import { readInbound } from '../../../platform/mail/inbound/read-inbound.ts'
import { readReturns } from '../../../platform/mail/returns/returns-job.ts'

const said = 'Nous tondons deux fois moins, et les écoles plantent.'
const nobody = { taken: 0, repeated: 0, automatic: 0, left: 0, returned: 0 }

let fixture: QuestionFixture
let address: string
let claire: string
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
  claire = `parcs-${++count}@nantes.example`
  await addPeer(fixture, fixture.nantes, { address: claire })
  await ask(fixture)
  await follow(fixture, '2017-09-04T07:00:00Z')
  const { reply_to: to } = await context.database
    .selectFrom('platform_mail')
    .select('reply_to')
    .where('to_address', '=', claire)
    .executeTakeFirstOrThrow()
  address = to ?? ''
})

const texts = async () =>
  (
    await fixture.testApp.context.database
      .selectFrom('questions_answer')
      .select('words')
      .orderBy('given_at')
      .execute()
  ).map(({ words }) => Object.values(words)[0]?.text)
const answer = (text = said) => inboundMail({ to: address, from: claire, text })

const readHere: Reading = (_services, bytes) => readInbound(bytes, { authserv: answerSettings.MAIL_AUTHSERV })

/** A mail as programs of Korean offices wrote it: its own charset, in eight bits. */
function answerInKorean(): Buffer {
  const words = Buffer.from([
    0xc1, 0xa4, 0xbf, 0xf8, 0xbb, 0xe7, 0xb0, 0xa1, 0x20, 0xb5, 0xb9, 0xba, 0xbe, 0xb4, 0xcf, 0xb4, 0xd9,
    0x2e,
  ])
  const head = inboundMail({ to: address, from: claire, text: '' })
    .toString()
    .replace('charset=utf-8', 'charset=euc-kr')
    .replace('Content-Transfer-Encoding: base64', 'Content-Transfer-Encoding: 8bit')
  return Buffer.concat([
    Buffer.from(`${head.trimEnd()}\r\n\r\n`),
    words,
    Buffer.from('\r\n..et davantage.\r\n'),
  ])
}

describe.runIf(runsWith('dovecot-imapd') && runsWith('dovecot-pop3d'))('answers in a mailbox', () => {
  let server: MailboxServer
  beforeAll(async () => {
    server = await startMailboxServer()
  })
  afterAll(() => server.stop())
  const visit = (url: string, reading?: Reading) => readAnswers(fixture.testApp.application, url, reading)

  test.each(['imapUrl', 'pop3Url'] as const)(
    'are taken by %s, and what is none of ours stays',
    async (way) => {
      const url = server[way]
      const before = server.count()
      const { mail_id: sent } = await fixture.testApp.context.database
        .selectFrom('platform_mail')
        .select('mail_id')
        .where('to_address', '=', claire)
        .executeTakeFirstOrThrow()
      server.deliver(
        answer(),
        answerInKorean(),
        postfixReport({ id: sent, status: '5.1.1', said: '550 5.1.1 User unknown', to: claire }),
        inboundMail({
          to: address,
          from: claire,
          text: 'Absent.',
          headers: ['Auto-Submitted: auto-replied'],
        }),
        inboundMail({ to: 'answers@entente.example', from: claire, text: 'Où est la salle ?' }),
      )
      expect(await visit(url)).toEqual({ ...nobody, taken: 2, returned: 1, automatic: 1, left: before + 1 })
      expect(server.count()).toBe(before + 1)
      const words = (await texts()).join('\n')
      expect(words).toContain(said)
      expect(words).toContain('정원사가 돌봅니다.\n..et davantage.')
      // And is not even fetched again.
      const fetched: Uint8Array[] = []
      const notes: Reading = async (_services, bytes) => {
        fetched.push(bytes)
        return 'failed'
      }
      expect(await visit(url, notes)).toEqual({ ...nobody, left: before + 1 })
      expect(fetched).toEqual([])
    },
  )

  test('come once, were the visit broken off after each was kept, and by the web hook as well', async () => {
    const mail = answer()
    server.deliver(mail)
    const before = server.count()
    // Kept, and the process ends before the mailbox hears of it.
    const ends: Reading = async (_services, bytes) => {
      if (!mail.equals(bytes)) return 'failed'
      await post(bytes)
      throw new Error('killed')
    }
    await expect(visit(server.imapUrl, ends)).rejects.toThrow('killed')
    expect(server.count()).toBe(before)
    expect(await texts()).toEqual([said])
    expect((await visit(server.imapUrl)).repeated).toBe(1)
    expect(server.count()).toBe(before - 1)
    expect((await post(mail)).json()).toEqual({ is: 'repeated' })
    expect(await texts()).toEqual([said])
  })

  test('are not needed to hear that somebody is absent: their note may go to the box of returned mails', async () => {
    server.deliver(
      inboundMail({
        ...{ to: address, from: claire, subject: 'Absence du bureau' },
        text: 'Je suis absente jusqu’au 11 septembre 2017.',
        headers: ['Auto-Submitted: auto-replied'],
      }),
    )
    expect((await readReturns(fixture.testApp.application, server.imapUrl)).automatic).toBe(1)
    const { absent_until: until } = await fixture.testApp.context.database
      .selectFrom('contacts_statement')
      .select('absent_until')
      .executeTakeFirstOrThrow()
    expect(until).toBe('2017-09-11')
  })

  test.each(['imapUrl', 'pop3Url'] as const)(
    'wait an hour where their author wrote more than thirty, and are then taken by %s',
    async (way) => {
      const { clock } = fixture.testApp
      const before = server.count()
      server.deliver(...Array.from({ length: 32 }, (_, number) => answer(`Réponse ${number}.`)))
      expect(await visit(server[way], readHere)).toEqual({ ...nobody, taken: 30, left: before + 2 })
      expect(server.count()).toBe(before + 2)
      const fetched: Uint8Array[] = []
      const notes: Reading = (services, bytes) => {
        fetched.push(bytes)
        return readHere(services, bytes)
      }
      clock.moveTo('2017-09-04T07:59:00Z')
      expect([(await visit(server[way], notes)).taken, fetched]).toEqual([0, []])
      clock.moveTo('2017-09-04T08:01:00Z')
      expect((await visit(server[way], notes)).taken).toBe(2)
      expect([fetched.length, server.count()]).toEqual([2, before])
      expect((await texts())[0]).toMatch(/^Réponse 0\.[\s\S]*Réponse 31\.$/)
    },
  )

  test('are tried again while something of ours is at fault, and stay in the box', async () => {
    server.deliver(answer('Encore un essai.'))
    const before = server.count()
    const fails: Reading = () => Promise.resolve('failed')
    for (let times = 0; times < 4; times++) expect((await visit(server.imapUrl, fails)).taken).toBe(0)
    expect(server.count()).toBe(before)
    expect(await texts()).toEqual([])
  })
})

/** Hands a message over as a mail service does. */
function post(
  bytes: Uint8Array,
  { key = answerSettings.ANSWERS_KEY, minutesAgo = 0, type = 'message/rfc822' } = {},
) {
  const time = Math.floor(Date.now() / 1000) - minutesAgo * 60
  const signature = createHmac('sha256', key)
    .update(Buffer.concat([Buffer.from(`msg_1.${time}.`), bytes]))
    .digest('base64')
  return fixture.testApp.app.inject({
    method: 'POST',
    url: '/webhooks/mail-answers',
    headers: {
      'content-type': type,
      'webhook-id': 'msg_1',
      'webhook-timestamp': String(time),
      'webhook-signature': `v1,${signature}`,
    },
    payload: Buffer.from(bytes),
  })
}

describe('a mail service hands answers over', () => {
  test('as they are, once', async () => {
    const mail = answer()
    const [first, second] = [await post(mail), await post(mail)]
    expect([first.statusCode, first.json(), second.json()]).toEqual([
      200,
      { is: 'taken' },
      { is: 'repeated' },
    ])
    expect(await texts()).toEqual([said])
    expect(
      (await post(inboundMail({ to: 'someone@entente.example', from: claire, text: 'Bonjour.' }))).json(),
    ).toEqual({ is: 'left' })
  })

  test('again after an hour, where their author wrote more than thirty', async () => {
    for (let number = 1; number <= 30; number++) await post(answer(`Réponse ${number}.`))
    const late = answer('Réponse 31.')
    const refused = await post(late)
    expect([refused.statusCode, refused.headers['retry-after']]).toEqual([429, '3600'])
    fixture.testApp.clock.moveTo('2017-09-04T08:01:00Z')
    expect((await post(late)).json()).toEqual({ is: 'taken' })
  })

  test('by its signature alone', async () => {
    const mail = answer()
    for (const wrong of [{ key: 'another-key-of-more-than-thirty-two-signs' }, { minutesAgo: 6 }])
      expect((await post(mail, wrong)).statusCode).toBe(401)
    expect((await post(mail, { type: 'application/json' })).statusCode).toBe(415)
    expect((await post(Buffer.alloc(26 * 1024 * 1024, 'a'))).statusCode).toBe(413)
    expect(await texts()).toEqual([])
    // What is read beside the server says the same.
    expect((await readInbound(mail, { authserv: answerSettings.MAIL_AUTHSERV })).answer.text).toBe(said)
  })
})
