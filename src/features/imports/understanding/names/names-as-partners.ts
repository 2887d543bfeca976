import { fold } from '../../../../platform/search/index.ts'
import type { Unit } from '../outline.ts'
import type { AuthorityMention } from './authority-mention.ts'
import type { CountryMention } from './countries.ts'

/**
 * An unknown name that a text once gives as a partner (« jumelée avec Rufisque ») is an authority wherever it recurs: adds it to the
 * known ones of each passage.
 */
export function addNamesAsPartners(
  units: readonly Unit[],
  authorities: Map<Unit, AuthorityMention[]>,
  possible: ReadonlyMap<Unit, AuthorityMention[]>,
  countries: ReadonlyMap<Unit, CountryMention[]>,
): void {
  const placed = placedNames(units, possible, countries)
  const names = new Set(
    units.flatMap((unit) =>
      (possible.get(unit) ?? [])
        .filter(
          ({ start, country }) =>
            country !== null && twinnedWith.test(unit.plain.slice(Math.max(0, start - 60), start)),
        )
        .map(({ name }) => fold(name)),
    ),
  )
  if (names.size + placed.size === 0) return
  for (const unit of units) {
    const again = (possible.get(unit) ?? []).flatMap((each) => {
      const country = placed.get(fold(each.name))
      return country ? [{ ...each, country }] : names.has(fold(each.name)) ? [each] : []
    })
    if (again.length > 0)
      authorities.set(
        unit,
        [...(authorities.get(unit) ?? []), ...again].sort((a, b) => a.start - b.start),
      )
  }
}

const twinnedWith =
  /\b(?:jumelee?s?|jumelage|twinned|twinning|pacte d'amitie|sister city)(?: officiellement| depuis [^,.;]{3,24})? (?:avec|a|with|to) (?:la |le |l'|les )?(?:ville |commune )?(?:de |d')?$/u

/** « Klettgau, en Allemagne », « M’Bour (Sénégal) », “Penzance in England”: a name with its country is that of a place there. */
function placedNames(
  units: readonly Unit[],
  possible: ReadonlyMap<Unit, AuthorityMention[]>,
  countries: ReadonlyMap<Unit, CountryMention[]>,
): Map<string, string> {
  const placed = new Map<string, string>()
  for (const unit of units)
    for (const { name, start, end } of possible.get(unit) ?? []) {
      const beside = (countries.get(unit) ?? []).find(
        (each) => each.start >= end && isIn.test(unit.plain.slice(end, each.start)) && !each.isAdjective,
      )
      const isNamed = !calledAfter.test(unit.plain.slice(Math.max(0, start - 30), start))
      if (beside && isNamed && beside.country !== 'FR' && beside.country !== 'KR')
        placed.set(fold(name), beside.country)
    }
  return placed
}

const isIn = /^(?:,? (?:en|au|aux|a|in) (?:l'|la |le |les |the )?| ?\(|, )$/u
const calledAfter =
  /\b(?:association|comite|festival|projet|programme|fonds|societe|entreprise|ong|universite|lycee|college|ecole|rue|place|salle|m\.|mme|mr|ms|project|programme|company|university|school|street) (?:[a-z' ]{0,12})?$/u
