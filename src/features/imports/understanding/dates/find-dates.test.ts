import fc from 'fast-check'
import { expect, it } from 'vitest'
import { threadMs } from '../../../../../test/support/thread-time.ts'
import { plainCopy } from '../../../../platform/reading/plain-copy.ts'
import { findDates, settleDate } from './find-dates.ts'

const datesIn = (text: string) => findDates(plainCopy(text)).map(({ edtf }) => edtf)

it.each([
  ['signé le 3 mars 2011, puis en 2015 – 2016', ['2011-03-03', '2015/2016']],
  ['en avril et mai 2017, le 29/09/2016', ['2017-04/2017-05', '2016-09-29']],
  ['les 9 et 10 octobre 2017', ['2017-10-09/2017-10-10']],
  ['on 4 June 1996 and in October 2012', ['1996-06-04', '2012-10']],
  ['2017년 10월 초, 2011.3.3. 체결, ’18. 5월', ['2017-10-01/2017-10-10', '2011-03-03', '2018-05']],
  ['2000 habitants et 2 000 euros', []],
  ['numéro 1990', []],
  ['n° 1990, No. 1991, dossier numéro : 1992', []],
  ['1990 hab., population : 2015, 1990 inhabitants', []],
  ['제1990호, 1990명', []],
  ['Torino 1990, emploi 1991', ['1990', '1991']],
  ['le 30 février 2011', ['2011-02']],
])('finds dates in « %s »', (text, dates) => {
  expect(datesIn(text)).toEqual(dates)
})

it.each([
  ['deux ans après', '2003', '2017-07-07', '2005'],
  ['l’année suivante', '2003', null, '2004'],
  ['deux ans après', null, '2017-07-07', null],
  ['l’an dernier', null, '2017-07-07', '2016'],
  ['지난해 5월', null, '2019-11-14', '2018-05'],
  ['이듬해', '2016-12-08', null, '2017'],
  ['en octobre', null, '2017-07-07', '2016-10'],
])('settles « %s » after %s in a text of %s', (text, told, day, date) => {
  const [mention] = findDates(plainCopy(text))
  expect(mention?.relative ? settleDate(mention.relative, told, day, true) : 'no date').toBe(date)
})

it('never finds two dates one over the other', () => {
  const part = fc.constantFrom(
    'le 3 mars 2011',
    ' ',
    'en 2015',
    '-',
    '2016',
    '2017년 5월',
    '3/4/2010',
    'deux ans après',
    ', ',
    'mars',
  )
  fc.assert(
    fc.property(fc.array(part, { maxLength: 8 }), (parts) => {
      const found = findDates(plainCopy(parts.join('')))
      for (const [at, { start }] of found.entries())
        expect(start).toBeGreaterThanOrEqual(found[at - 1]?.end ?? 0)
    }),
  )
})

it('keeps the length of a text in its plain copy', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(plainCopy(text)).toHaveLength(text.length)
    }),
  )
})

it.each(['le 3 mars 1999, ', '1999년 3월 3일 ', '1999 '])(
  'finds twice as many dates like %j in twice the time',
  (date) => {
    const once = (count: number) => threadMs(() => findDates(date.repeat(count)))
    // A pause of the memory’s own falls into one of them.
    const ms = (count: number) => Math.min(once(count), once(count), once(count))
    ms(100)
    // Four times as much took sixteen times as long.
    expect(ms(4_000) / Math.max(5, ms(1_000))).toBeLessThan(9)
  },
)
