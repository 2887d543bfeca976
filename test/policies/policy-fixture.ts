import type { LightMyRequestResponse } from 'fastify'
import { people } from '../../src/features/people/index.ts'
import { giveRole } from '../../src/features/people/roles.commands.ts'
import { indexNetwork } from '../../src/features/translations/index.ts'
import { type Actor, anonymous, type Person, scopes } from '../../src/platform/context/actor.ts'
import type { Context } from '../../src/platform/context/context.ts'
import { newId } from '../../src/platform/context/identifier.ts'
import type { Identify } from '../../src/platform/http/identity.ts'
import type { Caller } from '../../tools/generate-policies/policy-table.ts'
import { buildCooperation } from '../support/build-cooperation.ts'
import { buildNetwork } from '../support/build-network.ts'
import { findReference } from '../support/build-organisation.ts'
import { original } from '../support/build-texts.ts'
import { openTestApp, type TestApp } from '../support/open-test-app.ts'
import { browserOf, type SignedIn, type SignInOptions, signIn } from '../support/sign-in.ts'

export type Browser = Pick<SignedIn, 'get' | 'post'> & { personId: string | null }

/** The demonstration, with Limoges as the authority of the attempts, and a group beside it. */
export interface PolicyFixture {
  testApp: TestApp
  networkId: string
  limogesId: string
  toursId: string
  /** A cooperation of Limoges in a group that reviews contributions first. */
  reviewedTie: string
  /** Prepares the attempts. */
  keeper: SignedIn
  /** A new person with the role that the caller is named after. */
  call(caller: Caller): Promise<Browser>
  /** A text that no other attempt has sent. */
  newWord(): string
  close(): Promise<void>
}

/** The result of one request: its answer, and whether it did or showed what was attempted. */
export interface Attempt {
  answer: LightMyRequestResponse | null
  isDone: boolean
}

export const group = '/fr/france-coree'
export const tie = `${group}/cooperations/limoges-icheon`

export async function openPolicyFixture(): Promise<PolicyFixture> {
  let identifyByCookie: Identify | null = null
  const programs = new Map<string, Person>()
  // Until a program has its own way in, it comes in as the person its token names.
  const identify: Identify = async (request) =>
    programs.get(request.headers.authorization ?? '') ?? (await identifyByCookie?.(request)) ?? anonymous
  const testApp = await openTestApp({
    demonstration: true,
    identify,
    // A demonstration with a local address would show every mail. The second address has no server.
    settings: { BASE_URL: 'https://entente.example', TRANSLATION_URL: 'http://127.0.0.1:9' },
  })
  identifyByCookie = people.identify?.(testApp.application) ?? null
  const other = await buildNetwork(testApp.context)
  const { network_id: networkId } = await testApp.context.database
    .selectFrom('networks_network')
    .select('network_id')
    .where('slug', '=', 'france-coree')
    .executeTakeFirstOrThrow()
  const limogesId = (await findReference(testApp.context, 'limoges')).id
  const toursId = (await findReference(testApp.context, 'tours')).id
  const holdings: Record<Exclude<Caller, 'anonymous' | 'program of a coordinator'>, SignInOptions> = {
    reader: { role: 'reader', networkId },
    'contributor, own body': { role: 'contributor', networkId, organisationIds: [limogesId] },
    'contributor, other body': { role: 'contributor', networkId, organisationIds: [toursId] },
    'member, own authority': { role: 'member', networkId, organisationIds: [limogesId] },
    'member, other authority': { role: 'member', networkId, organisationIds: [toursId] },
    coordinator: { role: 'coordinator', networkId },
    chair: { role: 'chair', networkId, organisationIds: [toursId] },
    operator: { isOperator: true },
    'coordinator of another group': { role: 'coordinator', networkId: other.id },
  }
  // What a group does with changes is looked up once: another one reviews first.
  const reviewing = await buildNetwork(testApp.context, { slug: 'reviewing' })
  await testApp.context.database
    .updateTable('networks_network')
    .set({ publication: 'after_review' })
    .where('network_id', '=', reviewing.id)
    .execute()
  const parties = [
    await findReference(testApp.context, 'limoges'),
    await findReference(testApp.context, 'icheon'),
  ]
  const reviewed = await buildCooperation(testApp.context, reviewing.id, { parties })
  // Something for a machine to translate.
  await buildCooperation(testApp.context, networkId, { summary: original('Deux villes se connaissent.') })
  await indexNetwork(testApp.context, testApp.application.textOwners, networkId)
  const keeper = await signIn(testApp, { role: 'coordinator', networkId, name: 'Keeper of the ground' })
  await giveRole(testApp.context, reviewing.id, { personId: keeper.personId, role: 'coordinator' })
  let words = 0
  return {
    testApp,
    networkId,
    limogesId,
    toursId,
    keeper,
    reviewedTie: `/fr/reviewing/cooperations/${reviewed.slug}`,
    call: async (caller) => {
      if (caller === 'anonymous') return { ...browserOf(testApp), personId: null }
      if (caller !== 'program of a coordinator') {
        const held = holdings[caller]
        const browser = await signIn(testApp, held)
        const { role, organisationIds = [] } = held
        // In the group that reviews first they hold the same.
        if (role && held.networkId === networkId)
          await giveRole(testApp.context, reviewing.id, { personId: browser.personId, role, organisationIds })
        return browser
      }
      const { personId } = await signIn(testApp, holdings.coordinator)
      programs.set(`Bearer ${personId}`, programOf(personId, networkId))
      const own = { authorization: `Bearer ${personId}` }
      const { get, post } = browserOf(testApp)
      return {
        personId,
        get: (url, headers = {}) => get(url, { ...own, ...headers }),
        post: (url, form, headers = {}) => post(url, form, { ...own, ...headers }),
      }
    },
    newWord: () => `Parole ${++words} essayée`,
    close: testApp.close,
  }
}

/** The context of a command that a person gives without a request. */
export function contextOf({ testApp, networkId }: PolicyFixture, caller: Caller): Context {
  const isOperator = caller === 'operator'
  const [role] = caller.split(',')
  const actor: Actor =
    caller === 'anonymous' ? anonymous : { ...programOf('', networkId), scopes: null, isOperator }
  if (actor.kind === 'person' && isRole(role)) actor.holdings = [{ networkId, role, organisationIds: [] }]
  if (actor.kind === 'person' && caller === 'coordinator of another group')
    actor.holdings = [{ networkId: newId(), role: 'coordinator', organisationIds: [] }]
  return { ...testApp.context, actor }
}

function isRole(role = ''): role is Person['holdings'][number]['role'] {
  return ['reader', 'contributor', 'member', 'coordinator', 'chair'].includes(role)
}

function programOf(personId: string, networkId: string): Person {
  const holdings = [{ networkId, role: 'coordinator' as const, organisationIds: [] }]
  return { kind: 'person', personId, name: 'A program', isOperator: false, holdings, scopes }
}
