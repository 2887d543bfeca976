import { sql } from 'kysely'
import { personIdOf } from '../../../platform/context/actor.ts'
import type { Context } from '../../../platform/context/context.ts'
import { newId } from '../../../platform/context/identifier.ts'
import { inTransaction } from '../../../platform/database/transaction.ts'
import { mergeLocalizedText, type TypedText } from '../../../platform/i18n/localized-text.ts'
import { authorize, notFound } from '../../../platform/refusal.ts'
import { lockMeeting, noteChange } from '../meetings/commands.ts'
import { mayKeepMeetings } from '../policy.ts'
import { listPoints } from './queries.ts'

export interface Agenda {
  networkId: string
  meetingId: string
}

export interface TypedPoint {
  title: TypedText
  rapporteur: string
  plannedMinutes: number | null
}

/** Adds a point at the end of the agenda. Returns its id. */
export async function addPoint(context: Context, agenda: Agenda, point: TypedPoint): Promise<string> {
  return changing(context, agenda, 'changed-agenda', async (inside) => {
    const id = newId()
    await sql`
      insert into minutes_point (point_id, meeting_id, title, rapporteur, planned_minutes, position)
      select ${id}, ${agenda.meetingId}, ${JSON.stringify(mergeLocalizedText({}, point.title))}::jsonb, ${point.rapporteur},
        ${point.plannedMinutes}::smallint, coalesce(max(position), -1) + 1
      from minutes_point where meeting_id = ${agenda.meetingId}
    `.execute(inside.database)
    return id
  })
}

export async function changePoint(
  context: Context,
  agenda: Agenda,
  pointId: string,
  point: TypedPoint,
): Promise<void> {
  await changing(context, agenda, 'changed-agenda', async (inside) => {
    const before =
      (await listPoints(inside, agenda.meetingId)).find(({ id }) => id === pointId) ?? notFound(pointId)
    await inside.database
      .updateTable('minutes_point')
      .set({
        title: JSON.stringify(mergeLocalizedText(before.title, point.title)),
        rapporteur: point.rapporteur,
        planned_minutes: point.plannedMinutes,
      })
      .where('point_id', '=', pointId)
      .execute()
  })
}

/** Moves a point one place up or down; does nothing at the end of the list. */
export async function movePoint(
  context: Context,
  agenda: Agenda,
  pointId: string,
  by: -1 | 1,
): Promise<void> {
  await changing(context, agenda, 'changed-agenda', async (inside) => {
    const ids = (await listPoints(inside, agenda.meetingId)).map(({ id }) => id)
    const at = ids.indexOf(pointId)
    const to = at + by
    if (at < 0) notFound(pointId)
    if (to < 0 || to >= ids.length) return
    const moved = ids.toSpliced(at, 1).toSpliced(to, 0, pointId)
    await sql`
      update minutes_point set position = place.position
      from unnest(${moved}::uuid[]) with ordinality as place (id, position)
      where point_id = place.id
    `.execute(inside.database)
  })
}

/** Removes a point, or puts it back where it was. */
export async function removePoint(
  context: Context,
  agenda: Agenda,
  pointId: string,
  { isBack }: { isBack: boolean },
): Promise<void> {
  await changing(context, agenda, 'changed-agenda', async (inside) => {
    const { numUpdatedRows } = await inside.database
      .updateTable('minutes_point')
      .set(
        isBack
          ? { removed_at: null, removed_by: null }
          : { removed_at: inside.clock.now().toString(), removed_by: personIdOf(inside.actor) },
      )
      .where('point_id', '=', pointId)
      .where('meeting_id', '=', agenda.meetingId)
      .executeTakeFirst()
    if (numUpdatedRows !== 1n) notFound(pointId)
  })
}

async function changing<T>(
  context: Context,
  { networkId, meetingId }: Agenda,
  verb: string,
  work: (inside: Context) => Promise<T>,
): Promise<T> {
  authorize(mayKeepMeetings(context.actor, networkId))
  return inTransaction(context, async (inside) => {
    await lockMeeting(inside, meetingId)
    const result = await work(inside)
    await noteChange(inside, { networkId, meetingId, verb })
    return result
  })
}
