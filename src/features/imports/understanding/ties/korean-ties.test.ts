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

async function tiesIn(text: string): Promise<string[]> {
  const { cooperations } = await understand(lookUpNames(testApp.context), readMarkdown(text))
  return cooperations.map(
    ({ parties, agreements }) =>
      `${parties.map(({ name }) => name).join('–')} ${agreements.map(({ kind, date }) => `${kind} ${date ?? '-'}`).join(', ')}`,
  )
}

describe('the ties that a Korean text states', () => {
  it.each([
    [
      '여수시는 2015년 3월 프랑스 브레스트시와 우호협력 협정을 체결하였다.',
      ['여수시–브레스트 friendship 2015-03'],
    ],
    ['여수시와 프랑스 브레스트시의 자매결연은 2015년에 맺은 것이다.', ['여수시–브레스트 twinning 2015']],
    [
      '여수시는 2015년 프랑스 브레스트시와 양해각서를 체결한 데 이어 중국 항저우시와도 우호협약 체결을 협의하고 있다.',
      ['여수시–브레스트 mou 2015', '여수시–항저우 friendship -'],
    ],
    [
      '여수시는 중국 항저우시(2001. 6. 25. 자매결연), 일본 가나자와시(1998. 4. 1. 자매결연)와도 교류한다.',
      ['여수시–항저우 twinning 2001-06-25', '여수시–가나자와 twinning 1998-04-01'],
    ],
    [
      '## 여수시 국제교류\n\n우리 시는 프랑스 브레스트시와 2015. 3. 2. 자매결연을 맺었습니다.',
      ['여수시–브레스트 twinning 2015-03-02'],
    ],
    [
      '## 여수시 국제교류\n\n시와 하와이주의 자매결연은 1986년 11월에 맺은 것이고, 하이난성은 1995년입니다.',
      ['여수시–하와이주 twinning 1986-11', '여수시–하이난성 twinning 1995'],
    ],
    [
      '여수시는 일본 가나자와시와 2001년 양해각서에 서명하였고, 공주시는 프랑스 브레스트시와 2015년 자매결연을 맺었다.',
      ['여수시–가나자와 mou 2001', '공주시–브레스트 twinning 2015'],
    ],
    [
      '여수시 – 자매: 항저우시(중국, 2001), 하와이주(미국, 1986) / 양해각서: 그라블린(프랑스, 2016. 11. 4.)\n\n우호: 브레스트시(프랑스, 2015. 3. 30.)',
      [
        '여수시–항저우 twinning 2001',
        '여수시–하와이주 twinning 1986',
        '여수시–그라블린 mou 2016-11-04',
        '여수시–브레스트 friendship 2015-03-30',
      ],
    ],
    [
      '서지안 여수시 국제교류팀장 – 반갑습니다. 우리 시는 프랑스 브레스트시와 2015년 자매결연을 맺었습니다.\n\n남궁설 공주시 주무관 – 우리 시는 일본 가나자와시와 2001년 업무협약을 체결했습니다.',
      ['여수시–브레스트 twinning 2015', '공주시–가나자와 mou 2001'],
    ],
    [
      '| 시도 | 시군구 | 국가 | 상대 지자체 | 구분 | 체결일 |\n|---|---|---|---|---|---|\n| 부산 | 중구 | 프랑스 | 브레스트 | 자매결연 | 2015 |\n|  | 강서구 | 일본 | 가나자와시 | 우호교류 | 2001 |',
      ['중구–브레스트 twinning 2015', '강서구–가나자와 friendship 2001'],
    ],
    ['충남 공주시가 프랑스 브레스트시와 자매의 연을 맺었다.', ['공주시–브레스트 twinning -']],
    [
      '2015년 협정을 체결했던 프랑스 브레스트시와 여수시의 관계는 이어지고 있다.',
      ['브레스트–여수시 cooperation_agreement 2015'],
    ],
    ['프랑스 브레스트는 전남 여수시의 세 번째 우호도시다(2017년 체결).', ['브레스트–여수시 friendship 2017']],
    ['프랑스 브레스트시와 맺은 업무협약을 늘린 곳은 전남 여수시.', ['여수시–브레스트 mou -']],
    [
      '## 여수시 국제교류\n\n첫째, 프랑스 브레스트시입니다. 2008년 10월 자매결연 이후 왕래가 꾸준합니다.',
      ['여수시–브레스트 twinning 2008-10'],
    ],
    [
      '## 여수시 출장 보고\n\n### 1. 브레스트시\n\n- 2013년 9월 12일 우호협력 협정을 맺고도 왕래가 뜸하던 곳임.',
      ['여수시–브레스트 friendship 2013-09-12'],
    ],
    [
      '## 여수시 – 교류 상대 : 브레스트시(프랑스), 항저우시(저장성)\n\n브레스트와는 2004년 9월 자매결연, 항저우와는 2011년 우호협력 협정을 체결하였다.',
      ['여수시–브레스트 twinning 2004-09', '여수시–항저우 friendship 2011'],
    ],
    [
      '○ 여수시 서지안 팀장\n\n브레스트시와는 2015년에 자매결연을 맺었습니다.\n\n○ 공주시 문하늘 과장\n\n항저우시하고는 2012년에 양해각서를 나누었습니다. 한중, 한불 교류가 모두 늘었습니다.',
      ['여수시–브레스트 twinning 2015', '공주시–항저우 mou 2012'],
    ],
    [
      '여수시는 하바롭스크시(2005년 우호협약, 2014년 종료)와는 교류하지 않는다.',
      ['여수시–하바롭스크 friendship 2005'],
    ],
    [
      '여수시는 2019년에 처음 프랑스 브레스트시와 체결한 양해각서를 2024년 3월 26일 새로 체결하였다.',
      ['여수시–브레스트 mou 2019, mou 2024-03-26'],
    ],
    [
      '# 여수시, 프랑스 브레스트시와 자매의 연 맺다\n\n여수시는 지난 3월 브레스트시와 자매결연 협정을 체결했다.\n\n한편 여수시는 중국 항저우시(2005년 자매결연), 일본 가나자와시와 교류하고 있다. 가나자와시와는 2012년 우호협약을 맺었다.',
      ['여수시–브레스트 twinning -', '여수시–항저우 twinning 2005', '여수시–가나자와 friendship 2012'],
    ],
    [
      '여수시는 1998년 5월 중국 항저우시와 자매결연을 맺은 것을 시작으로 일본 가나자와시(2001년 우호교류) 등 두 도시와 교류하고 있다.',
      ['여수시–항저우 twinning 1998-05', '여수시–가나자와 friendship 2001'],
    ],
    [
      '○ 여수시–브레스트 : 여수시는 브레스트시와 2014년 우호협력 협정을 체결했다.\n○ 공주시–리모주 : 2011년 체결한 공주시와 리모주시의 업무협약이 2021년 만료되었다.',
      ['여수시–브레스트 friendship 2014', '공주시–리모주 mou 2011'],
    ],
    [
      '여수시와 일본 가나자와시는 1996년 4월 자매결연을 맺었으며, 중국 항저우시와는 2001년 우호협약을 체결하였다.',
      ['여수시–가나자와 twinning 1996-04', '여수시–항저우 friendship 2001'],
    ],
    [
      '여수시는 중국 항저우시와 2006년 4월, 일본 가나자와시와 1993년 3월에 각각 자매결연을 맺었고 미국 하와이주와는 우호도시 관계이다.',
      ['여수시–항저우 twinning 2006-04', '여수시–가나자와 twinning 1993-03', '여수시–하와이주 friendship -'],
    ],
    [
      '## 여수시 자매도시\n\n가. 프랑스 브레스트시 : 2015. 3. 2. 자매결연\n나. 일본 가나자와시 – 2001년 우호결연',
      ['여수시–브레스트 twinning 2015-03-02', '여수시–가나자와 friendship 2001'],
    ],
    [
      '클레르 모랭 님께\n\n참고로 브레스트시와는 2012년 자매결연을 맺었습니다.\n\n서지안 드림\n\n여수시 국제교류계',
      ['여수시–브레스트 twinning 2012'],
    ],
    [
      '- (여수시) 러시아 하바롭스크시(2008 자매), 중국 항저우시(2004 우호) 등과 교류',
      ['여수시–하바롭스크 twinning 2008', '여수시–항저우 friendship 2004'],
    ],
    [
      '여수시는 중국 항저우시(2001년), 일본 가나자와시(2010년), 호주 어번시(2012년)와 자매결연을 맺었습니다.',
      ['여수시–항저우 twinning 2001', '여수시–가나자와 twinning 2010', '여수시–어번시 twinning 2012'],
    ],
    [
      '□ 일본 가나자와시\n\n결연일 : 1992년 8월 10일\n\n□ 중국 항저우시\n\n우호협력 체결일 : 2015. 11. 3.\n\n담당 : 여수시 국제교류팀',
      ['여수시–가나자와 twinning 1992-08-10', '여수시–항저우 friendship 2015-11-03'],
    ],
    [
      '# 한·베트남 교류 회의록\n\n1. 여수시\n  ㅇ 쩐롱시와 2018. 11. 15. 우호교류 협정 체결\n2. 공주시\n  ㅇ 다낭시와의 교류는 2010년 시작. 별도 협정은 없음',
      ['여수시–쩐롱 friendship 2018-11-15', '공주시–다낭 none -'],
    ],
  ])('are those of %s', async (text, expected) => {
    expect(await tiesIn(text)).toEqual(expected)
  })

  it.each([
    '여수시는 2016년 프랑스 브레스트시를 찾아 우호협약을 청했지만 브레스트시는 거절했다.',
    '여수시 서지안 시장은 “파리나 니스가 아닌 항구도시와 교류를 찾고 싶었다”고 말했다.',
    '여수시는 프랑스 브레스트시와 자매결연을 맺은 적이 없다.',
    '여수시가 프랑스 브레스트시와 협약을 맺었다는 기사가 있던데요?',
    '여수시 ‘프랑스 브레스트시와 결연’ 보도는 사실무근이라고 밝혔다.',
    '여수시는 프랑스 브레스트시와 교류를 희망하나 아직 접촉 단계이다.',
    '프랑스 브레스트시와 여수시 학생들이 만났다. 우리 시가 협정을 맺은 프랑스 도시는 하나도 없습니다.',
  ])('are none in %s', async (text) => {
    expect(await tiesIn(text)).toEqual([])
  })

  it('stand in a table with a column for each kind, the day beside each town', async () => {
    const table =
      '## 여수시 국제교류도시 현황\n\n| 국가 | 자매도시(결연일) | 우호도시(협약일) |\n|---|---|---|\n| 프랑스 | 브레스트시(2008.6.20) | 렌시(2019.10.18) |\n| 일본 | - | 가나자와시(2012.11.3) |'
    expect(await tiesIn(table)).toEqual([
      '여수시–브레스트 twinning 2008-06-20',
      '여수시–렌 friendship 2019-10-18',
      '여수시–가나자와 friendship 2012-11-03',
    ])
  })

  it('stand in a table that repeats a country by its sign', async () => {
    const table =
      '## 여수시 자매도시 현황\n\n| 국가 | 도시명 | 결연일자 |\n|---|---|---|\n| 일본 | 가나자와시 | 2003.10.31. |\n| 〃 | 오바시 | 1991.10.29. |'
    expect(await tiesIn(table)).toEqual([
      '여수시–가나자와 twinning 2003-10-31',
      '여수시–오바시 twinning 1991-10-29',
    ])
  })

  it('stand in a table whose column says the year of its months', async () => {
    const table =
      '## 여수시 자매도시\n\n| 국가 | 도시 | 결연일 | 2022년 실적 |\n|---|---|---|---|\n| 프랑스 | 브레스트시 | 1995.10.23 | 화상 음악회 개최(9월) |'
    const { cooperations } = await understand(lookUpNames(testApp.context), readMarkdown(table))
    expect(cooperations.flatMap(({ activities }) => activities.map(({ date }) => date))).toEqual(['2022-09'])
  })

  it('are those of the council’s own town, whoever answers', async () => {
    const minutes =
      '제12회 여수시의회(임시회) 회의록\n\n일시: 2022년 10월 20일(목) 10시\n\n○서지안 의원  우리 시는 프랑스 브레스트시와 1998년 자매결연을 하였습니다.\n\n○관광과장 문하늘  브레스트시와는 올해 8월 회의를 열었습니다.\n\n○서지안 의원  프랑스 렌시와의 협정은 어떻게 되었습니까?\n\n○관광과장 문하늘  렌시와는 2012년 5월 우호협정을 맺었습니다.'
    expect(await tiesIn(minutes)).toEqual(['여수시–브레스트 twinning 1998', '여수시–렌 friendship 2012-05'])
  })

  it('are with a town, and not with the region in its brackets', async () => {
    const list = '# 여수시 자매도시 안내\n\n■ 유가와라정 (일본 가나가와현)\n\n- 청소년 홈스테이'
    expect(await tiesIn(list)).toEqual(['여수시–유가와라정 twinning -'])
  })

  it('are those of an entry whose town nothing knows', async () => {
    const list = '# 여수시 국제교류 추진상황\n\n- 프랑스 모르비앙쉬르술종 : 교류를 매개로 우호협약 체결 추진'
    expect(await tiesIn(list)).toEqual(['여수시–모르비앙쉬르술종 friendship -'])
  })

  it('are no days on which the text was written', async () => {
    const page =
      '# 여수시 자매도시\n\n결연일: 1994년 11월 24일\n\n여수시는 프랑스 브레스트시와 자매결연을 맺었다. 2023년 8월 청소년들이 브레스트시를 방문하였다.'
    const { cooperations } = await understand(lookUpNames(testApp.context), readMarkdown(page))
    expect(cooperations.flatMap(({ activities }) => activities.map(({ state }) => state))).toEqual(['past'])
  })

  it('keep two agreements of one partner apart', async () => {
    expect(
      await tiesIn(
        '## 여수시 자매·우호도시\n\n○ 프랑스 브레스트시(우호교류, 1996. 9. / 자매결연, 2006. 9. 12.): 청소년 방문',
      ),
    ).toEqual(['여수시–브레스트 friendship 1996-09, twinning 2006-09-12'])
  })
})

it('are those of the sender in a letter', async () => {
  const letter =
    '수신: 여수시장\n\n발신: 프랑스 브레스트시장\n\n존경하는 시장님께,\n\n우리 시는 독일 카를스루에시와 1964년부터 자매결연을 이어 오고 있습니다.'
  expect(await tiesIn(letter)).toEqual(['브레스트–카를스루에 twinning 1964'])
})

it('are those of a list that counts its towns', async () => {
  expect(
    await tiesIn('여수시는 중국 항저우시, 미국 하와이주, 일본 가나자와시 등 5개 지역과 자매결연을 맺었다.'),
  ).toEqual(['여수시–항저우 twinning -', '여수시–하와이주 twinning -', '여수시–가나자와 twinning -'])
})
