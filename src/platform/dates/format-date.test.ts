import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseEdtf } from './edtf-date.ts'
import { describeDate, describeRange } from './format-date.ts'
import { readSaidDate } from './said-date.ts'

describe('a date is shown', () => {
  test('in the words of the source when there are any', () => {
    expect(describeDate('2017-06-01/2017-06-10', 'fr', 'début juin 2017')).toBe('début juin 2017')
    expect(describeDate('2017-10', 'fr', null)).toBe('octobre 2017')
    expect(describeDate('2017-10', 'fr', '')).toBe('octobre 2017')
  })

  test.each([
    ['2017-07-07', '7 juillet 2017', '2017년 7월 7일', '7 July 2017'],
    ['2017-01-01', '1er janvier 2017', '2017년 1월 1일', '1 January 2017'],
    ['2017-10', 'octobre 2017', '2017년 10월', 'October 2017'],
    ['2017', '2017', '2017년', '2017'],
    ['2017-XX', '2017', '2017년', '2017'],
    ['2010~', 'vers 2010', '2010년경', 'around 2010'],
    ['2017-10~', 'vers octobre 2017', '2017년 10월경', 'around October 2017'],
    ['2017-07-07~', 'vers le 7 juillet 2017', '2017년 7월 7일경', 'around 7 July 2017'],
    ['2017?', '2017 (date incertaine)', '2017년(불확실)', '2017 (uncertain)'],
    ['2017%', 'vers 2017 (date incertaine)', '2017년경(불확실)', 'around 2017 (uncertain)'],
    ['201X', 'années 2010', '2010년대', '2010s'],
    ['2017-33~', 'vers le 1er trimestre 2017', '2017년 1분기 무렵', 'around the first quarter of 2017'],
    ['19XX', 'XXe siècle', '20세기', '20th century'],
    ['20XX', 'XXIe siècle', '21세기', '21st century'],
    ['00XX', 'Ier siècle', '1세기', '1st century'],
    ['2017-21', 'printemps 2017', '2017년 봄', 'spring 2017'],
    ['2017-22~', 'vers l’été 2017', '2017년 여름 무렵', 'around summer 2017'],
    ['2017-24', 'hiver 2017-2018', '2017~2018년 겨울', 'winter 2017–2018'],
    ['2017-33', '1er trimestre 2017', '2017년 1분기', 'first quarter of 2017'],
    ['2017-41', '2e semestre 2017', '2017년 하반기', 'second half of 2017'],
    ['2017-04/2017-05', 'avril–mai 2017', '2017년 4월~5월', 'April–May 2017'],
    ['2016-12/2017-05', 'décembre 2016 – mai 2017', '2016년 12월~2017년 5월', 'December 2016 – May 2017'],
    ['2017-06-01/2017-06-10', '1er–10 juin 2017', '2017년 6월 1일~10일', '1–10 June 2017'],
    ['2017-05-28/2017-06-01', '28 mai – 1er juin 2017', '2017년 5월 28일~6월 1일', '28 May – 1 June 2017'],
    ['2015/2016', '2015–2016', '2015년~2016년', '2015–2016'],
    ['2016/2017-05', '2016 – mai 2017', '2016년~2017년 5월', '2016 – May 2017'],
    ['2015~/2017', 'vers 2015 – 2017', '2015년경~2017년', 'around 2015 – 2017'],
    ['2016/..', 'depuis 2016', '2016년부터', 'since 2016'],
    ['2016-10~/..', 'depuis octobre 2016 environ', '2016년 10월경부터', 'since around October 2016'],
    [
      '2017-07-07/',
      'depuis le 7 juillet 2017 (fin inconnue)',
      '2017년 7월 7일부터(종료 시점 미상)',
      'since 7 July 2017 (end unknown)',
    ],
    ['../2017-10', 'jusqu’en octobre 2017', '2017년 10월까지', 'until October 2017'],
    ['../2017-07-07', 'jusqu’au 7 juillet 2017', '2017년 7월 7일까지', 'until 7 July 2017'],
    [
      '/201X',
      'jusqu’aux années 2010 (début inconnu)',
      '2010년대까지(시작 시점 미상)',
      'until the 2010s (start unknown)',
    ],
  ])('%s as « %s », “%s”, “%s”', (edtf, fr, ko, en) => {
    expect([describeDate(edtf, 'fr'), describeDate(edtf, 'ko'), describeDate(edtf, 'en')]).toEqual([
      fr,
      ko,
      en,
    ])
  })

  test('in any other language, in the Gregorian calendar', () => {
    expect(describeDate('2017-10', 'de')).toBe('Oktober 2017')
    expect(describeDate('2017-07-01', 'ja')).toBe('2017年7月1日')
    expect(describeDate('2017-10~', 'es')).toBe('≈ octubre de 2017')
    expect(describeDate('2017', 'fa')).toBe('۲۰۱۷')
    expect(describeDate('2017-10', 'th')).toBe('ตุลาคม 2017')
    expect(describeDate('0044', 'de')).toBe('44')
    expect(describeDate('2017-10', 'en-US')).toBe('October 2017')
    expect(describeDate('2017-10', 'xx')).toBe('October 2017')
  })

  test('never when it is not EDTF', () => {
    expect(() => describeDate('octobre 2017', 'fr')).toThrow('malformed')
    expect(() => describeRange('2018/2017', 'fr')).toThrow('reversed')
  })
})

describe('the exact range of a date reads', () => {
  test.each([
    ['2017-07-07', 'le 7 juillet 2017', '2017년 7월 7일', '7 July 2017'],
    [
      '2017-10',
      'entre le 1er et le 31 octobre 2017',
      '2017년 10월 1일부터 10월 31일까지',
      'between 1 and 31 October 2017',
    ],
    [
      '2017-04/2017-05',
      'entre le 1er avril et le 31 mai 2017',
      '2017년 4월 1일부터 5월 31일까지',
      'between 1 April and 31 May 2017',
    ],
    [
      '2010~',
      'entre le 1er janvier et le 31 décembre 2010 (date approximative)',
      '2010년 1월 1일부터 12월 31일까지(대략적인 날짜)',
      'between 1 January and 31 December 2010 (approximate)',
    ],
    [
      '201X',
      'entre le 1er janvier 2010 et le 31 décembre 2019',
      '2010년 1월 1일부터 2019년 12월 31일까지',
      'between 1 January 2010 and 31 December 2019',
    ],
    [
      '2017-10?',
      'entre le 1er et le 31 octobre 2017 (date incertaine)',
      '2017년 10월 1일부터 10월 31일까지(불확실)',
      'between 1 and 31 October 2017 (uncertain)',
    ],
    ['2016/..', 'à partir du 1er janvier 2016', '2016년 1월 1일부터', 'from 1 January 2016'],
    ['../2016', 'jusqu’au 31 décembre 2016', '2016년 12월 31일까지', 'until 31 December 2016'],
    [
      '2016/',
      'à partir du 1er janvier 2016 (fin inconnue)',
      '2016년 1월 1일부터(종료 시점 미상)',
      'from 1 January 2016 (end unknown)',
    ],
  ])('for %s « %s », “%s”, “%s”', (edtf, fr, ko, en) => {
    expect([describeRange(edtf, 'fr'), describeRange(edtf, 'ko'), describeRange(edtf, 'en')]).toEqual([
      fr,
      ko,
      en,
    ])
  })

  test('in any other language', () => {
    expect(describeRange('2017-10', 'de')).toMatch(/^1\.\s?–\s?31\. Oktober 2017$/)
    expect(describeRange('2016/..', 'de')).toBe('1. Januar 2016 –')
  })

  test('something in every language for every date', () => {
    const text = fc.string({ unit: fc.constantFrom(...'0122017-/X?~%.'), maxLength: 12 })
    fc.assert(
      fc.property(text, fc.constantFrom('fr', 'ko', 'en', 'ar', 'de'), (edtf, language) => {
        if ('problem' in parseEdtf(edtf)) return
        expect(describeDate(edtf, language)).toMatch(/\S/)
        expect(describeRange(edtf, language)).toMatch(/\S/)
        expect(describeDate(edtf, language) + describeRange(edtf, language)).not.toContain('undefined')
      }),
      { numRuns: 1000 },
    )
  })
})

test.each([
  ['2028/..', 'à partir de 2028', '2028년부터', 'from 2028'],
  ['2028-10/..', 'à partir d’octobre 2028', '2028년 10월부터', 'from October 2028'],
  ['2028-22/..', 'à partir de l’été 2028', '2028년 여름부터', 'from summer 2028'],
  ['2028-07-07/..', 'à partir du 7 juillet 2028', '2028년 7월 7일부터', 'from 7 July 2028'],
  ['2017-07-07/..', 'depuis le 7 juillet 2017', '2017년 7월 7일부터', 'since 7 July 2017'],
])('says of %s on 8 July 2017 whether it goes on or begins later', (edtf, fr, ko, en) => {
  const said = (['fr', 'ko', 'en'] as const).map((language) =>
    describeDate(edtf, language, null, '2017-07-08'),
  )
  expect(said).toEqual([fr, ko, en])
  for (const [index, language] of (['fr', 'ko', 'en'] as const).entries())
    expect(readSaidDate(said[index] ?? '', language)?.edtf).toBe(edtf)
})
