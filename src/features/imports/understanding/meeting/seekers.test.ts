import { expect, it } from 'vitest'
import { denies, koreanSeeks } from './seekers.ts'

it.each([
  ['프랑스 지자체와의 교류 가능성을 타진하고 있다.', true],
  ['함께할 해외 도시를 추천해 달라고 하였다.', true],
  ['한국의 지자체를 소개해 줄 것을 요청했다.', true],
  ['유럽 도시와의 자매결연 의사를 밝혀 왔다.', true],
  ['추가 결연 의향이 있음을 표명함.', true],
  ['독일 지방정부를 파트너로 맞고 싶다는 뜻을 밝혔다.', true],
  ['겨울축제를 여는 해외 도시와 손잡기를 기대하고 있다.', true],
  ['한국 지방자치단체와 협력하기를 원한다고 전했다.', true],
  ['교류할 상대 도시를 찾지 못하고 있다.', true],
  ['교류협약을 타진하였으나 답이 없었다.', false],
  ['프랑스 지자체와의 교류를 희망했으나 예산 문제로 접었다.', false],
  ['해외 도시 관계자의 많은 관심을 바란다고 밝혔다.', false],
  ['포럼 참가를 희망하는 도시는 신청하면 된다.', false],
])('whether “%s” looks for a partner is %s', (text, expected) => {
  expect(koreanSeeks.test(text) && !denies.test(text)).toBe(expected)
})
