import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { hostileMails } from '../../../../test/support/hostile-mails.ts'
import { sampleMail } from '../../../../test/support/mailbox.ts'
import { type MailboxServer, startMailboxServer } from '../../../../test/support/mailbox-server.ts'
import { runsWith } from '../../../../test/support/needs.ts'
import { openTestApp, type TestApp } from '../../../../test/support/open-test-app.ts'
import {
  absenceNote,
  answer,
  complaint,
  plainReturn,
  postfixReport,
} from '../../../../test/support/returned-mails.ts'
import { soonAfter } from '../../../../test/support/soon-after.ts'
import { newId } from '../../context/identifier.ts'
import { sendMail } from '../send-mail.ts'
import { asStoredMail, selectMails } from '../stored-mail.ts'
import { recordReturn } from './record-return.ts'
import { readReturns } from './returns-job.ts'

let testApp: TestApp
beforeAll(async () => {
  testApp = await openTestApp({ directory: 'none' })
})
afterAll(() => testApp.close())
afterEach(async () => {
  testApp.clock.moveTo('2026-11-02T09:00:00Z')
  await testApp.context.database.deleteFrom('platform_mail').execute()
})

const send = (given = {}) => sendMail(testApp.context, sampleMail(given))
const unknown = '550 5.1.1 User unknown'
const hard = (id: string) => postfixReport({ id, status: '5.1.1', said: unknown })

async function returnOf(id: string) {
  const row = await selectMails(testApp.context.database).where('mail_id', '=', id).executeTakeFirstOrThrow()
  const { returnedAt, returnKind, returnWords } = asStoredMail(row)
  return { returnedAt, returnKind, returnWords }
}

const none = { returnedAt: null, returnKind: null, returnWords: null }

describe.runIf(runsWith('dovecot-imapd') && runsWith('dovecot-pop3d'))('a mailbox', () => {
  let server: MailboxServer
  beforeAll(async () => {
    server = await startMailboxServer()
  })
  afterAll(() => server.stop())

  it.each(['imapUrl', 'pop3Url'] as const)(
    'is read by %s: reports and notes go, answers of people stay',
    async (url) => {
      const before = server.count()
      const [gone, full, junk, plain, waiting] = [
        await send(),
        await send(),
        await send(),
        await send(),
        await send(),
      ]
      server.deliver(
        hard(gone),
        answer(),
        postfixReport({ id: full, status: '5.2.2', said: '552 5.2.2 Mailbox full' }),
        absenceNote(),
        complaint(junk),
        plainReturn(plain, '550 5.1.1 sorry, no such account'),
        postfixReport({ id: waiting, action: 'delayed', status: '4.4.1', said: 'still trying' }),
        // Of another user of this mailbox.
        hard(newId()),
      )
      expect(await readReturns(testApp.application, server[url])).toEqual({
        returned: 4,
        automatic: 2,
        left: before + 2,
      })
      expect(server.count()).toBe(before + 2)
      expect(await returnOf(gone)).toEqual({
        returnedAt: soonAfter('2026-11-02T09:00:00Z'),
        returnKind: 'hard',
        returnWords: unknown,
      })
      expect((await returnOf(full)).returnKind).toBe('soft')
      expect((await returnOf(junk)).returnKind).toBe('complaint')
      expect((await returnOf(plain)).returnKind).toBe('hard')
      expect(await returnOf(waiting)).toEqual(none)
      expect(await readReturns(testApp.application, server[url])).toEqual({
        returned: 0,
        automatic: 0,
        left: before + 2,
      })
    },
  )

  it('is not read anew where a mail said nothing: it stays, and costs nothing more', async () => {
    const before = server.count()
    server.deliver(hostileMails[0]?.of(4_000) ?? Buffer.from(''))
    const visit = () => readReturns(testApp.application, server.imapUrl)
    expect(await visit()).toEqual({ returned: 0, automatic: 0, left: before + 1 })
    // Without a process that could read it, a mail that was put aside is still distinguished from a new one.
    const ended = { ...testApp.application, stopping: AbortSignal.abort(new Error('nothing may be read')) }
    expect(await readReturns(ended, server.imapUrl)).toEqual({ returned: 0, automatic: 0, left: before + 1 })
    server.deliver(answer('Encore un mot.'))
    await expect(readReturns(ended, server.imapUrl)).rejects.toThrow('nothing may be read')
    expect(server.count()).toBe(before + 2)
  })

  it('is read again where its reading came to no end, and put aside after the third time', async () => {
    const before = server.count()
    const id = await send()
    server.deliver(hard(id))
    const fails = async () => 'failed' as const
    const visit = (reading?: typeof fails) =>
      readReturns(testApp.application, server.imapUrl, reading ? { reading } : {})
    expect((await visit(fails)).left).toBe(before + 1)
    expect((await visit()).returned).toBe(1)
    server.deliver(hard(await send()))
    for (let time = 0; time < 3; time++) await visit(fails)
    expect(await visit()).toEqual({ returned: 0, automatic: 0, left: before + 1 })
  })

  it.each(['imapUrl', 'pop3Url'] as const)(
    'that is refused is an error with its reason (%s)',
    async (url) => {
      const address = server[url].replace('secret', 'wrong')
      await expect(readReturns(testApp.application, address)).rejects.toThrow()
    },
  )

  it('with more reports than one visit takes is read in two', async () => {
    const left = server.count()
    const id = await send()
    server.deliver(...Array.from({ length: 8 }, () => hard(id)))
    const first = await readReturns(testApp.application, server.imapUrl, { most: 5 })
    expect(first.returned).toBe(5)
    expect((await readReturns(testApp.application, server.imapUrl)).returned).toBe(3)
    expect(server.count()).toBe(left)
  })
})

describe('what came back', () => {
  const told = (id: string, kind: 'hard' | 'soft' | 'complaint', words: string) =>
    recordReturn(testApp.application, { messageId: `<${id}@entente.example>`, recipient: null, kind, words })

  it('stays as it was when it is told twice, and becomes worse, never better', async () => {
    const id = await send()
    expect(await told(id, 'soft', 'full')).toBe(true)
    testApp.clock.advance({ hours: 1 })
    expect(await told(id, 'soft', 'still full')).toBe(true)
    expect(await returnOf(id)).toMatchObject({
      returnWords: 'full',
      returnedAt: soonAfter('2026-11-02T09:00:00Z'),
    })
    await told(id, 'hard', 'no such user')
    expect(await returnOf(id)).toEqual({
      returnedAt: soonAfter('2026-11-02T10:00:00Z'),
      returnKind: 'hard',
      returnWords: 'no such user',
    })
    await told(id, 'soft', 'full')
    expect((await returnOf(id)).returnKind).toBe('hard')
    await told(id, 'complaint', 'abuse')
    expect((await returnOf(id)).returnKind).toBe('complaint')
  })

  it('is not believed of another recipient, nor of a mail that is not ours', async () => {
    const id = await send()
    const forged = {
      messageId: `<${id}@entente.example>`,
      recipient: 'other@ville.example',
      kind: 'hard' as const,
      words: '',
    }
    expect(await recordReturn(testApp.application, forged)).toBe(false)
    expect(
      await recordReturn(testApp.application, { ...forged, messageId: `<${newId()}@entente.example>` }),
    ).toBe(false)
    expect(await recordReturn(testApp.application, { ...forged, messageId: '<nothing>' })).toBe(false)
    expect(await returnOf(id)).toEqual(none)
    expect(await recordReturn(testApp.application, { ...forged, recipient: 'claire@ville.example' })).toBe(
      true,
    )
  })
})
