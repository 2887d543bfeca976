import { fold } from '../../../../platform/search/index.ts'
import type { Unit } from '../outline.ts'
import type { AuthorityMention } from './authority-mention.ts'

/**
 * « Le județ de Sălaj, en Roumanie », and further on « le județ de Sălaj » in a text that speaks of Mali more: a name that nothing knows
 * lies where the text once says that it does, not in the country that is guessed.
 */
export function inOneCountry(
  authorities: ReadonlyMap<Unit, AuthorityMention[]>,
  guessed: string | null,
): Map<Unit, AuthorityMention[]> {
  const said = new Map<string, string>()
  for (const { name, country, namesakes } of [...authorities.values()].flat())
    if (namesakes.length === 0 && country !== null && country !== guessed) said.set(fold(name), country)
  return new Map(
    [...authorities].map(([unit, own]) => [
      unit,
      own.map((mention) =>
        mention.namesakes.length === 0 && (mention.country === guessed || mention.country === null)
          ? { ...mention, country: said.get(fold(mention.name)) ?? mention.country }
          : mention,
      ),
    ]),
  )
}
