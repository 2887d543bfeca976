import { describe, expect, it } from 'vitest'
import { readPlainText } from './read-plain-text.ts'

const outline = (text: string) =>
  readPlainText(text).passages.map(({ kind, level, text }) => `${kind} ${level}: ${text}`)

describe('lines as Korean offices set them', () => {
  it('are one point where it takes several, cut words too, and no table where a label is set wide', () => {
    const text = [
      '참    석 : 남궁설(여수시), 서지안(공주시)',
      '불    참 : 없음',
      '',
      '가. 여수시는 프랑스의 브레스트시와 해양 문화를 주제로 우호교',
      '류), 일본의 가나자와시와는 공예를 주제로 교류하고 있다.',
      '나. 공주시는 프랑스의 라스코와 구석기 유적을 주제로 자매결연',
      '을 맺었으며 올해 방문단을 보낸다.',
    ].join('\n')
    expect(outline(text)).toEqual([
      'paragraph 0: 참 석 : 남궁설(여수시), 서지안(공주시)',
      'paragraph 0: 불 참 : 없음',
      'item 1: 여수시는 프랑스의 브레스트시와 해양 문화를 주제로 우호교류), 일본의 가나자와시와는 공예를 주제로 교류하고 있다.',
      'item 1: 공주시는 프랑스의 라스코와 구석기 유적을 주제로 자매결연 을 맺었으며 올해 방문단을 보낸다.',
    ])
  })

  it('are a point each where a label is set wide after its letter', () => {
    const text = '가. 기    간: 2018. 5. 2. ~ 5. 4.\n나. 인    원: 여수시립합창단 18명'
    expect(outline(text)).toEqual([
      'item 1: 기 간: 2018. 5. 2. ~ 5. 4.',
      'item 1: 인 원: 여수시립합창단 18명',
    ])
  })

  it('leave the first cells of a row empty that are those of the row above', () => {
    const { passages } = readPlainText('시도\t국가\t도시\n강원\t프랑스\t브레스트\n\t일본\t가나자와')
    expect(passages[2]?.cells.map(({ text }) => text)).toEqual(['', '일본', '가나자와'])
  })

  it('are a table where columns begin at one place, Hangul being twice as wide', () => {
    const text = '소속              성명\n문화정책과        구 은 설\n한식산업팀        제갈윤경'
    expect(outline(text)).toEqual([
      'row 0: 소속 | 성명',
      'row 0: 문화정책과 | 구 은 설',
      'row 0: 한식산업팀 | 제갈윤경',
    ])
  })
})
