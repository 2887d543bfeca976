import type { Unit } from '../outline.ts'
import { isForeignName, isKoreanName } from './hangul-words.ts'
import type { PersonMention } from './person-mention.ts'
import { koreanTitleEnd } from './roles.ts'

type Found = Omit<PersonMention, 'unit'>

const attendance = /(?:참석|출석|불참|결석|배석|참가|대리)(?:자|위원|공무원|의원)?(?: ?\(\d+(?:명|인)?\))?/u

/** 강보라(군산시 국제협력계장): who bears a title in brackets, or any body where those present are listed. */
export function bracketPersons(text: string): Found[] {
  return Array.from(
    text.matchAll(/(?<![가-힣])([가-힣]{2,6}(?:[ -][가-힣]{1,8}){0,2}) ?\(([^()]{2,40})\)/gu),
  ).flatMap((match): Found[] => {
    const [, given = '', inside = ''] = match
    const words = given.split(' ')
    const name =
      isKoreanName(given) && given.length >= 3
        ? given
        : words.length === 2 && isForeignName(words[0] ?? '', words[1] ?? '')
          ? given
          : ''
    const isTitled = koreanTitleEnd.test(inside.split(' ').at(-1) ?? '')
    const isListed =
      attendance.test(text.slice(Math.max(0, match.index - 200), match.index)) &&
      /[가-힣]/u.test(inside) &&
      !/\d/.test(inside)
    if (name === '' || (!isTitled && !isListed)) return []
    const parts = inside.split(' ')
    const role = isTitled ? (parts.pop() ?? null) : null
    return [
      {
        start: match.index,
        end: match.index + given.length,
        name,
        isPartial: false,
        role,
        organisation: parts.length > 0 ? parts.join(' ') : null,
      },
    ]
  })
}

const labels =
  /(?:^|[\s|])(?:보낸 ?사람|받는 ?사람|발신자?|수신|참조|작성자?|담당자?|기록|문의|주재|진행|사회|서명)\s?[:：]\s?/gu

/** 보낸사람: 석이레 <…>, 엄지후 드림, 파리사무소 석이레입니다: who writes, and to whom. */
export function labelledPersons(text: string): Found[] {
  const found: Found[] = []
  const add = (name: string, start: number) => {
    if (isKoreanName(name))
      found.push({ start, end: start + name.length, name, isPartial: false, role: null, organisation: null })
  }
  for (const match of text.matchAll(labels)) {
    const at = match.index + match[0].length
    const name = /^([가-힣]{2,4})(?= ?(?:<|\(|,|;|$))/u.exec(text.slice(at))?.[1]
    if (name) add(name, at)
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

/** 설다온 진새벽 모래온, beneath 출석위원(6인): a line that is nothing but names. */
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

/** The short line or title above a passage, which says of whom it is a list. */
export function labelAbove(unit: Unit): string {
  const { section } = unit
  const before = section.units[section.units.indexOf(unit) - 1]
  const label = before?.passage.text ?? section.title?.passage.text ?? ''
  return label.length <= 40 ? label : ''
}
