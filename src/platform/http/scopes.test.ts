import { beforeAll, expect, test } from 'vitest'
import { buildNetwork } from '../../../test/support/build-network.ts'
import { openTestApp, type TestApp } from '../../../test/support/open-test-app.ts'
import { recordActivity, scopeOf } from '../activity/activity.ts'
import { announceCommit } from '../database/transaction.ts'
import { Scopes } from './scopes.ts'

let testApp: TestApp
beforeAll(async () => {
  testApp = await openTestApp({ directory: 'none' })
  return testApp.close
})

test('answers at once what it has read, and moves with the network of the address', async () => {
  const scopes = new Scopes(testApp.context.database)
  const { id, slug } = await buildNetwork(testApp.context)
  const before = await scopes.revisionOf(slug)
  expect(scopes.revisionOf(slug)).toBe(before)
  await recordActivity(testApp.context, {
    networkId: id,
    verb: 'changed',
    subjectKind: 'network',
    subjectId: id,
  })
  announceCommit()
  expect(await scopes.revisionOf(slug)).not.toBe(before)
})

test('follows an address to the network that a restored backup has there', async () => {
  const scopes = new Scopes(testApp.context.database)
  const { id: old, slug } = await buildNetwork(testApp.context, { slug: 'replaced' })
  await scopes.revisionOf(slug)
  await testApp.context.database.deleteFrom('networks_network').where('network_id', '=', old).execute()
  await testApp.context.database.deleteFrom('platform_revision').where('scope', '=', scopeOf(old)).execute()
  const { id } = await buildNetwork(testApp.context, { slug })
  const restored = await scopes.revisionOf(slug)
  await recordActivity(testApp.context, {
    networkId: id,
    verb: 'changed',
    subjectKind: 'network',
    subjectId: id,
  })
  announceCommit()
  expect(await scopes.revisionOf(slug)).not.toBe(restored)
})
