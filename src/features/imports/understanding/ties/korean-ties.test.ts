import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestApp, type TestApp } from '../../../../../test/support/open-test-app.ts'
import { readMarkdown } from '../../../../platform/reading/markdown/read-markdown.ts'
import { understand } from '../understand.ts'

let house: TestApp
beforeAll(async () => {
  house = await openTestApp()
})
afterAll(() => house.close())

async function tiesIn(text: string): Promise<string[]> {
  const { cooperations } = await understand(house.context, readMarkdown(text))
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
  ])('are those of %s', async (text, expected) => {
    expect(await tiesIn(text)).toEqual(expected)
  })

  it.each([
    '여수시는 2016년 프랑스 브레스트시를 찾아 우호협약을 청했지만 브레스트시는 거절했다.',
    '여수시 서지안 시장은 “파리나 니스가 아닌 항구도시와 교류를 찾고 싶었다”고 말했다.',
    '여수시는 프랑스 브레스트시와 자매결연을 맺은 적이 없다.',
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
