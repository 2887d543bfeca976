import { wallClockOf } from '../../events/api/wall-clock.ts'
import type { Recurrence } from '../schema.ts'
import type { RecurrenceInput } from './schema.ts'

/** How an event repeats, as programs read it. */
export function serializeRecurrence({ leftOut, changes, ...rule }: Recurrence): RecurrenceInput {
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
