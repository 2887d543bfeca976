import type { DraftEvent } from './draft-event.ts'
import { keyOf } from './moment.ts'
import type { CalendarRemark } from './remarks.ts'

/**
 * What counts of all that a file says under one uid: the latest version of the event, and of each change of an occurrence. Changes
 * whose event is not in the file are events of their own.
 */
export function newestOf(
  versions: readonly DraftEvent[],
  remarks: CalendarRemark[],
): { masters: DraftEvent[]; changes: DraftEvent[] } {
  const newest = [
    ...Map.groupBy(versions, ({ changeOf }) => (changeOf ? keyOf(changeOf) : null)).values(),
  ].flatMap((same) => {
    const [first, ...older] = same.toSorted(byVersion)
    for (const { event } of older)
      remarks.push({ code: 'olderVersion', subject: event.summary.text, detail: String(event.sequence ?? 0) })
    return first ?? []
  })
  const masters = newest.filter(({ changeOf }) => changeOf === null)
  if (masters.length > 0) return { masters, changes: newest.filter(({ changeOf }) => changeOf !== null) }
  for (const { event } of newest)
    remarks.push({ code: 'changeAlone', subject: event.summary.text, detail: '' })
  return { masters: newest, changes: [] }
}

/** Whether the first was published after the second. */
export const isNewer = (one: DraftEvent, other: DraftEvent) => byVersion(one, other) < 0

function byVersion({ event: one }: DraftEvent, { event: other }: DraftEvent): number {
  return (other.sequence ?? 0) - (one.sequence ?? 0) || other.stampedAt.getTime() - one.stampedAt.getTime()
}
