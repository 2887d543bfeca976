import { fold } from '../../../platform/search/index.ts'
import type { ConflictResolution } from '../parts/part-rules.ts'

/**
 * The answer for a spelling: the slug of the organisation, a new one, the same as an earlier row's similar name, a town of the world
 * by its GeoNames number, or that its rows are left out.
 */
export type PartyAnswer = { slug: string } | { geonames: string } | 'new' | 'same' | 'leave'

/** What becomes of rows that repeat an earlier row: one record, one for each, or none of the later ones. */
export const repeatAnswers = ['merge', 'apart', 'leave'] as const
export type RepeatAnswer = (typeof repeatAnswers)[number]

/** Whether names abroad that the world gazetteer knows are its towns, or municipalities known only from the table. */
export const townAnswers = ['take', 'plain'] as const
export type TownAnswer = (typeof townAnswers)[number]

/** Which of two values is kept: that of the registry, that of the table, or both side by side. */
export const differenceAnswers = ['keep', 'replace', 'beside'] as const
export type DifferenceAnswer = 'keep' | ConflictResolution

/** All answers for a table. */
export interface Answers {
  parties: ReadonlyMap<string, PartyAnswer>
  repeats: RepeatAnswer | null
  towns: TownAnswer | null
  /** By the key of a difference, else by its part, for all differences of that part. */
  differences: ReadonlyMap<string, DifferenceAnswer>
}

// No folded name contains this sign.
const mark = '='
export const repeatsKey = `${mark}repeats`
export const townsKey = `${mark}towns`

/** The key for the answer to one difference, or to a whole part. */
export function differenceKey(of: string): string {
  return `${mark}differs ${of}`
}

/** Parses stored answers, keyed by spelling, by folded name or by the keys above. */
export function answersOf(given: Readonly<Record<string, string>>): Answers {
  const parties = new Map<string, PartyAnswer>()
  const differences = new Map<string, DifferenceAnswer>()
  for (const [key, answer] of Object.entries(given)) {
    if (!key.startsWith(mark)) parties.set(key.includes('|') ? key : fold(key), partyAnswer(answer))
    const resolution = differenceAnswers.find((each) => each === answer)
    if (resolution && key.startsWith(differenceKey('')))
      differences.set(key.slice(differenceKey('').length), resolution)
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
