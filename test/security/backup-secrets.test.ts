import { Readable } from 'node:stream'
import { sql } from 'kysely'
import { beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { restoreBackup } from '../../src/platform/database/backup/restore-backup.ts'
import { writeBackup } from '../../src/platform/database/backup/write-backup.ts'
import { createDeliverer } from '../../src/platform/mail/delivery/delivery-loop.ts'
import { openSending } from '../../src/platform/mail/delivery/sending.ts'
import { reportMailing, steerMailing } from '../../src/platform/mail/mailing/mailing.ts'
import { createMailingDeliverer } from '../../src/platform/mail/mailing/mailing-deliverer.ts'
import { removeOldMails } from '../../src/platform/mail/removal-job.ts'
import { sendMail } from '../../src/platform/mail/send-mail.ts'
import { selectMails } from '../../src/platform/mail/stored-mail.ts'
import { sampleMail } from '../support/mailbox.ts'
import { openTestApp, type TestApp } from '../support/open-test-app.ts'
import { openProgram } from '../support/program.ts'
import { prepareSampleMailing } from '../support/sample-mailing.ts'
import { startMailServer } from '../support/smtp-server.ts'
import { tokensNowhere } from '../support/tokens-nowhere.ts'
import { type FurnishedNetwork, openFurnishedNetwork } from './furnished-network.ts'

let fixture: FurnishedNetwork
let program: string
let backup: string
beforeAll(async () => {
  fixture = await openFurnishedNetwork()
  const { testApp, networkId, member } = fixture
  program = (await openProgram(testApp, { networkId })).secret
  await member.post('/fr/sign-in', { address: member.address })
  await vi.waitFor(async () =>
    expect((await secretsIn(testApp)).map(({ kind }) => kind)).toContain('sign-in'),
  )
  await member.post('/fr/account/passkeys/challenge')
  backup = await backUp(testApp)
  return testApp.close
})

async function backUp({ context, application }: TestApp): Promise<string> {
  const pieces: string[] = []
  await writeBackup(context.database, {
    clock: context.clock,
    storage: application.storage,
    write: async (piece) => void pieces.push(piece),
    progress: () => undefined,
  })
  return pieces.join('')
}

/** The secrets in mails: the last part of each address in them. */
async function secretsIn({ context }: TestApp): Promise<{ kind: string; secret: string }[]> {
  const mails = await context.database
    .selectFrom('platform_mail')
    .select(['kind', 'body'])
    .where('is_secret', '=', true)
    .orderBy('kind')
    .execute()
  return mails.flatMap(({ kind, body }) =>
    (body ?? []).flatMap((block) =>
      block.kind === 'action' ? [{ kind, secret: secretOf(block.address) }] : [],
    ),
  )
}

const secretOf = (address: string): string =>
  /[?&]token=([^&]*)/.exec(address)?.[1] ?? address.split('/').at(-1) ?? ''

describe('whoever reads a backup finds in it', () => {
  test('no link of a mail, each of which stands in clear in the outbox', async () => {
    const found = await secretsIn(fixture.testApp)
    expect([...new Set(found.map(({ kind }) => kind))]).toEqual([
      'address-confirmation',
      'agenda.pollLink',
      'agenda.proposal',
      'agenda.registration',
      'briefs.questions',
      'contacts.asking',
      'contacts.consent',
      'contributions.correction',
      'invitation',
      'minutes.convocation',
      'newsletter.subscription',
      'partners.expectationLink',
      'partners.introduction',
      'registry.confirmation',
      'sign-in',
    ])
    for (const { kind, secret } of found) {
      expect(secret.length, kind).toBeGreaterThan(20)
      expect(await tokensNowhere(fixture.testApp, secret), kind).toEqual(['platform_mail'])
      expect(backup.includes(secret), kind).toBe(false)
    }
  })

  test('no link that was handed over, and no token of a program', () => {
    for (const secret of [...Object.values(fixture.secrets).map(secretOf), program]) {
      expect(secret.length).toBeGreaterThan(20)
      expect(backup.includes(secret), secret).toBe(false)
    }
  })

  test('no link of a reader, whose letter waits', async () => {
    const { testApp } = fixture
    const address = 'https://entente.example/preferences/0123456789abcdef0123456789abcdef'
    await prepareSampleMailing(testApp, [{ preferencesAddress: address, unsubscribeAddress: address }])
    expect(await tokensNowhere(testApp, secretOf(address))).toEqual(['platform_mailing_reader'])
    const written = await backUp(testApp)
    expect(written).toContain('"to_address":"reader0@ville0.example"')
    expect(written.includes(secretOf(address))).toBe(false)
  })

  test('no session, and nothing that a passkey was asked', async () => {
    const { database } = fixture.testApp.context
    const sessions = await database.selectFrom('people_session').select('token').execute()
    const asked = await database.selectFrom('people_verification').select('identifier').execute()
    const values = [...sessions.map(({ token }) => token), ...asked.map(({ identifier }) => identifier)]
    expect([sessions.length > 2, asked.length > 0]).toEqual([true, true])
    for (const value of values) expect(backup.includes(value), value).toBe(false)
    expect(backup.includes(fixture.testApp.application.secret)).toBe(false)
  })

  test('what was written to whom all the same, and the texts of other mails', async () => {
    expect(backup).toContain('"to_address":"membre.nouveau@ville.example"')
    const { subject } = await fixture.testApp.context.database
      .selectFrom('platform_mail')
      .select('subject')
      .where('kind', '=', 'invitation')
      .executeTakeFirstOrThrow()
    expect(backup).toContain(JSON.stringify(subject))
  })
})

describe('after a restoration, a mail whose text was left out', () => {
  let testApp: TestApp
  beforeAll(async () => {
    testApp = await openTestApp({ directory: 'none' })
    return testApp.close
  })
  beforeEach(async () => {
    const { database } = testApp.context
    await database.deleteFrom('platform_mail').execute()
    for (const isSecret of [true, false])
      await sendMail(testApp.context, sampleMail({ isSecret, subject: isSecret ? 'secret' : 'plain' }))
    const written = Readable.from([Buffer.from(await backUp(testApp))])
    const { storage, clock } = testApp.application
    await restoreBackup(database, written, { replace: true, clock, storage, progress: () => undefined })
  })

  const states = async () => {
    const mails = await selectMails(testApp.context.database).orderBy('subject').execute()
    return mails.map(({ subject, body, sentAt, failedAt, lastError }) => ({
      subject,
      hasText: body !== null,
      ended: sentAt ? 'sent' : failedAt ? lastError : null,
    }))
  }

  test('is sent to nobody, and says why', async () => {
    const server = await startMailServer()
    const deliverer = createDeliverer(
      testApp.application,
      openSending(testApp.application.settings, server.url),
    )
    await deliverer.deliverDue()
    deliverer.stop()
    await server.close()
    expect(server.received).toHaveLength(1)
    expect(await states()).toEqual([
      { subject: 'plain', hasText: true, ended: 'sent' },
      { subject: 'secret', hasText: false, ended: 'Its text was removed before it could be sent' },
    ])
  })

  test('is sent to no reader again, who has most likely got it since', async () => {
    const { database } = testApp.context
    const id = await prepareSampleMailing(testApp, [{}])
    await steerMailing(testApp.context, id, 'sending')
    const { storage, clock } = testApp.application
    const written = Readable.from([Buffer.from(await backUp(testApp))])
    await restoreBackup(database, written, { replace: true, clock, storage, progress: () => undefined })
    const server = await startMailServer()
    const deliverer = createMailingDeliverer(
      testApp.application,
      openSending(testApp.application.settings, server.url),
    )
    await deliverer.deliverDue()
    await deliverer.end()
    await server.close()
    expect(server.received).toEqual([])
    const { rows } = await sql`select state, words from platform_mailing_reader`.execute(database)
    expect(rows).toEqual([{ state: 'hard', words: 'Its links are in no backup: it was not sent again' }])
    expect(await reportMailing(testApp.context, id)).toMatchObject({ state: 'done', waiting: 0 })
  })

  test('waits for nobody where no mail leaves', async () => {
    await removeOldMails(testApp.application)
    expect(await states()).toEqual([
      { subject: 'plain', hasText: true, ended: null },
      { subject: 'secret', hasText: false, ended: 'It was never sent' },
    ])
  })
})
