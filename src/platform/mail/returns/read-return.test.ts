import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hostileMails } from '../../../../test/support/hostile-mails.ts'
import {
  absenceNote,
  answer,
  complaint,
  exchangeReport,
  plainReturn,
  postfixReport,
} from '../../../../test/support/returned-mails.ts'
import { reckonedMs } from '../../../../test/support/thread-time.ts'
import { readReturn } from './read-return.ts'

const id = '01a1b2c3-0000-7000-8000-000000000001'
const messageId = `<${id}@entente.example>`

const kindOf = async (bytes: Buffer) => {
  const read = await readReturn(bytes)
  return read.is === 'return' ? read.return.kind : read.is
}

describe('a delivery report', () => {
  it('tells which mail came back, from whom, and why, in the words of the server', async () => {
    const said = '550 5.1.1 <claire@ville.example>: Recipient address rejected: User unknown'
    expect(await readReturn(postfixReport({ id, status: '5.1.1', said }))).toEqual({
      is: 'return',
      return: { messageId, recipient: 'claire@ville.example', kind: 'hard', words: said },
    })
  })

  it('is read without the mail itself, with folded lines', async () => {
    expect(await readReturn(exchangeReport(id))).toEqual({
      is: 'return',
      return: {
        messageId,
        recipient: 'claire@ville.example',
        kind: 'hard',
        words:
          '550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient claire@ville.example not found by SMTP address lookup',
      },
    })
  })

  it.each([
    ['5.1.1', '550 no mailbox here by that name', 'hard'],
    ['5.0.0', '550 5.0.0 No such user here', 'hard'],
    ['5.4.4', 'unable to route: no mail hosts for domain', 'hard'],
    ['5.0.0', '550 5.0.0 존재하지 않는 메일 주소입니다', 'hard'],
    // Its owner will empty it.
    ['5.2.2', '552 5.2.2 Mailbox full', 'soft'],
    ['5.2.1', '550 5.2.1 mailbox over quota', 'soft'],
    ['5.0.0', '554 편지함 용량이 초과되었습니다', 'soft'],
    // That is about us.
    ['5.7.1', '554 5.7.1 Message rejected under suspicion of spam', 'soft'],
    ['5.1.1', '550 5.1.1 blocked using zen.blocklist', 'soft'],
    ['5.7.26', '550 5.7.26 Unauthenticated mail: DMARC policy', 'soft'],
    ['5.3.4', '552 5.3.4 Message too big', 'soft'],
    ['5.1.8', '550 5.1.8 Bad sender’s system address', 'soft'],
    ['4.4.7', 'delivery time expired', 'soft'],
  ])('with %s “%s” is %s', async (status, said, kind) => {
    expect(await kindOf(postfixReport({ id, status, said }))).toBe(kind)
  })

  it.each(['delayed', 'relayed', 'delivered', 'expanded'])('that says “%s” is no return', async (action) => {
    expect(await kindOf(postfixReport({ id, action, status: '4.4.1', said: 'wait' }))).toBe('automatic')
  })
})

it('reads the letter that old servers write, with the mail in it', async () => {
  expect(await readReturn(plainReturn(id, '550 5.1.1 sorry, no such account'))).toEqual({
    is: 'return',
    return: { messageId, recipient: null, kind: 'hard', words: '550 5.1.1 sorry, no such account' },
  })
  expect(await kindOf(plainReturn(id, 'Remote host said: 452 try later'))).toBe('soft')
})

it('reads a complaint, and nothing in the report that something is no junk', async () => {
  expect(await readReturn(complaint(id))).toEqual({
    is: 'return',
    return: {
      messageId,
      recipient: 'claire@ville.example',
      kind: 'complaint',
      words: 'abuse, SomeGenerator/1.0',
    },
  })
  expect(await kindOf(complaint(id, 'not-spam'))).toBe('automatic')
})

it.each([
  'Auto-Submitted: auto-replied',
  'X-Autoreply: yes',
  'X-Auto-Response-Suppress: All',
  'Precedence: auto_reply',
])('knows an absence note by %s', async (header) => {
  expect(await kindOf(absenceNote(header))).toBe('automatic')
})

it('leaves what people write, even when they quote a code', async () => {
  expect(await kindOf(answer())).toBe('other')
  expect(await kindOf(answer(`Message-ID: ${messageId}\n550 5.1.1 user unknown`))).toBe('other')
  expect(await kindOf(absenceNote('Auto-Submitted: no'))).toBe('other')
})

it('takes anything for what it is and never fails', async () => {
  const cut = postfixReport({ id, status: '5.1.1', said: 'User unknown' })
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(
        fc.uint8Array({ maxLength: 2000 }).map((bytes) => Buffer.from(bytes)),
        fc.nat(cut.length).map((length) => cut.subarray(0, length)),
        fc.string({ maxLength: 300 }).map((said) => postfixReport({ id, status: said, said })),
      ),
      async (bytes) => {
        expect(['return', 'automatic', 'other']).toContain((await readReturn(bytes)).is)
      },
    ),
    { numRuns: 150 },
  )
  const nested = `Content-Type: multipart/mixed; boundary=a\r\n\r\n${'--a\r\nContent-Type: multipart/mixed; boundary=a\r\n\r\n'.repeat(500)}`
  expect(await kindOf(Buffer.from(nested))).toBe('other')
})

it.each(hostileMails)('reads $name at once, however many', async ({ of }) => {
  // 4,000 line ends took 36 seconds.
  expect(
    await reckonedMs(() => readReturn(of(process.env.TEST_HOSTILE === 'all' ? 200_000 : 4_000))),
  ).toBeLessThan(500)
})
