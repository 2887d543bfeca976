import { expect, it } from 'vitest'
import { readMarkdown } from '../../../../platform/reading/markdown/read-markdown.ts'
import { outlineOf } from '../outline.ts'
import { readThemes, wholeSentence } from './themes.ts'

const themesOf = (text: string, bodies: string[] = []) =>
  readThemes(
    outlineOf(readMarkdown(text)).units.flatMap(({ sentences }) => sentences.map(wholeSentence)),
    bodies,
  )
    .map(({ theme }) => theme)
    .sort()

it.each([
  ['중학생 홈스테이를 해마다 운영한다.', ['youth']],
  ['문화유산 보존을 함께 연구한다.', ['heritage', 'research']],
  ['외국인 계절근로자 30명이 들어왔다.', ['employment']],
  ['서핑 대회와 온천 여행을 잇는다.', ['sport', 'tourism']],
  ['습지 보전과 조림 사업을 한다.', ['environment']],
  ['나전칠기 장인이 오갔다.', ['crafts_ceramics']],
  ['두 도시는 청소년 교류를 넓히기로 발전시켰다.', ['youth']],
  ['한빛대학교 학생 여덟 명이 현장실습을 했다.', ['higher_education', 'vocational_training']],
  ['나래대학교와 다솜대학교가 학점을 교류한다.', ['higher_education']],
  ['Une exposition de céramique et des cours de langue.', ['crafts_ceramics', 'education']],
])('the themes of “%s” are %j', (text, expected) => {
  expect(themesOf(text)).toEqual(expected)
})

it.each([
  '보도자료 배포일 : 2021. 3. 4.',
  '담당부서 : 여수시 관광과 (과장 서지안)',
  '참석: 문화예술과 주무관 서지안',
  '국제문화국장이 기획행정위원회에서 설명했다.',
  '붙임: 협약식 사진 2부. 끝.',
  '기후현에서 온 손님이다.',
])('what “%s” says is about no theme', (text) => {
  expect(themesOf(text)).toEqual([])
})

it('says nothing by the names of bodies', () => {
  expect(themesOf('여수음악재단이 함께했다.', ['여수음악재단'])).toEqual([])
})
