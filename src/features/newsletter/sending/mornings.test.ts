import { expect, onTestFinished, test } from 'vitest'
import { openSendings, type Sendings } from '../../../../test/support/send-letters.ts'

/** A server that opens at an instant, with a reader in each country. */
async function openAt(now: string): Promise<Sendings> {
  const fixture = await openSendings({ directory: 'none', now })
  onTestFinished(fixture.close)
  await fixture.subscribe({ address: 'claire@ville.example' })
  await fixture.subscribe({ address: 'kim@icheon.example', language: 'ko', country: 'KR' })
  return fixture
}

// Around nine in Seoul, in Paris in summer, and in Paris in winter.
const looks = ['23:59:59', '00:00:00', '06:59:59', '07:00:00', '07:59:59', '08:00:00', '12:00:00']

/** Orders a letter at an instant and lets days go by. Returns when each reader got it. */
async function arrivals(orderedAt: string, days: number, from = orderedAt.slice(0, 10)) {
  const fixture = await openAt(orderedAt)
  const { house: testApp } = fixture
  await fixture.approve([fixture.item('event:1', 'Semaine coréenne')])
  await fixture.order(from)
  await fixture.work()
  const got: Record<string, string> = {}
  const start = Temporal.PlainDate.from(orderedAt.slice(0, 10))
  for (let day = 1; day <= days; day++)
    for (const [index, look] of looks.entries()) {
      const at = `${start.add({ days: index === 0 ? day - 1 : day }).toString()}T${look}Z`
      testApp.clock.moveTo(at)
      if (index === 0) await fixture.work()
      await fixture.deliver()
      for (const { to } of fixture.received()) got[to] ??= at
    }
  return got
}

test('a Korean issue leaves at 00:00 UTC and never on a Korean holiday; a French one at nine in Paris', async () => {
  // Seollal 2026: 16 to 18 February.
  expect(await arrivals('2026-02-13T10:00:00Z', 7)).toEqual({
    'claire@ville.example': '2026-02-16T08:00:00Z',
    'kim@icheon.example': '2026-02-19T00:00:00Z',
  })
  // Chuseok 2026: 24 to 26 September, and the weekend.
  expect(await arrivals('2026-09-23T10:00:00Z', 6)).toEqual({
    'claire@ville.example': '2026-09-24T07:00:00Z',
    'kim@icheon.example': '2026-09-28T00:00:00Z',
  })
}, 120_000)

test('the first of May closes French offices, and the weekend after it those of both', async () => {
  const got = await arrivals('2026-04-30T10:00:00Z', 5)
  expect(got['claire@ville.example']).toBe('2026-05-04T07:00:00Z')
}, 120_000)

test('nobody gets it before the day that was chosen, each reader’s own', async () => {
  expect(await arrivals('2026-11-02T10:00:00Z', 9, '2026-11-10')).toEqual({
    'claire@ville.example': '2026-11-10T08:00:00Z',
    'kim@icheon.example': '2026-11-10T00:00:00Z',
  })
}, 120_000)

test('a day that the network added is kept like a holiday, even when it was added after the order', async () => {
  const fixture = await openAt('2026-11-20T10:00:00Z')
  const { house: testApp } = fixture
  await fixture.approve([fixture.item('event:added', 'Semaine coréenne')])
  await fixture.order('2026-11-30')
  await fixture.work()
  await fixture.closeOffices('FR', '2026-11-30')
  for (const at of ['2026-11-29T00:00:00Z', '2026-11-30T00:00:00Z', '2026-11-30T08:00:00Z']) {
    testApp.clock.moveTo(at)
    await fixture.work()
    await fixture.deliver()
  }
  expect(fixture.received().map(({ to }) => to)).toEqual(['kim@icheon.example'])
  testApp.clock.moveTo('2026-12-01T08:00:00Z')
  await fixture.deliver()
  expect(fixture.received()).toHaveLength(2)
})

test('offices that are closed once readers are fixed get it another morning, and the others at theirs', async () => {
  const fixture = await openAt('2026-11-27T08:00:00Z')
  const { house: testApp } = fixture
  await fixture.approve([fixture.item('event:late', 'Semaine coréenne')])
  await fixture.order('2026-11-30')
  const look = async (at: string) => {
    testApp.clock.moveTo(at)
    await fixture.work()
    await fixture.deliver()
    return fixture.received().map(({ to }) => to)
  }
  await look('2026-11-29T00:00:00Z')
  // A day before the first reader gets it, and no day before the others.
  await fixture.closeOffices('FR', '2026-11-30')
  expect(await look('2026-11-30T00:00:00Z')).toEqual(['kim@icheon.example'])
  await look('2026-11-30T07:50:00Z')
  await look('2026-11-30T07:51:00Z')
  expect(await look('2026-11-30T08:00:00Z')).toEqual(['kim@icheon.example'])
  await look('2026-12-01T07:50:00Z')
  expect(await look('2026-12-01T08:00:00Z')).toEqual(['kim@icheon.example', 'claire@ville.example'])
})

test('a clock that jumps over a morning costs a day and no letter, and one that jumps back repeats none', async () => {
  const fixture = await openAt('2026-11-05T10:00:00Z')
  const { house: testApp } = fixture
  const count = () => fixture.received().length
  await fixture.approve([fixture.item('event:jump', 'Semaine coréenne')])
  await fixture.order('2026-11-05')
  await fixture.work()
  // A Friday night, then Saturday: both mornings have passed.
  testApp.clock.moveTo('2026-11-06T20:00:00Z')
  await fixture.deliver()
  expect(count()).toBe(0)
  await fixture.work()
  testApp.clock.moveTo('2026-11-07T12:00:00Z')
  await fixture.work()
  await fixture.deliver()
  expect(count()).toBe(0)
  testApp.clock.moveTo('2026-11-09T00:00:00Z')
  await fixture.deliver()
  expect(count()).toBe(1)
  testApp.clock.moveTo('2026-11-02T00:00:00Z')
  await fixture.work()
  await fixture.deliver()
  expect(count()).toBe(1)
  testApp.clock.moveTo('2026-11-09T08:00:00Z')
  await fixture.work()
  await fixture.deliver()
  expect(count()).toBe(2)
})
