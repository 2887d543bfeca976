import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { hostileText } from '../../../../test/support/hostile-text.ts'
import { sampleMail } from '../../../../test/support/mailbox.ts'
import { openTestApp, type TestApp } from '../../../../test/support/open-test-app.ts'
import { type ReadMessage, readMime } from '../../../../test/support/read-mime.ts'
import { type StandInMailServer, startMailServer } from '../../../../test/support/smtp-server.ts'
import type { CalendarEvent } from '../../calendar/calendar-event.ts'
import { calendarText } from '../../calendar/reading/calendar-text.ts'
import { readCalendar } from '../../calendar/reading/read-calendar.ts'
import { keepableText } from '../../calendar/writing/escaping.ts'
import { headerText } from '../header-text.ts'
import type { Mail } from '../mail.ts'
import { sendMail } from '../send-mail.ts'
import { createDeliverer } from './delivery-loop.ts'
import { openSending } from './sending.ts'

let testApp: TestApp
let server: StandInMailServer
beforeAll(async () => {
  testApp = await openTestApp({ directory: 'none', settings: { MAIL_FROM: 'no-reply@entente.example' } })
  server = await startMailServer()
})
afterAll(async () => {
  await server.close()
  await testApp.close()
})

/** Sends mails through the server and returns what came out of it, in their order. */
async function send(mails: Mail[]): Promise<ReadMessage[]> {
  server.received.length = 0
  const ids: string[] = []
  for (const mail of mails) ids.push(await sendMail(testApp.context, mail))
  const deliverer = createDeliverer(
    testApp.application,
    openSending(testApp.application.settings, server.url),
  )
  await deliverer.deliverDue()
  deliverer.stop()
  const sent = server.received.map(({ raw }) => readMime(raw))
  return ids.map((id) => sent.find(({ headers }) => headers['message-id']?.[0]?.startsWith(`<${id}@`))!)
}

/** How many recipients a mail program reads in the header: quoted or encoded text is a name. */
function mailboxesIn(raw: Buffer): number {
  const [, to = ''] = /^To: (.*)$/m.exec(raw.toString('latin1').replaceAll(/\r\n[ \t]/g, ' ')) ?? []
  return to
    .replaceAll(/"(?:[^"\\]|\\.)*"/g, '')
    .split(/[,;]/)
    .filter((part) => part.includes('@')).length
}

const names = [
  'from',
  'to',
  'subject',
  'message-id',
  'list-id',
  'list-unsubscribe',
  'content-language',
  'auto-submitted',
  'list-unsubscribe-post',
  'date',
  'mime-version',
  'content-type',
].toSorted()

const attack = fc.oneof(
  hostileText,
  fc.constantFrom(
    'x\r\nBcc: victim@example.org',
    'x\nBcc: victim@example.org\n\n<b>body</b>',
    'x\rSubject: other',
    'x\0y',
    'x\u2028Bcc: a@b.example',
    '=?UTF-8?Q?x=0D=0ABcc:_victim@example.org?=',
    'Claire" <victim@example.org>, "',
    'victim@example.org>',
    '\u202egro.elpmaxe@mitciv',
    '김민준 <victim@example.org>',
    '한'.repeat(10_000),
    'é '.repeat(5_000),
    'x'.repeat(10_000),
    '👩‍👩‍👧‍👦'.repeat(2_000),
  ),
)

it('lets nothing that somebody wrote become a header, a recipient or a part', async () => {
  const texts = fc.record({ name: attack, subject: attack, body: attack, list: attack })
  await fc.assert(
    fc.asyncProperty(fc.array(texts, { minLength: 5, maxLength: 5 }), async (given) => {
      const sent = await send(
        given.map(({ name, subject, body, list }) =>
          sampleMail({
            to: { address: 'claire@ville.example', name },
            subject,
            body: [
              { kind: 'paragraph', text: body },
              { kind: 'facts', facts: [{ label: body, value: { text: body, language: name } }] },
            ],
            list: { id: list, name: list, unsubscribeAddress: 'https://entente.example/u/abc' },
          }),
        ),
      )
      expect(sent).toHaveLength(given.length)
      for (const { to, raw } of server.received) {
        expect(to).toEqual(['claire@ville.example'])
        expect(mailboxesIn(raw)).toBe(1)
      }
      for (const [index, message] of sent.entries()) {
        expect(message.names.map((name) => name.toLowerCase()).toSorted()).toEqual(names)
        expect(message.headers.subject).toEqual([headerText(given[index]!.subject, 'subject') || 'Entente'])
        expect(message.headers.from).toEqual(['no-reply@entente.example'])
        expect(message.headers.to![0]).toMatch(/<?claire@ville\.example>?$/)
        expect(Object.keys(message.parts)).toEqual(['text/plain', 'text/html'])
        expect(message.parts['text/html']).not.toMatch(/<(?:a href="x"|b)>/)
      }
    }),
    { numRuns: 40 },
  )
}, 60_000)

it('encodes Korean and French names and subjects so that any program reads them', async () => {
  const subject = '2026년 한·불 지방정부 교류협력 정기회의 참석 안내 및 사전 자료 송부의 건'
  const [korean, french] = await send([
    sampleMail({ language: 'ko', subject, to: { address: 'minjun@seoul.example', name: '김민준 주무관' } }),
    sampleMail({
      subject: 'Réunion du groupe-pays : « où en est-on ? »',
      to: { address: 'a@b.example', name: 'Zoé d’Évian' },
    }),
  ])
  expect(korean!.headers.subject).toEqual([subject])
  expect(korean!.headers.to).toEqual(['김민준 주무관 <minjun@seoul.example>'])
  expect(french!.headers.subject).toEqual(['Réunion du groupe-pays : « où en est-on ? »'])
  expect(french!.headers.to).toEqual(['Zoé d’Évian <a@b.example>'])
})

it.each([
  'claire@ville.example\r\nBcc: b@c.example',
  'claire@ville.example, b@c.example',
  'Claire <claire@ville.example>',
  'claire@',
  '@ville.example',
  'claire ville@x.example',
  'claire@ville.example>',
  'claire@ville\0.example',
  'claire@-ville.example',
  '김민준@seoul.example',
  `${'x'.repeat(65)}@ville.example`,
  `claire@${'x'.repeat(300)}.example`,
  '',
])('refuses %j as an address', async (address) => {
  await expect(sendMail(testApp.context, sampleMail({ to: { address } }))).rejects.toThrow('no address')
  await expect(sendMail(testApp.context, sampleMail({ replyTo: address }))).rejects.toThrow('no address')
})

it.each(['javascript:alert(1)', '/fr/sign-in', 'data:text/html,x', 'mailto:a@b.example'])(
  'refuses a button that leads to %s',
  async (address) => {
    const mail = sampleMail({ body: [{ kind: 'action', label: 'Ouvrir', address }] })
    await expect(sendMail(testApp.context, mail)).rejects.toThrow('absolute http addresses')
  },
)

it('brings a calendar to mail programs and to calendar programs, whatever somebody wrote in it', async () => {
  await fc.assert(
    fc.asyncProperty(attack, async (text) => {
      const event: CalendarEvent = {
        uid: 'meeting@entente.example',
        stampedAt: new Date('2026-11-02T09:00:00Z'),
        start: { kind: 'instant', at: new Date('2026-11-12T16:30:00Z'), zone: 'Asia/Seoul' },
        summary: { text, language: 'ko' },
      }
      const [message] = await send([sampleMail({ calendar: { method: 'PUBLISH', event } })])
      expect(message!.types.map((type) => type.replace(/; (?:name|charset)=[^;]*/g, ''))).toEqual([
        'text/plain',
        'text/html',
        'text/calendar; method=PUBLISH',
        'application/ics',
      ])
      const { parts } = message!
      expect(parts['application/ics']).toBe(parts['text/calendar'])
      const read = readCalendar(calendarText(Buffer.from(parts['text/calendar']!), 1e8).text, {
        from: 0,
        until: Date.UTC(2030, 0),
        most: 1,
      })
      expect(read).toMatchObject({
        method: 'PUBLISH',
        // Columns that cannot hold a sign store a sign of replacement instead.
        events: [{ ...event, summary: { text: keepableText(text.replaceAll('\0', '\ufffd')).trim() } }],
      })
      expect(read.remarks).toEqual([])
    }),
    { numRuns: 20 },
  )
}, 60_000)
