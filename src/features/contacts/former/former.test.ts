import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildContact } from '../../../../test/support/build-contact.ts'
import { buildNetwork } from '../../../../test/support/build-network.ts'
import { buildOrganisation } from '../../../../test/support/build-organisation.ts'
import { openTestApp, type TestApp } from '../../../../test/support/open-test-app.ts'
import type { Context } from '../../../platform/context/context.ts'
import { newId } from '../../../platform/context/identifier.ts'
import { declareVacancy } from '../holders/commands.ts'
import { giveBackFormer, writeKeepingFormer } from './commands.ts'
import { removeFormer } from './removal.commands.ts'

let testApp: TestApp
beforeAll(async () => {
  testApp = await openTestApp()
})
afterAll(() => testApp.close())

/** A contact into whose post an import has written another address. */
async function buildOverwritten() {
  const network = await buildNetwork(testApp.context)
  const organisation = await buildOrganisation(testApp.context)
  const contact = await buildContact(testApp.context, network, organisation.id, {
    email: 'old@ville.example',
  })
  const place = { importId: newId(), networkId: network.id, postId: contact.postId }
  const setAddress = (inside: Context, email: string) =>
    inside.database
      .updateTable('contacts_person')
      .set({ email })
      .where('network_id', '=', network.id)
      .execute()
  await writeKeepingFormer(testApp.context, place, async (inside) => {
    await setAddress(inside, 'new@ville.example')
  })
  const addressOf = async () => {
    const person = await testApp.context.database
      .selectFrom('contacts_person')
      .select('email')
      .where('network_id', '=', network.id)
      .executeTakeFirstOrThrow()
    return person.email
  }
  const isKept = async () => {
    const rows = await testApp.context.database
      .selectFrom('contacts_former')
      .select('email')
      .where('import_id', '=', place.importId)
      .execute()
    return rows.map(({ email }) => email)
  }
  return { place, addressOf, isKept, setAddress }
}

test('what an import replaced is given back, and is kept nowhere any longer', async () => {
  const { place, addressOf, isKept } = await buildOverwritten()
  expect([await addressOf(), await isKept()]).toEqual(['new@ville.example', ['old@ville.example']])
  expect(await giveBackFormer(testApp.context, place, { anyway: false })).toBe(true)
  expect([await addressOf(), await isKept()]).toEqual(['old@ville.example', []])
})

test('the first state stands, however often one import writes into a post', async () => {
  const { place, addressOf, setAddress } = await buildOverwritten()
  await writeKeepingFormer(testApp.context, place, async (inside) => {
    await setAddress(inside, 'third@ville.example')
  })
  expect(await giveBackFormer(testApp.context, place, { anyway: false })).toBe(true)
  expect(await addressOf()).toBe('old@ville.example')
})

test('after ninety days it is gone, and stays as the import wrote it', async () => {
  const { place, addressOf, isKept } = await buildOverwritten()
  const began = testApp.clock.now().toString()
  testApp.clock.advance({ hours: 24 * 89 })
  await removeFormer(testApp.context)
  expect(await isKept()).toEqual(['old@ville.example'])
  testApp.clock.advance({ hours: 24 * 2 })
  await removeFormer(testApp.context)
  expect(await isKept()).toEqual([])
  expect(await giveBackFormer(testApp.context, place, { anyway: true })).toBe(false)
  expect(await addressOf()).toBe('new@ville.example')
  testApp.clock.moveTo(began)
})

test('whoever leaves the post takes their former address along', async () => {
  const { place, isKept } = await buildOverwritten()
  await declareVacancy(testApp.context, place.networkId, place.postId, { since: null, announcedFor: null })
  expect(await isKept()).toEqual([])
})
