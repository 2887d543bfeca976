import { expect, test } from 'vitest'
import { daysOpen, isLate, isReminderDue, lateSince } from './ageing.ts'

test('an expectation is late once its day has passed', () => {
  const expectation = { deadline: '2017-09-30', knownOn: '2017-07-08' }
  expect([isLate(expectation, '2017-09-30'), isLate(expectation, '2017-10-01')]).toEqual([false, true])
})

test('without a day it is late after two months', () => {
  const expectation = { deadline: null, knownOn: '2017-07-08' }
  expect(daysOpen(expectation, '2017-07-08')).toBe(0)
  expect([isLate(expectation, '2017-09-06'), isLate(expectation, '2017-09-07')]).toEqual([false, true])
  expect(lateSince('2017-09-07')).toBe('2017-07-09')
})

test('a member is reminded three days before the day by which it should answer', () => {
  const request = { askedOn: '2017-07-08', answerBy: '2017-08-31' }
  expect(
    ['2017-08-27', '2017-08-28', '2017-08-31', '2017-09-01'].map((day) => isReminderDue(request, day)),
  ).toEqual([false, true, true, false])
})

test('a member that was asked only just before its day is not reminded', () => {
  expect(isReminderDue({ askedOn: '2017-08-29', answerBy: '2017-08-31' }, '2017-08-30')).toBe(false)
})

test('a member without a day is reminded after two weeks', () => {
  const request = { askedOn: '2017-07-08', answerBy: null }
  expect([isReminderDue(request, '2017-07-21'), isReminderDue(request, '2017-07-22')]).toEqual([false, true])
})
