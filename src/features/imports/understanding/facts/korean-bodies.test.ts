import { expect, it } from 'vitest'
import { koreanBodies } from './korean-bodies.ts'

it.each([
  ['이후 여수음악재단과 브레스트음악원이 연주자를 교환해 왔다.', ['여수음악재단', '브레스트음악원']],
  ['주프랑스 한국문화원 관계자도 함께했다.', ['주프랑스 한국문화원']],
  ['국립여수대학교와 이프르메르(Ifremer)가 공동연구를 한다.', ['국립여수대학교', '이프르메르']],
  ['여수 관내 고등학교와 배다리도서관 앞 광장에서', []],
  ['브레스트 국제해양문화관에서 열린 전시에 국제협력담당관이 갔다.', ['브레스트 국제해양문화관']],
  ['화훼·정원 분야', []],
  ['두 대학과 해당 센터는 양해각서(MOU)를 맺었다.', []],
  ['여수시의회가 동의하였다.', []],
])('the bodies of %s are %j', (text, expected) => {
  expect(koreanBodies(text)).toEqual(expected)
})
