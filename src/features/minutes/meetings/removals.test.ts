import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { buildMeeting } from '../../../../test/support/build-meeting.ts'
import { buildNetwork } from '../../../../test/support/build-network.ts'
import { original } from '../../../../test/support/build-texts.ts'
import { openTestApp, type TestApp } from '../../../../test/support/open-test-app.ts'
import { inTransaction } from '../../../platform/database/transaction.ts'
import {
  addMeeting,
  lookUpMeetingOn,
  type NewAction,
  type NewDecision,
  type NewMeeting,
  type NewParticipant,
  type NewPoint,
  type NewResource,
  type NewSection,
  removeMeeting,
} from '../index.ts'

let testApp: TestApp
beforeAll(async () => {
  testApp = await openTestApp()
  return testApp.close
})

const knownOn = '2026-11-01'
const point: NewPoint = { title: original('Ouverture'), rapporteur: 'Mme Roux', plannedMinutes: 10 }
const section: NewSection = {
  title: original('Ouverture'),
  text: original('La séance est ouverte.'),
  level: 2,
}
const participant: NewParticipant = {
  name: 'Mme Claire Roux',
  function: original('maire adjointe'),
  organisationId: null,
  organisationWords: 'Ville',
  presence: 'present',
  representedBy: '',
  isNamed: true,
}
const resource: NewResource = {
  kind: 'page',
  language: 'fr',
  label: original('Programme'),
  url: 'https://example.org/',
  copyWords: '',
  knownOn,
}
const action: NewAction = {
  text: original('Proposer une date'),
  organisationId: null,
  person: 'Mme Roux',
  due: '2027-01',
  dueWords: {},
  knownOn,
}
const decision: NewDecision = {
  text: original('Se revoir.'),
  saidBy: original('le groupe'),
  state: 'decided',
  horizon: '2027',
  knownOn,
  actions: [action],
}
const whole: NewMeeting = {
  title: original('Réunion annuelle'),
  heldOn: '2026-10-12',
  start: '10:00',
  end: '12:00',
  zone: 'Europe/Paris',
  isHeld: true,
  knownOn,
  points: [point],
  sections: [section],
  participants: [participant],
  resources: [resource],
  decisions: [decision],
}

// Counts the rows of each table that belong to a network’s meetings.
async function countRows(networkId: string): Promise<Record<string, number>> {
  const { rows } = await sql<Record<string, number>>`
    with m as (select meeting_id from minutes_meeting where network_id = ${networkId})
    select (select count(*)::int from m) as meetings,
      (select count(*)::int from minutes_point where meeting_id in (select * from m)) as points,
      (select count(*)::int from minutes_participant where meeting_id in (select * from m)) as participants,
      (select count(*)::int from minutes_section where meeting_id in (select * from m)) as sections,
      (select count(*)::int from minutes_resource where meeting_id in (select * from m)) as resources,
      (select count(*)::int from minutes_decision where network_id = ${networkId}) as decisions,
      (select count(*)::int from minutes_action where network_id = ${networkId}) as actions,
      (select count(*)::int from translations_record
        where network_id = ${networkId} and record_kind in ('meeting', 'decision')) as texts
  `.execute(testApp.context.database)
  return rows[0] ?? {}
}

test('a whole meeting comes in the caller’s transaction, and goes with it', async () => {
  const network = await buildNetwork(testApp.context)
  await expect(
    inTransaction(testApp.context, async (inside) => {
      await addMeeting(inside, network.id, whole)
      throw new Error('the rest of the import failed')
    }),
  ).rejects.toThrow('the rest')
  expect(Object.values(await countRows(network.id))).toEqual([0, 0, 0, 0, 0, 0, 0, 0])
})

test('an imported meeting is found by its day and taken back whole, and no other with it', async () => {
  const network = await buildNetwork(testApp.context)
  const other = await buildMeeting(testApp.context, network)
  const before = await countRows(network.id)
  const { meetingId, decisionIds, participantIds, resourceIds } = await addMeeting(
    testApp.context,
    network.id,
    whole,
  )
  expect([decisionIds, participantIds, resourceIds].map(({ length }) => length)).toEqual([1, 1, 1])
  expect(await countRows(network.id)).toEqual({
    meetings: 2,
    points: 1,
    participants: 1,
    sections: 1,
    resources: 1,
    decisions: 1,
    actions: 1,
    texts: 2,
  })
  expect((await lookUpMeetingOn(testApp.context, network.id, { on: '2026-10-12' }))?.id).toBe(meetingId)
  expect(await lookUpMeetingOn(testApp.context, network.id, { on: '2026-10-13' })).toBeNull()
  await removeMeeting(testApp.context, network.id, meetingId)
  expect(await lookUpMeetingOn(testApp.context, network.id, { on: '2026-10-12' })).toBeNull()
  expect(await countRows(network.id)).toEqual(before)
  expect((await lookUpMeetingOn(testApp.context, network.id, { on: '2026-11-12' }))?.id).toBe(other.id)
})

test('a meeting of another group is not taken away', async () => {
  const [one, two] = [await buildNetwork(testApp.context), await buildNetwork(testApp.context)]
  const { meetingId } = await addMeeting(testApp.context, one.id, whole)
  await expect(removeMeeting(testApp.context, two.id, meetingId)).rejects.toThrow()
  expect((await countRows(one.id)).decisions).toBe(1)
})
