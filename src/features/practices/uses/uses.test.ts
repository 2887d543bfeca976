import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fieldsOf } from '../../../../test/support/form-fields.ts'
import { openProgram } from '../../../../test/support/program.ts'
import { publishPractice } from '../../../../test/support/publish-practice.ts'
import { toDoLinesOf } from '../../../../test/support/to-do-lines.ts'
import { openWishing, type WishingFixture } from '../../../../test/support/wishes.ts'

let fixture: WishingFixture
beforeAll(async () => {
  fixture = await openWishing()
  await publishPractice(fixture.testApp, fixture.networkId)
})
afterAll(() => fixture.close())

async function declare(state: string) {
  const form = '/fr/france-coree/practices/un-four-partage/uses/new'
  return fixture.icheon.post(form, { ...(await fieldsOf(fixture.icheon, form)), state })
}

test('a use that was only considered is asked for a year later, once, by who declared it', async () => {
  const asked = async () =>
    (await toDoLinesOf(fixture.icheon, 'france-coree')).some((each) => each.startsWith('practices.outcome'))
  const knownSince = async (age: string) => {
    await sql`update practices_use set known_on = '2017-07-08'::date - ${age}::interval
      where state = 'trying'`.execute(fixture.testApp.context.database)
    expect((await declare('trying')).statusCode).toBe(303)
  }
  await declare('trying')
  expect(await asked()).toBe(false)
  await knownSince('13 months')
  expect(await asked()).toBe(true)
  await knownSince('16 months')
  expect(await asked()).toBe(false)
  await knownSince('13 months')
  await declare('adapted')
  expect(await asked()).toBe(false)
})

test('a program says for its own authority that it took a practice up; a holder does not for itself', async () => {
  const open = async (slug: string) =>
    openProgram(fixture.testApp, {
      networkId: fixture.networkId,
      role: 'member',
      organisationIds: [await fixture.organisationId(slug)],
    })
  const uses = `/networks/france-coree/practices/un-four-partage/uses`
  const icheon = await open('icheon')
  const said = await icheon.send('POST', uses, { state: 'trying', changed: { ko: { text: '장작 가마' } } })
  expect([said.statusCode, said.json()]).toEqual([
    201,
    expect.objectContaining({
      organisation: 'icheon',
      said_for: 'icheon',
      state: 'trying',
      confirmed_on: null,
    }),
  ])
  await icheon.send('POST', uses, { state: 'adopted' })
  expect((await icheon.get(uses)).json().uses).toMatchObject([{ state: 'adopted', changed: {} }])
  for (const [program, body] of [
    [await open('limoges'), { state: 'adopted' }],
    [icheon, { state: 'given_up' }],
    [icheon, { state: 'adopted', organisation: 'rouen' }],
    [icheon, { state: 'adopted', outcome: { ko: { text: '문의: desk@icheon.example' } } }],
  ] as const)
    expect([body, (await program.send('POST', uses, body)).statusCode]).toEqual([body, 422])
  const reader = await openProgram(fixture.testApp, { networkId: fixture.networkId, scopes: ['read'] })
  expect((await reader.send('POST', uses, { state: 'adopted' })).statusCode).toBe(403)
})
