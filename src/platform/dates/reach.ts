/** The days on which pages are seen and for which plans are made; beyond them calendars and the database cannot be counted on. */
export const seenDays = { from: '1900-01-01', to: '2200-12-31' } as const

/** The days that facts may have: a town may be older than any plan. */
export const toldDays = { from: '1000-01-01', to: '2200-12-31' } as const

/** Whether an ISO day is one of them. */
export function isWithin({ from, to }: { from: string; to: string }, day: string): boolean {
  return from <= day && day <= to
}
