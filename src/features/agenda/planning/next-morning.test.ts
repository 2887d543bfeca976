import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../../../../test/support/open-test-app.ts'
import { zoneOf } from '../../../platform/dates/index.ts'
import { isWorkingDay, listSides } from './index.ts'
import { nextMorning } from './next-morning.ts'

let testApp: TestApp
beforeAll(async () => {
  testApp = await openTestApp({ directory: 'none' })
  return testApp.close
})

/** A country with its holidays from 2016 to 2019 as known in 2020. */
async function known(country: string) {
  const [side] = await listSides(testApp.context, {
    countries: [country],
    from: '2016-01-01',
    to: '2019-12-31',
    knownOn: '2020-01-01',
    networkId: null,
  })
  if (!side) throw new Error(`Nothing is known of ${country}`)
  return { side, holidays: [...side.holidays.values()].flat() }
}

async function leaves(country: string, after: string): Promise<string> {
  const { holidays } = await known(country)
  return nextMorning(country, Temporal.Instant.from(after), holidays).toString()
}

describe('a Korean letter', () => {
  test('leaves at midnight of London, which is nine in Seoul, the same day when it is ready by then', async () => {
    expect(await leaves('KR', '2017-07-10T00:00:00Z')).toBe('2017-07-10T00:00:00Z')
    expect(await leaves('KR', '2017-07-10T00:00:01Z')).toBe('2017-07-11T00:00:00Z')
  })

  test('waits from the end of September 2017 till after the day of Hangeul: decree, Chuseok, its substitute, weekends', async () => {
    expect(await leaves('KR', '2017-09-29T00:30:00Z')).toBe('2017-10-10T00:00:00Z')
    for (let day = 2; day <= 9; day++)
      expect(await leaves('KR', `2017-10-0${day}T00:00:00Z`)).toBe('2017-10-10T00:00:00Z')
  })
})

describe('a French letter', () => {
  test('keeps nine o’clock when the clocks change, and the days that only Alsace keeps are like others', async () => {
    expect(await leaves('FR', '2017-10-27T08:00:00Z')).toBe('2017-10-30T08:00:00Z')
    expect(await leaves('FR', '2017-10-26T08:00:00Z')).toBe('2017-10-27T07:00:00Z')
    expect(await leaves('FR', '2017-04-13T20:00:00Z')).toBe('2017-04-14T07:00:00Z')
    expect(await leaves('FR', '2017-07-13T20:00:00Z')).toBe('2017-07-17T07:00:00Z')
  })
})

test('where no holidays are known only weekends are left out, each country’s own', () => {
  const friday = Temporal.Instant.from('2017-07-07T05:00:00Z')
  expect(nextMorning('JP', friday, []).toString()).toBe('2017-07-10T00:00:00Z')
  // Friday and Saturday are the weekend in Egypt.
  expect(nextMorning('EG', friday, []).toZonedDateTimeISO(zoneOf('EG')).toPlainDate().toString()).toBe(
    '2017-07-09',
  )
})

test.each(['KR', 'FR'])(
  '%s: nine in the morning of a working day, never before it was ready',
  async (country) => {
    const { side, holidays } = await known(country)
    const first = Date.UTC(2016, 0, 2)
    const last = Date.UTC(2019, 11, 1)
    fc.assert(
      fc.property(fc.integer({ min: first, max: last }), (ms) => {
        const after = Temporal.Instant.fromEpochMilliseconds(ms)
        const at = nextMorning(country, after, holidays)
        const local = at.toZonedDateTimeISO(zoneOf(country))
        expect(Temporal.Instant.compare(at, after)).toBeGreaterThanOrEqual(0)
        expect([local.hour, local.minute, local.second]).toEqual([9, 0, 0])
        expect(isWorkingDay(side, local.toPlainDate().toString())).toBe(true)
        // No working morning lies in between.
        const before = local.subtract({ days: 1 })
        if (Temporal.Instant.compare(before.toInstant(), after) >= 0)
          expect(isWorkingDay(side, before.toPlainDate().toString())).toBe(false)
      }),
      { numRuns: 300 },
    )
  },
)
