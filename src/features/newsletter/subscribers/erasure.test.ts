import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../../../../test/support/open-test-app.ts'
import { subscribeToLetter } from '../../../../test/support/subscribe-to-letter.ts'
import { newId } from '../../../platform/context/identifier.ts'
import { eraseSubscriber } from './personal-data.commands.ts'
import { listSubscriberData } from './personal-data.queries.ts'
import { hearOfReturn } from './returns/commands.ts'

let testApp: TestApp
beforeAll(async () => {
  testApp = await openTestApp({ demonstration: true })
})
afterAll(() => testApp.close())

const subjectOf = (address: string) => ({ personId: null, names: [], addresses: [address] })

/** A server’s message about a letter to a reader whose mailbox is full for now. */
async function comesBack(address: string, words: string): Promise<void> {
  const { id, networkId } = await testApp.context.database
    .selectFrom('newsletter_subscription')
    .select(['subscription_id as id', 'network_id as networkId'])
    .where('address', '=', address)
    .executeTakeFirstOrThrow()
  const leftAt = new Date(testApp.clock.now().epochMilliseconds)
  const mail = { id: newId(), mailKind: 'newsletter.issue', networkId, readerId: id }
  await hearOfReturn(testApp.context, { ...mail, address, kind: 'soft', words, leftAt })
}

const words = async () =>
  (await testApp.context.database.selectFrom('newsletter_return').select('words').execute()).map(
    (row) => row.words,
  )

test('what servers said of somebody is read out to them and erased with them, also where it stands with another', async () => {
  const [one, two] = ['claire@ville.example', 'secretariat@ville.example']
  await subscribeToLetter(testApp, { address: one })
  await subscribeToLetter(testApp, { address: two })
  testApp.clock.advance({ hours: 1 })
  await comesBack(one, '552 5.2.2 claire@ville.example is full')
  await comesBack(two, '552 5.2.2 forwarded to claire@ville.example, which is full')
  expect(JSON.stringify(await listSubscriberData(testApp.context, subjectOf(one)))).toContain(
    '552 5.2.2 claire@ville.example is full',
  )
  await eraseSubscriber(testApp.context, subjectOf(one))
  const left = await words()
  expect(left).toHaveLength(1)
  expect(left[0]).toContain('forwarded to')
  expect(left[0]).not.toContain('claire@')
})
