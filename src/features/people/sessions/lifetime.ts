const perHour = 3_600_000
const perDay = 24 * perHour

/** How long a session lasts after its last use: a month, and a working day for who may do anything on this server. */
export function lifetimeMs(isOperator: boolean): number {
  return isOperator ? 8 * perHour : 30 * perDay
}

/** How old the last use on record may become before it is written anew: reading a page should seldom write. */
export const noteUseAfterMs = perHour / 4
