import type { Unit } from '../outline.ts'
import { firstNames } from './first-names.ts'
import type { PersonMention } from './person-mention.ts'
import { latinRole } from './roles.ts'

const honorific =
  "(?:MM?\\.|Mmes?\\.?|Mlles?\\.?|Monsieur|Madame|Mademoiselle|Messieurs|Mesdames|Me|Dr\\.?|Pr\\.?|Mr\\.?|Mrs\\.?|Ms\\.?|Prof\\.|Professor|MONSIEUR|MADAME|MME|Son Excellence(?: Monsieur| Madame)?|S\\. ?E\\.(?: ?M\\.| ?Mme)?|H\\.E\\.)"
// « Monsieur l'Ambassadeur Fabien Penone », « Mme la Maire »
const title = "(?:(?:[lL][’'a-z] ?|the )?(?:Ambassadeur|Ambassadrice|Consule?(?: [Gg]énérale?)?|Maire|Préfète?|Ministre|Président|Présidente|Gouverneur|Directeur|Directrice|Recteur|Ambassador|Mayor|Governor)\\s+)?"
const word = "(?:\\p{Lu}[\\p{L}\\p{M}]*(?:[-’'’]\\p{L}[\\p{L}\\p{M}]*)*|\\p{Lu}\\.)"
const link = "(?:(?:de la|de|du|des|d[’']|van der|van|von|da|dos|do|di|el|al|ben|bin|ould|le|la)\\s?)"
const named = `${word}(?:[ \\u00a0](?:${link}[ ]?)?${word}){0,4}`

const withHonorific = new RegExp(`(?<![\\p{L}])${honorific}[ \\u00a0]${title}(${named})`, 'gu')
const withCapitals = /(?<![\p{L}-])(\p{Lu}[\p{Ll}\p{M}]+(?:[- ]\p{Lu}[\p{Ll}\p{M}]+)*[ \u00a0](?:(?:de|du|van|el|al|ben) )?\p{Lu}{2,}[\p{Lu}\p{M}’'-]*(?:[ -]\p{Lu}{2,}[\p{Lu}’'-]*)*)(?![\p{L}])/gu
const twoWords = new RegExp(`(?<![\\p{L}-])(\\p{Lu}[\\p{Ll}\\p{M}]+(?:-\\p{Lu}[\\p{Ll}\\p{M}]+)*(?:[ \\u00a0](?:${link} ?)?${word}){1,3})`, 'gu')
const rolePlain = new RegExp(`^,? ?(?:\\(|,|:)? ?(?:(?:le|la|l'|the) ?)?${latinRole}`, 'u')
const roleBefore = new RegExp(`${latinRole}(?: [^,.;:()]{0,60})?,? $`, 'u')
const speaks =
  /^,? (?:a |ont |est |s'est |se |en |y |ne |n'a |n'est |rappel|indiqu|souli|precis|expli|present|ouvr|ouvert|remerci|propos|ajout|confirm|souhait|deman|inform|annonc|declar|evoqu|insist|conclu|dit|dire|report|welcom|said|not|thank|open|will|has|was|told|explain|recall|stress|add)/u

/** Persons that a passage in Latin letters names, in reading order. */
export function latinPersons(unit: Unit): PersonMention[] {
  const { text } = unit.passage
  const found: PersonMention[] = []
  const add = (start: number, given: string) => {
    const name = trimName(given)
    const end = start + name.length
    if (name === '' || found.some((each) => start < each.end && each.start < end)) return
    found.push({ unit, start, end, name, isPartial: !/[ \u00a0]/.test(name), role: null, organisation: null })
  }
  for (const match of text.matchAll(withHonorific)) add(match.index + match[0].length - (match[1] ?? '').length, match[1] ?? '')
  if (!isCapitals(text)) {
    for (const match of text.matchAll(withCapitals)) if (isPersonName(match[1] ?? '')) add(match.index, match[1] ?? '')
  }
  for (const match of text.matchAll(twoWords)) {
    const given = match[1] ?? ''
    const first = (given.split(/[ \u00a0-]/)[0] ?? '').normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
    const end = match.index + given.length
    const follows = unit.plain.slice(end, end + 80)
    const isFirst = firstNames.has(first)
    const isIntroduced =
      rolePlain.test(follows) || roleBefore.test(unit.plain.slice(Math.max(0, match.index - 80), match.index)) || (isFirst && (speaks.test(follows) || /^ ?[(,]/.test(follows)))
    if (isFirst || (isIntroduced && isPersonName(given) && !/^(?:le|la|les|the|ville|region)\b/.test(first))) {
      if (isIntroduced || isFirst) add(match.index, given)
    }
  }
  return found.sort((a, b) => a.start - b.start)
}

const bodyWords =
  /\b(?:ville|region|province|metropole|agglomeration|commune|departement|universite|association|institut|ecole|chambre|agence|maison|centre|office|comite|conseil|groupe|forum|festival|route|annee|france|coree|cites|unies|international|hotel|salon|place|rue|saint|sainte|nord|sud|est|ouest|loire|alpes|mer|communaute|federation|union|syndicat|city|university|council|republique|sommaire|compte|rendu)\b/i

function isPersonName(name: string): boolean {
  return !bodyWords.test(name.normalize('NFD').replace(/\p{M}/gu, '')) && name.length < 60
}

const isCapitals = (text: string) => {
  const letters = text.match(/\p{L}/gu)?.length ?? 0
  return letters > 0 && (text.match(/\p{Lu}/gu)?.length ?? 0) > letters * 0.7
}

// A capital that begins the next sentence, or a role written with one, is no part of the name.
function trimName(given: string): string {
  const words = given.split(/(?<=[ \u00a0])/u)
  const kept: string[] = []
  for (const each of words) {
    const bare = each.trim()
    if (kept.length > 0 && /^(?:Président|Présidente|Maire|Adjoint|Adjointe|Conseiller|Conseillère|Directeur|Directrice|Ville|Région|Département|Métropole|Il|Elle|Chef|Secrétaire|Mme|M\.|MM\.|Monsieur|Madame)$/u.test(bare)) break
    kept.push(each)
    if (/\p{L}{3,}\.$/u.test(bare)) break
  }
  return kept.join('').replace(/[ \u00a0.,]+$/u, '').replace(/[ \u00a0](?:de|du|des|la|le|el|al|d[’'])$/u, '')
}
