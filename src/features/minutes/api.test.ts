import { beforeAll, expect, test } from 'vitest'
import { buildMeeting } from '../../../test/support/build-meeting.ts'
import { buildNetwork } from '../../../test/support/build-network.ts'
import { openTestApp, type TestApp } from '../../../test/support/open-test-app.ts'
import { openProgram } from '../../../test/support/program.ts'
import { meetingList, meetingRecord } from './schema.ts'

let testApp: TestApp
beforeAll(async () => {
  testApp = await openTestApp({ demonstration: true })
  return testApp.close
})

const read = async (address: string, headers = {}) =>
  (await testApp.get(`/api/v1/networks/${address}`, { accept: 'application/json', ...headers })).json()

test('answers the meeting of Tours with both clocks, decisions apart from proposals, and who was there', async () => {
  const meeting = meetingRecord.parse(await read('france-coree/meetings/tours-2017?now=2017-07-08'))
  expect(meeting.clocks).toEqual([
    {
      zone: 'Europe/Paris',
      start: '2017-07-07T10:00+02:00[Europe/Paris]',
      end: '2017-07-07T17:00+02:00[Europe/Paris]',
    },
    {
      zone: 'Asia/Seoul',
      start: '2017-07-07T17:00+09:00[Asia/Seoul]',
      end: '2017-07-08T00:00+09:00[Asia/Seoul]',
    },
  ])
  expect(
    meeting.decisions.filter(({ state }) => state === 'decided').map(({ slug, due }) => [slug, due]),
  ).toEqual([['temps-coree-2017', '2017-10-09/2017-10-10']])
  expect(meeting.decisions).toHaveLength(15)
  expect(meeting.participants.map(({ name, presence }) => [name, presence])).toContainEqual([
    'M. Roland Ries',
    'represented',
  ])
  expect(meeting.text_states['decisions/0/text']).toEqual({ fr: 'original', ko: 'machine', en: 'machine' })
})

test('does not know the meeting on a day before it was known', async () => {
  expect((await read('france-coree/meetings?now=2017-07-01')).items).toEqual([])
  expect((await read('france-coree/meetings/tours-2017?now=2017-07-01')).status).toBe(404)
})

test('walks a long list, the latest first, without what its caller may not see', async () => {
  const network = await buildNetwork(testApp.context)
  for (const heldOn of ['2026-01-05', '2026-03-05', '2026-02-05', '2026-03-05'])
    await buildMeeting(testApp.context, network, { heldOn, isHeld: true })
  await buildMeeting(testApp.context, network, { heldOn: '2026-12-05' })
  const days: string[] = []
  let next: string | null = `/api/v1/networks/${network.slug}/meetings?limit=3`
  while (next) {
    const answer = meetingList.parse((await testApp.get(next, { accept: 'application/json' })).json())
    expect(answer.total).toBe(4)
    days.push(...answer.items.map(({ held_on }) => held_on))
    next = answer.next && new URL(answer.next).pathname + new URL(answer.next).search
  }
  expect(days).toEqual(['2026-03-05', '2026-03-05', '2026-02-05', '2026-01-05'])
  const program = await openProgram(testApp, { networkId: network.id, role: 'coordinator', scopes: ['read'] })
  expect((await program.get(`/networks/${network.slug}/meetings`)).json().total).toBe(5)
})

test('finds meetings by their words among the answers of a search, those alone that one may see', async () => {
  const network = await buildNetwork(testApp.context)
  const title = { fr: { text: 'Rencontre des jardiniers', state: 'original' as const } }
  const held = await buildMeeting(testApp.context, network, { title, heldOn: '2026-03-05', isHeld: true })
  await buildMeeting(testApp.context, network, { title, heldOn: '2026-12-05' })
  expect(await read(`${network.slug}/search?q=jardiniers`)).toMatchObject({
    items: [
      { type: 'meeting', slug: held.slug, name: { fr: 'Rencontre des jardiniers' }, held_on: '2026-03-05' },
    ],
    total: 1,
    total_is: 'exact',
  })
})
