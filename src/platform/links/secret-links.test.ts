import { beforeAll, beforeEach, expect, test } from 'vitest'
import { buildNetwork } from '../../../test/support/build-network.ts'
import { buildPoll } from '../../../test/support/build-poll.ts'
import { openTestApp, type TestApp } from '../../../test/support/open-test-app.ts'
import { tokensNowhere } from '../../../test/support/tokens-nowhere.ts'
import { newId } from '../context/identifier.ts'
import { confirmedLinks, secretLinks } from './secret-links.ts'

const links = confirmedLinks({
  table: 'agenda_link',
  owner: ['proposal_id', 'registration_id'],
  confirmationDays: 7,
  renewalMinutes: 10,
})
const plain = secretLinks({ table: 'agenda_poll_link', owner: ['voter_id'] })

let testApp: TestApp
let networkId: string
beforeAll(async () => {
  testApp = await openTestApp({ directory: 'none' })
  networkId = (await buildNetwork(testApp.context)).id
  return testApp.close
})
beforeEach(() => testApp.clock.moveTo('2026-11-02T09:00:00Z'))

/** Something that links lead to. */
async function addOwner() {
  const [id, now] = [newId(), testApp.clock.now().toString()]
  await testApp.context.database
    .insertInto('agenda_proposal')
    .values({
      proposal_id: id,
      network_id: networkId,
      document: '{}',
      body: 'Ambassade',
      language: 'fr',
      created_at: now,
      updated_at: now,
    })
    .execute()
  return { proposal_id: id }
}

async function addVoter() {
  const { id } = await buildPoll(testApp.context, networkId, '2026-12-01')
  const voter = { voter_id: newId() }
  await testApp.context.database
    .insertInto('agenda_poll_voter')
    .values({ ...voter, poll_id: id, country: 'FR', language: 'fr' })
    .execute()
  return voter
}

const lookUp = (token: string) => links.lookUp(testApp.context, token)
const confirm = (token: string, owner: { proposal_id: string }) =>
  links.confirm(testApp.context, token, async () => owner)

test('a link leads to its owner, and its secret stands nowhere', async () => {
  const owner = await addVoter()
  const token = await plain.make(testApp.context, owner)
  expect(token).toMatch(/^[0-9a-f]{48}$/)
  expect(await plain.lookUp(testApp.context, token)).toEqual(owner)
  expect(await plain.lookUp(testApp.context, token.replace(/.$/, 'x'))).toBeNull()
  expect(await tokensNowhere(testApp, token)).toEqual([])
})

test('a link says for what it was made, and whether something can still be confirmed by it', async () => {
  const owner = await addOwner()
  const [asking, kept] = [
    await links.make(testApp.context, owner, 'confirm'),
    await links.make(testApp.context, owner, 'keep'),
  ]
  const of = { ...owner, registration_id: null }
  expect(await lookUp(asking)).toEqual({ ...of, purpose: 'confirm', isOpen: true })
  expect(await lookUp(kept)).toEqual({ ...of, purpose: 'keep', isOpen: true })
  expect(await lookUp('')).toBeNull()
  await confirm(asking, owner)
  expect(await lookUp(asking)).toEqual({ ...of, purpose: 'confirm', isOpen: false })
})

test('what somebody sent is confirmed once, and they come back by another link', async () => {
  const owner = await addOwner()
  const asking = await links.make(testApp.context, owner, 'confirm')
  const kept = (await confirm(asking, owner)) ?? ''
  expect((await lookUp(kept))?.purpose).toBe('keep')
  let done = 0
  const again = await links.confirm(testApp.context, asking, async () => {
    done++
    return owner
  })
  expect([again, done]).toEqual([null, 0])
  expect(await confirm(kept, owner)).toBeNull()
})

test('of two who confirm at once, one does', async () => {
  const owner = await addOwner()
  const asking = await links.make(testApp.context, owner, 'confirm')
  const both = await Promise.all([confirm(asking, owner), confirm(asking, owner)])
  expect(both.filter((token) => token !== null)).toHaveLength(1)
})

test('what fails after a confirmation leaves its link to be used', async () => {
  const owner = await addOwner()
  const asking = await links.make(testApp.context, owner, 'confirm')
  const failing = links.confirm(testApp.context, asking, async () => {
    throw new Error('no mail')
  })
  await expect(failing).rejects.toThrow('no mail')
  expect(await confirm(asking, owner)).not.toBeNull()
})

test('a confirmation takes seven days at most', async () => {
  const owner = await addOwner()
  const [early, late] = [
    await links.make(testApp.context, owner, 'confirm'),
    await links.make(testApp.context, owner, 'confirm'),
  ]
  testApp.clock.moveTo('2026-11-09T08:59:59Z')
  expect((await lookUp(early))?.isOpen).toBe(true)
  expect(await confirm(early, owner)).not.toBeNull()
  testApp.clock.moveTo('2026-11-09T09:00:01Z')
  expect((await lookUp(late))?.isOpen).toBe(false)
  expect(await confirm(late, owner)).toBeNull()
})

test('another link is sent ten minutes after the last one', async () => {
  const [owner, other] = [await addOwner(), await addOwner()]
  await links.make(testApp.context, owner, 'confirm')
  expect(await links.isRenewable(testApp.context, owner)).toBe(true)
  await links.make(testApp.context, owner, 'keep')
  testApp.clock.moveTo('2026-11-02T09:09:59Z')
  expect(await links.isRenewable(testApp.context, owner)).toBe(false)
  expect(await links.isRenewable(testApp.context, other)).toBe(true)
  testApp.clock.moveTo('2026-11-02T09:10:01Z')
  expect(await links.isRenewable(testApp.context, owner)).toBe(true)
})

test('links end by owner: those that are kept, or all of them', async () => {
  const [owner, other] = [await addOwner(), await addOwner()]
  const [asking, kept, others] = [
    await links.make(testApp.context, owner, 'confirm'),
    await links.make(testApp.context, owner, 'keep'),
    await links.make(testApp.context, other, 'keep'),
  ]
  const stored = async () =>
    (await Promise.all([asking, kept, others].map(lookUp))).map((found) => found !== null)
  await links.endKept(testApp.context, owner)
  expect(await stored()).toEqual([true, false, true])
  await links.end(testApp.context, { proposal_id: [owner.proposal_id], registration_id: null })
  expect(await stored()).toEqual([false, false, true])
  await links.end(testApp.context, { proposal_id: [] })
  await expect(links.end(testApp.context, {})).rejects.toThrow()
  expect(await stored()).toEqual([false, false, true])
})
