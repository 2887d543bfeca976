import { sql } from 'kysely'
import { personIdOf } from '../../../../platform/context/actor.ts'
import type { Context } from '../../../../platform/context/context.ts'
import { inTransaction } from '../../../../platform/database/transaction.ts'
import { authorize } from '../../../../platform/refusal.ts'
import { mayAdvise } from '../../policy.ts'
import type { ConsentAnswer, Expectation } from '../expectation.ts'
import type { Verb } from '../queries.ts'
import { hasClosing, lockExpectation, noteStep } from '../trail.commands.ts'

interface Concerned {
  id: string
  networkId: string
  askerId: string
}

/** The asker’s decision on it, as a step. */
export const consentVerbs = {
  given: 'consentGiven',
  refused: 'consentRefused',
  withdrawn: 'consentWithdrawn',
} as const satisfies Record<ConsentAnswer, Verb>

/** Asks the asker whether others may read what is expected; false where the asker has answered. */
export async function askForConsent(context: Context, expectation: Expectation): Promise<boolean> {
  const { id, networkId, asker } = expectation
  authorize(mayAdvise(context.actor, networkId))
  return inTransaction(context, async (inside) => {
    await lockExpectation(inside, id)
    if (await hasClosing(inside, id)) return false
    const now = inside.clock.now().toString()
    const { rows } = await sql`
      insert into partners_expectation_consent as standing (expectation_id, asked_at, asked_by)
      values (${id}, ${now}, ${personIdOf(inside.actor)}::uuid)
      on conflict (expectation_id) do update set asked_at = excluded.asked_at, asked_by = excluded.asked_by
        where standing.answer is null
      returning expectation_id
    `.execute(inside.database)
    if (rows.length === 0) return false
    await noteStep(inside, expectation, { verb: 'consentAsked', organisationId: asker.id })
    return true
  })
}

/** Records the asker’s decision on consent; false where it comes too late: it was closed, or others read it already. */
export async function answerConsent(
  context: Context,
  { id, networkId, asker }: Expectation,
  answer: ConsentAnswer,
): Promise<boolean> {
  return inTransaction(context, async (inside) => {
    await lockExpectation(inside, id)
    if (await hasClosing(inside, id)) return false
    return writeConsent(inside, { id, networkId, askerId: asker.id }, answer)
  })
}

/** Records the asker’s consent as part of another command. */
export async function writeConsent(
  context: Context,
  { id, networkId, askerId }: Concerned,
  answer: ConsentAnswer,
): Promise<boolean> {
  const { actor, clock, database } = context
  const now = clock.now().toString()
  // What was relayed keeps its consent: there is nothing left to take back.
  const { rows } = await sql`
    insert into partners_expectation_consent as standing (expectation_id, answer, answered_at, answered_by)
    values (${id}, ${answer}, ${now}, ${personIdOf(actor)}::uuid)
    on conflict (expectation_id) do update
      set answer = excluded.answer, answered_at = excluded.answered_at, answered_by = excluded.answered_by
      where standing.answer is distinct from excluded.answer
        and not exists (select 1 from partners_expectation_relay relay where relay.expectation_id = ${id})
    returning expectation_id
  `.execute(database)
  if (rows.length === 0) return false
  await noteStep(context, { id, networkId }, { verb: consentVerbs[answer], organisationId: askerId })
  return true
}
