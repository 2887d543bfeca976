import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readMailbox } from '../../../test/support/mailbox.ts'
import { openTestApp, type TestApp } from '../../../test/support/open-test-app.ts'
import { browserOf, signIn } from '../../../test/support/sign-in.ts'
import { findNetwork } from '../networks/index.ts'
import { askDemonstration } from '../outcomes/index.ts'
import { addDemonstrationLinks, completePeople, listOffices } from './people.commands.ts'

let testApp: TestApp
beforeAll(async () => {
  testApp = await openTestApp({ demonstration: true })
})
afterAll(() => testApp.close())

async function rolesIn(slug: string): Promise<string[]> {
  const operator = await signIn(testApp, { isOperator: true })
  const { body } = await operator.get(`/en/${slug}/people`)
  return body.match(/[a-z]+@(?:groupe|limoges|icheon)\.example(?=<\/span>)/g) ?? []
}

test('the demonstration has a chair, a coordinator and a member of each side, and no more after another start', async () => {
  const expected = [
    'presidence@groupe.example',
    'coordination@groupe.example',
    'international@limoges.example',
    'international@icheon.example',
  ]
  expect(await rolesIn('france-coree')).toEqual(expected)
  await completePeople(testApp.context, 'france-coree')
  expect(await rolesIn('france-coree')).toEqual(expected)
})

test('one that an earlier release loaded is given them at the next start', async () => {
  const { database } = testApp.context
  for (const table of ['people_role_organisation', 'people_role', 'people_session', 'people_person'] as const)
    await database.deleteFrom(table).execute()
  await completePeople(testApp.context, 'france-coree')
  expect(await rolesIn('france-coree')).toHaveLength(4)
})

test('a link for each of them signs in, and leads to the group in their language', async () => {
  const lines = await addDemonstrationLinks(testApp.application, 'france-coree')
  expect(lines.map((line) => line.trim().split(/\s+/).slice(0, 2).join(' '))).toEqual([
    'chair (fr)',
    'coordinator (fr)',
    'member (fr)',
    'member (ko)',
  ])
  const link = new URL(lines[3]?.split(/\s+/).at(-1) ?? '')
  const answer = await browserOf(testApp).post(link.pathname, Object.fromEntries(link.searchParams))
  expect([answer.statusCode, answer.headers.location]).toEqual([303, '/ko/france-coree'])
})

test('the eleven exchanges of which nobody heard again are asked for in the outbox, a mail for each of their holders', async () => {
  const network = await findNetwork(testApp.context, 'france-coree')
  await askDemonstration(testApp.application, network, listOffices)
  const { rows } = await sql<{ state: string; exchanges: number; addresses: string[] }>`
    select e.state, count(distinct e.event_id)::int as exchanges,
      coalesce(array_agg(q.address order by q.address) filter (where q.address is not null), '{}') as addresses
    from outcomes_question q join agenda_event e on e.event_id = q.event_id group by e.state order by e.state
  `.execute(testApp.context.database)
  const mails = (await readMailbox(testApp)).filter(({ kind }) => kind === 'outcomes.ask')
  expect(rows).toEqual([
    // Both towns of this one have a member with an account: it stands in their lists of what waits.
    { state: 'past', exchanges: 1, addresses: [] },
    { state: 'planned', exchanges: 11, addresses: mails.map(({ to }) => to).toSorted() },
  ])
  expect(mails).toHaveLength(19)
  expect(mails.find(({ to }) => to === 'international@muju.example')).toMatchObject({ language: 'ko' })
})
