import type { SettledDate } from '../dates/settled-dates.ts'
import { koreanExpired, koreanSigned } from '../words/korean-instruments.ts'

/** 2019년에 처음 체결한 양해각서를 지난 3월 26일 새로 체결하였다: the day of the renewed signature. */
export function signedAgain(
  { start, end }: { start: number; end: number },
  dates: readonly SettledDate[],
  taken: ReadonlySet<SettledDate>,
  plain: string,
): SettledDate | null {
  return (
    dates.find(
      (date) =>
        date.edtf !== null &&
        !taken.has(date) &&
        date.start >= start &&
        date.end <= end &&
        /^(?:에|자로)? ?(?:(?:새로|다시|재) ?(?:체결|맺|서명)(?:했|하였|었|한|해)|갱신(?:했|하였|됐|되었))/u.test(
          plain.slice(date.end),
        ),
    ) ?? null
  )
}

const stay = /^(?:부터|에) (?:이틀|사흘|나흘|닷새|엿새|이레|일주일|보름|\d{1,2}(?:일|월|박))/u

interface Place {
  start: number
  end: number
  from: number
  to: number
}

/** The day of an agreement in a Korean sentence: beside its name, before it or after it; null if none belongs to it. */
export function dateOf(
  { start, end, from, to }: Place,
  dates: readonly SettledDate[],
  taken: ReadonlySet<SettledDate>,
  plain: string,
): SettledDate | null {
  const free = dates.filter(
    (date) =>
      date.edtf !== null &&
      !taken.has(date) &&
      date.start >= from &&
      date.end <= to &&
      !/^(?:에|으로|은|는|,)? ?\d+ ?주년/u.test(plain.slice(date.end, date.end + 9)),
  )
  const isAnniversary = (date: SettledDate) =>
    /^ ?(?:주년|년 ?째|여 ?년)|^(?:에|으로|은|는|,)? ?\d+ ?주년/u.test(plain.slice(date.end, date.end + 9))
  const beside = free.find(
    (date) =>
      date.start >= end &&
      // 결연일은 1964년 3월 27일이며
      /^(?:[^가-힣.;]{0,4}| ?\((?:체결|결연|협약|서명) ?(?:일|일자)?[ :]*| ?(?:일|일자|서명|체결|교환|조인|갱신)? ?[(:,] ?| ?(?:체결 ?|서명 ?)?(?:일|일자|날짜|시기)(?:은|는|이| ?[:：]) ?)$/u.test(
        plain.slice(end, date.start),
      ),
  )
  const before = free.findLast(
    (date) =>
      date.end <= start &&
      !isAnniversary(date) &&
      !/이후|까지|부터 ?$/u.test(plain.slice(date.end, date.end + 4)) &&
      // 지난 10일부터 나흘간 자매도시인 …를 찾았다: the length of a stay.
      !stay.test(plain.slice(date.end, date.end + 12)),
  )
  // 2005년 우호도시, 2014년 5월 자매도시로: the date right before belongs to it.
  const right = before && /^(?:일|에|의|,)? ?$/u.test(plain.slice(before.end, start)) ? before : null
  // 자매결연은 1986년 11월에 맺은 것이고
  const after = free.find(
    (date) =>
      date.start >= end &&
      /^(?:은|는|을|를|이|가|서|로)? ?[^.;]{0,24}$/u.test(plain.slice(end, date.start)) &&
      (/^[^.;]{0,24}(?:체결|맺|서명|조인|결연|교환|나눈|나눴|주고받|이루어|성사|이다|입니다|이었|였|의 일)/u.test(
        plain.slice(date.end, date.end + 34),
      ) ||
        /^(?:일|에|의)? ?(?:했|하였|한 )/u.test(plain.slice(date.end, date.end + 6))),
  )
  // 교류협력 협정은 2014년 3월 생테티엔에서, 업무협약은 2021년 9월 온라인으로 맺었다
  const topic = free.find(
    (date) =>
      date.start >= end &&
      /^(?:은|는) ?$/u.test(plain.slice(end, date.start)) &&
      (koreanSigned.test(plain.slice(date.end)) ||
        (!before && koreanExpired.test(plain.slice(date.end, date.end + 24)))),
  )
  if (topic && !right) return topic
  // 작가들이 2011년에 참가하였으며 협정은 2015년에 체결되었다: a date before another clause belongs to that clause.
  const isOfBefore =
    before &&
    after &&
    /(?:으며|하며|했고|였고|었고|는데|지만|으나|뒤|후),? [^,]*$/u.test(plain.slice(before.end, start))
  return right ?? beside ?? (isOfBefore ? after : before) ?? after ?? null
}
