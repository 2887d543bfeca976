import { recordActivity } from '../../../platform/activity/activity.ts'
import type { Context } from '../../../platform/context/context.ts'
import { newId } from '../../../platform/context/identifier.ts'
import { inTransaction } from '../../../platform/database/transaction.ts'
import type { LocalizedText } from '../../../platform/i18n/localized-text.ts'
import { authorize } from '../../../platform/refusals/refusal.ts'
import type { Theme } from '../codes.ts'
import { mayWriteRegistry } from '../policy.ts'

export interface NewInterest {
  organisationId: string
  seeks: LocalizedText
  offers: LocalizedText
  themes: Theme[]
  position: number
  knownOn: string
}

/** Says that an authority looks for a partner, what it seeks and what it offers; answers the interest's id. */
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
