import type { Clock } from '../../../platform/context/clock.ts'

const perHour = 3_600_000
const perDay = 24 * perHour

/** How long a session lasts after its last use: a month, and a working day for who may do anything on this server. */
export function lifetimeMs(isOperator: boolean): number {
  return isOperator ? 8 * perHour : 30 * perDay
}

/** How long it lasts in all, however often it is used: a copied cookie is worth nothing some day, though nobody noticed. */
function longestMs(isOperator: boolean): number {
  return isOperator ? perDay : 90 * perDay
}

/** When a session ends that began then and is used now. */
export function endOfSession(now: Temporal.Instant, begunMs: number, isOperator: boolean): Temporal.Instant {
  const [afterUse, atLast] = [now.epochMilliseconds + lifetimeMs(isOperator), begunMs + longestMs(isOperator)]
  return Temporal.Instant.fromEpochMilliseconds(Math.min(afterUse, atLast))
}

/** How old the last use on record may become before it is written anew: reading a page should seldom write. */
export const noteUseAfterMs = perHour / 4

/** For how many minutes after signing in somebody may change how their account is entered. */
export const freshMinutes = 10

/** Whether somebody has just proved who they are, by whichever way they came in: a cookie may have been copied long ago. */
export function isFresh(clock: Clock, { begunAt }: { begunAt: Date }): boolean {
  return clock.now().epochMilliseconds - begunAt.getTime() <= freshMinutes * 60_000
}
