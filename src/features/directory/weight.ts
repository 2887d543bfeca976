export interface Weighed {
  level: number | null
  kind: string
  population: number | null
}

const levelBonus: Record<number, number> = { 1: 3_000_000, 2: 200_000, 3: 100_000 }

/**
 * Ranks organisations of the same name: upper levels before lower ones, the larger before the smaller, authorities before mere
 * places. A number without unit, below 2³¹. Existence on a day is checked by the search.
 */
export function weightOf({ level, kind, population }: Weighed): number {
  const size = (population ?? 0) + (level === null ? 50_000 : (levelBonus[level] ?? 0)) + 1
  return Math.min(2_000_000_000, Math.round(kind === 'administrative_place' ? size / 2 : size))
}

const levels: Record<string, number> = { level_1: 1, level_2: 2, union_of_municipalities: 3, municipality: 4 }

/** The usual level of a kind, for a country whose organisations give none; null for kinds specific to a country. */
export function usualLevel(kind: string): number | null {
  return levels[kind] ?? null
}
