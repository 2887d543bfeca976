import { addCooperations } from '../../src/features/registry/batches/index.ts'
import { scopes } from '../../src/platform/context/actor.ts'
import type { Context } from '../../src/platform/context/context.ts'
import { newId } from '../../src/platform/context/identifier.ts'
import { Refusal } from '../../src/platform/refusal.ts'
import type { Caller } from '../../tools/generate-policies/policy-table.ts'
import { type Attempt, type Browser, contextOf, group, type PolicyFixture } from './policy-fixture.ts'

export async function openImport(_: PolicyFixture, browser: Browser): Promise<Attempt> {
  const answer = await browser.get(`${group}/imports/new`)
  return { answer, isDone: answer.body.includes('type="file"') }
}

/** Sends a new text, and checks whether it is stored. */
export async function importText({ testApp, newWord }: PolicyFixture, browser: Browser): Promise<Attempt> {
  const count = async () => {
    const rows = await testApp.context.database.selectFrom('imports_text').select('text_id').execute()
    return rows.length
  }
  const before = await count()
  const answer = await browser.post(`${group}/imports/new`, { text: `Compte rendu ${newWord()}` })
  return { answer, isDone: (await count()) > before }
}

export async function writeTogether(fixture: PolicyFixture, _: Browser, caller: Caller): Promise<Attempt> {
  const { networkId, limogesId, toursId } = fixture
  const id = newId()
  const cooperation = {
    id,
    partyIds: [limogesId, toursId],
    since: null,
    sinceWords: {},
    summary: {},
    themes: [],
    status: null,
    agreements: [],
    evidence: [],
  }
  try {
    await addCooperations(actingAs(fixture, caller), { networkId, sourceId: newId(), extractedBy: 'test' }, [
      cooperation,
    ])
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
  }
  const made = await fixture.testApp.context.database
    .selectFrom('registry_cooperation')
    .select('slug')
    .where('cooperation_id', '=', id)
    .executeTakeFirst()
  return { answer: null, isDone: made !== undefined }
}

function actingAs(fixture: PolicyFixture, caller: Caller): Context {
  const context = contextOf(fixture, caller)
  if (context.actor.kind !== 'person') return context
  const isElsewhere = caller === 'coordinator of another group'
  const holdings = isElsewhere
    ? [{ networkId: newId(), role: 'coordinator' as const, organisationIds: [] }]
    : caller === 'operator'
      ? []
      : context.actor.holdings
  const isProgram = caller === 'program of a coordinator'
  return { ...context, actor: { ...context.actor, holdings, scopes: isProgram ? scopes : null } }
}
