import type { Settings } from '../settings/settings.ts'

/** The only place where real time is read; tests put a fixed clock in its place. */
export interface Clock {
  now(): Temporal.Instant
}

export const systemClock: Clock = { now: () => Temporal.Now.instant() }

/**
 * Reads a clock once and returns it as a clock that stays at that instant: for work that asks more than once and needs
 * one instant.
 */
export function readOnce(clock: Clock): Clock {
  const now = clock.now()
  return { now: () => now }
}

/** Today by the clock, in UTC, as an ISO day. */
export function dayOf(clock: Clock): string {
  const number = Math.floor(clock.now().epochMilliseconds / millisecondsADay)
  if (number !== last.number) {
    last = { number, day: new Date(number * millisecondsADay).toISOString().slice(0, 10) }
  }
  return last.day
}

// Every request asks, and the answer changes once a day.
let last = { number: 0, day: '1970-01-01' }
const millisecondsADay = 86_400_000

/** The day on which a group is seen and its writes become known: NOW, else the day its demonstration opens, else today. */
export function ownDay(
  { settings, clock }: { settings: Pick<Settings, 'now'>; clock: Clock },
  opensOn: string | null | undefined,
): string {
  return settings.now ?? opensOn ?? dayOf(clock)
}
