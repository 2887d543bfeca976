import { expect, test } from 'vitest'
import { type Columns, guessColumns } from './importing-columns.ts'
import { readLineTable } from './line-table.ts'
import { readLines } from './read-lines.ts'

const usual = { language: 'fr', country: 'FR', givenOn: '2017-07-07', words: 'Feuille de présence' } as const
const fixture = {
  languages: ['fr', 'ko'],
  today: '2026-11-02',
  themeWords: new Map([
    ['culture', 'culture'],
    ['문화', 'culture'],
    ['education', 'education'],
  ]),
}
const read = (text: string, columns?: Columns) => {
  const table = readLineTable(text)
  return readLines(table, columns ?? guessColumns(table), usual, fixture)
}
const faults = (text: string) => read(text).map(({ number, fault }) => [number, fault])

test('a line says of itself what differs from the others', () => {
  const text =
    'adresse\tlangue\tpays\tdate\taccord\npark@icheon.example\tko\tkr\t2017-06-01\tFormulaire papier; signé\nmaire@évian.fr'
  expect(read(text)).toMatchObject([
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
  ['a@x.fr\u0000', 'address'],
  ['=HYPERLINK("http://x")@x.fr', 'address'],
  ['a@x.fr;ar', 'language'],
  ['a@x.fr;en', 'language'],
  ['a@x.fr;fr;ZZ', 'country'],
  ['a@x.fr;fr;Atlantide', 'country'],
  ['a@x.fr;fr;FR;hier', 'day'],
  ['a@x.fr;fr;FR;2017-02-31', 'day'],
  ['a@x.fr;fr;FR;juin 2017', 'day'],
  ['a@x.fr;fr;FR;2099-01-01', 'day'],
  ['a@x.fr;fr;FR;2017-01-01;oui', 'proof'],
  ['a@x.fr;fr;FR;2017-01-01;R\ufffdunion de Tours', 'letters'],
])('%j is refused for its %s, and the line after it stands', (line, fault) => {
  expect(faults(`${line}\nb@x.fr`)).toEqual([
    [1, fault],
    [2, null],
  ])
})

test('an address counts once, however it is written', () => {
  expect(faults('a@x.fr\n\nA@X.FR\nAnne <a@x.fr>')).toEqual([
    [1, null],
    [3, 'repeated'],
    [4, 'repeated'],
  ])
})

test.each([
  ['31/03/2017', '2017-03-31'],
  ['2017. 3. 31.', '2017-03-31'],
  ['2017년 3월 31일', '2017-03-31'],
  ['31 mars 2017', '2017-03-31'],
  ['2017-03-31T10:30', '2017-03-31'],
])('%s is the day %s', (typed, day) => {
  expect(read(`a@x.fr;fr;FR;${typed}`)).toMatchObject([{ givenOn: day, fault: null }])
})

test('languages and countries are read by their names, in each language of the site', () => {
  expect(read('a@x.fr;한국어;프랑스\nb@x.fr;Korean;Corée du Sud\nc@x.fr;français;south korea')).toMatchObject(
    [
      { language: 'ko', country: 'FR', fault: null },
      { language: 'ko', country: 'KR', fault: null },
      { language: 'fr', country: 'KR', fault: null },
    ],
  )
})

test('columns are known by their titles, in any order, or by the addresses in them', () => {
  const columnsOf = (text: string) => guessColumns(readLineTable(text))
  expect(columnsOf('Nom\tPays\tCourriel\tDate du consentement\tThèmes\nA\tFR\ta@x.fr\t2017-01-01\t')).toEqual(
    ['name', 'country', 'address', 'givenOn', 'themes'],
  )
  expect(columnsOf('성명\t이메일\t언어\n김\ta@x.kr\tko')).toEqual(['name', 'address', 'language'])
  expect(columnsOf('Anne\tMairie\ta@x.fr\nPaul\tMairie\tb@x.fr')).toEqual([null, null, 'address'])
  expect(columnsOf('a@x.fr;fr;FR;2017-01-01;signé;à Tours')).toEqual([
    'address',
    'language',
    'country',
    'givenOn',
    'words',
    'words',
  ])
})

test('themes are read in words, and an unknown one is said', () => {
  expect(
    read('courriel\tthèmes\na@x.fr\tCulture, éducation\nb@x.fr\t문화\nc@x.fr\tastrologie\nd@x.fr\t'),
  ).toMatchObject([
    { themes: ['culture', 'education'], fault: null },
    { themes: ['culture'], fault: null },
    { fault: 'themes' },
    { themes: [], fault: null },
  ])
})
