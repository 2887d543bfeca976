import { sql } from 'kysely'
import { Refusal } from '../../src/platform/refusal.ts'
import type { Caller } from '../../tools/generate-policies/policy-table.ts'
import { buildCooperation } from '../support/build-cooperation.ts'
import { type Attempt, type Browser, contextOf, type PolicyFixture, tie } from './policy-fixture.ts'

export async function confirm({ testApp, limogesId }: PolicyFixture, browser: Browser): Promise<Attempt> {
  const answer = await browser.post(`${tie}/confirmation`, { stance: 'confirmed', organisation: limogesId })
  const { rows } =
    await sql`delete from registry_confirmation where organisation_id = ${limogesId} returning 1`.execute(
      testApp.context.database,
    )
  return { answer, isDone: rows.length === 1 }
}

export async function askParty(fixture: PolicyFixture, browser: Browser): Promise<Attempt> {
  const { testApp, limogesId, newWord } = fixture
  const address = `${newWord().replaceAll(/[^\d]/g, '')}@partner.example`
  const answer = await browser.post(`${tie}/confirmation/requests`, {
    organisation: limogesId,
    address,
    name: '',
    language: 'ko',
  })
  const mails = await testApp.context.database
    .selectFrom('platform_mail')
    .select('mail_id')
    .where('to_address', '=', address)
    .execute()
  return { answer, isDone: mails.length === 1 }
}

/** No address writes the registry whole: the command itself is given. */
export async function writeRegistry(fixture: PolicyFixture, _: Browser, caller: Caller): Promise<Attempt> {
  const { testApp, networkId } = fixture
  const parties = (await buildCooperation(testApp.context, networkId)).parties
  try {
    await buildCooperation(contextOf(fixture, caller), networkId, { parties })
    return { answer: null, isDone: true }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return { answer: null, isDone: false }
  }
}
