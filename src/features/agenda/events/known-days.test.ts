import { expect, test } from 'vitest'
import type { LocalizedText } from '../../../platform/i18n/localized-text.ts'
import { knownDays, lastDayOf } from './known-days.ts'

const knownOn = '2017-07-07'
const days = (happens: string | null, said?: string) => {
  const words: LocalizedText = said ? { fr: { text: said, state: 'original' } } : {}
  const known = knownDays({ happens, words, knownOn })
  return known && [known.from, known.to, known.isExact]
}

test('tells days that are meant from days within which something is', () => {
  expect(days('2017-10-09')).toEqual(['2017-10-09', '2017-10-09', true])
  expect(days('2017-10-09/2017-10-10')).toEqual(['2017-10-09', '2017-10-10', true])
  expect(days('2017-10-09/2017-10-10', 'du 9 au 10 octobre 2017')).toEqual(['2017-10-09', '2017-10-10', true])
  expect(days('2017-06-01/2017-06-10', 'début juin 2017')).toEqual(['2017-06-01', '2017-06-10', false])
  expect(days('2017-06-01/2017-06-10', 'au début de juin 2017')).toEqual(['2017-06-01', '2017-06-10', false])
})

test('keeps months, years and doubts as the days that they may be', () => {
  expect(days('2017-10')).toEqual(['2017-10-01', '2017-10-31', false])
  expect(days('2018')).toEqual(['2018-01-01', '2018-12-31', false])
  expect(days('2017-04/2017-05')).toEqual(['2017-04-01', '2017-05-31', false])
  expect(days('2017-10-09?')).toEqual(['2017-10-09', '2017-10-09', false])
})

test('ends what goes on when a source last spoke of it, and begins nothing by itself', () => {
  expect(days('2014/..')).toEqual(['2014-01-01', '2017-07-07', false])
  expect(days('2018/..')).toEqual(['2018-01-01', '2018-01-01', false])
  expect(days('../2018')).toBeNull()
  expect(days(null)).toBeNull()
})

test('an event of which the first hour alone is known goes on to its last day, but not through days of which it is one', () => {
  const last = (happens: string, said?: string) => {
    const words: LocalizedText = said ? { fr: { text: said, state: 'original' } } : {}
    return lastDayOf({ happens, words, startsAt: new Date('2017-06-01T08:00:00Z'), endsAt: null })
  }
  expect(last('2017-06-01/2017-06-10')).toBe('2017-06-10')
  expect(last('2017-06-01/2017-06-10', 'début juin 2017')).toBeNull()
  expect(last('2017-06-01')).toBeNull()
})
