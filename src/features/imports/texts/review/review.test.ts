import { afterAll, beforeAll, expect, it } from 'vitest'
import { buildNetwork } from '../../../../../test/support/build-network.ts'
import { openTestApp, type TestApp } from '../../../../../test/support/open-test-app.ts'
import { signIn } from '../../../../../test/support/sign-in.ts'
import { frenchMinutes, importWords } from '../../../../../test/support/import-text.ts'

let house: TestApp
beforeAll(async () => {
  house = await openTestApp()
})
afterAll(() => house.close())

async function openReview() {
  const network = await buildNetwork(house.context)
  const coordinator = await signIn(house, { role: 'coordinator', networkId: network.id })
  const address = await importWords(house, coordinator, network.slug, frenchMinutes)
  return { network, coordinator, address }
}

it('shows each fact of a text beside its sentence, and writes nothing', async () => {
  const { network, coordinator, address } = await openReview()
  const page = await coordinator.get(address)
  expect(page.statusCode).toBe(200)
  console.log(page.body.replace(/^[\s\S]*<main/, '<main').slice(0, 9000))
  const ties = await house.context.database
    .selectFrom('registry_cooperation')
    .select('slug')
    .where('network_id', '=', network.id)
    .execute()
  expect(ties).toEqual([])
})
