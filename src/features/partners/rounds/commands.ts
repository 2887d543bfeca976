import { sql } from 'kysely'
import { recordActivity } from '../../../platform/activity/activity.ts'
import { personIdOf } from '../../../platform/context/actor.ts'
import type { Context } from '../../../platform/context/context.ts'
import { newId } from '../../../platform/context/identifier.ts'
import { inTransaction } from '../../../platform/database/transaction.ts'
import type { SaidDate } from '../../../platform/dates/index.ts'
import { mergeLocalizedText, type TypedText } from '../../../platform/i18n/localized-text.ts'
import { authorize, Refusal } from '../../../platform/refusal.ts'
import { addDecision } from '../../minutes/index.ts'
import { listMembers } from '../members.queries.ts'
import { mayAdvise } from '../policy.ts'
import type { Round } from './round.ts'

/** Opens the tour de table of a meeting, with a row for each member of the day; one that is open stays as it is. */
export async function openRound(
  context: Context,
  { networkId, meetingId }: { networkId: string; meetingId: string },
): Promise<void> {
  authorize(mayAdvise(context.actor, networkId))
  await inTransaction(context, async (inside) => {
    const { actor, clock, database } = inside
    const id = newId()
    const { numInsertedOrUpdatedRows } = await database
      .insertInto('partners_round')
      .values({
        round_id: id,
        network_id: networkId,
        meeting_id: meetingId,
        opened_at: clock.now().toString(),
        opened_by: personIdOf(actor),
      })
      .onConflict((conflict) => conflict.column('meeting_id').doNothing())
      .executeTakeFirst()
    if (numInsertedOrUpdatedRows !== 1n) return
    const members = await listMembers(inside, networkId)
    if (members.length > 0)
      await database
        .insertInto('partners_round_row')
        .values(members.map((member) => ({ round_id: id, organisation_id: member.id })))
        .execute()
    await noteRound(inside, { id, networkId }, 'opened')
  })
}

/** Asks one more body, which was no member on the day. */
export async function addRow(context: Context, round: Round, organisationId: string): Promise<void> {
  authorize(mayAdvise(context.actor, round.networkId))
  await inTransaction(context, async (inside) => {
    await lockOpen(inside, round)
    await inside.database
      .insertInto('partners_round_row')
      .values({ round_id: round.id, organisation_id: organisationId })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
    await noteRound(inside, round, 'added')
  })
}

export interface NewCommitment {
  wishId: string
  organisationId: string
  text: TypedText
  due: SaidDate
  /** The language in which it is typed. */
  language: string
}

/** Records what a body undertakes because of a wish: a decision of the meeting with an action that is due on a day. */
export async function addCommitment(
  context: Context,
  round: Round,
  commitment: NewCommitment,
): Promise<void> {
  authorize(mayAdvise(context.actor, round.networkId))
  await inTransaction(context, async (inside) => {
    const { text, organisationId, due, language } = commitment
    if (await hasCommitment(inside, commitment)) return
    const decisionId = await addDecision(
      inside,
      { networkId: round.networkId, meetingId: round.meetingId },
      {
        text,
        saidBy: { texts: {}, original: language, reviewed: [] },
        state: 'decided',
        horizon: null,
        quotation: '',
        actions: [{ id: null, text, organisationId, person: '', due }],
      },
      language,
    )
    await inside.database
      .insertInto('partners_round_commitment')
      .values({ wish_id: commitment.wishId, decision_id: decisionId })
      .execute()
    await noteRound(inside, round, 'committed')
  })
}

// An identical commitment may be sent twice, by a second press or on going back: it is one.
async function hasCommitment({ database }: Context, { wishId, organisationId, text }: NewCommitment) {
  await sql`select from partners_round_wish where wish_id = ${wishId} for update`.execute(database)
  const { rows } = await sql`
    select from partners_round_commitment c
    join minutes_decision d on d.decision_id = c.decision_id
    join minutes_action a on a.decision_id = d.decision_id
    where c.wish_id = ${wishId} and d.text = ${JSON.stringify(mergeLocalizedText({}, text))}::jsonb and a.organisation_id = ${organisationId}
  `.execute(database)
  return rows.length > 0
}

/** Ends a round: no further wishes are stated; `isClosed` false opens it again. */
export async function closeRound(context: Context, round: Round, isClosed: boolean): Promise<void> {
  authorize(mayAdvise(context.actor, round.networkId))
  await inTransaction(context, async (inside) => {
    const { actor, clock, database } = inside
    await database
      .updateTable('partners_round')
      .set({
        closed_at: isClosed ? clock.now().toString() : null,
        closed_by: isClosed ? personIdOf(actor) : null,
      })
      .where('round_id', '=', round.id)
      .execute()
    await noteRound(inside, round, isClosed ? 'closed' : 'reopened')
  })
}

/** One change of a round at a time: no wish is stated while it is being closed, and a closed round takes nothing further. */
export async function lockOpen({ database }: Context, { id }: Pick<Round, 'id'>): Promise<void> {
  const { rows } = await sql<{ isClosed: boolean }>`
    select closed_at is not null as "isClosed" from partners_round where round_id = ${id} for update
  `.execute(database)
  if (rows[0]?.isClosed !== false) throw new Refusal('tooLate')
}

/** Records an action in a round, as part of the command that does it. */
export function noteRound(
  context: Context,
  { id, networkId }: Pick<Round, 'id' | 'networkId'>,
  verb: string,
): Promise<void> {
  return recordActivity(context, { networkId, verb, subjectKind: 'round', subjectId: id })
}
