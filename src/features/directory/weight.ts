export interface Weighed {
  level: number | null
  kind: string
  population: number | null
}

const levelBonus: Record<number, number> = { 1: 3_000_000, 2: 200_000, 3: 100_000 }

/**
 * Which of two organisations of one name comes first: upper levels before lower ones, the larger before the smaller,
 * authorities before mere places. A number without unit, below 2³¹. Whether they exist on a day is asked at search time.
 */
export function weightOf({ level, kind, population }: Weighed): number {
  const size = (population ?? 0) + (level === null ? 50_000 : (levelBonus[level] ?? 0)) + 1
  return Math.min(2_000_000_000, Math.round(kind === 'administrative_place' ? size / 2 : size))
}

const levels: Record<string, number> = { level_1: 1, level_2: 2, union_of_municipalities: 3, municipality: 4 }

/** The level of a kind where no organisation of its country says one; null where kinds are a country's own. */
export function usualLevel(kind: string): number | null {
  return levels[kind] ?? null
}
