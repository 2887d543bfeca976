import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestApp, type TestApp } from '../../../../../test/support/open-test-app.ts'
import { readMarkdown } from '../../../../platform/reading/markdown/read-markdown.ts'
import { lookUpNames } from '../names/queries.ts'
import { understand } from '../understand.ts'

let testApp: TestApp
beforeAll(async () => {
  testApp = await openTestApp()
})
afterAll(() => testApp.close())

const head =
  '# 전라남도 국제교류 실무회의 회의록\n\n- 일시: 2024년 4월 18일(목) 14:00\n- 주 재: 국제협력관 금동현\n\n'

async function decisionsOf(text: string) {
  const { decisions } = await understand(lookUpNames(testApp.context), readMarkdown(text))
  return decisions.map(({ text: said, by, due }) => [said, by, due])
}

describe('what Korean minutes resolve', () => {
  it.each([
    ['도 국제교류팀은 5월 31일까지 현황표를 갱신한다.', '도 국제교류팀', '2024-05-31'],
    ['다음 회의는 9월 여수시에서 연다.', '여수시', '2024-09'],
    ['차기 협의회는 12월 여수시에서 개최하기로 함', '여수시', '2024-12'],
    ['안내판 20곳 정비 — 문화관광과, 6월 말까지', '문화관광과', '2024-06'],
    ['포스터 시안 확정(간사, 9. 20.)', '간사', '2024-09-20'],
    ['회칙 초안은 전남연구원이 4월 30일까지 쓴다.', '전남연구원', '2024-04-30'],
  ])('has who and until when: %s', async (line, by, due) => {
    const [decision, ...others] = await decisionsOf(`${head}## 결정사항\n\n- ${line}\n`)
    expect(others).toEqual([])
    expect(decision?.slice(0, 2)).toEqual([line, by])
    expect(decision?.[2]).toMatch(new RegExp(`^${due}`, 'u'))
  })

  it('stands beneath a numbered point as well, and may begin with who does it', async () => {
    const points =
      '1. 주요 발언\n   - 여러 의견이 있었음\n2. 향후 계획\n   - 여수시, 협정 초안 11월 중 공유\n'
    expect(await decisionsOf(`${head}${points}`)).toEqual([
      ['여수시, 협정 초안 11월 중 공유', '여수시', '2024-11'],
    ])
  })

  it('is what stands beneath 결정사항, and not every line of 회의결과', async () => {
    const text = `# 전라남도 국제교류 협의회 회의결과\n\n- 일시: 2024년 4월 18일(목) 14:00\n- 장소: 도청 회의실\n\n## 추진현황\n\n- 2003년 우호협력 협정을 체결함\n\n## 결정사항\n\n- 여수시는 5월 31일까지 현황표를 갱신한다.\n`
    expect((await decisionsOf(text)).map(([said]) => said)).toEqual([
      '여수시는 5월 31일까지 현황표를 갱신한다.',
    ])
  })

  it('leaves out what closes the account, and what is only suggested', async () => {
    const end = '## 결정사항\n\n- 서식을 통일하자는 의견(여수시)\n- 붙임: 사진 2부\n\n폐회 : 17:20\n'
    expect(await decisionsOf(`${head}${end}`)).toEqual([])
  })

  it('is also what an official promises or a report charges somebody with', async () => {
    expect(
      await decisionsOf(`${head}총무과로 하여금 12월 20일까지 조례안을 마련하도록 하겠습니다.\n`),
    ).toEqual([['총무과로 하여금 12월 20일까지 조례안을 마련하도록 하겠습니다.', '총무과', '2024-12-20']])
    const report =
      '# 공무국외출장 보고서\n\n1. 초청 예산 편성 — 해양정책과, 2019년 10월까지\n2. 장소 : 여수시청, 2019. 3.\n'
    expect(await decisionsOf(report)).toEqual([
      ['초청 예산 편성 — 해양정책과, 2019년 10월까지', '해양정책과', '2019-10'],
    ])
  })

  it('stands beneath a line that is nothing but the word, and is told of no tie', async () => {
    const text = `${head}○ 현황\n - (여수시) 프랑스 브레스트시와 2015년 자매결연\n\n○ 결정\n 1. 홍보물 제작 : 도 국제교류팀(7월까지)\n 2. 다음 간담회는 11월 여수시에서 개최\n`
    expect(await decisionsOf(text)).toEqual([
      ['홍보물 제작 : 도 국제교류팀(7월까지)', '도 국제교류팀', '2024-07'],
      ['다음 간담회는 11월 여수시에서 개최', '여수시', '2024-11'],
    ])
    const { cooperations } = await understand(lookUpNames(testApp.context), readMarkdown(text))
    expect(cooperations.flatMap(({ activities }) => activities)).toEqual([])
  })

  it('is what a plan of a visit charges each office with, with or without a day', async () => {
    const plan =
      '브레스트시 대표단 방문 일정(안)\n\n1. 방문 개요\n  가. 기    간 : 2025. 4. 14.(월) ~ 4. 17.(목)\n\n2. 행정사항\n  ① 통역 2명 확보 : 국제협력팀, 4. 4.까지\n  ② 기념품 제작 : 문화도시과\n'
    expect(await decisionsOf(plan)).toEqual([
      ['통역 2명 확보 : 국제협력팀, 4. 4.까지', '국제협력팀', '2025-04-04'],
      ['기념품 제작 : 문화도시과', '문화도시과', null],
    ])
  })

  it('is told of no tie of those who resolve it among themselves', async () => {
    const text = `${head}여수시는 프랑스 브레스트시와 2015년 자매결연을 맺었다. 공주시는 일본 가나자와시와 교류한다.\n\n## 결정사항\n\n- 여수시는 결과를 6월 중 각 시군에 공유한다.\n`
    const { cooperations } = await understand(lookUpNames(testApp.context), readMarkdown(text))
    expect(cooperations.flatMap(({ activities }) => activities.map(({ date }) => date))).toEqual([])
  })

  it('was chaired by whom the line of the chair names', async () => {
    const { meeting } = await understand(
      lookUpNames(testApp.context),
      readMarkdown(`${head}이견 없이 접수되었다.\n`),
    )
    expect(meeting?.chair).toBe('금동현')
  })
})
