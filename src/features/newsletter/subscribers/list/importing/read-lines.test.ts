import { expect, test } from 'vitest'
import { readLines } from './read-lines.ts'

const usual = { language: 'fr', country: 'FR', givenOn: '2017-07-07', words: 'Feuille de présence' } as const
const ground = { languages: ['fr', 'ko'], today: '2026-11-02' }
const faults = (text: string) => readLines(text, usual, ground).map(({ number, fault }) => [number, fault])

test('a line says of itself what differs from the others', () => {
  const text =
    'adresse\tlangue\npark@icheon.example\tko\tkr\t2017-06-01\tFormulaire papier; signé\nmaire@évian.fr'
  expect(readLines(text, usual, ground)).toMatchObject([
    {
      number: 2,
      address: 'park@icheon.example',
      language: 'ko',
      country: 'KR',
      givenOn: '2017-06-01',
      words: 'Formulaire papier; signé',
      fault: null,
    },
    { number: 3, address: 'maire@xn--vian-9oa.fr', ...usual, fault: null },
  ])
})

test.each([
  ['nobody', 'address'],
  ['"a b"@x.fr', 'address'],
  ['김민준@seoul.kr', 'address'],
  ['a@x.fr;ar', 'language'],
  ['a@x.fr;en', 'language'],
  ['a@x.fr;fr;ZZ', 'country'],
  ['a@x.fr;fr;FR;hier', 'day'],
  ['a@x.fr;fr;FR;2017-02-31', 'day'],
  ['a@x.fr;fr;FR;2099-01-01', 'day'],
  ['a@x.fr;fr;FR;2017-01-01;oui', 'proof'],
])('%s is refused for its %s, and the line after it stands', (line, fault) => {
  expect(faults(`${line}\nb@x.fr`)).toEqual([
    [1, fault],
    [2, null],
  ])
})

test('an address counts once, however it is written', () => {
  expect(faults('a@x.fr\n\nA@X.FR')).toEqual([
    [1, null],
    [3, 'repeated'],
  ])
})
