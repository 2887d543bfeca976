import { expect, test } from 'vitest'
import { uncheckedDays } from './other-countries.ts'

test('the days of other countries come unchecked, in the languages of the interface where there are some', async () => {
  const days = await uncheckedDays('DE', '2026-12-01', '2027-01-01')
  expect(days?.map(({ date, kind, isChecked, knownOn }) => [date, kind, isChecked, knownOn])).toEqual([
    ['2026-12-25', 'statutory', false, null],
    ['2026-12-26', 'statutory', false, null],
    ['2027-01-01', 'statutory', false, null],
  ])
  expect(days?.[2]?.name).toEqual({ fr: 'Nouvel An', ko: '신정', en: "New Year's Day" })
})

test('a country that the package does not have is said to be unknown', async () => {
  expect(await uncheckedDays('ZZ', '2026-01-01', '2026-12-31')).toBeNull()
})
