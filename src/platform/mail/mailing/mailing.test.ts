import { generateKeyPairSync } from 'node:crypto'
import { sql } from 'kysely'
import { dkimVerify } from 'mailauth/lib/dkim/verify.js'
import { expect, it } from 'vitest'
import { many, openMailings } from '../../../../test/support/open-mailings.ts'
import { readMime } from '../../../../test/support/read-mime.ts'
import { dnsRecordOf, loadDkimKey } from '../dkim-key.ts'
import { steerMailing } from './mailing.ts'

const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
const mailings = openMailings({
  DKIM_KEY: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  MAIL_FROM: 'Groupe-pays <lettre@entente.example>',
})
const { open, prepare, start, report } = mailings

it('brings each reader a letter of their own, signed so that another program finds it whole', async () => {
  const names = [
    'Claire Martin',
    '김민준 주무관 한·불 지방정부 교류협력 정기회의',
    'O’Neil, "Zoé" <a@b.example>',
    '',
  ]
  const id = await prepare(names.map((name) => ({ name })))
  await start(id)
  await open().deliverDue()
  expect(mailings.server.received).toHaveLength(4)
  const record = dnsRecordOf(loadDkimKey(mailings.testApp.application.settings)!)
  for (const { raw, to } of mailings.server.received) {
    const at = Number(/reader(\d)/.exec(to[0]!)![1])
    const { headers, parts } = readMime(raw)
    const { results } = await dkimVerify(raw, { resolver: async () => [[record.text]] })
    expect(results[0]?.status.result).toBe('pass')
    expect(headers).toMatchObject({
      from: ['"Groupe-pays" <lettre@entente.example>'],
      to: [names[at] === '' ? to[0] : `${names[at]} <${to[0]}>`],
      subject: ['소식지 제12호, à lire'],
      'list-id': ['"Lettre du groupe-pays" <newsletter.france-coree.entente.example>'],
      'list-unsubscribe': [`<https://entente.example/u/${at}>`],
      'list-unsubscribe-post': ['List-Unsubscribe=One-Click'],
      'content-language': ['ko'],
      date: ['Mon, 02 Nov 2026 09:00:00 +0000'],
    })
    expect(headers).not.toHaveProperty('precedence')
    expect(parts['text/plain']).toBe(
      `Bonjour ${names[at]},\n\n  deux  espaces \n\nÀ bientôt : https://entente.example/p/${at}?a=1&b=2\nhttps://entente.example/u/${at}\n`,
    )
    expect(parts['text/html']).toContain(`href="https://entente.example/p/${at}?a=1&amp;b=2"`)
    expect(parts['text/html']).not.toContain('<a@b')
  }
  expect(await report(id)).toEqual({ state: 'done', waiting: 0, sent: 4, soft: 0, hard: 0 })
})

it('keeps the links that speak for a reader no longer than the letter waits', async () => {
  const { server, testApp } = mailings
  server.behave({ refuse: 452, words: 'Full', at: 'recipient' })
  const id = await prepare([{}])
  await start(id)
  const links = async () => {
    const { rows } = await sql`
      select state, preferences_address as preferences, unsubscribe_address as leaving from platform_mailing_reader
    `.execute(testApp.context.database)
    return rows
  }
  await open().deliverDue()
  expect(await links()).toEqual([
    {
      state: 'waiting',
      preferences: 'https://entente.example/p/0?a=1&b=2',
      leaving: 'https://entente.example/u/0',
    },
  ])
  server.behave('accept')
  testApp.clock.advance({ hours: 1 })
  await open().deliverDue()
  expect(await links()).toEqual([{ state: 'sent', preferences: null, leaving: null }])
})

it('sends each of three hundred letters once, with two processes at work', async () => {
  const id = await prepare(many(300))
  await start(id)
  const tried = await Promise.all([open().deliverDue(), open().deliverDue()])
  expect(tried[0]! + tried[1]!).toBe(300)
  expect(mailings.counted()).toEqual({ received: 300, distinct: 300, twice: 0 })
  expect(await open().deliverDue()).toBe(0)
})

it('waits for each reader’s hour, for the start, and through a pause; a cancelled one sends nothing more', async () => {
  const id = await prepare([
    {},
    { dueAt: mailings.testApp.clock.now().add({ hours: 8 }) },
    { dueAt: mailings.testApp.clock.now().add({ hours: 16 }) },
  ])
  const deliverer = open()
  expect(await deliverer.deliverDue()).toBe(0)
  await start(id)
  expect(await deliverer.deliverDue()).toBe(1)
  mailings.testApp.clock.advance({ hours: 8 })
  expect(await steerMailing(mailings.testApp.context, id, 'paused')).toBe(true)
  expect(await deliverer.deliverDue()).toBe(0)
  await start(id)
  expect(await deliverer.deliverDue()).toBe(1)
  mailings.testApp.clock.advance({ hours: 8 })
  await steerMailing(mailings.testApp.context, id, 'cancelled')
  expect(await deliverer.deliverDue()).toBe(0)
  expect(await start(id)).toBe(false)
  expect(await report(id)).toEqual({ state: 'cancelled', waiting: 1, sent: 2, soft: 0, hard: 0 })
})

it('ends with the server’s words after a refusal for good, and for an address that is none', async () => {
  mailings.server.behave({ refuse: 550, words: 'No such user here', at: 'recipient' })
  const id = await prepare([{}, { address: 'a@b.example\r\nBcc: c@d.example' }])
  await start(id)
  await open().deliverDue()
  expect(await report(id)).toEqual({ state: 'done', waiting: 0, sent: 0, soft: 0, hard: 2 })
  const { rows } = await sql`select words from platform_mailing_reader order by to_address`.execute(
    mailings.testApp.context.database,
  )
  expect(rows).toEqual([
    { words: 'This is no address to which mail can be sent' },
    { words: '550 No such user here' },
  ])
})

it('tries again after refusals for now, and gives up after some days', async () => {
  mailings.server.behave({ refuse: 452, words: 'Full', at: 'recipient' })
  const id = await prepare([{}])
  await start(id)
  const deliverer = open()
  let tried = 0
  for (let hour = 0; hour < 24 * 8; hour++) {
    tried += await deliverer.deliverDue()
    mailings.pass({ hours: 1 })
  }
  expect(tried).toBeGreaterThan(4)
  expect(tried).toBeLessThanOrEqual(9)
  expect(await report(id)).toEqual({ state: 'done', waiting: 0, sent: 0, soft: 1, hard: 0 })
})
