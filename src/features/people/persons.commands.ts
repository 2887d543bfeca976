import { recordActivity } from '../../platform/activity/activity.ts'
import type { Context } from '../../platform/context/context.ts'
import { newId } from '../../platform/context/identifier.ts'
import { inTransaction } from '../../platform/database/transaction.ts'
import { authorize, Refusal } from '../../platform/refusal.ts'
import { mayAddPeople } from './policy.ts'
import { endOtherSessions } from './sessions/commands.ts'

export interface NewPerson {
  address: string
  name: string
  /** Language of mails. */
  language: string
  /** ISO 3166-1 alpha-2 of where the person works; null when not asked. */
  country?: string | null
  hasConsented?: boolean
  hasConsentedToTransfer?: boolean
}

/** Makes an account. Returns its id. Refuses an address that has one. */
export async function addPerson({ database, clock }: Context, person: NewPerson): Promise<string> {
  const personId = newId()
  const now = clock.now().toString()
  const made = await database
    .insertInto('people_person')
    .values({
      id: personId,
      name: person.name,
      email: person.address.toLowerCase(),
      language: person.language,
      country: person.country ?? null,
      consented_at: person.hasConsented ? now : null,
      transfer_consented_at: person.hasConsentedToTransfer ? now : null,
      created_at: now,
      updated_at: now,
    })
    .onConflict((conflict) => conflict.column('email').doNothing())
    .executeTakeFirst()
  if (made.numInsertedOrUpdatedRows !== 1n)
    throw new Refusal('taken', `There is an account for ${person.address} already`)
  return personId
}

/** Makes a person an operator of this server, or no longer. Ends their sessions, since operators’ sessions are shorter. */
export async function setOperator(context: Context, personId: string, operates: boolean): Promise<void> {
  authorize(mayAddPeople(context.actor))
  await inTransaction(context, async (inside) => {
    const now = inside.clock.now().toString()
    await inside.database
      .updateTable('people_person')
      .set({ operator_since: operates ? now : null, updated_at: now })
      .where('id', '=', personId)
      .execute()
    await endOtherSessions(inside, personId, null)
    const verb = operates ? 'madeOperator' : 'unmadeOperator'
    await recordActivity(inside, { networkId: null, verb, subjectKind: 'person', subjectId: personId })
  })
}

/**
 * Changes the name, the mail language and the languages read of a person’s own account. What they can translate follows from the last, so
 * that each of their groups hears of it.
 */
export async function changeProfile(
  context: Context,
  personId: string,
  { name, language, reads }: { name: string; language: string; reads: string[] },
): Promise<void> {
  const networks = context.actor.kind === 'person' ? context.actor.holdings : []
  await inTransaction(context, async (inside) => {
    await inside.database
      .updateTable('people_person')
      .set({
        name,
        language,
        languages: reads.length > 0 ? reads : null,
        updated_at: inside.clock.now().toString(),
      })
      .where('id', '=', personId)
      .execute()
    for (const networkId of new Set(networks.map((each) => each.networkId)))
      await recordActivity(inside, { networkId, verb: 'changed', subjectKind: 'person', subjectId: personId })
  })
}
