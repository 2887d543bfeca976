import { sql } from 'kysely'
import type { Context } from '../../../platform/context/context.ts'
import { removeMailsTo } from '../../../platform/mail/personal-mails.ts'
import { voterLinks } from '../links.ts'
import { notePoll } from './commands.ts'
import type { Poll } from './poll.ts'
import type { Voter } from './voters.queries.ts'

const keptMonths = 12

/**
 * Forgets, a year after the deadline of a poll (or after its last change), people who were invited without an account: their answers stay
 * as answers of their side.
 */
export async function forgetVoters(context: Context): Promise<void> {
  const { clock, database } = context
  const limit = clock.now().toZonedDateTimeISO('UTC').subtract({ months: keptMonths }).toInstant().toString()
  const rows = await database
    .selectFrom('agenda_poll_voter as v')
    .innerJoin('agenda_poll as p', 'p.poll_id', 'v.poll_id')
    .select('v.voter_id as id')
    .where('p.deadline', '<', sql<Date>`${limit}`)
    .where('p.updated_at', '<', sql<Date>`${limit}`)
    .where('v.address', 'is not', null)
    .execute()
  await makeNameless(
    context,
    rows.map(({ id }) => id),
  )
}

/** Erases, at their wish, the identity of a person who was invited, with what they wrote and the mails to them. */
export async function forgetVoter(context: Context, poll: Poll, voter: Voter): Promise<void> {
  await makeNameless(context, [voter.id])
  if (voter.address !== null) await removeMailsTo(context, [voter.address.toLowerCase()], 'agenda.pollLink')
  await notePoll(context, poll, 'forgotten')
}

/** Erases a person from all polls, found by their addresses (in small letters) and their account. */
export async function forgetVotersOf(
  context: Context,
  { addresses, personId }: { addresses: readonly string[]; personId: string | null },
): Promise<void> {
  const { database } = context
  const rows = await database
    .selectFrom('agenda_poll_voter')
    .select('voter_id as id')
    .where(sql<boolean>`lower(address) = any(${[...addresses]}::text[]) or person_id = ${personId}::uuid`)
    .execute()
  await makeNameless(
    context,
    rows.map(({ id }) => id),
  )
}

// An answer stays an answer of its side; of a person who has not answered nothing stays.
async function makeNameless(context: Context, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  const { database } = context
  await database
    .deleteFrom('agenda_poll_voter')
    .where('voter_id', 'in', ids)
    .where('answered_at', 'is', null)
    .execute()
  await database
    .updateTable('agenda_poll_voter')
    .set({ person_id: null, name: '', address: null, organisation_id: null, word: '', word_language: '' })
    .where('voter_id', 'in', ids)
    .execute()
  await database.updateTable('agenda_poll_answer').set({ word: '' }).where('voter_id', 'in', ids).execute()
  await voterLinks.end(context, { voter_id: ids })
}
