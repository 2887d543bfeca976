import { fold } from '../../../../platform/search/index.ts'
import type { Unit } from '../outline.ts'
import type { AuthorityMention } from './authority-mention.ts'
import { stopNames } from './stop-names.ts'

const capitalised =
  /(?<![\p{L}\p{N}-])(?<!\p{L}{2}[’'])\p{Lu}[\p{L}\p{M}]*(?:[-’'ʼ][\p{L}\p{M}]+)*(?:[ \u00a0](?:(?:de|du|des|da|do|la|le|les|el|al|ed|es|ech|sur|en|sous|d[’'])[ \u00a0-]?){0,2}\p{Lu}[\p{L}\p{M}]+(?:[-’'][\p{L}\p{M}]+)*){0,4}/gu

/**
 * Unknown names in capitals: small towns, new unions. Only where a text puts a party (the other side of « A – B », the cell of a
 * partner, the words after « jumelée avec ») is one of them taken for an authority.
 */
export function possibleNames(
  unit: Unit,
  isTaken: (start: number, end: number) => boolean,
  country: string | null,
): AuthorityMention[] {
  return Array.from(unit.passage.text.matchAll(capitalised)).flatMap((match) => {
    // « Baguinéda-Camp Cercle de Kati »: what it lies in stood on the next line.
    const name = match[0].replace(upper, '')
    const [start, end] = [match.index, match.index + name.length]
    if (name.length < 3 || isTaken(start, end) || isCommon(fold(name)) || /^(?:M|Mme|MM|Dr|Pr)$/.test(name))
      return []
    return [
      { start, end, name, nameStart: start, nameEnd: end, kinds: [], namesakes: [], country, isSure: false },
    ]
  })
}

export const upper =
  /(?<=\p{L})[ \u00a0](?:Cercle|Préfecture|Prefecture|Province|Région|Region|Wilaya|Gouvernorat|Governorate|District|Département|Comté|County|Canton|Caza|Mohafazat|Objet|Monsieur|Madame|Maire|Mayor)\b.*$/u

const isCommon = (folded: string) =>
  folded.split(' ').every((word) => stopNames.has(word)) || offices.test(folded)

const offices =
  /\b(?:service|relations|direction|comite|commission|reunion|compte|rendu|cabinet|secretariat|bureau|monsieur|madame|objet|ministere|ambassade|republique|universite|university|fiche|annexe|tableau|page|report|rapport|annual|newsletter|bulletin|chapter|gazette|journal|minutes|international|relations|links|partners|partenaires|gymnasium|realschule|grundschule|schule|hochschule|universitat|lyceum|agency|foundation|hospital|orchestra)\b/
