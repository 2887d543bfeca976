import { sql } from 'kysely'
import type { Context } from '../../context/context.ts'
import { newId } from '../../context/identifier.ts'
import { inTransaction } from '../../database/transaction.ts'
import type { InterfaceLanguage } from '../../i18n/languages.ts'
import { headerText } from '../header-text.ts'
import { readMailAddress } from '../mail-address.ts'
import { ownWords } from '../returns/mail-return.ts'

/** A letter to many readers. */
export interface Mailing {
  networkId: string | null
  kind: string
  /** See MailList: without domain, and with the name that mail programs show. */
  list: { id: string; name: string }
  replyTo: string | null
  versions: MailingVersion[]
}

/** What readers of one language and audience get; `{{preferences}}`, `{{unsubscribe}}` and `{{name}}` are each reader’s. */
export interface MailingVersion {
  key: string
  language: InterfaceLanguage
  /** The sender in that language, as mail programs show it, at the address of this house. Its own name when left out. */
  sender?: string
  subject: string
  html: string
  text: string
}

export interface MailingReader {
  /** Under which the feature hears of a letter that did not arrive. */
  id: string
  version: string
  address: string
  name: string
  /** Kept until the letter has its outcome, as is the other one: they speak for the reader. */
  preferencesAddress: string
  /** Takes a POST without cookies. */
  unsubscribeAddress: string
  dueAt: Temporal.Instant
  /** It is not begun after that: see `deferReaders`. Whenever it is due by default. */
  untilAt?: Temporal.Instant
}

/** Writes a mailing down; it leaves once it has its readers and is started. Returns its id. */
export async function prepareMailing(context: Context, mailing: Mailing): Promise<string> {
  const id = newId()
  await inTransaction(context, async ({ database, clock }) => {
    await database
      .insertInto('platform_mailing')
      .values({
        mailing_id: id,
        network_id: mailing.networkId,
        kind: mailing.kind,
        state: 'prepared',
        list_id: mailing.list.id,
        list_name: headerText(mailing.list.name, 'name'),
        reply_to: mailing.replyTo,
        prepared_at: clock.now().toString(),
      })
      .execute()
    await addVersions({ database }, id, mailing.versions)
  })
  return id
}

/** Adds versions to a mailing; those that it has are left as they are. */
export async function addVersions(
  { database }: Pick<Context, 'database'>,
  mailingId: string,
  versions: readonly MailingVersion[],
): Promise<void> {
  if (versions.length === 0) return
  await database
    .insertInto('platform_mailing_version')
    .values(
      versions.map(({ key, language, sender = '', subject, html, text }) => ({
        mailing_id: mailingId,
        version_key: key,
        language,
        sender: headerText(sender, 'name'),
        subject: headerText(subject, 'subject'),
        html,
        plain: text,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Adds readers, a batch at a time; leaves those as they are who are among them already. */
export async function addReaders(
  { database, clock }: Context,
  mailingId: string,
  readers: readonly MailingReader[],
): Promise<void> {
  const now = clock.now().toString()
  const rows = readers.map((reader) => {
    const address = readMailAddress(reader.address)
    return {
      mailing_id: mailingId,
      reader_id: reader.id,
      version_key: reader.version,
      to_address: address ?? '',
      to_name: headerText(reader.name, 'name'),
      preferences_address: reader.preferencesAddress,
      unsubscribe_address: reader.unsubscribeAddress,
      due_at: reader.dueAt.toString(),
      next_attempt_at: reader.dueAt.toString(),
      until_at: reader.untilAt?.toString() ?? null,
      // Nobody is left out in silence.
      ...(address === null
        ? { state: 'hard', words: ownWords.noAddress, ended_at: now }
        : { state: 'waiting' }),
    }
  })
  await sql`
    insert into platform_mailing_reader (
      mailing_id, reader_id, version_key, to_address, to_name, preferences_address, unsubscribe_address, due_at,
      next_attempt_at, until_at, state, words, ended_at
    )
    select mailing_id, reader_id, version_key, to_address, to_name, preferences_address, unsubscribe_address, due_at,
      next_attempt_at, until_at, state, words, ended_at
    from jsonb_populate_recordset(null::platform_mailing_reader, ${JSON.stringify(rows)}::text::jsonb)
    on conflict do nothing
  `.execute(database)
}

const from = {
  sending: ['prepared', 'paused'],
  paused: ['sending'],
  cancelled: ['prepared', 'sending', 'paused'],
} as const

/** Starts, pauses, resumes or cancels a mailing; false when it is past that. What is on its way still arrives. */
export async function steerMailing(
  { database, clock }: Context,
  mailingId: string,
  to: keyof typeof from,
): Promise<boolean> {
  const changed = await database
    .updateTable('platform_mailing')
    .set({ state: to, ended_at: to === 'cancelled' ? clock.now().toString() : null })
    .where('mailing_id', '=', mailingId)
    .where('state', 'in', from[to])
    .executeTakeFirst()
  return changed.numUpdatedRows > 0n
}

export interface MailingReport {
  state: string
  waiting: number
  sent: number
  soft: number
  hard: number
}

/** What has become of a mailing so far. */
export async function reportMailing({ database }: Context, mailingId: string): Promise<MailingReport | null> {
  const { rows } = await sql<MailingReport>`
    select m.state,
      count(r.*) filter (where r.state = 'waiting')::int as waiting,
      count(r.*) filter (where r.state = 'sent')::int as sent,
      count(r.*) filter (where r.state = 'soft')::int as soft,
      count(r.*) filter (where r.state = 'hard')::int as hard
    from platform_mailing m
    left join platform_mailing_reader r using (mailing_id)
    where m.mailing_id = ${mailingId}
    group by m.mailing_id
  `.execute(database)
  return rows[0] ?? null
}
