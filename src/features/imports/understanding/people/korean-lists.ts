import type { Unit } from '../outline.ts'
import {
  isForeignName,
  isForeignPart,
  isKoreanName,
  isOrganisationWord,
  isVietnameseSurname,
} from './hangul-words.ts'
import type { PersonMention } from './person-mention.ts'
import { koreanTitleEnd } from './roles.ts'

type Found = Omit<PersonMention, 'unit'>

const attendance =
  /(?:참 ?석|출 ?석|불 ?참|결 ?석|배 ?석|참 ?가|대리|나온 ?사람|함께한 ?사람)(?:자|위원|공무원|의원)?(?: ?\(\d+(?:명|인)?\))?/u

/** 강보라(군산시 국제협력계장): a person with a title in brackets, or with any body in a list of participants. */
export function bracketPersons(text: string): Found[] {
  return Array.from(
    text.matchAll(/(?<![가-힣])([가-힣]{1,6}(?:[ -][가-힣]{1,8}){0,2}) ?\(([^()]{2,40})\)/gu),
  ).flatMap((match): Found[] => {
    const [, given = '', inside = ''] = match
    const name = nameAtEnd(given)
    const start = match.index + given.length - name.length
    const isTitled = koreanTitleEnd.test((inside.split(' ').at(-1) ?? '').replace(/^\d등/u, ''))
    const isListed =
      attendance.test(text.slice(Math.max(0, match.index - 200), match.index)) &&
      /[가-힣]/u.test(inside) &&
      !/\d{2}/.test(inside)
    if (name === '' || (!isTitled && !isListed)) return []
    const parts = inside.split(' ')
    const role = isTitled ? (parts.pop() ?? null) : null
    return [
      {
        start,
        end: start + name.length,
        name,
        isPartial: false,
        role,
        organisation: parts.length > 0 ? parts.join(' ') : null,
      },
    ]
  })
}

/** The name at the end of the words before a bracket: 사회 염동수, 캐런 휘태커. */
function nameAtEnd(words: string): string {
  const [last = '', before = '', third = ''] = words.split(' ').toReversed()
  if (isVietnameseSurname(third)) return `${third} ${before} ${last}`
  if (isKoreanName(last) && last.length >= 3 && !koreanTitleEnd.test(last)) return last
  const isForeign =
    isForeignName(before, last) ||
    (before.length >= 2 &&
      last.length >= 3 &&
      (isForeignPart(before) || isForeignPart(last)) &&
      ![before, last].some((word) => isOrganisationWord(word) || isKoreanName(word)))
  return isForeign && !koreanTitleEnd.test(last) ? `${before} ${last}` : ''
}

// 편집 : 공보관실 우지안 — a person's task, perhaps with the office.
const labels =
  /(?:^|[\s|/·])(?:보낸 ?사람|받는 ?사람|발신자?|수신|참조|작성자?|담당자?|기록|문의|주재|진행|사회|서명|서기|통역|편집|의장|좌장|위원장|간사|책임자|촬영|정리|발표자?)\s?[:：]\s?(?:[가-힣]{2,8}(?:실|과|팀|국|부|청|관|시|군|구|도) )?/gu

/** 보낸사람: 석이레 <…>, 엄지후 드림, 파리사무소 석이레입니다: the writer and the recipient. */
export function labelledPersons(text: string): Found[] {
  const found: Found[] = []
  const add = (name: string, start: number) => {
    if (isKoreanName(name) && !/(?:시장|군수|지사|구청장|[의과국부팀실]장)$/u.test(name))
      found.push({ start, end: start + name.length, name, isPartial: false, role: null, organisation: null })
  }
  for (const match of text.matchAll(labels)) {
    const at = match.index + match[0].length
    const name = /^([가-힣]{2,4})(?= ?(?:<|\(|,|;|\/|·|$))/u.exec(text.slice(at))?.[1]
    if (name) add(name, at)
    // 받는 사람: 클레르 뒤랑
    const [whole, first = '', second = ''] =
      /^([가-힣]{1,6}) ([가-힣]{2,8})(?= ?(?:<|\(|,|;|$))/u.exec(text.slice(at)) ?? []
    if (whole && isForeignName(first, second))
      found.push({
        start: at,
        end: at + whole.length,
        name: whole,
        isPartial: false,
        role: null,
        organisation: null,
      })
  }
  for (const match of text.matchAll(
    /(?<![가-힣])([가-힣]{2,4}) (?:드림|올림|배상|拜上|a écrit)(?![가-힣])/gu,
  ))
    add(match[1] ?? '', match.index)
  for (const match of text.matchAll(
    /(?<=(?:사무소|센터|부|과|팀|실|국|청|시|도|군|구|회|단|원)(?:의)? )([가-힣]{3,4})입니다/gu,
  ))
    add(match[1] ?? '', match.index)
  return found
}

/** 부 시 장  나기훈: an office with spaces between the letters, as in lists of participants. */
export function spacedPersons(text: string): Found[] {
  return Array.from(
    text.matchAll(/(?<![가-힣])((?:[가-힣] ){1,3}[가-힣]) {1,4}([가-힣]{2,4})(?![가-힣])/gu),
  ).flatMap((match): Found[] => {
    const [whole, wide = '', name = ''] = match
    const role = wide.replaceAll(' ', '')
    if (!koreanTitleEnd.test(role) || !isKoreanName(name)) return []
    const end = match.index + whole.length
    return [{ start: end - name.length, end, name, isPartial: false, role, organisation: null }]
  })
}

/** 설다온 진새벽 모래온, beneath 출석위원(6인): a line of names only. */
export function listedPersons(unit: Unit): Found[] {
  const { text } = unit.passage
  const names = text.split(/[\s,·、]+/u).filter((word) => word !== '')
  if (
    names.length === 0 ||
    text.length > 400 ||
    !names.every((name) => isKoreanName(name) && name.length >= 3)
  )
    return []
  if (!attendance.test(labelAbove(unit)) && names.length < 4) return []
  let from = 0
  return names.map((name) => {
    const start = text.indexOf(name, from)
    from = start + name.length
    return { start, end: from, name, isPartial: false, role: null, organisation: null }
  })
}

/** The short line or title above a passage that says what list it is. */
export function labelAbove(unit: Unit): string {
  const { section } = unit
  const before = section.units[section.units.indexOf(unit) - 1]
  const label = before?.passage.text ?? section.title?.passage.text ?? ''
  return label.length <= 40 ? label : ''
}

// Nom / 성명: titled in two languages.
const names = /^(?:[\p{Script=Latin} ]+[/|] ?)?(?:성 ?명|이 ?름|성함|참석자|명단)$/u
const roles = /^(?:직 ?위|직 ?급|직 ?책|직 ?함)(?: ?\(.*\))?$/u
const bodies = /^(?:[\p{Script=Latin} ]+[/|] ?)?(?:소 ?속|기 ?관|기관명|단체명?|지자체|부서|근무처)$/u

/** The person of a row in a table with a column of names, with the office and the body from other columns. */
export function tablePersons(unit: Unit): Omit<PersonMention, 'unit'>[] {
  const { passage, section } = unit
  if (passage.kind !== 'row') return []
  const head = section.units.find(
    (each) => each.passage.kind === 'row' && each.passage.table === passage.table,
  )
  if (!head || head === unit) return []
  const columnOf = (title: RegExp) => head.passage.cells.findIndex(({ text }) => title.test(text.trim()))
  const cell = passage.cells[columnOf(names)]
  const written = cell?.text.trim().replace(/ ?\(.*$/u, '') ?? ''
  // 구 은 설, set as wide as the longest name of its column
  const name = /^(?:[가-힣] +){1,3}[가-힣]$/u.test(written) ? written.replace(/ +/gu, '') : written
  if (!cell || !isName(name)) return []
  const start = cell.start + cell.text.indexOf(written)
  const cellOf = (title: RegExp) => passage.cells[columnOf(title)]?.text.trim() || null
  return [
    {
      start,
      end: start + written.length,
      name,
      isPartial: false,
      role: cellOf(roles),
      organisation: cellOf(bodies),
    },
  ]
}

function isName(name: string): boolean {
  if (isKoreanName(name) || (/^[가-힣]{2,4}$/u.test(name) && !/미정|공석|미제출|성명|해당/u.test(name)))
    return true
  const [first = '', second = '', ...others] = name.split(' ')
  return (
    (isForeignName(first, second) || (isForeignPart(first) && isForeignPart(second))) && others.length < 3
  )
}
