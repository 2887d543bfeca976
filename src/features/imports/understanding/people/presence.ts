import { type Section, sectionsAbove } from '../outline.ts'
import type { ReadPerson } from '../reading.ts'
import type { PersonMention } from './person-mention.ts'

const absentWords = /excuse|absent|en l'absence|regret[^.]{0,40}ne pas (?:avoir|voir)|retenue?\b|empeche|n'a pu (?:venir|etre|se)|indisponible|apolog|unable to attend|불참|결석|사유/
const presentWords = /present|participa|assist|attend|참석|배석|출석/

/** Whether a person is there: by the list in which they stand, by who speaks for them, by whether they speak. */
export function presenceOf({ unit, start, end }: PersonMention, isAccount: boolean): ReadPerson['presence'] {
  const { plain } = unit
  const before = plain.slice(Math.max(0, start - 60), start)
  const after = plain.slice(end, end + 70)
  if (/(?:representant|representing|pour (?:le compte de )?|au nom de|a la place de|remplacant|on behalf of|suppleant) ?(?:monsieur|madame|m\.?|mme|mr|ms|mrs)? ?$/u.test(before) && /representant|pour|au nom|place|remplac|behalf|suppl/.test(before.slice(-34))) return 'represented'
  if (/^,? ?(?:[^.;,]{0,60})?(?:representee? par|represented by|\(대리)/u.test(after)) return 'represented'
  const list = listOf(unit.section)
  if (isAccount) {
    if (absentWords.test(before) || /^,? ?(?:est |sont |etait )?(?:excusee?s?|absente?s?|retenue?|empechee?)|^[^.;]{0,40}불참/u.test(after)) return 'absent'
    const label = /^\s*(?:-\s*)?([^:]{3,60}):/u.exec(plain)?.[1] ?? ''
    for (const words of [label, list]) {
      if (absentWords.test(words)) return 'absent'
      if (/대리/.test(words)) return 'present'
      if (/represent(?:e|ee)s/.test(words)) return 'represented'
      if (presentWords.test(words)) return 'present'
    }
    if (speaks(plain, start, end, unit.passage.kind === 'title')) return 'present'
  }
  return 'mentioned'
}

const listOf = (section: Section) => sectionsAbove(section).map(({ title }) => title?.plain ?? '').find((plain) => absentWords.test(plain) || presentWords.test(plain) || /대리|represent/.test(plain)) ?? ''

const verbs =
  'rappel|indiqu|soulign|precis|expliq|present|ouvr|remerci|propos|ajout|confirm|deman|inform|annonc|declar|evoqu|insist|conclu|dit\\b|rapport|lit\\b|enverra|souhait|estim|repond|interrog|signal|regrett|se felicit|excuse\\b|met en garde|suggere|observe|note\\b|conteste|reconnait|preside|anime|said|noted|reported|welcomed|explained|proposed|added|thanked|opened|recalled|stressed|asked'

function speaks(plain: string, start: number, end: number, isTitle: boolean): boolean {
  const after = plain.slice(end, end + 90)
  if (isTitle) return true
  if (start < 14 && /^ ?(?:\([^)]*\))? ?:/.test(after)) return true
  return new RegExp(`^,? ?(?:\\([^)]*\\))?,?(?: [^.;:]{0,60},)? ?(?:(?:la|le|l'|les|en|y|se|s'|a|nous) ?)?(?:${verbs})`, 'u').test(after) || /^ ?(?:[가-힣]+ ?){0,4}(?:은|는|이|가)[^.]{0,80}(?:말|설명|제안|발표|소개|강조|밝|언급|보고|질문|답변)/u.test(after) || /^ ?(?:secretaire|rapporteu|redact)/.test(after) || /(?:secretaire de seance|rapporteu\w+|redacteur|presidee? par|presidence|president de seance|chair|주재|진행|작성)[^.;]{0,40}$/.test(plain.slice(Math.max(0, start - 60), start))
}
