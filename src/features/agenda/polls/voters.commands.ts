import { sql } from 'kysely'
import type { Context } from '../../../platform/context/context.ts'
import { newId } from '../../../platform/context/identifier.ts'
import { inTransaction } from '../../../platform/database/transaction.ts'
import { authorize, Refusal } from '../../../platform/refusal.ts'
import { mayAnswerPoll, mayKeepPoll } from '../policy.ts'
import { notePoll } from './commands.ts'
import { type Answer, type Poll, stateOf } from './poll.ts'
import { findPoll } from './queries.ts'
import { lookUpVoterOf, type Voter } from './voters.queries.ts'

export interface Ballot {
  country: string
  organisationId: string | null
  suitsNone: boolean
  word: string
  /** The language of its words. */
  language: string
  answers: Readonly<Record<string, { answer: Answer; word: string }>>
}

export interface Invited {
  address: string
  name: string
  country: string
  language: string
}

/**
 * Invites a person by their address; one with an account in the network answers as themselves. Returns the voter's id. Refuses once the
 * poll has ended.
 */
export async function inviteVoter(context: Context, poll: Poll, invited: Invited): Promise<string> {
  authorize(mayKeepPoll(context.actor, poll))
  const { database, clock } = context
  const now = clock.now().toString()
  if ((await lockOpenPoll(context, poll)) === null) throw new Refusal('tooLate', 'The poll has ended')
  const person = await lookUpMember(context, poll.networkId, invited.address)
  const stored = await database
    .selectFrom('agenda_poll_voter')
    .select('voter_id as id')
    .where('poll_id', '=', poll.id)
    .where(
      sql<boolean>`lower(address) = lower(${invited.address}) or person_id = ${person?.id ?? null}::uuid`,
    )
    .executeTakeFirst()
  if (stored) return stored.id
  const id = newId()
  await database
    .insertInto('agenda_poll_voter')
    .values({
      voter_id: id,
      poll_id: poll.id,
      person_id: person?.id ?? null,
      name: person ? '' : invited.name,
      address: person ? null : invited.address,
      country: invited.country,
      language: invited.language,
      invited_at: now,
    })
    .execute()
  await notePoll(context, poll, 'invited')
  return id
}

/** A person of the network answers, or changes their answer; false if the poll is closed to answers. */
export async function answerAsPerson(context: Context, poll: Poll, ballot: Ballot): Promise<boolean> {
  const { actor } = context
  authorize(actor.kind === 'person' && mayAnswerPoll(actor, poll.networkId))
  const personId = actor.kind === 'person' ? actor.personId : ''
  return answer(
    context,
    poll,
    async (inside) => {
      const stored = await lookUpVoterOf(inside, poll.id, personId)
      if (stored !== null) return stored.id
      const invited = await claimInvitation(inside, poll.id, personId)
      if (invited !== null) return invited
      const id = newId()
      await inside.database
        .insertInto('agenda_poll_voter')
        .values({
          voter_id: id,
          poll_id: poll.id,
          person_id: personId,
          country: ballot.country,
          language: ballot.language,
        })
        .execute()
      return id
    },
    ballot,
  )
}

/** The holder of a link answers, or changes their answer; false if the poll is closed to answers. */
export function answerByLink(
  context: Context,
  poll: Poll,
  voter: Pick<Voter, 'id'>,
  ballot: Ballot,
): Promise<boolean> {
  return answer(context, poll, async () => voter.id, ballot)
}

async function answer(
  context: Context,
  poll: Poll,
  findVoter: (inside: Context) => Promise<string>,
  ballot: Ballot,
): Promise<boolean> {
  return inTransaction(context, async (inside) => {
    const { database, clock } = inside
    const stored = await lockOpenPoll(inside, poll)
    if (stored === null) return false
    const id = await findVoter(inside)
    await database
      .updateTable('agenda_poll_voter')
      .set({
        country: ballot.country,
        organisation_id: ballot.organisationId,
        answered_at: clock.now().toString(),
        suits_none: ballot.suitsNone,
        word: ballot.word,
        word_language: ballot.language,
      })
      .where('voter_id', '=', id)
      .execute()
    await database.deleteFrom('agenda_poll_answer').where('voter_id', '=', id).execute()
    await database
      .insertInto('agenda_poll_answer')
      .values(
        stored.options.map((option) => ({
          voter_id: id,
          option_id: option.id,
          answer: ballot.answers[option.id]?.answer ?? 'no',
          word: ballot.answers[option.id]?.word ?? '',
        })),
      )
      .execute()
    await notePoll(inside, poll, 'answered')
    return true
  })
}

// One voter of an address, and one answer at a time; they wait while the poll is being closed. Null once it has ended.
async function lockOpenPoll(
  context: Context,
  { id, networkId }: Pick<Poll, 'id' | 'networkId'>,
): Promise<Poll | null> {
  await sql`select 1 from agenda_poll where poll_id = ${id} for update`.execute(context.database)
  const stored = await findPoll(context, networkId, id)
  return stateOf(stored, context) === 'open' ? stored : null
}

// A person who was invited before they had an account is the same voter.
async function claimInvitation(
  { database }: Context,
  pollId: string,
  personId: string,
): Promise<string | null> {
  const claimed = await database
    .updateTable('agenda_poll_voter')
    .set({ person_id: personId, address: null, name: '' })
    .where('poll_id', '=', pollId)
    .where('person_id', 'is', null)
    .where(
      sql<boolean>`lower(address) = (select lower(p.email) from people_person p where p.id = ${personId})`,
    )
    .returning('voter_id as id')
    .executeTakeFirst()
  return claimed?.id ?? null
}

async function lookUpMember({ database, clock }: Context, networkId: string, address: string) {
  const now = clock.now().toString()
  return database
    .selectFrom('people_person as p')
    .select('p.id')
    .where(sql<boolean>`lower(p.email) = lower(${address})`)
    .where(
      sql<boolean>`exists (select 1 from people_role r where r.person_id = p.id and r.network_id = ${networkId}
        and r.starts_at <= ${now} and (r.ends_at is null or r.ends_at > ${now}))`,
    )
    .executeTakeFirst()
}

/** Removes a person’s answer, as if they had not answered; does nothing once the poll has ended. */
export async function removeAnswer(context: Context, poll: Poll, voter: Pick<Voter, 'id'>): Promise<void> {
  await inTransaction(context, async (inside) => {
    if ((await lockOpenPoll(inside, poll)) === null) return
    await inside.database.deleteFrom('agenda_poll_answer').where('voter_id', '=', voter.id).execute()
    await inside.database
      .updateTable('agenda_poll_voter')
      .set({ answered_at: null, suits_none: false, word: '', word_language: '' })
      .where('voter_id', '=', voter.id)
      .execute()
    await notePoll(inside, poll, 'took-back')
  })
}
