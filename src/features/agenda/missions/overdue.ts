import type { AgendaEvent } from '../events/summary.queries.ts'

/** Whether the debrief of a mission should have been written before an ISO day. */
export function isOverdue({ debrief }: Pick<AgendaEvent, 'debrief'>, today: string): boolean {
  return debrief !== null && debrief.writtenAt === null && debrief.dueOn < today
}
