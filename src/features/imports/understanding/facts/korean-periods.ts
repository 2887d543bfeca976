import type { SettledDate } from '../dates/settled-dates.ts'
import type { Told } from './clauses.ts'

const label =
  /^[^가-힣]*(?:[가-하][.)] ?)?(?:방문|행사|파견|초청|연수|체류|출장|교류|사업)? ?(?:기 *간|일 *시) *[:：] *$/u

const content =
  /^[^가-힣]*(?:[가-하][.)] ?)?(?:주요 ?|방문 ?|교류 ?|행사 ?|사업 ?)?(?:내 *용|목 *적|행사명|사업명) *[:：] */u

/** 가. 기 간 : 2022. 10. 4. ~ 10. 8.: the sentence above that says what happens then; null if the date has no such label. */
export function toldOfPeriod({ sentence: { unit } }: Told, date: SettledDate): string | null {
  if (!label.test(unit.plain.slice(0, date.start))) return null
  const { units } = unit.section
  const at = units.indexOf(unit)
  // 내용 : 부시장 등 5명 방문, beside it
  const beside = units
    .slice(Math.max(0, at - 2), at + 4)
    .find((each) => each.passage.kind === unit.passage.kind && content.test(each.plain))
  if (beside) return beside.passage.text.replace(/^[^:：]*[:：] ?/u, '')
  const above = units.slice(0, at).findLast(({ passage }) => !/[:：]/u.test(passage.text.slice(0, 12)))
  return above?.sentences.at(-1)?.text ?? null
}

const sameThing = /^(?:이번 |이 )?(?:전시회?|행사|공연|대회|방문|축제|연수|교류전|음악회|사업)(?:은|는) /u

/** 올해는 토기가 건너간다. 전시는 2023년 11월에 개막한다: whether the next sentence gives a closer date than a year for the same thing. */
export function isSaidCloser(
  date: string | null,
  next: Told | undefined,
  dates: readonly SettledDate[],
): boolean {
  return (
    next !== undefined &&
    /^\d{4}$/u.test(date ?? '') &&
    sameThing.test(next.plain) &&
    dates.some(
      ({ edtf, start, end }) =>
        start >= next.start && end <= next.end && edtf?.startsWith(`${date}-`) === true,
    )
  )
}
