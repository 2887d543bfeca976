import { isForeignPart, isKoreanName, isOrganisationWord, isVietnameseSurname } from './hangul-words.ts'
import type { PersonMention } from './person-mention.ts'
import { placesLikeNames } from './places-like-names.ts'
import { koreanTitleEnd } from './roles.ts'

type Found = Omit<PersonMention, 'unit'>

const label =
  /^[^가-힣A-Za-z]{0,6}(?:(?:주요 ?)?(?:화상 ?|대리 ?|서면 ?)?(?:참 ?석|출 ?석|결 ?석|불 ?참|배 ?석)(?:자|위원|의원|공무원|인원)?|위 ?원 ?장?|부위원장|간 ?사|의 ?장|단 ?장|단 ?원|출 ?장 ?자|방문단|사 ?회|진 ?행|주 ?재|발표자?|토론자?|강 ?사|통 ?역|서 ?기|면담자?|심사위원|집필|글|사진|취재)(?: ?\([^)]{1,20}\))? ?[:：] ?/u
const presence = /참 ?석|출 ?석|결 ?석|불 ?참|배 ?석/u

/** 출석위원 : 옹기범, 최누리솔, 크리스토프 아장 — names one by one after a label, each with at most an office before or after it. */
export function namesAfterLabel(text: string): Found[] {
  const said = label.exec(text)
  if (!said || text.length > 400) return []
  const found: Found[] = []
  const rest = text
    .slice(said[0].length)
    .replace(/\([^)]*\)/gu, (inside) => `(${' '.repeat(inside.length - 1)}`)
  for (const match of rest.matchAll(/[^,，·、;/→\n]+/gu)) {
    const bare = match[0].replace(/ ?[()].*$/u, '')
    const words = bare.trim().split(/\s+/u)
    const from = said[0].length + match.index + match[0].search(/\S/u)
    const titleFirst = words.length > 1 && koreanTitleEnd.test(words[0] ?? '')
    const named = titleFirst ? words.slice(1) : words
    const [first = '', second = ''] = named
    // 보령시 국승호: the body, and its representative.
    const isOfBody =
      presence.test(said[0]) &&
      named.length === 2 &&
      isOrganisationWord(first) &&
      first.length > 2 &&
      isWhole(second)
    const name = isOfBody ? second : named.join(' ')
    if (!isOfBody && !isNameOf(named)) continue
    const start = from + match[0].trimStart().indexOf(name)
    found.push({
      start,
      end: start + name.length,
      name,
      isPartial: false,
      role: titleFirst ? (words[0] ?? null) : null,
      organisation: isOfBody ? first : null,
    })
  }
  return found
}

const isWhole = (word: string) => isKoreanName(word) && word.length >= 3 && !koreanTitleEnd.test(word)

function isNameOf(words: readonly string[]): boolean {
  const [first = '', second] = words
  if (second === undefined) return isWhole(first) && !isOrganisationWord(first)
  if (words.some((word) => koreanTitleEnd.test(word) || isOrganisationWord(word))) return false
  return (
    words.length <= 4 && (isVietnameseSurname(first) || (words.length <= 3 && words.every(isForeignPart)))
  )
}

// 글 홍보팀 사나래
const byline =
  /^[^가-힣]{0,3}(?:글|사진|취재|편집)[ ·:]{1,3}((?:[가-힣]{2,10} ){1,2})([가-힣]{3})(?=$|[ ·/])/u

export function bylinePersons(text: string): Found[] {
  const [whole, body = '', name = ''] = byline.exec(text) ?? []
  if (
    !whole ||
    !isKoreanName(name) ||
    koreanTitleEnd.test(name) ||
    !body.trim().split(' ').every(isOrganisationWord)
  )
    return []
  const end = whole.length
  return [{ start: end - name.length, end, name, isPartial: false, role: null, organisation: body.trim() }]
}

/** ■ 경우람 (충주시 기획예산과): the speaker, with the body in brackets, at the head of a passage. */
export function bracketAtHead(text: string): Found[] {
  const match =
    /^([^가-힣A-Za-z]{0,4})([가-힣]{2,5}(?: [가-힣]{2,6})?) ?\(([가-힣·A-Za-z ]{3,40})\)(?=$|[ :：]|\n)/u.exec(
      text,
    )
  const [, mark = '', name = '', inside = ''] = match ?? []
  const words = inside.split(' ')
  const last = words.at(-1) ?? ''
  if (!match || name.includes('시장') || placesLikeNames.has(name) || isOrganisationWord(name)) return []
  if (!isOrganisationWord(last) && !koreanTitleEnd.test(last) && !/실$|처$|소$/u.test(last)) return []
  // 유가와라정 (일본 가나가와현): a town, and where it lies.
  if (/[현주성]$/u.test(last) && !koreanTitleEnd.test(last)) return []
  if (words.length < 2 || /[시군구도]$/u.test(name) || koreanTitleEnd.test(name)) return []
  const role = koreanTitleEnd.test(last) ? last : null
  return [
    {
      start: mark.length,
      end: mark.length + name.length,
      name,
      isPartial: false,
      role,
      organisation: (role === null ? words : words.slice(0, -1)).join(' ') || null,
    },
  ]
}

// 국제협력과장 전결 2025. 1. 16. 설재민: who has signed for another, at the foot of an official letter.
const signed =
  /([가-힣]{2,12}) ?(?:(?:전결|대결)[\s\d./-]{0,16}|\d{1,2}[/.] ?\d{1,2}\.? )([가-힣]{2,4})(?![가-힣])/gu

export const signedPersons = (text: string): Found[] =>
  Array.from(text.matchAll(signed)).flatMap((match): Found[] => {
    const [whole, role = '', name = ''] = match
    const end = match.index + whole.length
    return isKoreanName(name) && koreanTitleEnd.test(role)
      ? [{ start: end - name.length, end, name, isPartial: false, role, organisation: null }]
      : []
  })

// 작성: 국제협력진흥원 조사팀 옥채빈
const written =
  /(?:^|[\s|/·(])(?:작성|정리|편집|문의|담당|기록|보고|작성자|담당자|보고자) ?[:：] ?((?:[가-힣]{2,12} ){1,3})([가-힣]{3})(?=$|[ ,(/☎|)])/gu

export const writtenBy = (text: string): Found[] =>
  Array.from(text.matchAll(written)).flatMap((match): Found[] => {
    const [whole, body = '', name = ''] = match
    const words = body.trim().split(' ')
    const end = match.index + whole.length
    return isKoreanName(name) && words.every((word) => isOrganisationWord(word)) && !koreanTitleEnd.test(name)
      ? [{ start: end - name.length, end, name, isPartial: false, role: null, organisation: words.join(' ') }]
      : []
  })
