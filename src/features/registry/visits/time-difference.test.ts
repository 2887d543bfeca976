import fc from 'fast-check'
import { expect, it } from 'vitest'
import { timeDifferences, zoneOfPlace } from './time-difference.ts'

const [paris, seoul] = ['Europe/Paris', 'Asia/Seoul']

it('counts the hours of summer and of winter, also where the clock changes during the visit', () => {
  expect(timeDifferences(['2017-07-08'], seoul, paris)).toEqual([
    { from: '2017-07-08', to: '2017-07-08', hours: 7 },
  ])
  expect(timeDifferences(['2017-10-27', '2017-10-28', '2017-10-29', '2017-10-30'], seoul, paris)).toEqual([
    { from: '2017-10-27', to: '2017-10-28', hours: 7 },
    { from: '2017-10-29', to: '2017-10-30', hours: 8 },
  ])
  expect(timeDifferences(['2018-03-25'], paris, seoul)).toEqual([
    { from: '2018-03-25', to: '2018-03-25', hours: -7 },
  ])
})

it('says of two places what it says of them the other way round, with the other sign', () => {
  const zone = fc.constantFrom(paris, seoul, 'Africa/Casablanca', 'America/St_Johns', 'Pacific/Apia')
  const day = fc
    .date({ min: new Date('2015-01-01'), max: new Date('2030-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10))
  fc.assert(
    fc.property(day, zone, (on, other) => {
      const [there] = timeDifferences([on], other, 'UTC')
      const [back] = timeDifferences([on], 'UTC', other)
      // A clock that changes between one noon and the other shows two differences on one day.
      expect(Math.abs((there?.hours ?? 0) + (back?.hours ?? 0))).toBeLessThanOrEqual(1)
    }),
  )
})

it('keeps the hours of an overseas part of France, and of the capital elsewhere', () => {
  expect([
    zoneOfPlace(paris, ['87085', '87', '75']),
    zoneOfPlace(paris, ['97411', '974', '04']),
    zoneOfPlace(paris, ['988']),
    zoneOfPlace(seoul, ['97411']),
    zoneOfPlace(paris, []),
  ]).toEqual([paris, 'Indian/Reunion', 'Pacific/Noumea', seoul, paris])
})
