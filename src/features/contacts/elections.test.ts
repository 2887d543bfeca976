import { beforeEach, describe, expect, it } from 'vitest'
import { buildContact } from '../../../test/support/build-contact.ts'
import { type BuiltNetwork, buildNetwork } from '../../../test/support/build-network.ts'
import { buildOrganisation } from '../../../test/support/build-organisation.ts'
import { readMailbox } from '../../../test/support/mailbox.ts'
import { openTestApp, type TestApp } from '../../../test/support/open-test-app.ts'
import { pageWords } from '../../../test/support/page-words.ts'
import { signIn } from '../../../test/support/sign-in.ts'
import { toDoLinesOf } from '../../../test/support/to-do-lines.ts'
import type { OrganisationRef } from '../directory/index.ts'
import { electionSince } from './elections.ts'
import { confirmHolder } from './holders/commands.ts'
import { changePost } from './posts/commands.ts'
import { sendReminders } from './reminders/commands.ts'

describe('the vote since which nobody confirmed a contact', () => {
  const now = Temporal.Instant.from('2026-12-02T08:00:00Z')
  const since = (
    country: string,
    confirmed: string,
    at = now,
    kind: 'elected' | 'desk_officer' = 'elected',
  ) => electionSince({ kind, organisation: { country } }, new Date(confirmed), at)

  it('is the last one of its country, whatever the months', () => {
    expect([
      since('KR', '2026-05-20T08:00:00Z'),
      since('KR', '2017-07-08T08:00:00Z'),
      since('FR', '2026-03-20T08:00:00Z'),
      since('FR', '2026-05-20T08:00:00Z'),
      since('BT', '2017-07-08T08:00:00Z'),
      since('KR', '2026-05-20T08:00:00Z', now, 'desk_officer'),
    ]).toEqual(['2026-06-03', '2026-06-03', '2026-03-22', null, null, null])
  })

  it('counts from the end of its day there: before, nobody knows who was elected', () => {
    const [polling, after] = ['2026-06-03T14:59:00Z', '2026-06-03T15:00:00Z']
    expect(since('KR', '2026-06-01T08:00:00Z', Temporal.Instant.from(polling))).toBeNull()
    expect(since('KR', '2026-06-01T08:00:00Z', Temporal.Instant.from(after))).toBe('2026-06-03')
    expect([since('KR', polling), since('KR', after)]).toEqual(['2026-06-03', null])
  })
})

describe('an elected post confirmed two weeks before the vote', () => {
  let testApp: TestApp
  let network: BuiltNetwork
  let town: OrganisationRef
  let elected: string
  let official: string
  const list = (query = '') => `/fr/${network.slug}/contacts${query}`

  beforeEach(async () => {
    testApp = await openTestApp({ directory: 'none', now: '2026-05-20T08:00:00Z' })
    const { context } = testApp
    network = await buildNetwork(context)
    town = await buildOrganisation(context, { country: 'KR', kind: 'si', level: 2 })
    elected = (await buildContact(context, network, town.id)).postId
    official = (await buildContact(context, network, town.id)).postId
    await changePost(context, network.id, official, {
      function: { texts: { fr: 'Cheffe de bureau' }, reviewed: [], original: 'fr' },
      kind: 'desk_officer',
      themes: [],
      position: 2,
    })
    return testApp.close
  })

  const speaker = () => signIn(testApp, { networkId: network.id, role: 'member', organisationIds: [town.id] })

  it('is flagged from the day after the vote with its day, in the words of each language, and found as stale', async () => {
    const before = await speaker()
    expect(pageWords((await before.get(list())).body)).not.toContain('l’élection')
    expect((await before.get(list('?state=year'))).body).not.toContain(`post-${elected}`)
    testApp.clock.advance({ days: 15 })
    const member = await speaker()
    const said = { fr: 'confirmé avant l’élection du 3 juin 2026', ko: '2026년 6월 3일 선거 이전 확인' }
    for (const [language, words] of Object.entries({ ...said, en: 'before the election of 3 June 2026' })) {
      const page = pageWords((await member.get(`/${language}/${network.slug}/contacts`)).body)
      expect(page.split(words)).toHaveLength(2)
    }
    for (const state of ['six_months', 'year']) {
      const { body } = await member.get(list(`?state=${state}`))
      expect([body.includes(`post-${elected}`), body.includes(`post-${official}`)], state).toEqual([
        true,
        false,
      ])
    }
    expect((await member.get(list('/review'))).body).toContain(`${elected}/confirmation`)
  })

  it('is asked for again once by mail, in functions, until it is confirmed', async () => {
    await speaker()
    expect(await sendReminders(testApp.context, testApp.application)).toBe(0)
    testApp.clock.advance({ days: 15 })
    expect(await sendReminders(testApp.context, testApp.application)).toBe(1)
    const [mail] = (await readMailbox(testApp)).filter(({ kind }) => kind === 'contacts.reminder')
    expect(mail?.subject).toContain('1 contact à confirmer')
    expect(mail?.text.replace(/\s+/g, ' ')).toContain(
      'Adjointe au maire (confirmé avant l’élection du 3 juin 2026)',
    )
    expect(mail?.text).not.toContain('Kerbihan')
    await confirmHolder(testApp.context, network.id, elected)
    testApp.clock.advance({ months: 2 })
    expect(await sendReminders(testApp.context, testApp.application)).toBe(0)
  })

  it('waits for the secretariat from that day where nobody speaks for the organisation', async () => {
    const lines = async () =>
      toDoLinesOf(await signIn(testApp, { networkId: network.id, role: 'coordinator' }), network.slug)
    testApp.clock.advance({ days: 14 })
    expect(await lines()).toEqual([])
    testApp.clock.advance({ days: 1 })
    expect(await lines()).toEqual([expect.stringMatching(/^contacts\.confirm /)])
  })
})
