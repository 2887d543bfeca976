import { expect } from 'vitest'
import type { OrganisationRef } from '../../src/features/directory/index.ts'
import { recordMembership } from '../../src/features/networks/index.ts'
import { buildNetwork } from './build-network.ts'
import { buildOrganisation } from './build-organisation.ts'
import { fieldsOf } from './form-fields.ts'
import type { TestApp } from './open-test-app.ts'
import { pageWords } from './page-words.ts'
import { browserOf, type SignedIn, signIn } from './sign-in.ts'

type Given = Record<string, string>

/** A group of its own, on the real day: one Korean and five French members, of which one has left and one no longer exists. */
export interface ExpectationFixture {
  network: { id: string; slug: string }
  /** Gana in Korea; Alpha, Bravo and Charlie; Delta has left, Echo was dissolved. */
  asker: OrganisationRef
  asked: OrganisationRef
  able: OrganisationRef
  quiet: OrganisationRef
  left: OrganisationRef
  dissolved: OrganisationRef
  askers: SignedIn
  member: SignedIn
  ableMember: SignedIn
  /** A new coordinator of the group: a session does not outlive the weeks that a test lets pass. */
  coordinate(): Promise<SignedIn>
  anybody(): ReturnType<typeof browserOf>
  /** The path of the list. */
  list: string
  fields(given?: Given): Given
  /** The title of the last that was stated. */
  lastTitle(): string
  /** States that the asker would like to visit the one asked; returns the path of its page. */
  state(given?: Given, browser?: SignedIn): Promise<string>
  requestsOf(path: string): Promise<{ id: string; organisationId: string; expectationId: string }[]>
  answer(path: string, of: OrganisationRef, given: Given, browser: SignedIn): ReturnType<SignedIn['post']>
  /** The one asked cannot, for want of competence. */
  refuse(path: string): ReturnType<SignedIn['post']>
  /** Ends the relay, having read what goes out. */
  end(path: string, browser: SignedIn): ReturnType<SignedIn['post']>
}

export async function buildExpectationFixture(testApp: TestApp): Promise<ExpectationFixture> {
  const { context } = testApp
  const network = await buildNetwork(context)
  const gana = { country: 'KR', kind: 'si', level: 2, name: { ko: '가나시', en: 'Gana' } }
  const asker = await buildOrganisation(context, gana)
  const [asked, able, quiet, left, dissolved] = [
    await buildOrganisation(context, { name: { fr: 'Alpha' } }),
    await buildOrganisation(context, { name: { fr: 'Bravo' } }),
    await buildOrganisation(context, { name: { fr: 'Charlie' } }),
    await buildOrganisation(context, { name: { fr: 'Delta' } }),
    await buildOrganisation(context, { name: { fr: 'Echo' } }),
  ]
  for (const [position, { id }] of [asker, asked, able, quiet, left, dissolved].entries())
    await recordMembership(context, network.id, {
      organisationId: id,
      role: 'member',
      position,
      knownOn: '2020-01-01',
      until: id === left.id ? '2026-06' : null,
    })
  await context.database
    .updateTable('directory_organisation')
    .set({ valid_until: '2026-10-01' })
    .where('organisation_id', '=', dissolved.id)
    .execute()
  const memberOf = ({ id }: OrganisationRef) =>
    signIn(testApp, { role: 'member', networkId: network.id, organisationIds: [id] })
  const [askers, member, ableMember] = [await memberOf(asker), await memberOf(asked), await memberOf(able)]
  const list = `/fr/${network.slug}/expectations`
  let titles = 0
  const fields = (given: Given = {}): Given => ({
    asked: asked.id,
    'title.fr.text': `Rencontrer des praticiens ${++titles}`,
    'text.fr.text': 'Une semaine d’observation.',
    themes: 'ageing',
    form: 'study_visit',
    deadline: '',
    confidentiality: 'concerned',
    language: 'ko',
    consent: 'yes',
    ...given,
  })
  const requestsOf: ExpectationFixture['requestsOf'] = (path) =>
    context.database
      .selectFrom('partners_expectation_request as r')
      .innerJoin('partners_expectation as x', 'x.expectation_id', 'r.expectation_id')
      .select([
        'r.request_id as id',
        'r.organisation_id as organisationId',
        'r.expectation_id as expectationId',
      ])
      .where('x.slug', '=', path.split('/').at(-1) ?? '')
      .where('x.network_id', '=', network.id)
      .execute()
  const answer: ExpectationFixture['answer'] = async (path, of, given, browser) => {
    const request = (await requestsOf(path)).find(({ organisationId }) => organisationId === of.id)?.id ?? ''
    return browser.post(`${path}/answers`, { request, ...given })
  }
  return {
    ...{ network, asker, asked, able, quiet, left, dissolved, askers, member, ableMember, list, fields },
    ...{ requestsOf, answer },
    coordinate: () => signIn(testApp, { role: 'coordinator', networkId: network.id }),
    anybody: () => browserOf(testApp),
    lastTitle: () => `Rencontrer des praticiens ${titles}`,
    state: async (given = {}, browser = askers) => {
      const stated = await browser.post(`${list}/new`, fields(given))
      expect([stated.statusCode, pageWords(stated.body).slice(0, 400)]).toEqual([303, ''])
      return String(stated.headers.location).split('?')[0] ?? ''
    },
    refuse: (path) => answer(path, asked, { answer: 'no', reason: 'competence' }, member),
    end: async (path, browser) =>
      browser.post(`${path}/relay/closing`, await fieldsOf(browser, `${path}/relay/closing`)),
  }
}
