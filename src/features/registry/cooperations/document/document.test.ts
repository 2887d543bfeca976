import { afterAll, beforeAll, expect, it } from 'vitest'
import { openTestApp, type TestApp } from '../../../../../test/support/open-test-app.ts'
import { inTransaction } from '../../../../platform/database/transaction.ts'
import { insertCooperation, writeCooperation } from './commands.ts'
import { findDocument } from './queries.ts'
import { cooperationDocument, emptyCooperation } from './schema.ts'

let testApp: TestApp
beforeAll(async () => {
  testApp = await openTestApp({ demonstration: true })
})
afterAll(() => testApp.close())

async function ties() {
  const rows = await testApp.context.database
    .selectFrom('registry_cooperation')
    .select(['cooperation_id as id', 'network_id as networkId', 'slug'])
    .orderBy('slug')
    .execute()
  return rows
}
const read = async (tie: { id: string; networkId: string }, today = '2026-11-24') =>
  cooperationDocument.parse(await findDocument({ ...testApp.context, today }, tie.networkId, tie.id))

it('reads every tie of the demonstration as a document, and writes it back without moving anything', async () => {
  const all = await ties()
  expect(all.length).toBeGreaterThan(11)
  for (const tie of all) {
    const before = await read(tie)
    await inTransaction(testApp.context, (inside) =>
      writeCooperation(inside, tie, before, structuredClone(before)),
    )
    expect(await read(tie), tie.slug).toEqual(before)
  }
})

it('takes a tie apart to nothing and brings it back as it was', async () => {
  for (const tie of await ties()) {
    const context = { ...testApp.context, today: '2026-11-24' }
    const before = await read(tie)
    const bare = { ...emptyCooperation, parties: before.parties }
    await inTransaction(context, (inside) => writeCooperation(inside, tie, before, bare))
    expect(await read(tie), tie.slug).toEqual(bare)
    await inTransaction(context, (inside) => writeCooperation(inside, tie, bare, before))
    expect(await read(tie), tie.slug).toEqual(before)
  }
})

it('leaves what became known later as it is', async () => {
  const context = { ...testApp.context, today: '2017-07-08' }
  const then = await Promise.all((await ties()).map(async (tie) => ({ tie, was: await read(tie) })))
  let grown = 0
  for (const { tie, was } of then) {
    const known = await findDocument(context, tie.networkId, tie.id).catch(() => null)
    if (!known) continue
    const before = cooperationDocument.parse(known)
    if (was.agreements.length + was.activities.length > before.agreements.length + before.activities.length)
      grown++
    const changed = { ...before, prospects: [], themes: before.themes.slice(1) }
    await inTransaction(context, (inside) => writeCooperation(inside, tie, before, changed))
    expect(await read(tie, '2017-07-08'), tie.slug).toEqual(changed)
    await inTransaction(context, (inside) => writeCooperation(inside, tie, changed, before))
    expect(await read(tie), tie.slug).toEqual(was)
  }
  expect(grown).toBeGreaterThan(0)
})

it('makes a tie from a document, at an address of its parties that nobody has', async () => {
  const [tie] = await ties()
  if (!tie) throw new Error('no tie')
  const document = { ...emptyCooperation, parties: (await read(tie)).parties }
  const id = await inTransaction(testApp.context, (inside) =>
    insertCooperation(inside, tie.networkId, document, null),
  )
  expect(await read({ id, networkId: tie.networkId })).toEqual(document)
  const made = (await ties()).find((each) => each.id === id)
  expect((await ties()).filter(({ slug }) => slug === made?.slug)).toHaveLength(1)
})
