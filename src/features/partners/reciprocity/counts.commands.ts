import { recordActivity } from '../../../platform/activity/activity.ts'
import { personIdOf } from '../../../platform/context/actor.ts'
import type { Context } from '../../../platform/context/context.ts'
import { inTransaction } from '../../../platform/database/transaction.ts'
import { authorize } from '../../../platform/refusal.ts'
import { maySpeakFor } from '../policy.ts'

interface Counted {
  networkId: string
  eventId: string
  /** The parties of the tie that it concerns: a person who speaks for one says how many visits it counts for. */
  partyIds: readonly string[]
}

/** Says for how many visits an event counts, as its source says; 1 takes it back. */
export async function countVisits(
  context: Context,
  { networkId, eventId, partyIds }: Counted,
  visits: number,
): Promise<void> {
  authorize(partyIds.some((organisationId) => maySpeakFor(context.actor, { networkId, organisationId })))
  await inTransaction(context, async (inside) => {
    await writeVisitCount(inside, eventId, visits)
    await recordActivity(inside, {
      networkId,
      verb: 'counted-visits',
      subjectKind: 'activity',
      subjectId: eventId,
      detail: { visits },
    })
  })
}

/** Writes a count of visits as part of another command, such as loading a network from files. */
export async function writeVisitCount(
  { actor, clock, database, today }: Context,
  eventId: string,
  visits: number,
  knownOn = today,
): Promise<void> {
  await database.deleteFrom('partners_visit_count').where('event_id', '=', eventId).execute()
  if (visits < 2) return
  await database
    .insertInto('partners_visit_count')
    .values({
      event_id: eventId,
      visits,
      stated_by: personIdOf(actor),
      stated_at: clock.now().toString(),
      known_on: knownOn,
    })
    .execute()
}
