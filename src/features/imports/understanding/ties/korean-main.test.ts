import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestApp, type TestApp } from '../../../../../test/support/open-test-app.ts'
import { readPlainText } from '../../../../platform/reading/read-plain-text.ts'
import { lookUpNames } from '../names/queries.ts'
import { understand } from '../understand.ts'

let testApp: TestApp
beforeAll(async () => {
  testApp = await openTestApp()
})
afterAll(() => testApp.close())

const read = (text: string) => understand(lookUpNames(testApp.context), readPlainText(text))
const named = (all: readonly { name: string }[]) => all.map(({ name }) => name).sort()

const article = `여수시, 브레스트시와 우정 되새겨

여수시 대표단이 지난 10일부터 나흘간 자매도시인 프랑스 브레스트시를 찾았다.

두 도시는 2005년 5월 12일 브레스트시청에서 자매결연 협정서에 서명했다.

대표단에는 여수문화관광재단 관계자가 함께했다.

여수시는 중국 항저우시와 2006년 9월 우호도시 협약을 맺었다. 시는 대만의 항구도시도 물색하고 있다고 밝혔다.

한편 이웃 공주시 대표단도 공주문화원과 같은 주에 다녀왔다.`

const letter = `여수시

수신  프랑스 브레스트시장
제목  교류사업 협의

1. 우리 시와 귀 시는 2005년 6월 4일 자매결연을 체결한 이래 우정을 이어 오고 있습니다.
2. 우리 시는 다음과 같이 교류단을 파견하고자 합니다.
  가. 기    간: 2018. 5. 2. ~ 5. 4.
  나. 인    원: 여수시립합창단 18명
3. 참고로 우리 시는 중국 항저우시와 2013년 5월 우호도시 협약을 맺었습니다.

여수시장`

describe('a Korean text about one tie', () => {
  it('tells of that tie what names nobody, and nothing of neighbours', async () => {
    const { cooperations } = await read(article)
    expect(cooperations.map(({ actors }) => named(actors))).toEqual([['여수문화관광재단'], []])
    expect(cooperations[0]?.agreements.map(({ kind, date }) => `${kind} ${date}`)).toEqual([
      'twinning 2005-05-12',
    ])
  })

  it('says of its own side whom it seeks, though it has just named a partner', async () => {
    const { interested } = await read(article)
    expect(interested.map(({ party }) => party.name)).toEqual(['여수시'])
  })

  it('is told of the addressee where it is a letter', async () => {
    const { cooperations } = await read(letter)
    expect(
      cooperations.map(({ parties, agreements, activities, actors }) => [
        parties[1]?.name,
        agreements.map(({ date }) => date),
        activities.map(({ date }) => date),
        named(actors),
      ]),
    ).toEqual([
      ['항저우', ['2013-05'], [], []],
      ['브레스트', ['2005-06-04'], ['2018-05-02/2018-05-04'], ['여수시립합창단']],
    ])
  })

  it('leaves an agreement that came to nothing with a third one out', async () => {
    const { cooperations } = await read(
      '여수시는 프랑스 브레스트시와 2005년 자매결연을 맺었다. 일본 가나자와시와는 2019년 협약을 맺으려다 무산되었다.',
    )
    expect(cooperations.map(({ agreements }) => agreements.map(({ date }) => date))).toEqual([['2005']])
  })
})

describe('minutes in Korean', () => {
  it('tell who is absent in the line below those present, and whose point each is', async () => {
    const { participants, cooperations } = await read(`2023년 한-불 담당자 회의록

1. 일시: 2023. 11. 9.(목) 10:00~12:30
2. 장소: 광주광역시청
3. 참석: 서지안 여수시 과장, 문하늘 공주시 주무관
   불참: 두리봄 순천시 주무관(출장)
4. 보고
 ○ (여수시) 프랑스 브레스트시와 2005. 3. 30. 자매결연.`)
    expect(participants.map(({ name, presence }) => `${name} ${presence}`)).toEqual([
      '서지안 present',
      '문하늘 present',
      '두리봄 absent',
    ])
    expect(cooperations.map(({ parties }) => named(parties))).toEqual([['브레스트', '여수시']])
  })

  it('have no day that somebody only tells of', async () => {
    const { meeting } = await read(
      '여수시의회 행정사무감사 회의록(발췌)\n\n○과장 서지안  브레스트시와는 2003년 3월 21일 결연했습니다.',
    )
    expect(meeting).toBeNull()
  })
})
