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
  return cooperations
    .map(({ parties, agreements, since }) =>
      [
        parties.map(({ name }) => name).join('–'),
        ...agreements.map(({ kind, date }) => `${kind} ${date?.slice(0, 4) ?? '-'}`),
        since?.date.slice(0, 4) ?? '-',
      ].join(' '),
    )
    .sort()
}

describe('partners whom a Korean text', () => {
  it.each([
    [
      'names after the word for a friend',
      '여수시의 자매도시는 중국 항저우시(2009년)와 프랑스 브레스트시(1999년)이다.',
      ['여수시–브레스트 twinning 1999 1999', '여수시–항저우 twinning 2009 2009'],
    ],
    [
      'counts, and lists in the next sentence',
      '여수시는 2개 도시와 교류합니다. 중국 항저우시, 프랑스 브레스트시입니다.',
      ['여수시–브레스트 -', '여수시–항저우 -'],
    ],
    [
      'points at',
      '브레스트(Brest)는 프랑스의 항구다. 여수시는 이 도시와 2014년 우호협약을 체결하였다.',
      ['여수시–브레스트 friendship 2014 2014'],
    ],
    [
      'ties each to another authority',
      '여수시는 브레스트와, 순천시는 몽펠리에와 각각 교류하고 있다.',
      ['순천시–몽펠리에 -', '여수시–브레스트 -'],
    ],
    [
      'names with a day each, before what was signed',
      '여수시는 중국 항저우시와는 2009년, 프랑스 브레스트시와는 2016년 6월 각각 우호교류 협정을 맺었다.',
      ['여수시–브레스트 friendship 2016 2016', '여수시–항저우 friendship 2009 2009'],
    ],
    [
      'puts on a line above',
      '# 여수시 국제교류\n\n프랑스 브레스트시\n\n1994년 6월 자매결연하였다. 해양 산업이 중심이다.\n\n중국 항저우시\n\n1998년 우호협약을 맺었다.',
      ['여수시–브레스트 twinning 1994 1994', '여수시–항저우 friendship 1998 1998'],
    ],
    [
      'gives with labels',
      '# 여수시 자매도시\n\n- 프랑스 브레스트시\n  - 결연일 : 2013년 11월 28일\n  - 최근교류 : 2019년 5월 합창단 초청',
      ['여수시–브레스트 twinning 2013 2013'],
    ],
    [
      'lists after the word for a partner, without saying whose they are',
      '# 여수시 국제교류\n\n자매도시로는 중국 항저우시(2009년)와 일본 가나자와시(2001년)가 있고, 우호도시로는 프랑스 브레스트시(1999년)가 있다.',
      [
        '여수시–가나자와 twinning 2001 2001',
        '여수시–브레스트 friendship 1999 1999',
        '여수시–항저우 twinning 2009 2009',
      ],
    ],
    [
      'lists with a kind and a year each in brackets',
      '여수시 국제교류 도시로는 중국 항저우시(자매, 1999년), 프랑스 브레스트시(우호, 2005년)가 있다.',
      ['여수시–브레스트 friendship 2005 2005', '여수시–항저우 twinning 1999 1999'],
    ],
    [
      'lists beneath a title that says the kind',
      '# 여수시 자매결연 현황\n\n○ 국외(2): 중국 항저우시(2002), 프랑스 브레스트시(2009)\n\n○ 국내(1): 안동시',
      ['여수시–브레스트 twinning 2009 2009', '여수시–항저우 twinning 2002 2002'],
    ],
    [
      'gives with short years, each in a point of its own',
      '# 여수시\n\n1) 중국 항저우시: 우호교류협정(’05.11.) → 자매결연(’08.4.)\n2) 프랑스 브레스트시: 우호협력 MOU(’99.10.)',
      ['여수시–브레스트 mou 1999 1999', '여수시–항저우 friendship 2005 twinning 2008 2005'],
    ],
    [
      'keeps up with, though it names one side alone',
      '# 여수시 국제교류\n\n- 브레스트는 바다 축제가 있어 2009년부터 왕래하고 있는데 정식 협약은 없습니다.',
      ['여수시–브레스트 none - 2009'],
    ],
    [
      'has been asked by for a tie',
      '여수시는 프랑스 브레스트시 측이 제안한 자매결연을 검토하고 있다.',
      ['여수시–브레스트 twinning - -'],
    ],
    [
      'tells of each town after a mark',
      '# 시군 소식\n\n◇ 여수시: 프랑스 브레스트시와 2015년 우호협약 체결\n◇ 순천시: 프랑스 몽펠리에시와 2016년 자매결연 체결',
      ['순천시–몽펠리에 twinning 2016 2016', '여수시–브레스트 friendship 2015 2015'],
    ],
    [
      'counts after each label',
      '# 여수시 국제협력 현황\n\n□ 자매도시(1): 중국 항저우시(2002)\n\n□ 우호도시(2): 프랑스 브레스트시(1998), 일본 가나자와시(1999)',
      [
        '여수시–가나자와 friendship 1999 1999',
        '여수시–브레스트 friendship 1998 1998',
        '여수시–항저우 twinning 2002 2002',
      ],
    ],
    [
      'gives with a day, and the kind in brackets',
      '# 여수시 교류도시 소개\n\n## 프랑스 브레스트시\n\n- 결연일: 2015. 11. 24. (우호협력)\n- 인구: 97,000명',
      ['여수시–브레스트 friendship 2015 2015'],
    ],
    [
      'has no official relation with, and keeps up',
      '여수시는 프랑스 브레스트시와 공식 관계는 없으나 2015년부터 음악제를 통해 왕래한다.',
      ['여수시–브레스트 2015'],
    ],
    [
      'has been visited by those of another town',
      '# 안동시 국제교류 소식\n\n여수시의회 의원 6명이 자매도시인 브레스트시의 의회를 찾아 교류를 했다.',
      ['여수시–브레스트 twinning - -'],
    ],
    [
      'writes to, where the lines of its head run on',
      '문서번호 국제협력과-1123 시행일자 2022. 3. 15. 수신 프랑스 브레스트시장 제목 안내\n\n여수시는 2013년 10월 귀 시와 우호교류의향서를 교환하였습니다.\n\n여수시장',
      ['여수시–브레스트 letter_of_intent 2013 2013'],
    ],
    [
      'names by a sound from elsewhere',
      '여수시는 독일 베르크트하임과의 교류 협약을 2016년 맺었다.',
      ['여수시–베르크트하임 cooperation_agreement 2016 2016'],
    ],
    [
      'tells in a clause of its own',
      '여수시는 2018년 항저우시와 체결한 농업 양해각서는 2021년 만료됨, 브레스트시와의 우호교류는 2016년부터 하고 있음',
      ['여수시–브레스트 2016', '여수시–항저우 mou 2018 2018'],
    ],
  ])('%s', async (_what, text, expected) => {
    expect(await tiesIn(text)).toEqual(expected)
  })

  it.each([
    '여수시와 브레스트의 결연이 제안되었으나 부결됐다.',
    '여수시가 브레스트시와 협약을 맺는다는 소문이 있던데 사실입니까?',
    '브레스트는 이메일만 오갔을 뿐 여수시와 협정도 교류도 없다.',
    '여수시는 국외 자매도시가 없으며, 브레스트를 다녀왔다.',
    '여수시: 프랑스 브레스트시와 수출 협약(2022) — 체결 주체는 여수상공회의소로 시 간 협정이 아님.',
    '브레스트는 세계 여러 도시와 교류하고 있다. 여수시는 이 소식을 실었다.',
    '여수시 안건 2. 프랑스 브레스트시와의 교류 제안 건: 보류',
  ])('denies are none: %s', async (text) => {
    expect(await tiesIn(text)).toEqual([])
  })
})
