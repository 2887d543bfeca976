import { zoneOf } from '../../platform/dates/index.ts'
import { type Holiday, isWorkingDay, sideOf } from '../agenda/planning/index.ts'

const nine = '09:00'

/**
 * When a letter leaves for the readers of a country: nine o’clock on their own clock, on the first working day not before an instant. Days that
 * only places keep do not count; where no holiday is known only weekends are left out.
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
