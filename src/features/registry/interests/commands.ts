import { sql } from 'kysely'
import { recordActivity } from '../../../platform/activity/activity.ts'
import type { Context } from '../../../platform/context/context.ts'
import { newId } from '../../../platform/context/identifier.ts'
import { inTransaction } from '../../../platform/database/transaction.ts'
import type { LocalizedText } from '../../../platform/i18n/localized-text.ts'
import { isSame } from '../../../platform/records/record-document.ts'
import { authorize } from '../../../platform/refusal.ts'
import type { Theme } from '../../networks/index.ts'
import { mayWriteRegistry } from '../policy.ts'

export interface NewInterest {
  organisationId: string
  seeks: LocalizedText
  offers: LocalizedText
  themes: Theme[]
  position: number
  knownOn: string
}

/** Records that an authority looks for a partner, what it seeks and what it offers; returns the interest’s id. */
export async function addInterest(
  context: Context,
  networkId: string,
  interest: NewInterest,
): Promise<string> {
  authorize(mayWriteRegistry(context.actor))
  return inTransaction(context, async (inside) => {
    const interestId = newId()
    const now = inside.clock.now().toString()
    await inside.database
      .insertInto('registry_interest')
      .values({
        interest_id: interestId,
        network_id: networkId,
        organisation_id: interest.organisationId,
        seeks: JSON.stringify(interest.seeks),
        offers: JSON.stringify(interest.offers),
        themes: interest.themes,
        position: interest.position,
        known_on: interest.knownOn,
        created_at: now,
        updated_at: now,
      })
      .execute()
    await recordActivity(inside, { networkId, verb: 'added', subjectKind: 'interest', subjectId: interestId })
    return interestId
  })
}

type Stated = Pick<NewInterest, 'seeks' | 'offers' | 'themes' | 'knownOn'>

/** Writes what an organisation seeks and offers in a network, where that differs; returns the interest’s id, null for none. */
export async function replaceInterest(
  context: Context,
  { organisationId, networkId }: { organisationId: string; networkId: string },
  before: Stated | null,
  after: Stated | null,
): Promise<string | null> {
  const { database } = context
  const found = await database
    .selectFrom('registry_interest')
    .select('interest_id as id')
    .where('network_id', '=', networkId)
    .where('organisation_id', '=', organisationId)
    .executeTakeFirst()
  if (isSame(before, after)) return after === null ? null : (found?.id ?? null)
  if (after === null) {
    if (found) await removeInterest(context, found.id, organisationId)
    return null
  }
  const now = context.clock.now().toString()
  const columns = {
    seeks: JSON.stringify(after.seeks),
    offers: JSON.stringify(after.offers),
    themes: after.themes,
    known_on: after.knownOn,
    updated_at: now,
  }
  const { interest_id: id } = await database
    .insertInto('registry_interest')
    .values({
      interest_id: newId(),
      network_id: networkId,
      organisation_id: organisationId,
      ...columns,
      position: await findNextPosition(context, networkId),
      created_at: now,
    })
    .onConflict((conflict) => conflict.columns(['network_id', 'organisation_id']).doUpdateSet(columns))
    .returning('interest_id')
    .executeTakeFirstOrThrow()
  return id
}

// Its figures and links belong to the organisation from then on.
async function removeInterest({ database }: Context, id: string, organisationId: string): Promise<void> {
  await database
    .updateTable('registry_note')
    .set({ subject_kind: 'organisation', subject_id: organisationId })
    .where('subject_id', '=', id)
    .execute()
  await database.deleteFrom('registry_evidence').where('subject_id', '=', id).execute()
  await database.deleteFrom('registry_interest').where('interest_id', '=', id).execute()
}

async function findNextPosition({ database }: Context, networkId: string): Promise<number> {
  const { next } = await database
    .selectFrom('registry_interest')
    .select((row) => row.fn.coalesce(row.fn.max('position'), sql<number>`-1`).as('next'))
    .where('network_id', '=', networkId)
    .executeTakeFirstOrThrow()
  return next + 1
}
