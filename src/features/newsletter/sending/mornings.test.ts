import { expect, onTestFinished, test } from 'vitest'
import { openSendings, type Sendings } from '../../../../test/support/send-letters.ts'

/** A server that opens at an instant, with a reader in each country. */
async function openAt(now: string): Promise<Sendings> {
  const ground = await openSendings({ directory: 'none', now })
  onTestFinished(ground.close)
  await ground.subscribe({ address: 'claire@ville.example' })
  await ground.subscribe({ address: 'kim@icheon.example', language: 'ko', country: 'KR' })
  return ground
}

// Around nine in Seoul, in Paris in summer, and in Paris in winter.
const looks = ['23:59:59', '00:00:00', '06:59:59', '07:00:00', '07:59:59', '08:00:00', '12:00:00']

/** Orders a letter at an instant and lets days go by. Returns when each reader got it. */
async function arrivals(orderedAt: string, days: number, from = orderedAt.slice(0, 10)) {
  const ground = await openAt(orderedAt)
  const { house } = ground
  await ground.approve([ground.item('event:1', 'Semaine coréenne')])
  await ground.order(from)
  await ground.work()
  const got: Record<string, string> = {}
  const start = Temporal.PlainDate.from(orderedAt.slice(0, 10))
  for (let day = 1; day <= days; day++)
    for (const [index, look] of looks.entries()) {
      const at = `${start.add({ days: index === 0 ? day - 1 : day }).toString()}T${look}Z`
      house.clock.moveTo(at)
      if (index === 0) await ground.work()
      await ground.deliver()
      for (const { to } of ground.received()) got[to] ??= at
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
  const ground = await openAt('2026-11-20T10:00:00Z')
  const { house } = ground
  await ground.approve([ground.item('event:added', 'Semaine coréenne')])
  await ground.order('2026-11-30')
  await ground.work()
  await ground.closeOffices('FR', '2026-11-30')
  for (const at of ['2026-11-29T00:00:00Z', '2026-11-30T00:00:00Z', '2026-11-30T08:00:00Z']) {
    house.clock.moveTo(at)
    await ground.work()
    await ground.deliver()
  }
  expect(ground.received().map(({ to }) => to)).toEqual(['kim@icheon.example'])
  house.clock.moveTo('2026-12-01T08:00:00Z')
  await ground.deliver()
  expect(ground.received()).toHaveLength(2)
})

test('offices that are closed once readers are fixed get it another morning, and the others at theirs', async () => {
  const ground = await openAt('2026-11-27T08:00:00Z')
  const { house } = ground
  await ground.approve([ground.item('event:late', 'Semaine coréenne')])
  await ground.order('2026-11-30')
  const look = async (at: string) => {
    house.clock.moveTo(at)
    await ground.work()
    await ground.deliver()
    return ground.received().map(({ to }) => to)
  }
  await look('2026-11-29T00:00:00Z')
  // A day before the first reader gets it, and no day before the others.
  await ground.closeOffices('FR', '2026-11-30')
  expect(await look('2026-11-30T00:00:00Z')).toEqual(['kim@icheon.example'])
  await look('2026-11-30T07:50:00Z')
  await look('2026-11-30T07:51:00Z')
  expect(await look('2026-11-30T08:00:00Z')).toEqual(['kim@icheon.example'])
  await look('2026-12-01T07:50:00Z')
  expect(await look('2026-12-01T08:00:00Z')).toEqual(['kim@icheon.example', 'claire@ville.example'])
})

test('a clock that jumps over a morning costs a day and no letter, and one that jumps back repeats none', async () => {
  const ground = await openAt('2026-11-05T10:00:00Z')
  const { house } = ground
  const count = () => ground.received().length
  await ground.approve([ground.item('event:jump', 'Semaine coréenne')])
  await ground.order('2026-11-05')
  await ground.work()
  // A Friday night, then Saturday: both mornings have passed.
  house.clock.moveTo('2026-11-06T20:00:00Z')
  await ground.deliver()
  expect(count()).toBe(0)
  await ground.work()
  house.clock.moveTo('2026-11-07T12:00:00Z')
  await ground.work()
  await ground.deliver()
  expect(count()).toBe(0)
  house.clock.moveTo('2026-11-09T00:00:00Z')
  await ground.deliver()
  expect(count()).toBe(1)
  house.clock.moveTo('2026-11-02T00:00:00Z')
  await ground.work()
  await ground.deliver()
  expect(count()).toBe(1)
  house.clock.moveTo('2026-11-09T08:00:00Z')
  await ground.work()
  await ground.deliver()
  expect(count()).toBe(2)
})
