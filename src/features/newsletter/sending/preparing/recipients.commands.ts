import { sql } from 'kysely'
import type { Context } from '../../../../platform/context/context.ts'
import type { Application } from '../../../../platform/http/application.ts'
import type { MailingReader } from '../../../../platform/mail/mailing/mailing.ts'
import type { Network } from '../../../networks/index.ts'
import type { Morning } from '../../morning.queries.ts'
import { placeOf } from '../../subscribers/link.ts'
import type { Subscription } from '../../subscribers/subscription.ts'
import type { Edition } from './editions.ts'

/** Records the readers of a sending, with language, country and frequency. */
export async function writeReaders(
  { database }: Context,
  sendingId: string,
  readers: readonly Subscription[],
  editionOf: (reader: Subscription) => Edition | null,
): Promise<void> {
  const rows = readers.map((reader) => ({
    sending_id: sendingId,
    subscription_id: reader.id,
    language: reader.language,
    country: reader.country,
    frequency: reader.frequency,
    is_concerned: editionOf(reader) !== null,
  }))
  await sql`
    insert into newsletter_sending_reader (sending_id, subscription_id, language, country, frequency, is_concerned)
    select sending_id, subscription_id, language, country, frequency, is_concerned
    from jsonb_populate_recordset(null::newsletter_sending_reader, ${JSON.stringify(rows)}::text::jsonb)
    on conflict do nothing
  `.execute(database)
}

/** The letters of the readers whom it concerns: each with address, edition and morning. */
export function placesOf(
  { settings, secret }: Pick<Application, 'settings' | 'secret'>,
  network: Network,
  readers: readonly Subscription[],
  editionOf: (reader: Subscription) => Edition | null,
  mornings: ReadonlyMap<string, Morning>,
): MailingReader[] {
  return readers.flatMap((reader) => {
    const edition = editionOf(reader)
    const morning = mornings.get(reader.country)
    if (edition === null || morning === undefined) return []
    const { dueAt, untilAt } = morning
    return [
      {
        id: reader.id,
        version: edition.key,
        name: '',
        ...placeOf(network, reader, { baseUrl: settings.baseUrl, secret }),
        dueAt,
        untilAt,
      },
    ]
  })
}
