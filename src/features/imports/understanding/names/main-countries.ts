import { fold } from '../../../../platform/search/index.ts'
import { isWholeCountry } from '../../../directory/gazetteer/index.ts'
import type { Outline, Unit } from '../outline.ts'
import type { AuthorityMention } from './authority-mention.ts'
import type { CountryMention } from './countries.ts'

/** The countries that a text is about, the likelier first: a country in its title weighs as much as ten mentions in it. */
export function countMain(
  { units, titles }: Outline,
  countries: ReadonlyMap<Unit, CountryMention[]>,
): string[] {
  const weights = new Map<string, number>()
  const first = new Set([...titles.slice(0, 1), ...units.slice(0, 3)])
  let [french, korean] = [0, 0]
  for (const unit of units) {
    korean += unit.passage.text.match(/[가-힣]/gu)?.length ?? 0
    french += unit.passage.text.match(/\b(?:le|la|les|des|du|une?|et|est)\b/gu)?.length ?? 0
    for (const { country } of countries.get(unit) ?? [])
      weights.set(country, (weights.get(country) ?? 0) + (first.has(unit) ? 10 : 1))
  }
  if (french * 6 > korean) weights.set('FR', (weights.get('FR') ?? 0) + 12)
  if (korean > french * 6) weights.set('KR', (weights.get('KR') ?? 0) + 12)
  const most = Math.max(
    0,
    ...[...weights].filter(([country]) => !isWholeCountry(country)).map(([, weight]) => weight),
  )
  // A country named once in passing (« pas celle de Libye ») is not what the text is about.
  return [...weights]
    .filter(([, weight]) => weight * 5 >= most)
    .sort((a, b) => b[1] - a[1])
    .map(([country]) => country)
}

// A Korean text about France and no third country means French towns.
export const franceOf = (mainCountries: readonly string[]) =>
  mainCountries.includes('FR') && mainCountries.every(isWholeCountry) ? 'FR' : null

/** The only country besides France and Korea that a text is about. */
export function onlyAbroad(mainCountries: readonly string[]): string | null {
  const [first, second] = mainCountries.filter((country) => !isWholeCountry(country))
  return first !== undefined && second === undefined ? first : null
}

/**
 * « Le județ de Sălaj, en Roumanie », « Zamora (Espagne) », and later « Sălaj », « Zamora » in a text that mentions another country
 * more often: a name lies where the text places it once, not in the guessed country.
 */
export function inOneCountry(
  authorities: ReadonlyMap<Unit, AuthorityMention[]>,
  guessed: string | null,
): Map<Unit, AuthorityMention[]> {
  const said = new Map<string, string | null>()
  for (const { name, country, namesakes, isSure } of [...authorities.values()].flat()) {
    if (country === null || !isSure || (namesakes.length === 0 && country === guessed)) continue
    const key = fold(name)
    said.set(key, said.has(key) && said.get(key) !== country ? null : country)
  }
  const settle = (mention: AuthorityMention): AuthorityMention => {
    const country = said.get(fold(mention.name))
    if (!country || mention.country === country) return mention
    if (mention.namesakes.length === 0)
      return mention.country === guessed || mention.country === null ? { ...mention, country } : mention
    const namesakes = mention.namesakes.filter((each) => each.country === country)
    return mention.isSure || namesakes.length === 0 ? mention : { ...mention, country, namesakes }
  }
  return new Map([...authorities].map(([unit, own]) => [unit, own.map(settle)]))
}
