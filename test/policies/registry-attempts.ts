import { sql } from 'kysely'
import { Refusal } from '../../src/platform/refusal.ts'
import type { Caller } from '../../tools/generate-policies/policy-table.ts'
import { buildCooperation } from '../support/build-cooperation.ts'
import { type Attempt, type Browser, contextOf, type PolicyGround, tie } from './policy-ground.ts'

export async function confirm({ house, limogesId }: PolicyGround, browser: Browser): Promise<Attempt> {
  const answer = await browser.post(`${tie}/confirmation`, { stance: 'confirmed', organisation: limogesId })
  const { rows } =
    await sql`delete from registry_confirmation where organisation_id = ${limogesId} returning 1`.execute(
      house.context.database,
    )
  return { answer, isDone: rows.length === 1 }
}

export async function askParty(ground: PolicyGround, browser: Browser): Promise<Attempt> {
  const { house, limogesId, newWord } = ground
  const address = `${newWord().replaceAll(/[^\d]/g, '')}@partner.example`
  const answer = await browser.post(`${tie}/confirmation/requests`, {
    organisation: limogesId,
    address,
    name: '',
    language: 'ko',
  })
  const mails = await house.context.database
    .selectFrom('platform_mail')
    .select('mail_id')
    .where('to_address', '=', address)
    .execute()
  return { answer, isDone: mails.length === 1 }
}

/** No address writes the registry whole: the command itself is given. */
export async function writeRegistry(ground: PolicyGround, _: Browser, caller: Caller): Promise<Attempt> {
  const { house, networkId } = ground
  const parties = (await buildCooperation(house.context, networkId)).parties
  try {
    await buildCooperation(contextOf(ground, caller), networkId, { parties })
    return { answer: null, isDone: true }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return { answer: null, isDone: false }
  }
}
