import { beforeEach, describe, expect, it } from 'vitest'
import { buildContact } from '../../../../test/support/build-contact.ts'
import { type BuiltNetwork, buildNetwork } from '../../../../test/support/build-network.ts'
import { buildOrganisation } from '../../../../test/support/build-organisation.ts'
import { readMailbox } from '../../../../test/support/mailbox.ts'
import { openTestApp, type TestApp } from '../../../../test/support/open-test-app.ts'
import { type SignedIn, signIn } from '../../../../test/support/sign-in.ts'
import { toDoLinesOf } from '../../../../test/support/to-do-lines.ts'
import type { OrganisationRef } from '../../directory/index.ts'
import { confirmHolder } from '../holders/commands.ts'
import { sendReminders } from './commands.ts'

let testApp: TestApp
let network: BuiltNetwork
let town: OrganisationRef
let member: SignedIn

beforeEach(async () => {
  testApp = await openTestApp({ directory: 'none' })
  network = await buildNetwork(testApp.context)
  town = await buildOrganisation(testApp.context)
  member = await signIn(testApp, { networkId: network.id, role: 'member', organisationIds: [town.id] })
  return testApp.close
})

async function reminders() {
  const mails = await readMailbox(testApp)
  return mails.filter(({ kind }) => kind === 'contacts.reminder')
}

describe('a year after the last confirmation', () => {
  it('those who speak for the organisation get one mail about all of its contacts, without a name in it', async () => {
    await buildContact(testApp.context, network, town.id)
    await buildContact(testApp.context, network, town.id)
    testApp.clock.advance({ days: 364 })
    expect(await sendReminders(testApp.context, testApp.application)).toBe(0)
    testApp.clock.advance({ days: 1 })
    expect(await sendReminders(testApp.context, testApp.application)).toBe(1)
    const [mail, ...others] = await reminders()
    expect(others).toEqual([])
    expect(mail).toMatchObject({ to: member.address, language: 'fr', kind: 'contacts.reminder' })
    expect(mail?.subject).toContain('2 contacts à confirmer')
    expect(mail?.text.match(/Adjointe au maire/g)).toHaveLength(2)
    expect(mail?.text).not.toContain('Kerbihan')
    expect(mail?.links[0]).toMatch(new RegExp(`/fr/${network.slug}/contacts/review$`))
  })

  it('the page of the link confirms, corrects and removes', async () => {
    const { path, postId } = await buildContact(testApp.context, network, town.id)
    testApp.clock.advance({ days: 366 })
    const late = await signIn(testApp, { networkId: network.id, role: 'member', organisationIds: [town.id] })
    const review = `/fr/${network.slug}/contacts/review`
    const page = (await late.get(review)).body
    for (const step of ['confirmation', 'holder', 'erasure']) expect(page).toContain(`/${postId}/${step}`)
    const click = await late.post(`/fr/${path}/confirmation`, { from: 'review' })
    expect(click.headers.location).toBe(review)
    expect((await late.get(review)).body).toContain('Tous vos contacts sont à jour')
    expect(await sendReminders(testApp.context, testApp.application)).toBe(0)
  })

  it('where nobody speaks for the organisation it is among what waits for the secretariat', async () => {
    const alone = await buildOrganisation(testApp.context)
    await buildContact(testApp.context, network, alone.id)
    testApp.clock.advance({ days: 366 })
    await sendReminders(testApp.context, testApp.application)
    expect(await reminders()).toEqual([])
    const late = await signIn(testApp, { networkId: network.id, role: 'coordinator' })
    expect(await toDoLinesOf(late, network.slug)).toEqual([expect.stringMatching(/^contacts\.confirm /)])
  })

  it('it is sent once a month at most, and counted', async () => {
    const { postId } = await buildContact(testApp.context, network, town.id)
    testApp.clock.advance({ days: 366 })
    const sent = [
      await sendReminders(testApp.context, testApp.application),
      await sendReminders(testApp.context, testApp.application),
    ]
    testApp.clock.advance({ days: 20 })
    sent.push(await sendReminders(testApp.context, testApp.application))
    testApp.clock.advance({ days: 12 })
    sent.push(await sendReminders(testApp.context, testApp.application))
    expect(sent).toEqual([1, 0, 0, 1])
    const rows = await testApp.context.database
      .selectFrom('contacts_reminder')
      .select(['person_id as personId', 'sent_count as count'])
      .execute()
    expect(rows).toEqual([{ personId: member.personId, count: 2 }])
    await confirmHolder(testApp.context, network.id, postId)
    testApp.clock.advance({ months: 2 })
    expect(await sendReminders(testApp.context, testApp.application)).toBe(0)
  })
})
