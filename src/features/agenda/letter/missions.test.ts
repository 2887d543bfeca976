import { afterAll, beforeAll, expect, test } from 'vitest'
import { gatherFrom, letterFixture, readItem } from '../../../../test/support/letter-fixture.ts'
import { type Missions, openMissions, trip } from '../../../../test/support/open-missions.ts'

let missions: Missions
beforeAll(async () => {
  missions = await openMissions()
  await missions.addSeoul(trip, '12 septembre 2017')
  await missions.offerSeats(trip)
})
afterAll(() => missions.close())

const network = () => ({ id: missions.networkId, slug: 'france-coree' })
const gather = (key: string, today: string, since: string) =>
  gatherFrom(missions.testApp, key, letterFixture(missions.testApp, network(), { today, since }))
const before = '2017-07-07T12:00:00Z'

test('a mission says how many seats are left, where and until when, and no longer once they are closed', async () => {
  const [item, ...others] = await gather('agenda.seatsOpen', '2017-07-08', before)
  if (!item) throw new Error('Nothing is told')
  expect(others).toEqual([])
  expect(readItem(item)).toMatch(
    /^La maire de Paris.*? \| Séoul : 2 places libres, à demander jusqu’au 31 août 2017 \| septembre 2017/,
  )
  expect(item.facts.ko[0]).toBe('서울: 잔여 2석, 신청 기한: 2017년 8월 31일')
  expect(item.facts.en[0]).toBe('Seoul: 2 seats left, to be asked for until 31 August 2017')
  expect(await gather('agenda.seatsOpen', '2017-09-01', before)).toEqual([])
})

test('a mission that one is back from is told by its debrief, also when that is written later', async () => {
  await missions.edit(trip, 'when', { when: '12 juin 2017', change: 'correction' })
  const told = async (since: string) =>
    (await gather('agenda.backFrom', '2017-07-15', since)).filter(({ path }) => path?.includes('paris-maire'))
  expect(await told('2017-06-01T12:00:00Z')).toEqual([])
  expect(await told('2017-07-08T12:00:00Z')).toEqual([])
  const account = 'Trois réunions. Deux visites. Un dîner.'
  const written = await missions.edit(trip, 'debrief', { 'account.fr.text': account }, missions.paris)
  expect(written.statusCode).toBe(303)
  const [item] = await told('2017-07-08T12:00:00Z')
  expect(item?.text.fr?.text).toBe('Trois réunions. Deux visites.')
})
