import { fold } from '../../../../platform/search/index.ts'
import type { Unit } from '../outline.ts'
import type { AuthorityMention } from './authority-mention.ts'

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
