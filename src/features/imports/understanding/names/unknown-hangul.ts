import type { Outline, Unit } from '../outline.ts'
import type { AuthorityMention } from './authority-mention.ts'
import type { CountryMention } from './countries.ts'
import { isOver } from './hangul-kinds.ts'
import { isNotHangulName, soundsForeign } from './not-hangul-names.ts'

/** The names that stand where only an authority can, and that nothing knows, with their country where the text says it. */
export function unknownHangul(
  outline: Outline,
  authorities: ReadonlyMap<Unit, readonly AuthorityMention[]>,
  countries: ReadonlyMap<Unit, readonly CountryMention[]>,
): Map<string, string | null> {
  const found = new Map<string, string | null>()
  for (const unit of outline.units) {
    const { text } = unit.passage
    // 춘천-샤를빌메지에르: the other side of a dash.
    for (const { start, end } of authorities.get(unit) ?? []) {
      const [after, before] = [
        /^ ?[-–—↔] ?([가-힣]{3,9})/u.exec(text.slice(end)),
        /([가-힣]{3,9}) ?[-–—↔] ?$/u.exec(text.slice(0, start)),
      ]
      for (const word of [after?.[1], before?.[1]]) add(found, withoutParticle(word ?? ''), null)
    }
    // 프랑스 북부의 작은 마을 그라블린과: of a country, in the place of a partner.
    for (const { end, country, isAdjective } of countries.get(unit) ?? []) {
      if (isAdjective || country === 'KR') continue
      const rest = text.slice(end, end + 60)
      const named =
        /^ (?:[가-힣]+ ){0,5}?(?:[가-힣]{2,5}의 (?:작은 )?(?:[가-힣]{2,4} )?|마을 |도시 |항구도시 )?([가-힣]{3,9}?)(?:시)?(?:와|과|와의|과의|가|이|은|는)(?![가-힣])/u.exec(
          rest,
        )
      if (
        named?.[1] &&
        (/^ [가-힣]+(?:시)?[와과]/u.test(rest) ||
          /(?:의|마을|도시) [가-힣]{3,9}(?:시)?[와과가이은는]/u.test(named[0]))
      )
        add(found, named[1], country)
    }
  }
  return found
}

function add(found: Map<string, string | null>, word: string, country: string | null): void {
  if (!soundsForeign(word) || isNotHangulName(word)) return
  found.set(word, found.get(word) ?? country)
}

const withoutParticle = (word: string) => word.replace(/(?:와의|과의|와|과|의|은|는|이|가|을|를|간)$/u, '')

/** Where a passage names one of them. */
export function mentionsOfUnknown(
  { passage: { text } }: Unit,
  names: ReadonlyMap<string, string | null>,
  isTaken: (start: number, end: number) => boolean,
): AuthorityMention[] {
  return [...names].flatMap(([name, country]) =>
    Array.from(text.matchAll(new RegExp(`(?<![가-힣])${name}`, 'gu'))).flatMap(({ index: start }) => {
      const end = start + name.length
      if (!isOver(text.slice(end)) || isTaken(start, end)) return []
      return [
        { start, end, name, nameStart: start, nameEnd: end, kinds: [], namesakes: [], country, isSure: true },
      ]
    }),
  )
}
