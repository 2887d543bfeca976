import { describe, expect, test } from 'vitest'
import { createCatalogue } from '../../../platform/i18n/catalogue.ts'
import type { InterfaceLanguage } from '../../../platform/i18n/languages.ts'
import type { Reader } from '../../../platform/i18n/reader.ts'
import { checkedDays } from '../holidays/checked-days.ts'
import { agendaMessages } from '../messages/index.ts'
import { daysInWords } from './day-words.ts'
import { assessPlannedDate, type PlannedTime } from './planned-date.ts'
import { type Side, sideOf } from './side.ts'
import { commonWords, sideWords } from './warning-words.ts'

const catalogue = createCatalogue([agendaMessages])
const reader = (language: InterfaceLanguage): Reader => ({
  language,
  interfaceLanguage: language,
  t: catalogue(language),
  today: '2017-09-06',
  now: null,
})

const sides = (knownOn: string, regions: Record<string, string[]> = {}): Side[] =>
  ['FR', 'KR'].map((country) =>
    sideOf(country, checkedDays(country, '2015-01-01', '2027-12-31', knownOn), regions[country]),
  )
const assess = (planned: PlannedTime, knownOn = '2026-11-26', regions: Record<string, string[]> = {}) =>
  assessPlannedDate(planned, sides(knownOn, regions))
const days = (from: string, to = from): PlannedTime => ({ from, to })
const korean = (planned: PlannedTime, knownOn: string, language: InterfaceLanguage) => {
  const side = assess(planned, knownOn).sides[1]
  return side ? sideWords(reader(language), side) : ''
}

describe('planning 9–10 October 2017', () => {
  const planned = days('2017-10-09', '2017-10-10')

  test('warns of Hangeul Day, of the closure of ten days and of the last working day before it', () => {
    expect(korean(planned, '2017-09-06', 'en')).toBe(
      '9 Oct 한글날 (Hangeul Day); Korean offices closed 30 Sept–9 Oct; last Korean working day Fri 29 Sept; next one Tue 10 Oct',
    )
    expect(korean(planned, '2017-09-06', 'fr')).toBe(
      '9 oct. 한글날 (Journée du hangeul)\u202f; administrations coréennes fermées (30 sept.–9 oct.)\u202f; dernier jour ouvré en Corée\u00a0: ven. 29 sept.\u202f; premier ensuite\u00a0: mar. 10 oct.',
    )
    expect(korean(planned, '2017-09-06', 'ko')).toBe(
      '10월 9일 한글날; 한국 관공서 휴무 9월 30일~10월 9일; 한국의 직전 근무일 9월 29일 (금); 다음 근무일 10월 10일 (화)',
    )
    const assessment = assess(planned, '2017-09-06')
    expect(assessment).toMatchObject({
      grade: 'warning',
      commonBefore: '2017-09-29',
      commonAfter: '2017-10-10',
    })
    expect(commonWords(reader('en'), assessment)).toBe(
      'Last working day in common before: Fri 29 Sept; first after: Tue 10 Oct',
    )
  })

  test('did not know on 1 August of the day that was added in September', () => {
    expect(korean(planned, '2017-08-01', 'en')).toContain('Korean offices closed 3–9 Oct')
    expect(assess(planned, '2017-08-01').commonBefore).toBe('2017-10-02')
  })
})

test('a date on which a whole side is closed is graded worst, one with nothing in its way best', () => {
  expect(assess(days('2017-10-02', '2017-10-06')).grade).toBe('closed')
  expect(assess(days('2017-12-12'))).toEqual({
    grade: 'clear',
    sides: ['FR', 'KR'].map((country) => ({
      country,
      days: ['2017-12-12'],
      grade: 'clear',
      remarks: [],
      closure: null,
      workingBefore: null,
      workingAfter: null,
    })),
    commonBefore: null,
    commonAfter: null,
  })
})

test('the day that counts is that of each side’s own clock', () => {
  const evening = {
    start: Temporal.Instant.from('2017-10-08T18:00:00+02:00'),
    end: Temporal.Instant.from('2017-10-08T19:00:00+02:00'),
  }
  const [french, other] = assess(evening).sides
  expect(french).toMatchObject({ days: ['2017-10-08'], grade: 'note' })
  expect(other).toMatchObject({ days: ['2017-10-09'], grade: 'closed' })
})

test('an end at midnight begins no other day', () => {
  const meeting = {
    start: Temporal.Instant.from('2017-07-07T10:00:00+02:00'),
    end: Temporal.Instant.from('2017-07-07T17:00:00+02:00'),
  }
  expect(assess(meeting).sides.map((side) => side.days)).toEqual([['2017-07-07'], ['2017-07-07']])
})

const remarksOn = (day: string, regions: Record<string, string[]> = {}) =>
  assess(days(day), '2026-11-26', regions).sides[0]?.remarks.map(({ kind }) => kind)

test('elections, bridges, weekends and August are remarked, and close nothing', () => {
  expect(remarksOn('2017-04-23')).toEqual(['election', 'weekend'])
  expect(remarksOn('2017-05-26')).toEqual(['bridge'])
  expect(remarksOn('2017-08-22')).toEqual(['quiet'])
  expect(assess(days('2017-05-26')).grade).toBe('note')
})

test('a day of Alsace and Moselle closes the offices of whoever lies there, and is remarked to others', () => {
  expect(remarksOn('2017-12-26')).toEqual(['elsewhere'])
  expect(remarksOn('2017-12-26', { FR: ['67482', '67', '44'] })).toEqual(['holiday'])
  expect(assess(days('2017-12-26'), '2026-11-26', { FR: ['67'] })).toMatchObject({
    grade: 'closed',
    commonAfter: '2017-12-27',
    commonBefore: '2017-12-22',
  })
  const french = assess(days('2017-12-26')).sides[0]
  expect(french && sideWords(reader('fr'), french)).toBe(
    '26 déc. Saint-Étienne, seulement\u00a0: Moselle, Bas-Rhin, Haut-Rhin',
  )
})

test('a weekend is that of the country', () => {
  const side = sideOf('DZ', [])
  const friday = assessPlannedDate(days('2026-11-27'), [side])
  const sunday = assessPlannedDate(days('2026-11-29'), [side])
  expect([friday.grade, sunday.grade]).toEqual(['note', 'clear'])
})

test('the first of a month is said as French says it', () => {
  const may = assess(days('2017-05-01')).sides[0]
  expect(may && sideWords(reader('fr'), may)).toBe(
    '1er mai Fête du Travail\u202f; administrations françaises fermées (29 avr.–1er mai)\u202f; dernier jour ouvré en France\u00a0: ven. 28 avr.\u202f; premier ensuite\u00a0: mar. 2 mai',
  )
  expect(may && sideWords(reader('en'), may)).toContain('1 May')
  expect(daysInWords(reader('fr'), '2017-10-01', '2017-10-09')).toBe('1er–9 oct.')
})
