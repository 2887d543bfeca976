import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readSaidDate } from '../../platform/dates/index.ts'
import { uiReader } from '../ui-reader.ts'
import { dateToType, understoodAs } from './date-words.ts'

const languages = ['fr', 'ko', 'en'] as const

test('says in the reader’s language how a date is understood', () => {
  expect(languages.map((language) => understoodAs(uiReader(language), '2017-06-01/2017-06-10'))).toEqual([
    'Compris comme\u00a0: du 1er au 10 juin 2017',
    '인식된 날짜: 2017년 6월 1일부터 6월 10일까지',
    'Understood as: from 1 to 10 June 2017',
  ])
  expect(understoodAs(uiReader('ko'), '2017-10-03', 2017)).toBe(
    '인식된 날짜: 2017년 10월 3일(연도가 없어 2017년으로 봄)',
  )
})

test('a date that is edited keeps its words where they say it, and is never changed by being shown', () => {
  const reader = uiReader('fr')
  expect(dateToType(reader, '2017-06-01/2017-06-10', 'début juin 2017')).toBe('début juin 2017')
  expect(dateToType(reader, '2017-06-01/2017-06-10', 'au début de l’été')).toBe('1er–10 juin 2017')
  const kept = ['2017', '2017-10', '2017-06-XX', '18XX', '2015/', '/2015', '2010%', '2017-21~', '2015~/2017?']
  fc.assert(
    fc.property(fc.constantFrom(...kept), fc.constantFrom(...languages), (edtf, language) => {
      expect(readSaidDate(dateToType(uiReader(language), edtf, null), language)?.edtf).toBe(edtf)
    }),
  )
})
