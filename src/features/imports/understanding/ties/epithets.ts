import type { AuthorityMention } from '../names/authority-mention.ts'
import type { Mentions } from '../names/find-mentions.ts'
import { isHome } from '../names/home-side.ts'
import type { Sentence } from '../outline.ts'
import type { Pair } from './latin-ties.ts'
import { strongTie } from './latin-words.ts'
import { areTwoSides } from './tie.ts'

const standsFor =
  /\b(?:avec|a|et|with|to|and) (?:(?:cette|this) (?:ville|cite|commune|region|province|municipalite|localite|city|town|district)|(?:la|cette|notre|sa|the|this) (?:petite |grande |jeune )?(?:ville|cite|commune|region|province|municipalite|localite|bourgade|capitale|city|town|district)(?: \p{L}+(?:aise?|oise?|ienne?|ande?|ine?|ole|ique|ane|belge|slave|suisse|russe|turque|grecque|tcheque|ish|ese|ian|an|partenaire|jumelle))|elle|it)(?=[ ,.;:]|$)/u
const denies =
  /\b(?:n'|ne )[^.;]{0,40}\b(?:pas|jamais|aucun\p{L}*|plus)\b|\b(?:not|never|no)\b|\brefus|\brejet/u

/** « Châteaugiron a reçu la troupe de B. Le jumelage avec la ville sarroise fêtera ses quarante ans »: the last of another country that the passage named. */
export function epithetPair(
  sentence: Sentence,
  { authorities, possible, countries }: Mentions,
  subjects: readonly AuthorityMention[],
): Pair[] {
  if (!standsFor.test(sentence.plain) || !strongTie.test(sentence.plain) || denies.test(sentence.plain))
    return []
  // « Des lycéens de Carrick-on-Shannon … la petite ville irlandaise »: a name that nothing knows, of the country that the epithet says.
  const nameBefore = (): AuthorityMention | undefined => {
    const country = (countries.get(sentence.unit) ?? []).find(
      ({ start, end, isAdjective }) => isAdjective && start >= sentence.start && end <= sentence.end,
    )?.country
    const name = (possible.get(sentence.unit) ?? []).findLast(
      ({ start, end }) =>
        end <= sentence.start && /\b(?:de |d'|a |of |from )$/u.test(sentence.unit.plain.slice(0, start)),
    )
    return country && country !== 'FR' && name ? { ...name, country } : undefined
  }
  const own = authorities.get(sentence.unit) ?? []
  const before = own.filter(({ end }) => end <= sentence.start)
  const inside = own.filter(({ start, end }) => start >= sentence.start && end <= sentence.end)
  const home = [...inside, ...subjects].find(isHome)
  const last = home && before.findLast((each) => areTwoSides(home, each) && each.country !== null)
  const named = last ?? (home && nameBefore())
  return home && named && inside.every((each) => each.country === home.country)
    ? [{ parties: [home, named], within: null }]
    : []
}
