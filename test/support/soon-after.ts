/**
 * Matches, in a comparison, an instant, as text or as a Date, that a work of less than a second has read: the clock of tests goes on while
 * it works.
 */
export function soonAfter(instant: string): unknown {
  const from = Date.parse(instant)
  return {
    asymmetricMatch: (found: unknown) => {
      if (!(found instanceof Date) && typeof found !== 'string') return false
      const at = new Date(found).getTime()
      return at >= from && at < from + 1000
    },
    toString: () => 'SoonAfter',
    toAsymmetricMatcher: () => `soon after ${instant}`,
  }
}
