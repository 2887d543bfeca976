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

const read = (text: string) => understand(lookUpNames(testApp.context), readMarkdown(text))

describe('what Korean tells of a tie', () => {
  it.each([
    ['2017년과 2021년 두 차례 브레스트 해양축제에 참가하였다.', ['2017', '2021']],
    ['여수시 대표단 브레스트 해양축제 초청 : 2018. 10.', ['2018-10']],
    ['2018년 3월 여수시는 브레스트시와 우호도시 협약에 서명하였다.', []],
    ['2014년 협약 기간이 끝나 연장하지 않았다.', []],
    ['2016년 마지막 교류 후 소식이 없다.', ['2016']],
    ['인연은 2012년 작가가 여수를 찾은 데서 비롯됐다.', []],
    ['2018여수재단이 자문하고 있다.', []],
    ['2013년을 끝으로 발길이 끊겼다.', []],
    ['2017년 포럼에 참석하면서 연락이 닿았다.', []],
    ['문화관광과-3817(2022. 8. 9.)호와 관련한다.', []],
    ['2020년과 2021년에는 서로 왕래하지 못하였다.', []],
    ['2016년 작가들이 브레스트를 방문하면서 시작됐다.', []],
    ['2016년 다음 사업을 제안드립니다.', []],
    ['처음 손을 잡은 것은 2014년 4월이었다.', []],
    ['2016년 대표단이 전시회를 처음 찾으며 교류 시작.', []],
    ['2013년 화상회의로 첫 접촉.', []],
    ['축제 참가를 협의 중(2018년 10월 대표단 방문 예정).', ['2018-10']],
    ['2017년부터 공무원 상호 파견(2년간 중단, 2022년 재개).', ['2017']],
    ['2018년 시민 방문이 크게 늘었다.', []],
    ['2018년 6월 서명을 목표로 협의하고 있다.', []],
    ['기안 서지안 전결 2018. 2. 13.', []],
    ['올해는 도자기가 브레스트로 건너간다. 전시는 2023년 11월에 열린다. (2023. 6. 9.)', ['2023-11']],
    ['해양 음악 공연이 2021년 열렸다.', ['2021']],
    ['2022년 10월 14일부터 16일까지 열린 축제에 공연단을 초청했다.', ['2022-10-14/2022-10-16']],
    ['2020년은 코로나19로 아무 행사도 못 했지만 2022년 8월 온실을 함께 세웠다.', ['2022-08']],
    ['두 도시가 손잡은 지 2019년이면 20년이 된다.', []],
    [
      '\n\n- 일시: 2023. 6. 12.(월) ~ 6. 15.(목)\n- 내용: 브레스트시 부시장 등 5명 방문',
      ['2023-06-12/2023-06-15'],
    ],
  ])('is each exchange with its day: %s', async (told, wanted) => {
    const { cooperations } = await read(`여수시는 프랑스 브레스트시와 2015년 자매결연을 맺었다. ${told}`)
    expect(cooperations.flatMap(({ activities }) => activities.map(({ date }) => date))).toEqual(wanted)
  })

  it.each([
    ['2019년 7월 대표단이 방문했고 2024년 합동 공연을 개최할 예정이다.', ['2019-07 past', '2024 planned']],
    ['2019년 7월 청소년 방문, 2024년 11월 방문 재개 예정', ['2019-07 past', '2024-11 planned']],
    ['2025년 상반기 공무원 파견을 재개하기로 합의했다.', ['2025-40 planned']],
    ['2024년 10월 축제에 대표단을 초청하고자 합니다.', ['2024-10 planned']],
    ['올가을 도자기 30점을 초청 전시한다. (2024. 5. 2.)', ['2024 planned']],
    ['2022년 10월 조사단의 방문을 계기로 협의를 시작하였다.', ['2022-10 past']],
  ])('has come or is to come, each by the verb of its clause: %s', async (told, wanted) => {
    const { cooperations } = await read(`여수시는 프랑스 브레스트시와 2015년 자매결연을 맺었다. ${told}`)
    expect(
      cooperations.flatMap(({ activities }) => activities.map(({ date, state }) => `${date} ${state}`)),
    ).toEqual(wanted)
  })

  it.each([
    [
      'of the year that a plan is for',
      '# 2025년 국제교류 추진계획 (여수시)\n\n1. 프랑스 브레스트시(자매결연 2018. 2.)\n - 4월 축제 공연단 초청',
      ['2025-04 planned'],
    ],
    [
      'over, though a row beneath has an older day',
      '# 여수시 해외 자매·우호도시\n\n| 도시명 | 국가 | 체결일자 | 유형 | 비고 |\n|---|---|---|---|---|\n| 브레스트시 | 프랑스 | 1987. 5. 25. | 자매도시 | 2018년 10월 취타대 공연 |\n| 항저우시 | 중국 | 2013. 8. 28. | 우호 | 중단 |',
      ['2018-10 past'],
    ],
  ])('is %s', async (_what, text, wanted) => {
    const { cooperations } = await read(text)
    expect(
      cooperations.flatMap(({ activities }) => activities.map(({ date, state }) => `${date} ${state}`)),
    ).toEqual(wanted)
  })

  it('is a visit as a whole, and no row of its programme', async () => {
    const { cooperations } = await read(
      '브레스트시 대표단 방문 일정(안)\n\n1. 방문 개요\n  가. 기 간 : 2025. 4. 14.(월) ~ 4. 17.(목)\n  나. 방문목적 : 여수시–브레스트시 우호협력 협정 체결 10주년 기념\n\n2. 세부 일정\n\n| 일자 | 시간 | 내용 |\n|---|---|---|\n| 4.16.(수) | 09:30 | 박물관 방문 |\n',
    )
    expect(cooperations.flatMap(({ activities }) => activities.map(({ date }) => date))).toEqual([
      '2025-04-14/2025-04-17',
    ])
  })

  it('goes on from one point to the next, and not to the next speaker', async () => {
    const { cooperations } = await read(
      '- 여수시는 프랑스 브레스트시와 2015년 자매결연을 맺었음\n- 2016년 6월 온라인 요리교실을 함께 운영함\n- 위원장 서지안: 2019년에 철도박물관을 지었습니다.\n\n공주시는 일본 가나자와시와 교류한다.',
    )
    expect(cooperations[0]?.activities.map(({ date }) => date)).toEqual(['2016-06'])
    expect(cooperations[0]?.actors).toEqual([])
  })

  it('is who looks for a partner, each of a list', async () => {
    const { interested } = await read('프랑스의 몽펠리에와 보르도가 한국 파트너를 구하고 있음을 알렸다.')
    expect(interested.map(({ party }) => party.name).sort()).toEqual(['몽펠리에', '보르도'])
  })
})
