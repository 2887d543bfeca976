import { generateKeyPairSync } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { dkimVerify } from 'mailauth/lib/dkim/verify.js'
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest'
import { sampleMail } from '../../../test/support/mailbox.ts'
import { openTestApp, type TestApp } from '../../../test/support/open-test-app.ts'
import { type StandInMailServer, startMailServer } from '../../../test/support/smtp-server.ts'
import { readSettings } from '../settings/settings.ts'
import { createDeliverer } from './delivery/delivery-loop.ts'
import { openSending } from './delivery/sending.ts'
import { dnsRecordOf, loadDkimKey } from './dkim-key.ts'
import type { Mail } from './mail.ts'
import { sendMail } from './send-mail.ts'
import { signMessage } from './sign-message.ts'

const pair = (bits: number) =>
  generateKeyPairSync('rsa', { modulusLength: bits })
    .privateKey.export({ type: 'pkcs8', format: 'pem' })
    .toString()
const pem = pair(2048)
const settings = {
  DKIM_KEY: pem.replaceAll('\n', '\\n'),
  DKIM_SELECTOR: 's1',
  MAIL_FROM: 'a@entente.example',
}
const key = loadDkimKey(readSettings(settings))!

let testApp: TestApp
let server: StandInMailServer
beforeAll(async () => {
  testApp = await openTestApp({ directory: 'none', settings })
  server = await startMailServer()
})
afterAll(async () => {
  await server.close()
  await testApp.close()
})

/** What another program finds, with the record that we ask operators to publish. */
async function verify(raw: Buffer) {
  const record = dnsRecordOf(key)
  const { results } = await dkimVerify(raw, {
    resolver: async (name: string) => {
      if (name !== record.name) throw new Error(`asked for ${name}`)
      return [[record.text]]
    },
  })
  const [first] = results
  return {
    count: results.length,
    result: first?.status.result,
    domain: first?.signingDomain,
    covered: first?.signingHeaders?.keys,
  }
}

async function sent(mail: Partial<Mail>): Promise<Buffer> {
  server.received.length = 0
  await sendMail(testApp.context, sampleMail(mail))
  const deliverer = createDeliverer(
    testApp.application,
    openSending(testApp.application.settings, server.url),
  )
  await deliverer.deliverDue()
  deliverer.stop()
  return server.received[0]!.raw
}

const list = { id: 'a', name: 'Lettre', unsubscribeAddress: 'https://entente.example/u/abc' }

it.each([
  ['a plain mail', {}],
  ['a mail to the readers of a list', { list }],
  [
    'Korean',
    {
      subject: '2026년 한·불 지방정부 교류협력 정기회의 참석 안내',
      to: { address: 'a@b.example', name: '김민준' },
    },
  ],
  [
    'spaces at every place',
    { body: [{ kind: 'paragraph' as const, text: '  a   b \t c  \n\n\n  d é  ' }], subject: 'a  b   c' },
  ],
])('signs %s so that another program finds it whole', async (_, mail) => {
  const raw = await sent(mail)
  expect(await verify(raw)).toMatchObject({ count: 1, result: 'pass', domain: 'entente.example' })
  expect(
    raw
      .toString('latin1')
      .split('\r\n')
      .every((line) => line.length <= 998),
  ).toBe(true)
})

it('covers what says how to leave a list', async () => {
  const { covered } = await verify(await sent({ list }))
  expect(covered?.toLowerCase().split(/[:,]\s*/)).toEqual(
    expect.arrayContaining(['list-unsubscribe', 'list-unsubscribe-post', 'list-id', 'auto-submitted']),
  )
})

it.each([
  ['another word in the text', (text: string) => text.replace('Bonjour', 'Bonsoir')],
  ['another way to leave', (text: string) => text.replace('/u/abc', '/u/xyz')],
  ['a second sender', (text: string) => `From: other@entente.example\r\n${text}`],
  ['a second subject', (text: string) => `Subject: other\r\n${text}`],
])('is broken by %s', async (_, change) => {
  const raw = await sent({ list })
  const changed = change(raw.toString('latin1'))
  expect((await verify(Buffer.from(changed, 'latin1'))).result).not.toBe('pass')
})

it('signs a body that is empty, or ends with empty lines', async () => {
  for (const body of ['', '\r\n\r\n', 'a \r\n\r\n \r\n', ' a']) {
    const message = Buffer.from(`From: a@entente.example\r\nSubject: x\r\n\r\n${body}`)
    expect((await verify(await signMessage(key, message))).result).toBe('pass')
  }
})

it('reads the key from a file, and takes the domain of the sender', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'entente-key-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  writeFileSync(join(folder, 'dkim.pem'), pem)
  const read = loadDkimKey(readSettings({ ...settings, DKIM_KEY: join(folder, 'dkim.pem') }))
  expect(dnsRecordOf(read!)).toEqual(dnsRecordOf(key))
  expect(dnsRecordOf(key).name).toBe('s1._domainkey.entente.example')
  expect(loadDkimKey(readSettings({ ...settings, DKIM_DOMAIN: 'ville.example' }))?.domain).toBe(
    'ville.example',
  )
  expect(loadDkimKey(readSettings({}))).toBeNull()
})

it('refuses a key that receivers would take for none, in one line without the key', () => {
  const load = (text: string) => () => loadDkimKey(readSettings({ DKIM_KEY: text }))
  expect(load(pair(1024))).toThrow('DKIM_KEY takes an RSA key of 2048 bits or more')
  expect(load('/nowhere/dkim.pem')).toThrow('no file that holds one')
  expect(load(`-----BEGIN PRIVATE KEY-----\\nnonsense`)).toThrow(/^DKIM_KEY is no private key in PEM/)
})
