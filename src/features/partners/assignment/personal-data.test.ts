import { afterAll, beforeAll, expect, it } from 'vitest'
import { type OpenMeetings, openMeetings } from '../../../../test/support/open-meetings.ts'
import { pageWords } from '../../../../test/support/page-words.ts'
import { eraseFromMeetings } from './personal-data.commands.ts'
import { listMeetingsData } from './personal-data.queries.ts'
import { forgetPeople } from './retention.commands.ts'

let open: OpenMeetings
beforeAll(async () => {
  open = await openMeetings(['limoges', 'icheon'])
})
afterAll(() => open.testApp.close())

const said = { language: 'fr', languages: 'fr', quota: '2' }
const subjectOf = (address: string, name: string, personId: string | null = null) => ({
  personId,
  addresses: [address],
  names: [name],
})
const people = async () => {
  const rows = await open.testApp.context.database
    .selectFrom('partners_session_participant')
    .select(['person_name as name', 'address'])
    .orderBy('side')
    .execute()
  return rows.map(({ name, address }) => [name, address])
}

it('reads out who comes and to which address they are written, and erases that alone', async () => {
  const name = 'Aline Adjointe'
  await open.keeper.post(`${await open.pageOf('limoges')}/edit`, {
    ...said,
    personName: name,
    address: 'aline@limoges.example',
  })
  await open.keeper.post(`${await open.pageOf('icheon')}/edit`, {
    ...said,
    personName: '박서윤',
    address: 'park@icheon.example',
  })
  const { context } = open.testApp
  const subject = subjectOf('aline@limoges.example', name)
  const [found] = await listMeetingsData(context, subject)
  expect([found?.section, found?.records.length]).toEqual(['bilateralMeetings', 1])
  expect(JSON.stringify(found)).not.toContain('park@icheon.example')
  await eraseFromMeetings(context, subject)
  expect(await people()).toEqual([
    ['', null],
    ['박서윤', 'park@icheon.example'],
  ])
})

it('erases a name from what those who meet were told of the event', async () => {
  const { context } = open.testApp
  const told = (text: string) => JSON.stringify({ fr: { text, state: 'original' } })
  await context.database
    .updateTable('partners_session')
    .set({ told_title: told('Hommage à Aline Adjointe'), told_venue: told('Salle Aline Adjointe') })
    .execute()
  await eraseFromMeetings(context, subjectOf('aline@limoges.example', 'Aline Adjointe'))
  const row = await context.database
    .selectFrom('partners_session')
    .select(['told_title', 'told_venue'])
    .executeTakeFirstOrThrow()
  expect(JSON.stringify(row)).toContain('Hommage')
  expect(JSON.stringify(row)).not.toContain('Adjointe')
})

it('erases from what somebody did who held the meetings', async () => {
  const { context } = open.testApp
  await open.run()
  const subject = subjectOf('keeper@example.org', 'Nobody', open.keeper.personId)
  const kinds = async () => (await listMeetingsData(context, subject)).map(({ section }) => section)
  expect(await kinds()).toEqual(['bilateralMeetings', 'meetingSessions'])
  await eraseFromMeetings(context, subject)
  expect(await kinds()).toEqual([])
})

it('shows the address to those who speak for the participant and to whoever holds the meetings, to nobody else', async () => {
  const words = async (browser: { get: OpenMeetings['keeper']['get'] }) =>
    pageWords((await browser.get(await open.pageOf('icheon'))).body)
  expect(await words(open.keeper)).toContain('park@icheon.example')
  expect(await words(await open.memberOf('icheon'))).toContain('park@icheon.example')
  const other = await open.memberOf('limoges')
  for (const path of [open.place, await open.pageOf('limoges')])
    expect((await other.get(path)).body).not.toContain('park@icheon.example')
})

it('forgets people a year after the last slot, and not before', async () => {
  const at = (instant: string) => ({
    ...open.testApp.context,
    clock: { now: () => Temporal.Instant.from(instant) },
  })
  await forgetPeople(at('2018-12-03T00:00:00Z'))
  expect((await people())[1]).toEqual(['박서윤', 'park@icheon.example'])
  await forgetPeople(at('2018-12-05T00:00:00Z'))
  expect((await people())[1]).toEqual(['', null])
})
