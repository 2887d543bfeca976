import { sql } from 'kysely'
import type { Context } from '../../../platform/context/context.ts'
import { readEdtf } from '../../../platform/dates/index.ts'
import { removeMailsTo } from '../../../platform/mail/personal-mails.ts'
import { links } from '../links.ts'

const keptMonths = 12

/**
 * Forgets proposals not confirmed within a week, and proposers a year after their event (or after the last action on a proposal): published
 * events stay with their credit, unpublished proposals go.
 */
export async function forgetProposers(context: Context): Promise<void> {
  const { clock, database } = context
  const now = clock.now()
  await database
    .deleteFrom('agenda_proposal')
    .where('confirmed_at', 'is', null)
    .where(
      'created_at',
      '<',
      new Date(now.subtract({ hours: links.confirmationDays * 24 }).epochMilliseconds),
    )
    .execute()
  const limit = now.toZonedDateTimeISO('UTC').subtract({ months: keptMonths })
  const overdue = await listOverdue(context, limit)
  if (overdue.length === 0) return
  await database
    .deleteFrom('agenda_proposal')
    .where('proposal_id', 'in', overdue)
    .where('event_id', 'is', null)
    .execute()
  await forgetSenders(context, overdue)
}

/** Erases, at their wish, all that is kept about the proposer, including the mails to them. */
export async function forgetProposerOf(context: Context, proposalId: string): Promise<void> {
  const { address } = await context.database
    .selectFrom('agenda_proposal')
    .select('sender_address as address')
    .where('proposal_id', '=', proposalId)
    .executeTakeFirstOrThrow()
  if (address === null) return
  const addresses = [address.toLowerCase()]
  await forgetSenders(context, await listProposalIdsFrom(context, addresses))
  await removeMailsTo(context, addresses, 'agenda.proposal')
}

/** The proposals of every network that came from some addresses, in small letters. */
export async function listProposalIdsFrom(
  { database }: Context,
  addresses: readonly string[],
): Promise<string[]> {
  const rows = await database
    .selectFrom('agenda_proposal')
    .select('proposal_id')
    .where(sql`lower(sender_address)`, '=', sql`any(${addresses}::text[])`)
    .execute()
  return rows.map(({ proposal_id }) => proposal_id)
}

/** Erases proposers, the messages exchanged with them, and their links. */
export async function forgetSenders(context: Context, proposalIds: readonly string[]): Promise<void> {
  if (proposalIds.length === 0) return
  const { database } = context
  await database
    .updateTable('agenda_proposal')
    .set({ sender_address: null, sender_name: '' })
    .where('proposal_id', 'in', proposalIds)
    .execute()
  await database.deleteFrom('agenda_proposal_message').where('proposal_id', 'in', proposalIds).execute()
  await links.end(context, { proposal_id: proposalIds })
}

async function listOverdue({ database }: Context, limit: Temporal.ZonedDateTime): Promise<string[]> {
  const { rows } = await sql<{ id: string; when: string | null; endsOn: string | null }>`
    select p.proposal_id as id, p.document ->> 'when' as "when", e.ends_on as "endsOn"
    from agenda_proposal p left join agenda_event e on e.event_id = p.event_id
    where (p.sender_address is not null or p.event_id is null) and p.updated_at < ${limit.toInstant().toString()}
  `.execute(database)
  const day = limit.toPlainDate().toString()
  return rows
    .filter(({ when, endsOn }) => (endsOn ?? (when === null ? '' : readEdtf(when).to)) < day)
    .map(({ id }) => id)
}
