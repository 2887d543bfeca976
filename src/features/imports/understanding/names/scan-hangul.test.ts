import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestApp, type TestApp } from '../../../../../test/support/open-test-app.ts'
import { readMarkdown } from '../../../../platform/reading/markdown/read-markdown.ts'
import { outlineOf } from '../outline.ts'
import { findMentions } from './find-mentions.ts'
import { lookUpNames } from './queries.ts'

let testApp: TestApp
beforeAll(async () => {
  testApp = await openTestApp()
})
afterAll(() => testApp.close())

async function namesIn(text: string): Promise<string[]> {
  const outline = outlineOf(readMarkdown(text))
  const { authorities } = await findMentions(lookUpNames(testApp.context), outline, new Map())
  return outline.units.flatMap((unit) =>
    (authorities.get(unit) ?? []).map(({ start, end, country, namesakes }) => {
      const [first] = namesakes
      return `${unit.passage.text.slice(start, end)} ${country} ${first?.code ?? first?.name.en ?? '?'}`
    }),
  )
}

describe('authorities named in Hangul', () => {
  it.each([
    [
      'bodies of communes',
      '보르도 메트로폴과 몽펠리에 메디테라네 메트로폴',
      ['보르도 메트로폴 FR 243300316', '몽펠리에 메디테라네 메트로폴 FR 243400017'],
    ],
    ['régions whose kind stands apart', '브르타뉴 레지옹의 대표단', ['브르타뉴 레지옹 FR 53']],
    [
      'a prefecture and a province',
      '일본 후쿠오카현과 중국 산둥성',
      ['후쿠오카현 JP Fukuoka', '산둥성 CN Shandong'],
    ],
    ['a state without its country', '하와이주와의 교류', ['하와이주 US Hawaii']],
    ['a province that has ended', '베트남 빈즈엉성과의 협약', ['빈즈엉성 VN Binh Duong']],
    ['an upper level before a lower', '경상북도 포항시', ['경상북도 포항시 KR 47110']],
    ['a district by its city', '울산 남구는', ['울산 남구 KR 31140']],
    ['one authority in two scripts', '콜마르시(Colmar)', ['콜마르시(Colmar) FR 68066']],
    [
      'a town that nothing knows, by the region in brackets',
      '사쿠라가하라정(시마네현)과의 교류',
      ['사쿠라가하라정 JP ?'],
    ],
    ['a town that nothing knows, by the region before it', '캔자스주 오크뷰시는', ['캔자스주 오크뷰시 US ?']],
    ['one of two of its name, by the province in brackets', '고성군(강원)은', ['고성군 KR 51820']],
    ['a name by the country in brackets', '트레브뤼낙(프랑스)은', ['트레브뤼낙 FR ?']],
    [
      'a name that nothing knows, known again by its stem',
      '일본 나카야마다시와 맺었다. 나카야마다에서 왔다.',
      ['나카야마다시 JP ?', '나카야마다 JP ?'],
    ],
    [
      'a county, and no town of its name',
      '미국 메릴랜드주 오크뷰카운티와는',
      ['메릴랜드주 오크뷰카운티 US ?'],
    ],
    ['a town that nothing knows, by its country', '일본 나카야마다시와의 교류', ['나카야마다시 JP ?']],
  ])('are %s', async (_, text, expected) => {
    expect(await namesIn(text)).toEqual(expected)
  })

  it.each([
    '프랑스 정부와 외교부',
    '자매도시와의 교류',
    '코로나로 연기되었다',
    '비고',
    '우리 시의 특성',
    '국제 연대와 협력',
    '체결일은 2003. 10. 24.이다.',
    '농업 연수라는 목적',
    '지난주 전화로 여쭈었다.',
  ])('are none of the words of %s', async (text) => {
    expect(await namesIn(text)).toEqual([])
  })

  it('take the country of their row', async () => {
    const table =
      '| 국가 | 도시명 |\n|---|---|\n| 독일 | 카를스루에시 |\n| 프랑스 | 렌시 |\n| 베트남 | 꽝응우옌성 |'
    expect(await namesIn(table)).toEqual(['카를스루에시 DE Karlsruhe', '렌시 FR 35238', '꽝응우옌성 VN ?'])
  })

  it('take the country of the row above where their own says none, and none that only Korea has', async () => {
    const table =
      '| 단체 | 국가 | 상대 |\n|---|---|---|\n| 여수시 | 독일 | 카를스루에시 |\n| 공주시 |  | 니더바흐시 |\n| 천안시 | 미국 | 오크뷰시 |'
    expect(await namesIn(table)).toEqual([
      '여수시 KR 46130',
      '카를스루에시 DE Karlsruhe',
      '공주시 KR 44150',
      '니더바흐시 DE ?',
      '천안시 KR 44130',
      '오크뷰시 US ?',
    ])
  })
})
