import type { Clock } from '../../../platform/context/clock.ts'

const perHour = 3_600_000
const perDay = 24 * perHour

/** How long a session lasts after its last use: a month, or a working day for operators. */
export function lifetimeMs(isOperator: boolean): number {
  return isOperator ? 8 * perHour : 30 * perDay
}

/** How long a session lasts in all, however often it is used: a copied cookie expires even if nobody noticed the theft. */
function longestMs(isOperator: boolean): number {
  return isOperator ? perDay : 90 * perDay
}

/** The end of a session that began at `begunMs` and is used now. */
export function endOfSession(now: Temporal.Instant, begunMs: number, isOperator: boolean): Temporal.Instant {
  const [afterUse, atLast] = [now.epochMilliseconds + lifetimeMs(isOperator), begunMs + longestMs(isOperator)]
  return Temporal.Instant.fromEpochMilliseconds(Math.min(afterUse, atLast))
}

/** How old the recorded last use may become before it is written again: reading a page should seldom write. */
export const noteUseAfterMs = perHour / 4

/** For how many minutes after signing in a person may change who gets into their account. */
export const freshMinutes = 10

/** Whether the person signed in recently, by any method: a cookie may have been copied long ago. */
export function isFresh(clock: Clock, { begunAt }: { begunAt: Date }): boolean {
  return clock.now().epochMilliseconds - begunAt.getTime() <= freshMinutes * 60_000
}
