import fc from 'fast-check'
import { expect, test } from 'vitest'
import { zoneComponent } from '../../writing/zone-rules.ts'
import { readComponents } from '../components.ts'
import { fileClock } from './file-clock.ts'
import { worldClock } from './zone-clock.ts'

const clockOf = (component: string) => {
  const [calendar] = readComponents(`BEGIN:VCALENDAR\r\n${component}END:VCALENDAR\r\n`, [])
  return fileClock(calendar!.parts[0]!)!
}

test('shows by the written rules of any zone what the zone itself shows, at any moment of their years', () => {
  const zones = fc.constantFrom(...Intl.supportedValuesOf('timeZone'))
  const moments = fc.date({ min: new Date('1975-01-01'), max: new Date('2050-01-01'), noInvalidDate: true })
  fc.assert(
    fc.property(zones, moments, (zone, date) => {
      const [written, world] = [clockOf(zoneComponent(zone, [1975, 2049])), worldClock(zone)!]
      const instant = Temporal.Instant.fromEpochMilliseconds(date.getTime())
      const wall = world.wallOf(instant)
      expect(written.wallOf(instant).toString()).toBe(wall.toString())
      expect(written.instantOf(wall).toString()).toBe(world.instantOf(wall).toString())
    }),
    { numRuns: 200 },
  )
})

test('reads an hour that the clock skips with the offset before, and the first of two that are alike', () => {
  const paris = clockOf(zoneComponent('Europe/Paris', [2017, 2017]))
  const at = (wall: string) => paris.instantOf(Temporal.PlainDateTime.from(wall)).toString()
  expect(at('2017-03-26T02:30')).toBe('2017-03-26T01:30:00Z')
  expect(at('2017-10-29T02:30')).toBe('2017-10-29T00:30:00Z')
  expect(at('2017-10-29T03:00')).toBe('2017-10-29T02:00:00Z')
})
