import { sql } from 'kysely'
import { personIdOf } from '../../../../platform/context/actor.ts'
import type { Context } from '../../../../platform/context/context.ts'
import { newId } from '../../../../platform/context/identifier.ts'
import { inTransaction } from '../../../../platform/database/transaction.ts'
import type { LocalizedText } from '../../../../platform/i18n/localized-text.ts'
import type { NotificationContext } from '../../../../platform/mail/notify.ts'
import { authorize } from '../../../../platform/refusal.ts'
import { listMembers } from '../../members.queries.ts'
import { mayAdvise } from '../../policy.ts'
import { askMembers } from '../commands.ts'
import type { Expectation } from '../expectation.ts'
import { notifyOfReply } from '../mails.ts'
import { findLinkedExpectation } from '../queries.ts'
import { hasClosing, lockExpectation, noteStep } from '../trail.commands.ts'
import { findMark } from './ending.queries.ts'

export interface NewRelay {
  /** The organisations to ask; null for all members of the side that was addressed. */
  organisationIds: readonly string[] | null
  /** ISO day. */
  answerBy: string | null
  word: LocalizedText
}

/** The result: nothing where the asker has not consented, a colleague was quicker, or no member is left to be asked. */
export type RelayOutcome = 'done' | 'closed' | 'noConsent' | 'relaying' | 'nobody'

/** Puts an expectation to other members of the side that was addressed. */
export async function relayExpectation(
  context: Context,
  expectation: Expectation,
  { organisationIds, answerBy, word }: NewRelay,
): Promise<RelayOutcome> {
  const { id, networkId, asker, asked } = expectation
  authorize(mayAdvise(context.actor, networkId))
  return inTransaction(context, async (inside) => {
    const { actor, clock, database, today } = inside
    await lockExpectation(inside, id)
    if (await hasClosing(inside, id)) return 'closed'
    if (!(await hasConsent(inside, id))) return 'noConsent'
    const left = await listUnasked(inside, { id, networkId, askerId: asker.id, country: asked.country })
    const wanted = organisationIds === null ? left : left.filter((each) => organisationIds.includes(each))
    if (wanted.length === 0) return 'nobody'
    const relayId = newId()
    const { numAffectedRows } = await sql`
      insert into partners_expectation_relay (relay_id, expectation_id, consent, answer_by, word, relayed_on, relayed_at, relayed_by)
      values (${relayId}, ${id}, 'given', ${answerBy}::date, ${JSON.stringify(word)}::jsonb, ${today}::date,
        ${clock.now().toString()}::timestamptz, ${personIdOf(actor)}::uuid)
      on conflict (expectation_id) where ended_at is null do nothing
    `.execute(database)
    if (numAffectedRows !== 1n) return 'relaying'
    await askMembers(inside, { id, networkId, askerId: asker.id }, wanted, relayId)
    await noteStep(inside, expectation, { verb: 'relayed' })
    return 'done'
  })
}

export type RelayEnd = 'answered' | 'deadline' | 'ended' | 'closed'

/** Ends the collection of answers: the asker gets the reply; false where that was done already. The caller checks who may. */
export async function endRelay(
  context: Context,
  expectation: Pick<Expectation, 'id' | 'networkId'>,
  endedFor: RelayEnd,
): Promise<boolean> {
  const { actor, clock, database, today } = context
  const { numUpdatedRows } = await database
    .updateTable('partners_expectation_relay')
    .set({
      ended_for: endedFor,
      ended_on: today,
      ended_at: clock.now().toString(),
      ended_by: endedFor === 'ended' ? personIdOf(actor) : null,
    })
    .where('expectation_id', '=', expectation.id)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  if (numUpdatedRows !== 1n) return false
  await noteStep(context, expectation, { verb: 'replied' })
  return true
}

/** The members of the side that was addressed that were not asked yet, by their ids. */
export async function listUnasked(
  context: Context,
  { id, networkId, askerId, country }: { id: string; networkId: string; askerId: string; country: string },
): Promise<string[]> {
  const asked = await context.database
    .selectFrom('partners_expectation_request')
    .select('organisation_id')
    .where('expectation_id', '=', id)
    .execute()
  const known = new Set([askerId, ...asked.map((row) => row.organisation_id)])
  const members = await listMembers(context, networkId, country)
  return members.map((member) => member.id).filter((each) => !known.has(each))
}

async function hasConsent({ database }: Context, id: string): Promise<boolean> {
  const { rows } = await sql`
    select 1 from partners_expectation_consent where expectation_id = ${id} and answer = 'given' for share
  `.execute(database)
  return rows.length > 0
}

/** `changed`: the reply differs from what was read, and nothing was sent. `ended`: another person was quicker. */
export type EndingOutcome = 'done' | 'changed' | 'ended'

/** Ends a relay and sends the reply that the sender has read, by its mark. The caller checks who may. */
export async function sendReply(
  notifying: NotificationContext,
  { id, networkId }: Expectation,
  { mark, isAdviser }: { mark: string; isAdviser: boolean },
): Promise<EndingOutcome> {
  return inTransaction(notifying.writing, async (writing) => {
    // No answer comes in between: a member that answers waits for this lock.
    await lockExpectation(writing, id)
    const inside = { ...notifying, writing }
    const stored = await findLinkedExpectation(writing, networkId, id)
    if (stored.relay === null) return 'ended'
    if ((await findMark(inside, stored, isAdviser)) !== mark) return 'changed'
    if (!(await endRelay(writing, stored, 'ended'))) return 'ended'
    await notifyOfReply(inside, { ...stored, relay: null })
    return 'done'
  })
}
