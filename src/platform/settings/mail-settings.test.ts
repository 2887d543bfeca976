import { expect, test } from 'vitest'
import { isOpenDemonstration } from './open-demonstration.ts'
import { readSettings } from './settings.ts'

test.each([
  'smtp://mail.example',
  'smtp://mail.example:25/',
  'smtps://me:p%40ss@mail.example:465',
  'smtp://127.0.0.1:2525',
  'smtp://[::1]:25',
  'smtp://mail.example smtps://me:p%40ss@other.example:465',
])('takes the mail server %s', (SMTP_URL) => {
  expect(readSettings({ SMTP_URL }).smtpUrl).toBe(SMTP_URL)
})

test.each([
  ['http://mail.example', 'http://mail.example'],
  ['mail.example:25', 'mail.example:25'],
  ['smtp://', 'smtp://'],
  ['smtp://mail.example/queue', 'smtp://mail.example/queue'],
  ['smtp://mail.example?pool=true', 'smtp://mail.example?pool=true'],
  ['smtp://mail.example other.example', 'smtp://mail.example other.example'],
  ['smtp://mail.example smtp://me:hid/den@mail.example', 'smtp://…@mail.example'],
  ['smtp://me:hid/den@mail.example', 'smtp://…@mail.example'],
  ['smtp://me:hid%zzden@mail.example', 'smtp://…@mail.example'],
  ['smtp://me:hid@den@mail.example:port', 'smtp://…@mail.example:port'],
])('refuses the mail server %s in one line, without its password', (SMTP_URL, shown) => {
  expect(() => readSettings({ SMTP_URL })).toThrow(
    `SMTP_URL is "${shown}" but takes an address that begins with smtp:// or smtps://: USER:PASSWORD@ if need be, a host, a port`,
  )
})

test.each([
  [{}, 'no-reply@localhost'],
  [{ BASE_URL: 'https://entente.example/' }, 'no-reply@entente.example'],
  [{ BASE_URL: 'http://192.0.2.1:3000' }, 'no-reply@localhost'],
  [{ BASE_URL: 'http://[2001:db8::1]:3000' }, 'no-reply@localhost'],
  [{ BASE_URL: 'https://entente.example', MAIL_FROM: 'lettre@groupe.example' }, 'lettre@groupe.example'],
])('sends with %j from %s', (environment, address) => {
  expect(readSettings(environment).mailFrom.address).toBe(address)
})

test.each(['Entente', 'Entente <>', 'a@b@c', 'Entente <a@b.example>\r\nBcc: c@d.example'])(
  'refuses the sender %j',
  (MAIL_FROM) => {
    expect(() => readSettings({ MAIL_FROM })).toThrow('takes an e-mail address')
  },
)

test.each([
  [{}, true],
  [{ HOST: '127.0.0.1' }, true],
  [{ DEMO: 'none' }, false],
  [{ HOST: '0.0.0.0' }, false],
  [{ HOST: '192.0.2.1' }, false],
  [{ BASE_URL: 'https://entente.example' }, false],
  [{ DATABASE_URL: 'postgres://db/entente' }, false],
  [{ DATABASE_URL: 'postgres://db/entente', DEMO: 'france-coree' }, true],
])('with %j, that the demonstration is open to this machine is %s', (environment, isOpen) => {
  expect(isOpenDemonstration(readSettings(environment))).toBe(isOpen)
})

test.each(['naver.com', '*=0/min', 'naver.com=60', '*=60/week', 'a b=1/s'])(
  'refuses the rates %j',
  (MAIL_RATES) => {
    expect(() => readSettings({ MAIL_RATES })).toThrow('takes rates such as')
  },
)

test.each([
  'imaps://returns:p%40ss@mail.example',
  'imap://returns:pass@localhost:1143/INBOX/Returns',
  'pop3s://returns:pass@mail.example:995',
])('reads returns from %s', (RETURNS_URL) => {
  expect(readSettings({ RETURNS_URL }).returns.url).toBe(RETURNS_URL)
})

test.each([
  'imaps://mail.example',
  'imaps://returns@mail.example',
  'https://returns:pass@mail.example',
  'pop3s://returns:pass@mail.example/INBOX',
  'imaps://returns:pa%zz@mail.example',
])('refuses the mailbox %s in one line', (RETURNS_URL) => {
  expect(() => readSettings({ RETURNS_URL })).toThrow(
    /^RETURNS_URL is "[^"]*" but takes an address that begins/,
  )
})

test('sends mails back to the sender’s address where no other is named', () => {
  expect(readSettings({ MAIL_FROM: 'lettre@groupe.example' }).returns.address).toBe('lettre@groupe.example')
  expect(readSettings({ RETURN_ADDRESS: 'returns@groupe.example' }).returns.address).toBe(
    'returns@groupe.example',
  )
})
