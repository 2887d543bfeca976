import type { Context } from '../../../platform/context/context.ts'
import type { LocalizedText } from '../../../platform/i18n/localized-text.ts'

export type Point = Awaited<ReturnType<typeof listPoints>>[number]

/** The agenda of a meeting in order. */
export async function listPoints({ database }: Context, meetingId: string) {
  return database
    .selectFrom('minutes_point')
    .select(['point_id as id', 'title', 'rapporteur', 'planned_minutes as plannedMinutes'])
    .where('meeting_id', '=', meetingId)
    .where('removed_at', 'is', null)
    .orderBy('position')
    .orderBy('point_id')
    .execute()
}

/** The point that was removed last and can be put back, or null. */
export async function lookUpRemovedPoint({ database }: Context, meetingId: string) {
  const found = await database
    .selectFrom('minutes_point')
    .select(['point_id as id', 'title'])
    .where('meeting_id', '=', meetingId)
    .where('removed_at', 'is not', null)
    .orderBy('removed_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return found ?? null
}

export interface NewPoint {
  title: LocalizedText
  /** The rapporteur, in words. */
  rapporteur: string
  plannedMinutes: number | null
}
