import { sql } from 'kysely'
import { dayOf } from '../../../../platform/context/clock.ts'
import type { Context } from '../../../../platform/context/context.ts'
import { digestOf } from '../../../../platform/context/secret-token.ts'
import type { LocalizedName } from '../../../../platform/i18n/localized-text.ts'

type Reading = Pick<Context, 'database' | 'clock'>

/** The owner, language and filter of a secret address; null for an unknown one. */
export async function lookUpFeed({ database, clock }: Reading, secret: string) {
  const found = await database
    .selectFrom('agenda_feed as f')
    .innerJoin('networks_network as n', 'n.network_id', 'f.network_id')
    .select(['f.feed_id as id', 'f.person_id as personId', 'f.language', 'f.parameters', 'n.slug as network'])
    .select(sql<boolean>`f.last_fetched_on is not distinct from ${dayOf(clock)}::date`.as('isFetchedToday'))
    .where('f.secret_digest', '=', digestOf(secret))
    .executeTakeFirst()
  return found ?? null
}

export interface OwnFeed {
  id: string
  language: string
  parameters: string
  madeAt: Date
  renewedAt: Date | null
  /** ISO day. */
  lastFetchedOn: string | null
  network: { slug: string; name: LocalizedName; countries: string[] }
}

/** A person’s secret addresses, the newest first. */
export async function listFeeds(
  { database }: Pick<Context, 'database'>,
  personId: string,
): Promise<OwnFeed[]> {
  return database
    .selectFrom('agenda_feed as f')
    .innerJoin('networks_network as n', 'n.network_id', 'f.network_id')
    .select([
      'f.feed_id as id',
      'f.language',
      'f.parameters',
      'f.made_at as madeAt',
      'f.renewed_at as renewedAt',
    ])
    .select('f.last_fetched_on as lastFetchedOn')
    .select(
      sql<
        OwnFeed['network']
      >`jsonb_build_object('slug', n.slug, 'name', n.name, 'countries', n.countries)`.as('network'),
    )
    .where('f.person_id', '=', personId)
    .orderBy('f.made_at', 'desc')
    .orderBy('f.feed_id', 'desc')
    .execute()
}
