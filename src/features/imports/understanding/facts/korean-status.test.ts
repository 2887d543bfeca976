import { afterAll, beforeAll, expect, it } from 'vitest'
import { openTestApp, type TestApp } from '../../../../../test/support/open-test-app.ts'
import { readMarkdown } from '../../../../platform/reading/markdown/read-markdown.ts'
import { lookUpNames } from '../names/queries.ts'
import { understand } from '../understand.ts'

let testApp: TestApp
beforeAll(async () => {
  testApp = await openTestApp()
})
afterAll(() => testApp.close())

it.each([
  ['2019년부터 왕래가 끊긴 상태이다. 협정 해지는 검토하지 않고 있다.', 'dormant'],
  ['두 도시의 교류는 브레스트시의 조직 개편으로 2021년 3월 종료되었다.', 'ended'],
  ['2018년 협정 기간이 끝나 연장하지 않았다.', 'ended'],
  ['코로나19로 사람의 왕래가 없었으나, 2022년 온라인 교실을 함께 운영하였다.', 'active'],
  ['2016년부터 발길이 끊겼다가 지난봄 편지를 다시 쓰기 시작했다.', 'reactivating'],
  ['2018년부터 왕래가 없다. 시장이 바뀌었다. 올해 8월 교류를 다시 시작하기로 하였다.', 'reactivating'],
  ['교류는 2020년 이후 사실상 멈춰 있다.', 'dormant'],
  ['공무원 상호 파견은 2020년부터 2년간 중단, 2022년 재개되었다.', 'active'],
  ['협약 확대는 시의회 동의가 나지 않아 보류 상태이다.', 'active'],
  ['지금은 연하장만 오간다.', 'dormant'],
  ['요즘은 축제에 인사차 다녀오는 정도다.', 'slow'],
  ['2018년 의회에서 결연을 파기하자는 말까지 나왔지만 어민들이 말렸다.', 'active'],
  ['올해 하반기 협정의 갱신을 앞두고 문안을 협의 중이다.', 'active'],
  ['이후 교류 실적이 전무하다.', 'dormant'],
  ['두 도시의 왕래는 사실상 단절되었다.', 'dormant'],
  ['시는 다양한 문화 사업을 펼치고 있다.', 'active'],
])('a tie of which the text says “%s” is %s', async (told, expected) => {
  const text = `여수시는 프랑스 브레스트시와 2015년 자매결연을 맺었다. ${told}`
  const { cooperations } = await understand(lookUpNames(testApp.context), readMarkdown(text))
  expect(cooperations.map(({ status }) => status?.status)).toEqual([expected])
})

it('is going on where it is only told in passing that it does', async () => {
  const text = '여수시는 프랑스 브레스트시와 2009년부터 문화 교류를 이어 오고 있다.'
  const { cooperations } = await understand(lookUpNames(testApp.context), readMarkdown(text))
  expect(cooperations.map(({ status }) => status?.status)).toEqual(['active'])
})

it.each([
  ['여수시는 2009년부터 브레스트시와 청소년 교류를 하고 있다.', 'active'],
  ['여수시는 협정 없이 브레스트시와 해양 축제를 통해 교류 중이다.', 'active'],
  ['여수시는 브레스트시에 교류 의향서를 발송하고 회신을 기다리고 있다.', 'in_talks'],
  ['여수시는 브레스트시와 도자 교류를 검토하고 있다.', 'in_talks'],
  ['여수시와 브레스트시는 협정은 없지만 2025년 체결을 목표로 협의하고 있다.', 'in_talks'],
  ['여수시는 브레스트시와 도자 교류 협약을 위해 접촉 중이다.', 'in_talks'],
  ['여수시는 브레스트시에 지난달 교류 제안서를 전달했다.', 'in_talks'],
])('is said without an agreement: %s', async (text, expected) => {
  const { cooperations } = await understand(lookUpNames(testApp.context), readMarkdown(text))
  expect(cooperations.map(({ status }) => status?.status)).toEqual([expected])
})

it('does not begin when it comes to a halt', async () => {
  const text = '여수시와 프랑스 브레스트시의 교류는 2020년 이후 멈춰 있다.'
  const { cooperations } = await understand(lookUpNames(testApp.context), readMarkdown(text))
  expect(cooperations.map(({ since }) => since)).toEqual([null])
})

it.each([
  ['자매결연일은 1964년 3월 27일이며, 홈스테이가 이어진다.', ['twinning signed 1964-03-27']],
  ['친선결연 협정서를 주고받은 것은 2016년 7월의 일이다.', ['friendship signed 2016-07']],
  [
    '2023년 2월 의향서를 교환하였다. 정식 협정은 아직 체결 전이며 문안을 협의하고 있다.',
    ['letter_of_intent signed 2023-02', 'cooperation_agreement in_talks '],
  ],
  ['2026년 자매결연으로 격상하는 방안도 검토하기로 했다.', ['twinning in_talks ']],
  ['우호협력 의향서 교환(2022. 11. 4.)', ['letter_of_intent signed 2022-11-04']],
  ['2016년 5월 우호교류 협의서를 맺었다.', ['friendship signed 2016-05']],
  ['2017년 6월에 서명한 교류 의향서에 따라 초청하였다.', ['letter_of_intent signed 2017-06']],
  ['업무협약(안)을 주고받고 있으나 아직 체결하지 못하였다.', ['mou in_talks ']],
  ['우호협정은 2016년 만료된 뒤 갱신하지 않았다.', ['friendship expired ']],
  ['양봉 업무협약 체결을 위해 실무 협의 중이다.', ['mou in_talks ']],
  ['협약은 체결하지는 않았다.', ['none  ']],
  ['협약 체결 없이 민간 차원에서 이어지고 있다.', ['none  ']],
  ['의향서를 나눈다는 방침이다.', ['letter_of_intent in_talks ']],
  ['의향서를 체결하기 위한 절차를 밟고 있다.', ['letter_of_intent in_talks ']],
  ['자매결연 체결에 관하여 의회의 동의를 얻고자 한다.', ['twinning in_talks ']],
  ['2017년 12월 체결한 우호협약을 바탕으로 공동 사업을 추진해 왔다.', ['friendship signed 2017-12']],
  ['자매결연(2000. 10. 29.) 25주년을 맞아 문화주간을 준비 중이다.', ['twinning signed 2000-10-29']],
  ['오는 10월 브레스트시장이 여수를 답방해 업무협약을 체결한다. (2023. 7. 24.)', ['mou in_talks ']],
  ['엑스포 개막일인 2022년 9월 20일 우호협약을 체결하고자 한다.', ['friendship in_talks ']],
  ['2023. 9. 우호협력 MOU, 계절근로자 도입', ['mou signed 2023-09']],
  ['업무협약을 7월 중 체결키로 함.', ['mou in_talks ']],
  ['2012년 체결한 우호협정을 2021년 해지하였다.', ['friendship denounced 2012']],
  ['업무협약은 2021년 만료됨.', ['mou expired ']],
  ['2018년 축제에 우호도시인 브레스트시 공연단을 초청했다.', ['friendship signed ']],
  ['1994. 11. 7. 우호제휴, 2024년 공동사업 추진', ['friendship signed 1994-11-07']],
  ['두 도시가 우호도시가 된 지 2026년이면 20년이 된다.', []],
  ['자매결연(체결일 1992. 11. 21.)을 유지하고 있다.', ['twinning signed 1992-11-21']],
  [
    '의향서에 사인했다. 체결식은 2023년 3월 14일 브레스트시청에서 열렸다.',
    ['letter_of_intent signed 2023-03-14'],
  ],
  ['2008년에 결연한 도시이다. 2008년 5월 우호결연을 맺었다.', ['friendship signed 2008-05']],
])('the agreements of “%s” are %j', async (told, expected) => {
  const text = `여수시와 프랑스 브레스트시의 교류\n\n여수시는 프랑스 브레스트시와 교류하고 있다. ${told}`
  const { cooperations } = await understand(lookUpNames(testApp.context), readMarkdown(text))
  expect(
    cooperations.flatMap(({ agreements }) =>
      agreements.map(({ kind, state, date }) => [kind, state, date].join(' ')),
    ),
  ).toEqual(expected)
})
