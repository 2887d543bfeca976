import { sql } from 'kysely'
import type { Context } from '../../platform/context/context.ts'
import { asStoredMail, type StoredMail, selectMails } from '../../platform/mail/stored-mail.ts'
import { notFound } from '../../platform/refusal.ts'
import type { OutboxFilter } from './outbox-filter.ts'
import type { Viewer } from './policy.ts'

export interface Outbox {
  networkId: string
  viewer: Viewer
}

/** The mails of an outbox, the latest first. */
export async function listMails(
  context: Context,
  outbox: Outbox,
  filter: OutboxFilter,
  { limit, offset }: { limit: number; offset: number },
): Promise<StoredMail[]> {
  const rows = await selectMails(context.database)
    .where(isIn(outbox))
    .where(matches(filter))
    .orderBy('mail_id', 'desc')
    .limit(limit)
    .offset(offset)
    .execute()
  return rows.map(asStoredMail)
}

/** How many mails of an outbox there are, counted up to `most`. */
export async function countMails(
  context: Context,
  outbox: Outbox,
  filter: OutboxFilter,
  most: number,
): Promise<number> {
  const counted = context.database
    .selectFrom('platform_mail')
    .select('mail_id')
    .where(isIn(outbox))
    .where(matches(filter))
    .limit(most)
    .as('counted')
  const { count } = await context.database
    .selectFrom(counted)
    .select(sql<number>`count(*)::int`.as('count'))
    .executeTakeFirstOrThrow()
  return count
}

/** The kinds of mail that an outbox holds. */
export async function listKinds(context: Context, outbox: Outbox): Promise<string[]> {
  const rows = await context.database
    .selectFrom('platform_mail')
    .select('kind')
    .distinct()
    .where(isIn(outbox))
    .orderBy('kind')
    .execute()
  return rows.map(({ kind }) => kind)
}

/** One mail of an outbox, or 404. */
export async function findMail(context: Context, outbox: Outbox, id: string): Promise<StoredMail> {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) notFound(id)
  const row = await selectMails(context.database)
    .where('mail_id', '=', id)
    .where(isIn(outbox))
    .executeTakeFirst()
  return row ? asStoredMail(row) : notFound(id)
}

function isIn({ networkId, viewer }: Outbox) {
  return viewer.ofNoNetwork
    ? sql<boolean>`(network_id = ${networkId} or network_id is null)`
    : sql<boolean>`network_id = ${networkId}`
}

const inState = {
  waiting: sql<boolean>`next_attempt_at is not null and last_error is null`,
  retrying: sql<boolean>`next_attempt_at is not null and last_error is not null`,
  sent: sql<boolean>`sent_at is not null and returned_at is null`,
  failed: sql<boolean>`failed_at is not null and returned_at is null`,
  returned: sql<boolean>`returned_at is not null`,
}

function matches({ kind, state }: OutboxFilter) {
  const ofKind = kind === null ? sql<boolean>`true` : sql<boolean>`kind = ${kind}`
  return sql<boolean>`${ofKind} and ${state === null ? sql`true` : inState[state]}`
}
