import fc from 'fast-check'
import { beforeAll, describe, expect, it, test } from 'vitest'
import { openSendings, type Sendings } from '../../../../test/support/send-letters.ts'
import { lastSeason, seasonOf } from './season.ts'

describe('a season', () => {
  it.each([
    ['2026-11-30', '2026-09-01', 'autumn', '2026'],
    ['2026-12-01', '2026-12-01', 'winter', '2026-2027'],
    ['2027-02-28', '2026-12-01', 'winter', '2026-2027'],
    ['2027-03-01', '2027-03-01', 'spring', '2027'],
    ['2027-08-31', '2027-06-01', 'summer', '2027'],
  ])('of %s begins on %s', (day, first, name, years) => {
    expect(seasonOf(day)).toEqual({ first, name, years })
  })

  it('ends on the clock of its country, and its last one never lies in the future', () => {
    expect(lastSeason(Temporal.Instant.from('2026-11-30T22:59:59Z'), 'FR').season.name).toBe('summer')
    expect(lastSeason(Temporal.Instant.from('2026-11-30T23:00:00Z'), 'FR').season.name).toBe('autumn')
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 4_000_000_000_000 }),
        fc.constantFrom('FR', 'KR'),
        (ms, country) => {
          const at = Temporal.Instant.fromEpochMilliseconds(ms)
          const { from, until } = lastSeason(at, country)
          expect(Temporal.Instant.compare(until, at)).toBeLessThanOrEqual(0)
          expect(Temporal.Instant.compare(from, until)).toBe(-1)
          expect(until.until(at).total('hours')).toBeLessThan(93 * 24)
        },
      ),
    )
  })
})

let fixture: Sendings
beforeAll(async () => {
  fixture = await openSendings({ directory: 'none', now: '2026-11-02T14:00:00Z' })
  return fixture.close
})

test('the issues of a season come in one letter on the first working morning after it, each thing once and as it was told last', async () => {
  const { house: testApp } = fixture
  await fixture.subscribe({ address: 'season@ville.example', frequency: 'digest' })
  const publish = async (...items: Parameters<typeof fixture.approve>[0]) => {
    await fixture.approve(items)
    await fixture.act('publish')
  }
  await publish(
    fixture.item('event:1', 'Semaine annoncée'),
    fixture.item('event:2', 'Colloque'),
    fixture.item('event:3', 'Réunion prévue'),
  )
  testApp.clock.advance({ hours: 24 })
  await publish(fixture.item('event:1', 'Semaine reportée'), {
    ...fixture.item('meeting:1', 'Réunion tenue'),
    tells: ['event:3'],
  })
  testApp.clock.moveTo('2026-11-30T22:30:00Z')
  await fixture.work()
  testApp.clock.moveTo('2026-11-30T23:00:30Z')
  await fixture.work()
  await fixture.work()
  testApp.clock.moveTo('2026-12-01T07:59:59Z')
  await fixture.deliver()
  expect(fixture.received()).toEqual([])
  testApp.clock.moveTo('2026-12-01T08:00:00Z')
  await fixture.deliver()
  const [mail, ...others] = fixture.received()
  expect([mail?.to, mail?.subject, others]).toEqual([
    'season@ville.example',
    'L’automne 2026 en une lettre',
    [],
  ])
  expect(mail?.text.match(/Semaine reportée/g)).toHaveLength(1)
  expect(mail?.text).toContain('Colloque')
  expect(mail?.text).not.toContain('Semaine annoncée')
  expect(mail?.text).toContain('Réunion tenue')
  expect(mail?.text).not.toContain('Réunion prévue')
  expect(mail?.text).toContain(`/${fixture.letters}/1`)
  // The next digest does not repeat its items.
  testApp.clock.moveTo('2027-03-01T00:00:00Z')
  await fixture.work()
  testApp.clock.moveTo('2027-03-02T09:00:00Z')
  await fixture.work()
  await fixture.deliver()
  expect(fixture.received()).toHaveLength(1)
})
