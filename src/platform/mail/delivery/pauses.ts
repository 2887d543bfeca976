const longestPauseMinutes = 24 * 60

/** How long a mail rests after so many failed attempts: 1, 4, 16, 64 minutes and on, a day at most. */
export function pauseAfter(attempts: number): Temporal.Duration {
  return Temporal.Duration.from({ minutes: Math.min(4 ** (attempts - 1), longestPauseMinutes) })
}
