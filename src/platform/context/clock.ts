/** The only place where real time is read; tests put a fixed clock in its place. */
export interface Clock {
  now(): Temporal.Instant
}

export const systemClock: Clock = { now: () => Temporal.Now.instant() }

/** Today by the clock, in UTC, as an ISO day. */
export function dayOf(clock: Clock): string {
  return clock.now().toZonedDateTimeISO('UTC').toPlainDate().toString()
}
