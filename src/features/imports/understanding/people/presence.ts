import { type Section, sectionsAbove, sentenceHolding, type Unit } from '../outline.ts'
import type { ReadPerson } from '../reading.ts'
import { labelAbove } from './korean-lists.ts'
import type { PersonMention } from './person-mention.ts'

const absentWords =
  /excuse|absent|en l'absence (?:de |d')[^,;]*$|regret[^.]{0,40}ne pas (?:avoir|voir)|retenue?\b|empeche|n'a pu (?:venir|etre|se)|indisponible|apolog|unable to attend|불참|결석|사유/
const presentWords =
  /\bpresente?s?\b|participants?\b|\bassist(?:aient|ance)|attend(?:ees|ance|ing)|참석|배석|출석/
/** Labels before a colon in lists of participants, by way of attending. */
const presentLabels =
  /^(?:en salle|sur place|en ligne|a distance|(?:en |par )?visio\w*|autour de la table|online|in the room|remotely)\b/

/** Whether a person is present: from their list, from their representative, from whether they speak. */
export function presenceOf({ unit, start, end }: PersonMention, isAccount: boolean): ReadPerson['presence'] {
  const { plain } = unit
  const before = plain.slice(Math.max(0, start - 60), start)
  const after = plain.slice(end, end + 120)
  if (
    /(?:representant|representing|pour (?:le compte de )?|au nom de|a la place de|remplacant|on behalf of|suppleant) ?(?:monsieur|madame|m\.?|mme|mr|ms|mrs)? ?$/u.test(
      before,
    ) &&
    /representant|pour|au nom|place|remplac|behalf|suppl/.test(before.slice(-34))
  )
    return 'represented'
  // « M. X, conseiller de Dunkerque, s'était fait représenter par sa collaboratrice, Mme Y »
  if (/^(?:,[^.;,]{0,70},)? ?(?:s'est|s'etait|se) (?:fait|faisait|fera) representer par/u.test(after))
    return 'represented'
  if (isAccount && /\brepresent(?:er|ee?s?) par [^;]{0,44}$/u.test(before)) return 'present'
  if (/^(?:,[^.;,]{0,60})?,? ?(?:[^.;,]{0,60})?(?:representee? par|represented by|\(대리)/u.test(after))
    return 'represented'
  const korean = koreanPresence(unit, start, end)
  if (korean !== null) return korean
  const list = listOf(unit.section)
  // « Pouvoir : M. Moutarlier à M. Jacquemard », « Absents ayant donné pouvoir : … »
  if (
    isAccount &&
    /\bpouvoirs? ?:|\b(?:ayant )?donne (?:pouvoir|procuration)\b[^:]{0,20}:/u.test(plain.slice(0, start))
  )
    return /^,? (?:a|pouvoir a|donne pouvoir a|procuration a) (?:m\.|mme|monsieur|madame|mlle)/u.test(after)
      ? 'represented'
      : / (?:a|pouvoir a) (?:m\.|mme|monsieur|madame|mlle) ?$/u.test(before)
        ? 'present'
        : 'represented'
  if (isAccount) {
    if (
      absentWords.test(before) ||
      /^,? ?(?:est |sont |etait )?(?:excusee?s?|absente?s?|retenue?|empechee?)|^[^.;]{0,40}불참/u.test(after)
    )
      return 'absent'
    const label = /^\s*(?:-\s*)?([^:]{3,60}):/u.exec(plain)?.[1] ?? ''
    for (const words of [label, list]) {
      if (absentWords.test(words)) return 'absent'
      if (/대리/.test(words)) return 'present'
      if (/represent(?:e|ee)s/.test(words)) return 'represented'
      if (presentWords.test(words)) return 'present'
    }
    if (presentLabels.test(label)) return 'present'
    if (speaks(plain, start, end, unit.passage.kind === 'title')) return 'present'
  }
  return 'mentioned'
}

/** 참석(8명) …, 홍빛찬을 대신하여, 결석위원 above a list, (김도율 사무총장) before a speech; null without a Korean sign. */
function koreanPresence(unit: Unit, start: number, end: number): ReadPerson['presence'] | null {
  const { text } = unit.passage
  if (!/[가-힣]/u.test(text)) return null
  // 정선군 박경호 부군수 → 이수연 주무관이 대리 참석
  if (/^(?:을|를)? ?대신|^(?: [가-힣]{2,12}){0,2} ?(?:→|⇒) ?[^,.]{3,30}대리/u.test(text.slice(end)))
    return 'represented'
  const status = unit.passage.cells.find(
    (cell) =>
      /^(?:대리 ?참석|불참|결석|참석|출석)/u.test(cell.text) && !(start >= cell.start && end <= cell.end),
  )
  if (status)
    return /^대리/u.test(status.text) ? 'represented' : /^[불결]/u.test(status.text) ? 'absent' : 'present'
  // 참석: … 불참: …, in one passage: the last label before the name.
  const line =
    Array.from(
      text
        .slice(0, start)
        .matchAll(
          /(?:^[^가-힣]{0,4}|(?<=[\s)])(?=[가-힣 ]{2,6}(?:자|위원)? ?[:：]))(대리 ?참 ?석|불 ?참|결 ?석|참 ?석|출 ?석|배 ?석)/gu,
        ),
    )
      .at(-1)?.[1]
      ?.replaceAll(' ', '') ?? ''
  for (const words of [line, labelAbove(unit)]) {
    if (/대리/u.test(words)) return 'present'
    if (/불참|결석/u.test(words)) return 'absent'
    if (/참석|출석|배석/u.test(words)) return 'present'
  }
  const sentence = sentenceHolding(unit, start)
  const rest = sentence ? text.slice(end, sentence.end) : ''
  const title = '[가-힣 ]{0,16}'
  if (
    new RegExp(
      `^${title}(?:은|는|이|가|도)[^.]{0,200}(?:말했|말하|밝혔|강조했|화답|설명하|설명했|제안하|제안했|인사|보고하)`,
      'u',
    ).test(rest)
  )
    return 'present'
  if (/참석했|참석하였|참석한 가운데|함께했|함께하였|자리를 함께/u.test(rest)) return 'present'
  return /^[(○◯]?(?:[가-힣]{2,10} )?$/u.test(text.slice(0, start)) &&
    start < 14 &&
    (unit.passage.kind === 'item' || /^\(/u.test(text)) &&
    /^(?:[가-힣 ]{1,14})?(?:[):]|\s)/u.test(text.slice(end)) &&
    text.length > 60
    ? 'present'
    : null
}

const listOf = (section: Section) =>
  sectionsAbove(section)
    .map(({ title }) => title?.plain ?? '')
    .find((plain) => absentWords.test(plain) || presentWords.test(plain) || /대리|represent/.test(plain)) ??
  ''

const verbs =
  'rappel|indiqu|soulign|precis|expliq|present|ouvr|remerci|propos|ajout|confirm|deman|inform|annonc|declar|evoqu|insist|conclu|dit\\b|rapport|lit\\b|enverra|souhait|estim|repond|interrog|signal|regrett|se felicit|excuse\\b|met en garde|suggere|observe|note\\b|conteste|reconnait|presid|anime|said|noted|reported|welcomed|explained|proposed|added|thanked|opened|recalled|stressed|asked'

function speaks(plain: string, start: number, end: number, isTitle: boolean): boolean {
  const after = plain.slice(end, end + 90)
  if (isTitle) return true
  if (start < 14 && /^ ?(?:\([^)]*\))? ?:/.test(after)) return true
  return (
    new RegExp(
      `^,? ?(?:\\([^)]*\\))?,?(?: [^.;:]{0,60},)? ?(?:(?:la|le|l'|les|en|y|se|s'|a|nous) ?)?(?:${verbs})`,
      'u',
    ).test(after) ||
    /^ ?(?:[가-힣]+ ?){0,4}(?:은|는|이|가)[^.]{0,80}(?:말|설명|제안|발표|소개|강조|밝|언급|보고|질문|답변)/u.test(
      after,
    ) ||
    /^ ?(?:secretaire|rapporteu|redact)/.test(after) ||
    /(?:secretaire de seance|rapporteu\w+|redacteur|presidee? par|presidence|president de seance|chair|주재|진행|작성)[^.;]{0,40}$/.test(
      plain.slice(Math.max(0, start - 60), start),
    )
  )
}
