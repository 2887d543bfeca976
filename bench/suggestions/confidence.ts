import { Chance } from '../contents/chance.ts'

/** A figure between the ends of its 95 % confidence interval. */
export interface Estimate {
  figure: number
  low: number
  high: number
}

/** A share of some cases, with Wilson’s interval. */
export function shareOf(hits: number, of: number): Estimate {
  const z = 1.96
  const share = hits / of
  const middle = (share + (z * z) / (2 * of)) / (1 + (z * z) / of)
  const half = (z / (1 + (z * z) / of)) * Math.sqrt((share * (1 - share)) / of + (z * z) / (4 * of * of))
  return { figure: share, low: Math.max(0, middle - half), high: Math.min(1, middle + half) }
}

/** The median of some figures, with the interval of a thousand samples drawn from them with replacement. */
export function medianOf(figures: readonly number[], seed = 1): Estimate {
  const chance = new Chance(seed)
  const medians = Array.from({ length: 1000 }, () => median(figures.map(() => chance.oneOf(figures))))
  const sorted = medians.toSorted((one, other) => one - other)
  return { figure: median(figures), low: sorted[24] ?? 0, high: sorted[974] ?? 0 }
}

function median(figures: readonly number[]): number {
  const sorted = figures.toSorted((one, other) => one - other)
  const middle = (sorted.length - 1) / 2
  return ((sorted[Math.floor(middle)] ?? 0) + (sorted[Math.ceil(middle)] ?? 0)) / 2
}
