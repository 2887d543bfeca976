import { sql } from 'kysely'
import { recordActivity } from '../../../../platform/activity/activity.ts'
import { personIdOf } from '../../../../platform/context/actor.ts'
import type { Context } from '../../../../platform/context/context.ts'
import { newId } from '../../../../platform/context/identifier.ts'
import { inTransaction } from '../../../../platform/database/transaction.ts'
import { authorize } from '../../../../platform/refusal.ts'
import { mayHoldSession } from '../../policy.ts'
import { hasCertainDay } from '../queries.ts'
import { type EventDetails, type SessionPlan, slotsOf } from '../session.ts'

export interface HeldEvent {
  id: string
  networkId: string
  holders: readonly string[]
}

/** Opens the bilateral meetings of an event, or changes their settings: slots that stay where they were keep their absences. */
export async function saveSession(context: Context, event: HeldEvent, plan: SessionPlan): Promise<void> {
  authorize(mayHoldSession(context.actor, event))
  await inTransaction(context, async (inside) => {
    const { actor, clock, database } = inside
    const now = clock.now().toString()
    const values = {
      zone: plan.zone,
      hours: JSON.stringify(plan.hours),
      slot_minutes: plan.slotMinutes,
      break_minutes: plan.breakMinutes,
      tables: plan.tables,
      interpreters: plan.interpreters === null ? null : JSON.stringify(plan.interpreters),
      first_side: plan.firstSide,
      usual_quota: plan.usualQuota,
      proposing: plan.proposing,
      takes_requests: plan.takesRequests,
      changed_at: now,
    }
    const before = await database
      .selectFrom('partners_session')
      .select(['first_side', 'published_at'])
      .where('event_id', '=', event.id)
      .forUpdate()
      .executeTakeFirst()
    const { session_id: sessionId } = await database
      .insertInto('partners_session')
      .values({
        session_id: newId(),
        event_id: event.id,
        network_id: event.networkId,
        opened_by: personIdOf(actor),
        opened_at: now,
        ...values,
      })
      .onConflict((conflict) => conflict.column('event_id').doUpdateSet(values))
      .returning('session_id')
      .executeTakeFirstOrThrow()
    await replaceSlots(inside, sessionId, slotsOf(plan))
    // Published meetings still follow the event as participants know it.
    if (!before?.published_at) await goByEvent(inside, sessionId)
    if (before && before.first_side.join() !== plan.firstSide.join())
      await chooseSides(inside, sessionId, plan)
    await recordActivity(inside, {
      networkId: event.networkId,
      verb: 'set-meetings',
      subjectKind: 'activity',
      subjectId: event.id,
    })
  })
}

async function replaceSlots(
  { database }: Context,
  sessionId: string,
  slots: readonly { startsAt: Date; endsAt: Date }[],
): Promise<void> {
  const known = await database
    .selectFrom('partners_session_slot')
    .select(['slot_id', 'starts_at', 'ends_at'])
    .where('session_id', '=', sessionId)
    .execute()
  const keyOf = (startsAt: Date, endsAt: Date) => `${startsAt.toISOString()}/${endsAt.toISOString()}`
  const wanted = new Set(slots.map(({ startsAt, endsAt }) => keyOf(startsAt, endsAt)))
  const gone = known.filter(({ starts_at, ends_at }) => !wanted.has(keyOf(starts_at, ends_at)))
  if (gone.length > 0)
    await database
      .deleteFrom('partners_session_slot')
      .where(
        'slot_id',
        'in',
        gone.map(({ slot_id }) => slot_id),
      )
      .execute()
  const kept = new Set(known.map(({ starts_at, ends_at }) => keyOf(starts_at, ends_at)))
  const added = slots.filter(({ startsAt, endsAt }) => !kept.has(keyOf(startsAt, endsAt)))
  if (added.length === 0) return
  await database
    .insertInto('partners_session_slot')
    .values(
      added.map(({ startsAt, endsAt }) => ({
        slot_id: newId(),
        session_id: sessionId,
        starts_at: startsAt,
        ends_at: endsAt,
      })),
    )
    .execute()
}

// Wishes between two on one side mean nothing any longer.
async function chooseSides(
  { database }: Context,
  sessionId: string,
  { firstSide }: SessionPlan,
): Promise<void> {
  await sql`
    update partners_session_participant p set side = case when o.country = any(${firstSide}::text[]) then 1 else 2 end
    from directory_organisation o where o.organisation_id = p.organisation_id and p.session_id = ${sessionId}
  `.execute(database)
  await removeWithinSides(database, sessionId)
}

/** Removes wishes and rules between two participants that are now on one side. */
export async function removeWithinSides(database: Context['database'], sessionId: string): Promise<void> {
  await sql`
    delete from partners_session_wish w using partners_session_participant one, partners_session_participant other
    where one.participant_id = w.participant_id and other.participant_id = w.other_id and one.side = other.side
      and one.session_id = ${sessionId}
  `.execute(database)
  await sql`
    delete from partners_session_rule r using partners_session_participant one, partners_session_participant other
    where one.participant_id = r.first_id and other.participant_id = r.second_id and (one.side <> 1 or other.side <> 2)
      and r.session_id = ${sessionId}
  `.execute(database)
}

/** Keeps others from changing the input of an assignment until this change is done. */
export async function lockSession({ database }: Context, sessionId: string): Promise<void> {
  await sql`select 1 from partners_session where session_id = ${sessionId} for update`.execute(database)
}

/** From now on hours and meetings are based on the event as it is. */
export async function goByEvent({ database }: Context, sessionId: string): Promise<void> {
  await sql`
    update partners_session s set event_starts_on = case when ${hasCertainDay} then e.starts_on end, event_starts_at = e.starts_at,
      event_zone = e.zone
    from agenda_event e where e.event_id = s.event_id and s.session_id = ${sessionId}
  `.execute(database)
}

/** From now on the present title and place of the event count as announced. */
export async function noteTold(
  { database }: Context,
  sessionId: string,
  { title, venue, place }: EventDetails,
): Promise<void> {
  await database
    .updateTable('partners_session')
    .set({
      told_title: JSON.stringify(title),
      told_venue: JSON.stringify(venue),
      told_place_id: place?.id ?? null,
    })
    .where('session_id', '=', sessionId)
    .execute()
}

/** Notes that the input of runs has changed, and keeps others from changing it at once. */
export async function touchSession({ clock, database }: Context, sessionId: string): Promise<void> {
  await sql`
    update partners_session set changed_at = ${clock.now().toString()}::timestamptz where session_id = ${sessionId}
  `.execute(database)
}
