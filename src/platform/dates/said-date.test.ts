import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readEdtf } from './edtf-date.ts'
import { describeDate, describeUnderstood } from './format-date.ts'
import { readSaidDate } from './said-date.ts'

const languages = ['fr', 'ko', 'en'] as const

describe('reads, whatever the language of the page,', () => {
  test.for(said())('%s as %s', ([text, edtf, words]) => {
    for (const language of languages) {
      expect(readSaidDate(text, language)).toEqual({ edtf, words, assumedYear: null })
    }
    expect(() => readEdtf(edtf)).not.toThrow()
  })
})

test.for([
  'très prochainement',
  'prochainement en 2017',
  '곧',
  'soon',
  '',
  '   ',
  '30 février 2017',
  '30/02/2017',
  '2017-02-30',
  '2017년 2월 30일',
  '31 June 2017',
  '10/13/2017',
  '03/10/17',
  'juin 17',
  'années 90',
  '2015-16',
  '17',
  '20170101',
  '0000',
  'vers',
  'avant',
  'depuis',
  '7 juin 2017 – 3 juin 2017',
  'les 5 et 12 octobre 2017',
  'depuis 2012 - 2013',
  'début juin',
  '6월 초',
  `${'x'.repeat(101)} 2017`,
])('does not take “%s” for a date', (text) => {
  for (const language of languages) expect(readSaidDate(text, language)).toBeNull()
})

test.for([
  ['début juin', '2017-06-01/2017-06-10', 'début juin 2017'],
  ['6월 초', '2017-06-01/2017-06-10', '2017년 6월 초'],
  ['early June', '2017-06-01/2017-06-10', 'early June 2017'],
  ['3 octobre', '2017-10-03', null],
  ['10월 3일', '2017-10-03', null],
  ['printemps', '2017-21', null],
  ['5-7 octobre', '2017-10-05/2017-10-07', null],
] as const)('takes the year of “%s” from the day of reference, and says so', ([text, edtf, words]) => {
  expect(readSaidDate(text, 'fr', '2017-07-08')).toEqual({ edtf, words, assumedYear: 2017 })
})

test.for([
  'avant',
  'vers',
  '5',
  'numéro 1990',
  'n° 1990',
  'nº 1990',
  'No. 1990',
  '1990 habitants',
  '1990 hab.',
  '제1990호',
  '1990명',
  '30 février',
  '2017년 2월 30일',
  'mars 17',
  'très prochainement',
])('a day of reference makes no date of “%s”', (text) => {
  expect(readSaidDate(text, 'fr', '2017-07-08')).toBeNull()
})

test('what is written in each language is read back as the same date', () => {
  fc.assert(
    fc.property(datesAndSpans(), fc.constantFrom(...languages), (edtf, language) => {
      const reading = readSaidDate(describeDate(edtf, language), language)
      expect(reading).toEqual({ edtf, words: null, assumedYear: null })
    }),
    { numRuns: 2000 },
  )
})

test('every reading can be kept, and its words are read again as the same date', () => {
  const texts = said().map(([text]) => text)
  fc.assert(
    fc.property(fc.constantFrom(...texts), fc.string({ maxLength: 4 }), fc.nat(20), (text, noise, at) => {
      const reading = readSaidDate(text.slice(0, at) + noise + text.slice(at), 'fr', '2017-07-08')
      if (!reading) return
      readEdtf(reading.edtf)
      if (reading.words) expect(readSaidDate(reading.words, 'fr')?.edtf).toBe(reading.edtf)
    }),
    { numRuns: 3000 },
  )
})

test('says how a date was understood', () => {
  expect(
    ['2017-06-01/2017-06-10', '2018-21', '2010~', '../2011', '2016-12-30/2017-01-02'].map((edtf) =>
      languages.map((language) => describeUnderstood(edtf, language)),
    ),
  ).toEqual([
    ['du 1er au 10 juin 2017', '2017년 6월 1일부터 6월 10일까지', 'from 1 to 10 June 2017'],
    [
      'printemps 2018, du 1er mars au 31 mai 2018',
      '2018년 봄, 2018년 3월 1일부터 5월 31일까지',
      'spring 2018, from 1 March to 31 May 2018',
    ],
    ['vers 2010', '2010년경', 'around 2010'],
    ['jusqu’en 2011', '2011년까지', 'until 2011'],
    [
      'du 30 décembre 2016 au 2 janvier 2017',
      '2016년 12월 30일부터 2017년 1월 2일까지',
      'from 30 December 2016 to 2 January 2017',
    ],
  ])
})

function datesAndSpans(): fc.Arbitrary<string> {
  const day = fc
    .date({ min: new Date('1000-01-01'), max: new Date('2999-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10))
  const date = fc.tuple(day, fc.constantFrom(4, 7, 10)).map(([text, length]) => text.slice(0, length))
  const season = fc
    .tuple(fc.integer({ min: 1000, max: 2999 }), fc.constantFrom(21, 22, 23, 24, 33, 34, 35, 36, 40, 41))
    .map(([year, number]) => `${year}-${number}`)
  const near = fc
    .tuple(day, day, fc.constantFrom(4, 7, 10))
    .map(([one, other, length]) => [one.slice(0, length), `${one.slice(0, 4)}${other.slice(4, length)}`])
    // 29 February of another year may be no day of this one.
    .filter((sides) => sides.every((side) => new Date(side).toISOString().startsWith(side)))
  const spans = fc
    .oneof(fc.tuple(date, date), near)
    .map((sides) => sides.toSorted())
    .filter(([start = '', end = '']) => start !== end && !end.startsWith(start) && !start.startsWith(end))
    .map((sides) => sides.join('/'))
  const single = fc.oneof(date, season)
  return fc.oneof(
    single,
    spans,
    single.map((point) => `${point}~`),
    single.map((point) => `${point}/..`),
    single.map((point) => `../${point}`),
    fc.integer({ min: 100, max: 299 }).map((decade) => `${decade}X`),
  )
}

function said(): [text: string, edtf: string, words: string | null][] {
  return [
    ['2017', '2017', null],
    ['2017-10', '2017-10', null],
    ['2017-10-03', '2017-10-03', null],
    ['03/10/2017', '2017-10-03', null],
    ['3.10.2017', '2017-10-03', null],
    ['10/2017', '2017-10', null],
    ['2017.10.3.', '2017-10-03', null],
    ['2017. 10. 3.', '2017-10-03', null],
    ['3 octobre 2017', '2017-10-03', null],
    ['Mardi 3 Octobre 2017', '2017-10-03', null],
    ['le 1er juin 2017', '2017-06-01', null],
    ['octobre 2017', '2017-10', null],
    ['oct. 2017', '2017-10', null],
    ['Fevrier 2017.', '2017-02', null],
    ['début juin 2017', '2017-06-01/2017-06-10', 'début juin 2017'],
    ['mi-juin 2017', '2017-06-11/2017-06-20', 'mi-juin 2017'],
    ['fin juin 2017', '2017-06-21/2017-06-30', 'fin juin 2017'],
    ['fin février 2016', '2016-02-21/2016-02-29', 'fin février 2016'],
    ['début 2018', '2018-01/2018-04', 'début 2018'],
    ['mi-2018', '2018-05/2018-08', 'mi-2018'],
    ['fin 2018', '2018-09/2018-12', 'fin 2018'],
    ['printemps 2018', '2018-21', null],
    ['hiver 2017-2018', '2017-24', null],
    ['1er trimestre 2018', '2018-33', null],
    ['premier semestre 2018', '2018-40', null],
    ['années 1990', '199X', null],
    ['vers 2010', '2010~', null],
    ['depuis 2010 environ', '2010~/..', null],
    ['avant 2012', '../2011', 'avant 2012'],
    ['avant le 1er mars 2012', '../2012-02-29', 'avant le 1er mars 2012'],
    ['après juin 2012', '2012-07/..', 'après juin 2012'],
    ['depuis 2012', '2012/..', null],
    ['à partir d’octobre 2012', '2012-10/..', null],
    ['jusqu’en 2012', '../2012', null],
    ['de juin à septembre 2017', '2017-06/2017-09', null],
    ['entre 2015 et 2016', '2015/2016', 'entre 2015 et 2016'],
    ['2015-2016', '2015/2016', null],
    ['5-7 octobre 2017', '2017-10-05/2017-10-07', null],
    ['du 5 au 7 octobre 2017', '2017-10-05/2017-10-07', null],
    ['les 9 et 10 octobre 2017', '2017-10-09/2017-10-10', null],
    ['9th and 10th October 2017', '2017-10-09/2017-10-10', null],
    ['mi-juin à fin août 2017', '2017-06-11/2017-08-31', 'mi-juin à fin août 2017'],
    ['juin/juillet 2017', '2017-06/2017-07', null],
    ['3rd of October 2017', '2017-10-03', null],
    ['October 3, 2017', '2017-10-03', null],
    ['early June 2017', '2017-06-01/2017-06-10', 'early June 2017'],
    ['mid-June 2017', '2017-06-11/2017-06-20', 'mid-June 2017'],
    ['end of June 2017', '2017-06-21/2017-06-30', 'end of June 2017'],
    ['first half of 2018', '2018-40', null],
    ['Q1 2018', '2018-33', null],
    ['the 1990s', '199X', null],
    ['before 2012', '../2011', 'before 2012'],
    ['since around 2010', '2010~/..', null],
    ['June to September 2017', '2017-06/2017-09', null],
    ['2017년', '2017', null],
    ['2017년 10월', '2017-10', null],
    ['2017년 10월 3일', '2017-10-03', null],
    ['2017년10월3일(화)', '2017-10-03', null],
    ['2017년 10월 초', '2017-10-01/2017-10-10', '2017년 10월 초'],
    ['2017년 10월 중순', '2017-10-11/2017-10-20', '2017년 10월 중순'],
    ['2017년 10월 말', '2017-10-21/2017-10-31', '2017년 10월 말'],
    ['2018년 초', '2018-01/2018-04', '2018년 초'],
    ['2017년 상반기', '2017-40', null],
    ['2017년 하반기', '2017-41', null],
    ['2018년 1/4분기', '2018-33', null],
    ['2017년 봄', '2017-21', null],
    ['1990년대', '199X', null],
    ['2010년경', '2010~', null],
    ['2012년부터', '2012/..', null],
    ['2012년 이전', '../2012', '2012년 이전'],
    ['2017년 6월 1일부터 10일까지', '2017-06-01/2017-06-10', null],
    ['2015~2016년', '2015/2016', null],
    ['2017.10.3.~10.5.', '2017-10-03/2017-10-05', null],
    ['2010?', '2010?', null],
    ['2010 ?', '2010?', null],
    ['2017-06-01/2017-06-10', '2017-06-01/2017-06-10', null],
    ['2015/..', '2015/..', null],
  ]
}
