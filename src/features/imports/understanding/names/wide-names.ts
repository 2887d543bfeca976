import { fold } from '../../../../platform/search/index.ts'
import type { Unit } from '../outline.ts'
import type { AuthorityMention } from './authority-mention.ts'
import { rankNamesakes } from './choose-namesake.ts'
import type { Gazetteer } from './gazetteer.ts'

const wide = /^\s*((?:[가-힣] {1,3}){2,9}[가-힣])(?=\s*(?:$|[[(]))/u

/** 하 동 군, 경 상 북 도 지 사: the authority in the head or seal of an official letter, with spaces between the letters; without its office. */
export function wideName({ passage: { text } }: Unit): string | null {
  const name = wide.exec(text)?.[1]?.replaceAll(' ', '') ?? null
  return name === null ? null : name.replace(/(?<=[시군구도])(?:장|수|청장|지사)$/u, '')
}

/** The mention of such a line, if the directory knows the name. */
export function wideMention(
  unit: Unit,
  gazetteer: Gazetteer,
  countries: readonly string[],
): AuthorityMention | null {
  const name = wideName(unit)
  const namesakes = name === null ? [] : (gazetteer.get(fold(name)) ?? [])
  const { ranked } = rankNamesakes(
    namesakes.filter(({ country }) => country === 'KR'),
    { kinds: [], country: 'KR', countries, article: null },
  )
  const place = { start: 0, end: unit.passage.text.length }
  return name !== null && ranked.length > 0
    ? {
        ...place,
        name,
        nameStart: 0,
        nameEnd: place.end,
        kinds: [],
        namesakes: ranked,
        country: 'KR',
        isSure: true,
      }
    : null
}
