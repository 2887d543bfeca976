import type { Outline, Unit } from '../outline.ts'
import { findDates } from './find-dates.ts'

/**
 * The day on which a Korean text was written, as far as known: the date beside 배포일, 시행, 날짜 and similar labels, on a line of its own,
 * or the year of a report. Null if it has none; the day of a signature does not count.
 */
export function koreanTextDay({ units, titles }: Outline): string | null {
  const ends = [...units.slice(0, 12), ...units.slice(-8)]
  const found = ends.flatMap((unit) => {
    const letters = lettersIn(unit.plain)
    return findDates(unit.plain).flatMap(({ edtf, start, end }) => {
      const day = edtf?.split('/')[0] ?? ''
      if (!/^\d{4}(?:-\d{2}){0,2}$/u.test(day)) return []
      const weight = weightOf(unit, start, end, letters - lettersIn(unit.plain.slice(start, end)))
      return weight > 0 ? [{ day, weight: weight + day.length / 10 }] : []
    })
  })
  const best = found.sort((a, b) => b.weight - a.weight)[0]
  return best?.day ?? dayOfJourney(units) ?? yearOfReport([...titles.slice(0, 2), ...units.slice(0, 3)])
}

const labels =
  /(?:배포일?|작성일?|시행|입력|등록일?|게시일?|일자|(?<![가-힣])(?:날짜|일시)|보도일?시?|발행일?|보낸 ?날짜|수정|전결|대결)/u

const lettersIn = (plain: string) => plain.match(/[가-힣a-z]/gu)?.length ?? 0

/** `others`: how many letters are beside the date. */
function weightOf({ plain, passage }: Unit, start: number, end: number, others: number): number {
  const before = plain.slice(Math.max(0, start - 34), start)
  if (labels.test(before) && !/결연|체결|협약/u.test(before)) return 4
  if (/^[^가-힣]{0,4}(?:말 )?(?:현재|기준)/u.test(plain.slice(end, end + 10))) return 3
  // 2024년 5월 4주, 2024년 7월호
  if (/^ ?(?:제? ?\d ?(?:째 ?)?주(?:차)?|호)(?![가-힣])/u.test(plain.slice(end, end + 12))) return 3
  if (passage.text.length < 60 && /[가-힣] ?제\d+호|시정소식|뉴스|소식지/u.test(plain)) return 3
  if (/(?:맺은|결연|체결|협약|협정|서명|조인)[가-힣 ]{0,6}[:：]? ?$/u.test(before)) return 0
  if (others <= 3) return 3
  // … 준비한다. (2025년 2월 6일, 남도통신)
  // … 밝혔다. 2022년 7월 4일, at the end of the last line
  if (/[다요음함][.”"’')\]]{1,2} ?[[(]?$/u.test(before) && !/[가-힣\d]/u.test(plain.slice(end))) return 2
  const isDateline =
    /\.[^.(]{0,3}\([^)]{0,20}$/u.test(before) && /^[^)]{0,16}\)[^가-힣]{0,3}$/u.test(plain.slice(end))
  if (isDateline) return 3
  return passage.kind === 'paragraph' &&
    passage.text.length < 50 &&
    !/결연|체결|협약|협정|우호|자매/u.test(plain) &&
    others < 24
    ? 2
    : 0
}

/** 출장 기간: 2024. 10. 14. ~ 10. 19.: a report of a journey is written when it is over. */
function dayOfJourney(units: readonly Unit[]): string | null {
  const line = units
    .slice(0, 14)
    .find(({ plain }) =>
      /^[^가-힣]{0,6}(?:[가-하][.)] ?)?(?:출장|방문|여행)? ?(?:기 *간|일 *정|일 *시) ?[:：]/u.test(plain),
    )
  const days = line ? findDates(line.plain).flatMap(({ edtf }) => edtf?.split('/') ?? []) : []
  return days.findLast((day) => /^\d{4}-\d{2}-\d{2}$/u.test(day)) ?? null
}

/** « La lettre Chine n° 47 · avril 2018 », « Rapport d’activité 2018 »: the month or year of a text in Latin letters, or null. */
export function latinTextMonth({ units, titles }: Outline): string | null {
  const heads = [...titles.slice(0, 2), ...units.slice(0, 3)].filter(
    ({ passage }) => passage.text.length < 120,
  )
  for (const { plain } of heads) {
    if (/\b(?:n°|no\.? ?\d|numero|lettre|bulletin|gazette|newsletter|magazine|revue)/u.test(plain)) {
      const month = findDates(plain).find(({ edtf }) => /^\d{4}-\d{2}$/u.test(edtf ?? ''))?.edtf
      if (month) return month
    }
    const year =
      /(?:rapport (?:annuel|d'activites?|moral)|bilan|compte rendu d'activites?|annual report|activity report)[^.\d]{0,60}((?:19|20)\d\d)(?![-\d])/u.exec(
        plain,
      )?.[1]
    if (year) return year
  }
  return null
}

/** Whether a passage may give the day on which a text in Latin letters was written: a short one, or one that begins with place and day. */
export const mayDateText = ({ plain }: Unit) =>
  plain.length < 160 || /^[^.;:]{0,50}\b\d{1,2}(?:er|st|nd|rd|th)? [a-z]+ \d{4}/u.test(plain)

function yearOfReport(heads: readonly Unit[]): string | null {
  for (const { plain } of heads) {
    const year = /((?:19|20)\d\d)년(?:도)?/u.exec(plain)?.[1]
    // 2018년 협약을 맺었고 2024년 보고회를 연다: a sentence is not the title of a report.
    if (
      year &&
      plain.length < 80 &&
      !/다[.)]?$/u.test(plain) &&
      /실적|결과|현황|보고|성과|업무|계획|동향/u.test(plain)
    )
      return year
  }
  return null
}
