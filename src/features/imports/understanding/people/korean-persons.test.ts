import { describe, expect, it } from 'vitest'
import { readMarkdown } from '../../../../platform/reading/markdown/read-markdown.ts'
import { outlineOf } from '../outline.ts'
import { koreanPersons } from './korean-persons.ts'

const personsIn = (text: string) =>
  outlineOf(readMarkdown(text)).units.flatMap((unit) =>
    koreanPersons(unit).map(({ name, role, organisation }) => [name, role, organisation].join('/')),
  )

describe('persons in Hangul', () => {
  it.each([
    ['서지안 여수시 국제교류과장', ['서지안/국제교류과장/여수시']],
    ['남궁설 대한민국시도지사협의회 파리사무소장', ['남궁설/파리사무소장/대한민국시도지사협의회']],
    ['여수시의회 서지안 의장과', ['서지안/의장/여수시의회']],
    ['여수시 국제교류 담당 서지안 주무관은', ['서지안/주무관/여수시']],
    ['부산광역시 국제관계대사 서지안입니다.', ['서지안/국제관계대사/부산광역시']],
    ['여수시(시장 서지안)는', ['서지안/시장/여수시']],
    [
      '서지안(여수시 국제협력계장), 문하늘(전라남도 주무관)',
      ['서지안/국제협력계장/여수시', '문하늘/주무관/전라남도'],
    ],
    [
      '주재: 클레르 모랭 보르도 메트로폴 국제협력 담당 부의장',
      ['클레르 모랭/국제협력 담당 부의장/보르도 메트로폴'],
    ],
    ['로랑 페랭 브레스트시장은', ['로랑 페랭/시장/브레스트시']],
    ['하세가와 겐지 구레시 국제교류과장은', ['하세가와 겐지/국제교류과장/구레시']],
    ['쩐 티 호아 하노이시 협력과장', ['쩐 티 호아/협력과장/하노이시']],
    ['부 시 장   서지안', ['서지안/부시장/']],
    ['편집 : 공보관실 서지안 · 구독문의', ['서지안//']],
    ['서기: 서지안 / 통역: 문하늘', ['서지안//', '문하늘//']],
    ['사회 서지안 (여수시 국제부장)', ['서지안/국제부장/여수시']],
    ['총무과장 하야시 겐타 귀하', ['하야시 겐타/총무과장/']],
    ['참 석 : 두리봄(여수시), 서지안(구례군)', ['두리봄//여수시', '서지안//구례군']],
    ['참석: 여수시 어진 주무관', ['어진/주무관/여수시']],
    ['보낸사람: 서지안', ['서지안//']],
  ])('of %s are %j', (text, expected) => {
    expect(personsIn(text)).toEqual(expected)
  })

  it('are the words of a line beneath those present', () => {
    expect(personsIn('출석위원(3인)\n\n서지안 문하늘 도아람')).toEqual(['서지안//', '문하늘//', '도아람//'])
  })

  it('are those of a column of names, with the office and the body beside', () => {
    const table =
      '| 소속 | 직위 | 성명 | 참석 |\n|---|---|---|---|\n| 여수시 | 팀장 | 서지안 | 참석 |\n| 구레시 | 계장 | 하야시 겐타 | 불참 |'
    expect(personsIn(table)).toEqual(['서지안/팀장/여수시', '하야시 겐타/계장/구레시'])
  })

  it('are those of a column in which names are set wide', () => {
    const table = '| 소속 | 성명 |\n|---|---|\n| 여수시 | 서 지 안 |\n| 여수시 | 남궁설 |'
    expect(personsIn(table)).toEqual(['서지안//여수시', '남궁설//여수시'])
  })

  it.each([
    '부천에 작가 6명을 보냈다',
    '주한프랑스대사관 문정관 (통역)',
    '안산시 국제협력과장',
    '경남 남해군 담당',
    '시인 폴 발레리의 고향',
    '원도심 시장 활성화',
    '신임 시장이 방문했다',
    '전라남도 완도군수',
    '질의하실 위원님 계십니까',
  ])('are nobody in %s', (text) => {
    expect(personsIn(text)).toEqual([])
  })
})
