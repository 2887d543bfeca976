import { expect, it } from 'vitest'
import { isKoreanDenial, isOnlyWished } from './korean-denials.ts'

it.each([
  ['보르도와는 맺은 것도, 오간 것도 없습니다.', true],
  ['말만 나누었을 뿐 협정을 맺은 일이 없습니다.', true],
  ['파리 13구와 결연 보도에 “사실무근”', true],
  ['협정을 맺었다는 소문은 들었습니다.', true],
  ['보르도와의 교류도 검토했으나 접은 바 있다.', true],
  ['보르도와는 협약을 맺으려다 코로나로 그만두었다.', true],
  ['브레스트시와 자매결연을 맺었으나 왕래가 뜸하고, 이웃 도시와는 협의하다가 성사되지 않았다.', false],
  ['자매결연을 맺고 왕래가 없었습니다.', false],
  ['기한이 지났으며 다시 체결할 계획은 없음', false],
])('%s denies a tie: %s', (text, expected) => {
  expect(isKoreanDenial(text)).toBe(expected)
})

it.each([
  ['반도체 분야 교류를 희망하나 아직 접촉 단계임', true],
  ['교류를 희망하여 2020년 의향서를 체결하였다', false],
])('%s only wishes: %s', (text, expected) => {
  expect(isOnlyWished(text)).toBe(expected)
})
