/** The middle one of some figures and the two ends. */
export interface Spread {
  median: number
  least: number
  most: number
}

/** Median, least and most of at least one figure. */
export function spreadOf(figures: readonly number[]): Spread {
  const sorted = figures.toSorted((a, b) => a - b)
  const middle = (sorted.length - 1) / 2
  const [low, high] = [sorted[Math.floor(middle)], sorted[Math.ceil(middle)]]
  const [least, most] = [sorted[0], sorted.at(-1)]
  if (low === undefined || high === undefined || least === undefined || most === undefined) {
    throw new Error('There is no figure to take a median of')
  }
  return { median: (low + high) / 2, least, most }
}

/** The figure that a given share of all figures does not exceed: 0.95 for p95 (nearest rank). */
export function percentile(figures: readonly number[], share: number): number {
  const sorted = figures.toSorted((a, b) => a - b)
  const figure = sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)]
  if (figure === undefined) throw new Error('There is no figure to take a percentile of')
  return figure
}
