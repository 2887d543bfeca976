import { domainToASCII } from 'node:url'
import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { openMailings } from '../../../../test/support/open-mailings.ts'
import { readMime } from '../../../../test/support/read-mime.ts'

const mailings = openMailings()
const { open, prepare, start, report } = mailings
const none = 'This is no address to which mail can be sent'

const addresses: [string, string, string | null][] = [
  ['with a line end', 'a@b.example\r\nBcc: c@d.example', null],
  ['with a line feed', 'a\n@b.example', null],
  ['with a quoted local part', '"a b"@b.example', null],
  ['with a mailbox beyond ASCII', '지훈@seoul.example', null],
  ['with a domain beyond ASCII', 'mairie@évian.example', 'mairie@xn--vian-9oa.example'],
  ['of three hundred characters', `${'a'.repeat(290)}@b.example`, null],
  ['with a domain of three hundred characters', `a@${'b.'.repeat(146)}example`, null],
  ['that is empty', '', null],
  ['with brackets', 'a@b.example> SIZE=1', null],
  ['with two signs', 'a@b@c.example', null],
]

it.each(addresses)('gives an address %s an outcome, and nobody else a letter', async (_, address, sentTo) => {
  const { testApp, server } = mailings
  const id = await prepare([{ address }, {}])
  await start(id)
  await open().deliverDue()
  const to = [...(sentTo === null ? [] : [sentTo]), 'reader1@ville1.example']
  expect(
    server.received
      .flatMap((mail) => mail.to)
      .map(onTheWire)
      .sort(),
  ).toEqual(to.sort())
  expect(await report(id)).toEqual({
    state: 'done',
    waiting: 0,
    sent: to.length,
    soft: 0,
    hard: sentTo === null ? 1 : 0,
  })
  const { rows } = await sql`select words from platform_mailing_reader where state = 'hard'`.execute(
    testApp.context.database,
  )
  expect(rows).toEqual(sentTo === null ? [{ words: none }] : [])
})

// The mail server reads a domain as people write it.
function onTheWire(address: string): string {
  const [local, domain = ''] = address.split('@')
  return `${local}@${domainToASCII(domain)}`
}

const names = [
  'Eve\r\nBcc: c@d.example',
  'Eve\nSubject: other',
  'Eve\u2028Bcc: c@d.example\u0000',
  '=?UTF-8?Q?Eve=0D=0ABcc:_c@d.example?=',
  '"Eve" <c@d.example>, x',
  'Eve\\" <c@d.example>',
  '지'.repeat(300),
]

it.each(names)('lets the name %j become neither a header nor a recipient', async (name) => {
  const { server } = mailings
  const id = await prepare([{ name, address: 'eve@ville.example' }])
  await start(id)
  await open().deliverDue()
  expect(server.received.map(({ to }) => to)).toEqual([['eve@ville.example']])
  const { headers } = readMime(server.received[0]!.raw)
  expect(headers).not.toHaveProperty('bcc')
  expect(headers.subject).toHaveLength(1)
  expect(headers.to).toHaveLength(1)
  expect(headers.to?.[0]).toMatch(/ <eve@ville\.example>$/)
  expect(headers.to?.[0]?.match(/\r|\n/)).toBeNull()
  const raw = server.received[0]!.raw.toString('latin1')
  expect(
    raw
      .slice(0, raw.indexOf('\r\n\r\n'))
      .split('\r\n')
      .every((line) => line.length <= 998),
  ).toBe(true)
})
