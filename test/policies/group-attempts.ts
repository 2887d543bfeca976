import { findNetwork } from '../../src/features/networks/index.ts'
import { changeDescription } from '../../src/features/registry/group/description/commands.ts'
import { changeMembers } from '../../src/features/registry/group/members/commands.ts'
import { Refusal } from '../../src/platform/refusal.ts'
import type { Caller } from '../../tools/generate-policies/policy-table.ts'
import { buildOrganisation } from '../support/build-organisation.ts'
import { type Attempt, type Browser, contextOf, type PolicyFixture } from './policy-fixture.ts'

export async function keepMembers(fixture: PolicyFixture, _: Browser, caller: Caller): Promise<Attempt> {
  const context = contextOf(fixture, caller)
  const { id: organisationId } = await buildOrganisation(fixture.testApp.context)
  const network = await findNetwork(context, 'france-coree')
  const entry = { id: null, organisationId, role: 'member', ofId: null, from: null, until: null }
  return attempt(async () => {
    const want = <T>(before: T[]) => [...before, entry]
    return (await changeMembers(context, network, { bases: null, want, reason: '' })).isChanged
  })
}

export async function describeGroup(fixture: PolicyFixture, _: Browser, caller: Caller): Promise<Attempt> {
  const context = contextOf(fixture, caller)
  const network = await findNetwork(context, 'france-coree')
  const summary = { fr: { text: fixture.newWord(), state: 'original' as const } }
  return attempt(async () => {
    const described = { change: <T>(before: T) => ({ ...before, summary }), hidesTexts: false, reason: '' }
    return (await changeDescription(context, [], network, described)).includes('summary')
  })
}

async function attempt(work: () => Promise<boolean>): Promise<Attempt> {
  try {
    return { answer: null, isDone: await work() }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return { answer: null, isDone: false }
  }
}
