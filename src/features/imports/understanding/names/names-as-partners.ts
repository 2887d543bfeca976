import { fold } from '../../../../platform/search/index.ts'
import type { Unit } from '../outline.ts'
import type { AuthorityMention } from './authority-mention.ts'

/**
 * A name that nothing knows and that a text once puts as a partner (« jumelée avec Rufisque ») is an authority wherever it stands again:
 * adds it to what is known of each passage.
 */
export function addNamesAsPartners(
  units: readonly Unit[],
  authorities: Map<Unit, AuthorityMention[]>,
  possible: ReadonlyMap<Unit, AuthorityMention[]>,
): void {
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
  if (names.size === 0) return
  for (const unit of units) {
    const again = (possible.get(unit) ?? []).filter(({ name }) => names.has(fold(name)))
    if (again.length > 0)
      authorities.set(
        unit,
        [...(authorities.get(unit) ?? []), ...again].sort((a, b) => a.start - b.start),
      )
  }
}

const twinnedWith =
  /\b(?:jumelee?s?|jumelage|twinned|twinning|pacte d'amitie|sister city)(?: officiellement| depuis [^,.;]{3,24})? (?:avec|a|with|to) (?:la |le |l'|les )?(?:ville |commune )?(?:de |d')?$/u
