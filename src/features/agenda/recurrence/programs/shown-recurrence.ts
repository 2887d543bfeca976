import { wallClockOf } from '../../events/programs/wall-clock.ts'
import type { Recurrence } from '../schema.ts'
import type { RecurrenceForPrograms } from './schema.ts'

/** How an event repeats, as programs read it. */
export function showRecurrence({ leftOut, changes, ...rule }: Recurrence): RecurrenceForPrograms {
  return {
    ...rule,
    left_out: leftOut,
    changes: changes.map(({ id, isCancelled, when, startsAt, endsAt, zone, ...texts }) => ({
      day: id,
      cancelled: isCancelled,
      when,
      starts: wallClockOf(startsAt, zone),
      ends: wallClockOf(endsAt, zone),
      ...texts,
    })),
  }
}
