import { sql } from 'kysely'
import { openSending } from '../../src/platform/mail/delivery/sending.ts'
import { addReaders, prepareMailing, steerMailing } from '../../src/platform/mail/mailing/mailing.ts'
import { createMailingDeliverer } from '../../src/platform/mail/mailing/mailing-deliverer.ts'
import type { TestApp } from './open-test-app.ts'
import type { StandInMailServer } from './smtp-server.ts'

/** Sends a letter of France-Corée to some of its readers, with the answers of the server; returns the id of the mailing. */
export async function sendLetterTo(
  testApp: TestApp,
  server: StandInMailServer,
  addresses: readonly string[],
): Promise<string> {
  const { database } = testApp.context
  const { rows: readers } = await sql<{ id: string; address: string; networkId: string }>`
    select subscription_id as id, address, network_id as "networkId" from newsletter_subscription
    where address = any(${[...addresses]}::text[])
  `.execute(database)
  const id = await prepareMailing(testApp.context, {
    networkId: readers[0]!.networkId,
    kind: 'newsletter.issue',
    list: { id: 'newsletter.france-coree', name: 'Lettre' },
    replyTo: null,
    versions: [
      {
        key: 'fr',
        language: 'fr',
        subject: 'Lettre',
        html: '<a href="{{unsubscribe}}">x</a>',
        text: '{{unsubscribe}}',
      },
    ],
  })
  await addReaders(
    testApp.context,
    id,
    readers.map((reader) => ({
      id: reader.id,
      version: 'fr',
      address: reader.address,
      name: '',
      preferencesAddress: 'https://entente.example/preferences/0123456789abcdef',
      unsubscribeAddress: 'https://entente.example/unsubscribe/0123456789abcdef',
      dueAt: testApp.clock.now(),
    })),
  )
  await steerMailing(testApp.context, id, 'sending')
  const deliverer = createMailingDeliverer(
    testApp.application,
    openSending(testApp.application.settings, server.url),
  )
  await deliverer.deliverDue()
  await deliverer.end()
  return id
}

/** How a report identifies a reader's letter: its Message-ID without the domain. */
export async function letterIdOf(testApp: TestApp, mailingId: string, address: string): Promise<string> {
  const { reader_id: readerId } = await testApp.context.database
    .selectFrom('platform_mailing_reader')
    .select('reader_id')
    .where('mailing_id', '=', mailingId)
    .where('to_address', '=', address)
    .executeTakeFirstOrThrow()
  return `${mailingId}.${readerId}`
}
