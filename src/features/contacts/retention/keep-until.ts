import { type Clock, dayOf } from '../../../platform/context/clock.ts'

/** The ISO day that is this many months from today by the clock. */
export function keepUntil(clock: Clock, months: number): string {
  return Temporal.PlainDate.from(dayOf(clock)).add({ months }).toString()
}

/** How many days before the end coordinators get a warning. */
export const warningDays = 30

/** Whether a day is so near that coordinators have had the warning, or are about to get it. */
export function endsSoon(clock: Clock, retentionUntil: string): boolean {
  return retentionUntil <= Temporal.PlainDate.from(dayOf(clock)).add({ days: warningDays }).toString()
}
