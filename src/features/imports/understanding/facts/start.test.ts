import { expect, it } from 'vitest'
import { beginsInKorean } from './start.ts'

it('is the year in which they first met, said before it', () => {
  const words = '두 도시가 처음 만난 것은 2021년 설명회였다.'
  expect(beginsInKorean(words, words.indexOf('년'), words.length)).toBe(true)
})

it('is the occasion of a tie, said before it', () => {
  const words = '계기는 2017년 교수들이 대학을 찾은 일이었다.'
  expect(beginsInKorean(words, words.indexOf('년'), words.length)).toBe(true)
})

it.each([
  ['년 시민들이 걷기에 참가한 것을 계기로 왕래가 시작되었고, 협정에 이어', true],
  ['년 엑스포에서 처음 만났고 이듬해 각서를 나누었다.', true],
  ['년 대표단이 찾아온 것이 시작이었고, 이듬해 4월 서명했습니다.', true],
  ['년 포럼에 참석하면서 우리 시와 연락이 닿았으며,', true],
  ['년에 시작한 홈스테이가 가장 큰 사업이었으나 멈추었다.', false],
  ['년 축제에 참가했고, 그 뒤 교류가 시작되었다.', false],
])('whether “…%s” begins a tie is %s', (words, expected) => {
  expect(beginsInKorean(words, 0, words.length)).toBe(expected)
})
