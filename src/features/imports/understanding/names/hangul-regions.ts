import { fold } from '../../../../platform/search/index.ts'
import type { AuthorityMention } from './authority-mention.ts'
import type { Gazetteer, Namesake } from './gazetteer.ts'

const regionKinds = new Set([
  'level_1',
  'level_2',
  'region',
  'departement',
  'do',
  'special_self_governing_do',
  'metropolitan_city',
  'special_city',
])

const bracket = /^ ?\(([가-힣]{2,10})\)/u
const regionEnding = /(?:특별자치도|특별시|광역시|주|현|성|도|부)$/u

/** 이마바리시(에히메현), 저장성 저우산시: a region in brackets after a name, or right before it, gives its location. */
export function regionsBeside(
  text: string,
  start: number,
  end: number,
  before: AuthorityMention | undefined,
  gazetteer: Gazetteer,
): Namesake[] {
  const inside = bracket.exec(text.slice(end))?.[1]
  if (inside) return regionsNamed(inside, gazetteer)
  if (!before || !/^(?:의)? ?$/u.test(text.slice(before.end, start)) || before.end > start) return []
  return before.namesakes.filter(({ kind }) => regionKinds.has(kind))
}

function regionsNamed(name: string, gazetteer: Gazetteer): Namesake[] {
  const named = [name, name.replace(regionEnding, '')].flatMap((each) => gazetteer.get(fold(each)) ?? [])
  return named.filter(({ kind }) => regionKinds.has(kind)).toSorted((a, b) => b.weight - a.weight)
}

/** The country of a region abroad, if all regions of that name lie in one. */
export function countryOfRegions(regions: readonly Namesake[]): string | null {
  const [country, second] = new Set(regions.map((region) => region.country))
  return second === undefined ? (country ?? null) : null
}

/** Mentions without those of regions in brackets after another of their country. */
export function withoutRegionsInBrackets(text: string, mentions: AuthorityMention[]): AuthorityMention[] {
  return mentions.filter(({ start, end, country, namesakes }, at) => {
    const before = mentions[at - 1]
    return !(
      before &&
      /^ ?\((?:[가-힣]{2,7} )?$/u.test(text.slice(before.end, start)) &&
      /^\)/u.test(text.slice(end)) &&
      namesakes.some(({ kind }) => regionKinds.has(kind)) &&
      (before.country === null || before.country === country)
    )
  })
}
