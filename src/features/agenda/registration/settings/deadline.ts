import { hourTrouble, instantOf } from '../../../../platform/dates/index.ts'
import { type FieldError, fieldError } from '../../../../platform/input/form.ts'
import type { AgendaEvent } from '../../events/summary.queries.ts'
import type { Terms } from '../terms.ts'

interface TypedDeadline {
  untilDay: string
  /** `HH:MM`; the end of the day where none was given. */
  untilTime: string | null
  zone: string
}

/** The deadline for registration, or what is wrong with it: it cannot be after the end of the event. */
export function readDeadline(
  event: Pick<AgendaEvent, 'startsAt' | 'endsAt' | 'endsOn'>,
  { untilDay, untilTime, zone }: TypedDeadline,
): Pick<Terms, 'until' | 'zone'> | FieldError {
  const trouble = hourTrouble(untilDay, untilTime ?? '23:59', zone)
  if (trouble) return fieldError('untilTime', trouble)
  const until = instantOf(untilDay, untilTime ?? '23:59', zone)
  const end = event.endsAt ?? event.startsAt
  const isAfter =
    end === null ? event.endsOn !== null && untilDay > event.endsOn : until.epochMilliseconds > end.getTime()
  if (isAfter) return fieldError('untilDay', 'agenda.error.registrationAfterEvent')
  return { until: new Date(until.epochMilliseconds), zone }
}

/** The deadline as its fields hold it, on the clock of its zone. */
export function deadlineToType({ until, zone }: Pick<Terms, 'until' | 'zone'>) {
  const on = Temporal.Instant.fromEpochMilliseconds(until.getTime()).toZonedDateTimeISO(zone)
  return {
    untilDay: on.toPlainDate().toString(),
    untilTime: on.toPlainTime().toString({ smallestUnit: 'minute' }),
    zone,
  }
}
