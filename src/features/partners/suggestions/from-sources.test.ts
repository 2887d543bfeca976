import { afterAll, beforeAll, expect, test } from 'vitest'
import { type EditedRecord, openEditedRecord } from '../../../../test/support/edited-record.ts'
import { addMeeting } from '../../../../test/support/new-meeting.ts'
import { addWish } from '../../../../test/support/wishes.ts'
import { listKnowledge } from './knowledge.queries.ts'

const group = '/fr/france-coree'
let record: EditedRecord
let meeting = ''
let round = ''
beforeAll(async () => {
  record = await openEditedRecord('organisations/limoges')
  meeting = await addMeeting(record, { title: 'Réunion en préparation', heldOn: '2017-11-10' })
  round = `${group}/partners/rounds/${meeting}`
  await record.coordinator.post(round)
  const say = (who: string, kind: string) =>
    record.coordinator.post(`${round}/${who}`, {
      action: 'save',
      'wishes.0.part': '',
      'wishes.0.kind': kind,
      'wishes.0.text.fr.text': 'Des archives au clair',
      'wishes.0.themes': ['heritage'],
    })
  expect((await say('limoges', 'search')).statusCode).toBe(303)
  expect((await say('sejong', 'offer')).statusCode).toBe(303)
})
afterAll(() => record.close())

const suggested = async () =>
  (await record.other.get(`${group}/partners/suggestions/limoges?among=members`)).body

test('what is said for a meeting in preparation is told to no member by its suggestions, until the meeting is announced', async () => {
  expect((await record.other.get(round)).statusCode).toBe(404)
  expect(await suggested()).not.toContain(meeting)
  await record.coordinator.post(`${group}/meetings/${meeting}/states`, { is: 'announced' })
  expect(await suggested()).toContain(round)
})

test('what is said in a round counts from the day on which it was said', async () => {
  const limoges = await record.organisationId('limoges')
  const soughtOn = async (today: string) =>
    (await listKnowledge({ ...record.testApp.context, today }, record.networkId))
      .get(limoges)
      ?.seeks.filter(({ ground: fixture }) => fixture.kind === 'round').length
  expect([await soughtOn('2017-07-07'), await soughtOn('2017-07-08')]).toEqual([0, 1])
})

test('what a source says counts until the day on which the authority says it itself', async () => {
  const { context } = record.testApp
  const tours = await record.organisationId('tours')
  const { interest_id: interestId } = await context.database
    .selectFrom('registry_interest')
    .select('interest_id')
    .where('organisation_id', '=', tours)
    .executeTakeFirstOrThrow()
  const slug = (await addWish(record.member)).split('?')[0]?.split('/').at(-1) ?? ''
  await context.database
    .updateTable('partners_wish')
    .set({ interest_id: interestId })
    .where('slug', '=', slug)
    .execute()
  const groundsOn = async (today: string) => [
    ...new Set(
      (await listKnowledge({ ...context, today }, record.networkId))
        .get(tours)
        ?.seeks.map(({ ground: fixture }) => fixture.kind) ?? [],
    ),
  ]
  expect([await groundsOn('2017-07-07'), await groundsOn('2017-07-08')]).toEqual([['interest'], []])
})
