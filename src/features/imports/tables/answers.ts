import { fold } from '../../../platform/search/index.ts'
import type { Way } from '../parts/part-rules.ts'

/**
 * What somebody has said of a spelling: the slug of the organisation, that it is a new one, that it is the one that an earlier row writes
 * alike, that it is a town of the world by its GeoNames number, or that its rows are left out.
 */
export type PartyAnswer = { slug: string } | { geonames: string } | 'new' | 'same' | 'leave'

/** What becomes of rows that name whom an earlier row names: one record, one for each, or none of the later ones. */
export const repeatAnswers = ['merge', 'apart', 'leave'] as const
export type RepeatAnswer = (typeof repeatAnswers)[number]

/** Whether names abroad that the gazetteer of the world knows are its towns, or municipalities of which the table alone tells. */
export const townAnswers = ['take', 'plain'] as const
export type TownAnswer = (typeof townAnswers)[number]

/** Which of two values stands: that of the registry, that of the table, or both side by side. */
export const differenceAnswers = ['keep', 'replace', 'beside'] as const
export type DifferenceAnswer = 'keep' | Way

/** All that somebody has said of a table. */
export interface Answers {
  parties: ReadonlyMap<string, PartyAnswer>
  repeats: RepeatAnswer | null
  towns: TownAnswer | null
  /** By the key of a difference, else by the part of which it is, for all. */
  differences: ReadonlyMap<string, DifferenceAnswer>
}

// No folded name has this sign.
const mark = '='
export const repeatsKey = `${mark}repeats`
export const townsKey = `${mark}towns`

/** Under which key the answer to one difference is kept, or that for a whole part. */
export function differenceKey(of: string): string {
  return `${mark}differs ${of}`
}

/** Answers as they are kept, by spelling, by folded name or by the keys above. */
export function answersOf(given: Readonly<Record<string, string>>): Answers {
  const parties = new Map<string, PartyAnswer>()
  const differences = new Map<string, DifferenceAnswer>()
  for (const [key, answer] of Object.entries(given)) {
    if (!key.startsWith(mark)) parties.set(key.includes('|') ? key : fold(key), partyAnswer(answer))
    const way = differenceAnswers.find((each) => each === answer)
    if (way && key.startsWith(differenceKey(''))) differences.set(key.slice(differenceKey('').length), way)
  }
  return {
    parties,
    differences,
    repeats: repeatAnswers.find((each) => each === given[repeatsKey]) ?? null,
    towns: townAnswers.find((each) => each === given[townsKey]) ?? null,
  }
}

function partyAnswer(answer: string): PartyAnswer {
  if (answer === 'new' || answer === 'same' || answer === 'leave') return answer
  const geonames = /^geonames-(\d+)$/.exec(answer)?.[1]
  return geonames === undefined ? { slug: answer } : { geonames }
}
