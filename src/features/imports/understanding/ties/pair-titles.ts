import { isInBracket } from '../../../../platform/reading/plain-copy.ts'
import type { AuthorityMention } from '../names/authority-mention.ts'
import type { Unit } from '../outline.ts'
import { areTwoSides } from './tie.ts'

const separator =
  /^\s*(?:\([^)]*\)\s*)?(?:-|–|—|\/|&|↔|⇔|x|×|et|and|avec|with|\||·|와|과|,|(?:[-–—:,]\s*)?(?:villes? jumelees?|villes? jumelles?|partenaires?|jumelages?|partners?|(?:교류|결연|협력|자매|우호)? ?(?:상대|도시|상대 ?도시|상대 ?지역|지역|파트너)) ?[:-])\s*(?:(?:la|le|les|l'|the) ?)?$/u
// What a title may contain besides its two names.
const beside =
  /(?:partenaires?|partners?|villes?|villes? jumelles?|jumelages?|cooperations?(?: decentralisees?)?|partenariats?|amitie|relations?|entre|avec|between|twinning|partnership|cooperation|friendship|sister cit(?:y|ies)|교류 ?상대|상대 ?도시|상대 ?지역|교류 ?도시|결연 ?도시|파트너|자매결연|자매도시|우호도시|우호협력|우호교류|교류협력|교류|협력|현황|간|사업|양해각서|depuis|since|signe|fiche|n°|no\.?|the|la|le|les|l'|de|du|d'|of|et|and|와|과|의)/gu

// « Saint-Denis, Seine-Saint-Denis »: the département in which it lies.
function isWhere(
  before: AuthorityMention | undefined,
  { start, country, namesakes }: AuthorityMention,
  unit: Unit,
) {
  return (
    before !== undefined &&
    before.country === country &&
    /^, ?$/.test(unit.plain.slice(before.end, start)) &&
    ['departement', 'region', 'level_1'].includes(namesakes[0]?.kind ?? '') &&
    !['departement', 'region', 'level_1'].includes(before.namesakes[0]?.kind ?? '')
  )
}

/** Names without other words are never longer. */
const longestPair = 1200

/** The parties of a title or line that is only a pair: « Ville d'A – Ville de B », or null. */
export function readPair(
  unit: Unit,
  mentions: readonly AuthorityMention[],
  from = 0,
  to = unit.passage.text.length,
): AuthorityMention[] | null {
  if (to - from > longestPair) return null
  const named = mentions.filter(
    ({ start, end }) => start >= from && end <= to && !isInBracket(unit.plain, from, start),
  )
  const inside = named.filter((mention, at) => !isWhere(named[at - 1], mention, unit))
  if (inside.length < 2) return null
  const [first, ...others] = inside
  if (!first) return null
  for (const [at, mention] of others.entries()) {
    // 고창군 — 프랑스 카르나크
    const gap = unit.plain
      .slice(inside[at]?.end ?? 0, mention.start)
      .replace(/(?<=[–—↔⇔-] ?)[가-힣]{2,6} $/u, '')
    if (!separator.test(gap)) return null
  }
  let rest = unit.plain.slice(from, to)
  for (const { start, end } of inside)
    rest = `${rest.slice(0, start - from)}${' '.repeat(end - start)}${rest.slice(end - from)}`
  const words = rest
    .replace(/\([^)]*\)/g, ' ')
    .replace(beside, ' ')
    .replace(/[^\p{L}]+/gu, ' ')
    .trim()
  if (words.length > 8) return null
  return others.some((other) => areTwoSides(first, other)) ? inside : null
}
