import { expect, test } from 'vitest'
import { threadMs } from '../../../../test/support/thread-time.ts'
import { personalMark } from './public-text.ts'

test('an address or a number by which a person is reached is found, however it is written', () => {
  for (const [text, mark] of [
    ['écrire à jean.dupont@ville-limoges.fr', 'mail'],
    ['문의: exchange@icheon.go.kr', 'mail'],
    ['tél. 05 55 45 60 00', 'phone'],
    ['+33 (0)5.55.45.60.00', 'phone'],
    ['전화 031-644-2000', 'phone'],
    ['010-1234-5678', 'phone'],
    ['0082 31 644 2000', 'phone'],
  ] as const)
    expect([text, personalMark(text)]).toEqual([text, mark])
})

test('days, years, amounts and populations are none', () => {
  for (const text of [
    'du 01.09.2017 au 30.09.2017',
    '2017-09-01/2017-09-30',
    '20 000 € par an, 300 000 habitants, 1 300 000 visiteurs',
    'en 2017, 2018 et 2019',
    '02/10/2017-09/10/2017',
    'de 10 000 à 300 000 habitants',
  ])
    expect([text, personalMark(text)]).toEqual([text, null])
})

test('looks through one endless word, or figures, in the time of their length', () => {
  for (const piece of ['a', 'a.', '01 ', '1-'])
    expect(threadMs(() => personalMark(`${piece.repeat(20_000)}x`))).toBeLessThan(200)
})
