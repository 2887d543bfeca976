import { fold } from '../../../../platform/search/index.ts'
import type { Unit } from '../outline.ts'
import type { AuthorityMention } from './authority-mention.ts'
import { rankNamesakes } from './choose-namesake.ts'
import type { Gazetteer } from './gazetteer.ts'

const kind = /^([가-힣]{2,})(특별자치도|특별자치시|광역시|특별시|시|군|구|현|주|성|도|부)$/u

/** 아오모리, after 아오모리현 was named and no 아오모리시: a short form of the same authority. */
export function withFullerNames(units: readonly Unit[], authorities: Map<Unit, AuthorityMention[]>): void {
  const full = new Map<string, AuthorityMention[]>()
  for (const own of authorities.values())
    for (const mention of own) {
      const [, stem = mention.kinds.length > 0 ? mention.name : undefined] = kind.exec(mention.name) ?? []
      if (stem && mention.namesakes.length > 0) full.set(stem, [...(full.get(stem) ?? []), mention])
    }
  if (full.size === 0) return
  for (const unit of units) {
    const own = authorities.get(unit)
    if (!own?.some(({ name }) => full.has(name))) continue
    authorities.set(
      unit,
      own.map((mention) => {
        // 디종 above 디종시, in a text without a mention of France: an unknown short name lies where the fuller name does.
        const isUnknown = mention.country === null && mention.namesakes.length === 0
        const known = (full.get(mention.name) ?? []).filter(
          ({ country }) => isUnknown || country === mention.country,
        )
        const [first] = known
        const isOne = first && known.every(({ namesakes }) => namesakes[0]?.id === first.namesakes[0]?.id)
        return isOne && mention.kinds.length === 0
          ? {
              ...mention,
              name: first.name,
              country: first.country,
              namesakes: first.namesakes,
              kinds: first.kinds,
            }
          : mention
      }),
    )
  }
}

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
