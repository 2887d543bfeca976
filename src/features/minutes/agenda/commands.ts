import type { Context } from '../../../platform/context/context.ts'
import { newId } from '../../../platform/context/identifier.ts'
import type { NewPoint } from './queries.ts'

/** Writes an agenda in order, as part of another command. */
export async function writePoints(
  { database }: Context,
  meetingId: string,
  points: readonly NewPoint[],
): Promise<void> {
  if (points.length === 0) return
  await database
    .insertInto('minutes_point')
    .values(
      points.map((point, position) => ({
        point_id: newId(),
        meeting_id: meetingId,
        title: JSON.stringify(point.title),
        rapporteur: point.rapporteur,
        planned_minutes: point.plannedMinutes,
        position,
      })),
    )
    .execute()
}
