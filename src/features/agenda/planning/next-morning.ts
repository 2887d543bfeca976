import { zoneOf } from '../../../platform/dates/index.ts'
import type { Holiday } from '../holidays/holiday.ts'
import { isWorkingDay, sideOf } from './side.ts'

const nine = '09:00'

/**
 * When a mail leaves for readers of a country: nine o’clock on their clock, on the first working day at or after an instant. Local
 * holidays are ignored; a country without known holidays only has weekends.
 */
export function nextMorning(
  country: string,
  after: Temporal.Instant,
  holidays: readonly Holiday[],
): Temporal.Instant {
  const side = sideOf(country, holidays)
  const timeZone = zoneOf(country)
  let day = after.toZonedDateTimeISO(timeZone).toPlainDate()
  for (;;) {
    const morning = day.toZonedDateTime({ timeZone, plainTime: nine }).toInstant()
    if (Temporal.Instant.compare(morning, after) >= 0 && isWorkingDay(side, day.toString())) return morning
    day = day.add({ days: 1 })
  }
}
