import { expect, it } from 'vitest'
import { readMarkdown } from '../../../../platform/reading/markdown/read-markdown.ts'
import { outlineOf } from '../outline.ts'
import { settleDates } from './settled-dates.ts'
import { koreanTextDay } from './text-day.ts'

const datesIn = (text: string, textDay: string | null = null) => {
  const outline = outlineOf(readMarkdown(text))
  return outline.units.flatMap((unit) =>
    (settleDates(outline, textDay).get(unit) ?? []).map(({ edtf }) => edtf),
  )
}

it.each([
  ['결연일자 1996.10.28', ['1996-10-28']],
  ['’96. 10. 28. 체결', ['1996-10-28']],
  ['2012. 9. 18. 각서를 체결하였다.', ['2012-09-18']],
  ['2016년 가을과 2020년 상반기', ['2016-23', '2020-40']],
  ['자매 03. 8. 21.', ['2003-08-21']],
  ['우호 99. 10. 1.', ['1999-10-01']],
  ['2013 년 5월 30일', ['2013-05-30']],
  ['올라가 있으나', []],
  ['안부를 전해 주시기 바랍니다', []],
  ['Signé le 15 mai 2017 / 2017. 5. 15. 체결', ['2017-05-15', '2017-05-15']],
])('the dates of %s are %j', (text, expected) => {
  expect(datesIn(text)).toEqual(expected)
})

it.each([
  ['지난 21일 체결했다고 밝혔다', ['2022-07-21']],
  ['지난 28일 체결했다고 밝혔다', ['2022-06-28']],
  ['오는 3일 방문한다', ['2022-08-03']],
  ['여수시는 21일 화상으로 체결했다', ['2022-07-21']],
  ['여수시(시장 서지안)는 21일 화상으로 체결했다', ['2022-07-21']],
  ['내년 하반기에 방문한다', ['2023']],
  ['여수시는 21일 동안 머물렀다', []],
  ['자매결연(1973. 7. 27.) 40주년 기념식을 5월 개최', ['1973-07-27', '2022-05']],
  ['올해 3월 15일 체결했다', ['2022-03-15']],
  ['작년 11월 4일 자로 보냈다', ['2021-11-04']],
  ['지난해 5월 견학했다', ['2021-05']],
  ['11월 제주포럼보다 낫겠다', ['2022-11']],
  ['우호협력 협정 체결(3. 12.)', ['2022-03-12']],
  ['출장 중 6. 19. 오후 3시에 서명하였음', ['2022-06-19']],
  ['출장 9. 14.(수) 시청 방문', ['2022-09-14']],
])('%s, on 22 July 2022, is of %j', (text, expected) => {
  expect(datesIn(text, '2022-07-22')).toEqual(expected)
})

it.each([
  ['배포일시: 2023. 5. 18.(목) 09:00\n\n여수시는 1999년 10월 22일 자매결연을 체결했다.', '2023-05-18'],
  ['# 2021년도 주요업무 추진실적\n\n○ 일본 가나자와시(자매결연, 1987. 6. 26.): 회의 개최', '2021'],
  ['여수시는 1999년 10월 22일 프랑스 브레스트시와 자매결연을 체결했다.', null],
  ['여수시는 1999년 협약을 맺었고 2024년 사업 보고회를 열었다.', null],
  ['자매도시: 미국 글렌데일시(2020), 그 밖의 도시', null],
  ['여수시는 오는 9월 대표단을 보낸다고 밝혔다. 2022년 7월 4일', '2022-07-04'],
])('a text is of the day that it was written on, not of a signature', (text, expected) => {
  expect(koreanTextDay(outlineOf(readMarkdown(text)))).toBe(expected)
})

it.each([
  ['# 2024년 국제교류 추진실적\n\n- 여수시: 축제 참가(4월)', '2024-04'],
  ['- 2023년 주요 실적\n  - 여수시: 대표단 파견(9월)', '2023-09'],
  ['# 여수시 2004년부터 국제교류\n\n- 여수시: 축제 참가(4월)', null],
])('a month is of the year that the point or title above says: %s', (text, expected) => {
  expect(datesIn(text).at(-1)).toBe(expected)
})

it('a month is not of the year in which an agreement was signed', () => {
  expect(datesIn('2009년 체결한 협약에 따라 3월 전문가 파견', '2024')).toEqual(['2009', '2024-03'])
})
