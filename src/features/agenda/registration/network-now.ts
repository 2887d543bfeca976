import type { Context } from '../../../platform/context/context.ts'

/** The instant that a network calls now: the hour of the clock on the day that it calls today. */
export function networkNow({ clock, today }: Pick<Context, 'clock' | 'today'>): Temporal.Instant {
  const time = clock.now().toZonedDateTimeISO('UTC').toPlainTime()
  return Temporal.PlainDate.from(today).toZonedDateTime({ timeZone: 'UTC', plainTime: time }).toInstant()
}
