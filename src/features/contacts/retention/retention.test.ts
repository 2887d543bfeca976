import { beforeEach, describe, expect, it } from 'vitest'
import { buildContact } from '../../../../test/support/build-contact.ts'
import { type BuiltNetwork, buildNetwork } from '../../../../test/support/build-network.ts'
import { buildOrganisation } from '../../../../test/support/build-organisation.ts'
import { readMailbox } from '../../../../test/support/mailbox.ts'
import { openTestApp, type TestApp } from '../../../../test/support/open-test-app.ts'
import { signIn } from '../../../../test/support/sign-in.ts'
import type { OrganisationRef } from '../../directory/index.ts'
import { handOver } from '../holders/commands.ts'
import { removeExpired, warnOfRemovals } from './commands.ts'

let testApp: TestApp
let network: BuiltNetwork
let town: OrganisationRef

beforeEach(async () => {
  testApp = await openTestApp({ directory: 'none' })
  network = await buildNetwork(testApp.context)
  town = await buildOrganisation(testApp.context)
  return testApp.close
})

const coordinate = () => signIn(testApp, { networkId: network.id, role: 'coordinator' })

async function contacts() {
  return testApp.context.database
    .selectFrom('contacts_person')
    .select(['name', 'email', 'telephone', 'removed_for as removedFor'])
    .orderBy('contact_id')
    .execute()
}

describe('a contact', () => {
  it('goes three years after its last confirmation: name and addresses, not the post and its dates', async () => {
    const { path } = await buildContact(testApp.context, network, town.id)
    testApp.clock.advance({ years: 3 })
    expect(await removeExpired(testApp.context)).toBe(0)
    testApp.clock.advance({ days: 1 })
    expect(await removeExpired(testApp.context)).toBe(1)
    expect(await contacts()).toEqual([{ name: {}, email: null, telephone: null, removedFor: 'retention' }])
    const page = (await (await coordinate()).get(`/fr/${path}`)).body
    expect(page).toContain('Adjointe au maire')
    expect(page).toContain('Personne dont les données ont été effacées')
    expect(page).not.toContain('Kerbihan')
    expect(await removeExpired(testApp.context)).toBe(0)
  })

  it('is announced to coordinators thirty days before, once, and kept by one click', async () => {
    const coordinator = await coordinate()
    const { path } = await buildContact(testApp.context, network, town.id)
    testApp.clock.moveTo('2029-10-02T09:00:00Z')
    expect(await warnOfRemovals(testApp.context, testApp.application)).toBe(0)
    testApp.clock.advance({ days: 1 })
    expect(await warnOfRemovals(testApp.context, testApp.application)).toBe(1)
    expect(await warnOfRemovals(testApp.context, testApp.application)).toBe(0)
    const [mail] = await readMailbox(testApp)
    expect(mail).toMatchObject({ to: coordinator.address, kind: 'contacts.retention' })
    expect(mail?.text).toContain('2 novembre 2029')
    expect(mail?.text).not.toContain('Kerbihan')
    const later = await coordinate()
    const review = (await later.get(new URL(mail?.links[0] ?? '').pathname)).body
    expect(review).toContain('Prolonger la conservation')
    expect((await later.post(`/fr/${path}/extension`, { from: 'review' })).statusCode).toBe(303)
    testApp.clock.moveTo('2029-11-10T09:00:00Z')
    expect(await removeExpired(testApp.context)).toBe(0)
    expect((await contacts())[0]?.email).toBe('solange.kerbihan@ville.example')
  })

  it('that has left its post goes too, and the history keeps its place', async () => {
    const { path, postId } = await buildContact(testApp.context, network, town.id)
    await handOver(testApp.context, network.id, postId, {
      until: '2026-10',
      next: {
        name: { fr: 'Yann Lagadec' },
        salutation: {},
        languages: [],
        email: null,
        telephone: null,
        from: '2026-11',
        residence: 'FR',
        provenance: 'organisation',
        provenanceNote: '',
        legalBasis: 'public_interest',
        transferBasis: 'adequacy',
        retentionUntil: '2031-01-01',
      },
    })
    testApp.clock.moveTo('2029-11-03T09:00:00Z')
    expect(await removeExpired(testApp.context)).toBe(1)
    const page = (await (await coordinate()).get(`/fr/${path}`)).body
    expect(page).toMatch(/Yann Lagadec[\s\S]*Personne dont les données ont été effacées[\s\S]*octobre\s2026/)
  })

  it('is erased at once when the person asks, and read out to them before', async () => {
    const { path } = await buildContact(testApp.context, network, town.id)
    const coordinator = await coordinate()
    const file = (await coordinator.get(`/fr/${path}/data.json`)).json()
    expect(file.contacts).toMatchObject([
      {
        name: { fr: 'Solange Kerbihan' },
        address: 'solange.kerbihan@ville.example',
        provenance: 'organisation',
      },
    ])
    expect(file.holdings).toMatchObject([{ since: '2014-04', kind: 'elected' }])
    const page = (await coordinator.get(`/fr/${path}`)).body
    const contact = page.match(/name="contact" value="([^"]+)"/)?.[1] ?? ''
    expect((await coordinator.post(`/fr/${path}/erasure`, { contact })).statusCode).toBe(303)
    expect(await contacts()).toEqual([{ name: {}, email: null, telephone: null, removedFor: 'request' }])
    const member = await signIn(testApp, {
      networkId: network.id,
      role: 'member',
      organisationIds: [town.id],
    })
    expect((await member.get(`/fr/${path}/data.json`)).statusCode).toBe(404)
  })
})
