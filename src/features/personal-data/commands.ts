import { recordActivity } from '../../platform/activity/activity.ts'
import { operates } from '../../platform/context/actor.ts'
import type { Context } from '../../platform/context/context.ts'
import { inTransaction } from '../../platform/database/transaction.ts'
import type { Application } from '../../platform/http/application.ts'
import type { DataSubject, Hindrance } from '../../platform/personal-data/personal-data.ts'
import { authorize } from '../../platform/refusal.ts'
import { listHindrances } from './queries.ts'

/** Erases a person’s data in every feature, or nothing at all; returns what prevents it. */
export async function erasePerson(
  application: Pick<Application, 'personalData'>,
  context: Context,
  subject: DataSubject & { personId: string },
): Promise<Hindrance[]> {
  const { actor } = context
  authorize(operates(actor) || (actor.kind === 'person' && actor.personId === subject.personId))
  return inTransaction(context, async (inside) => {
    const hindrances = await listHindrances(application, inside, subject)
    if (hindrances.length > 0) return hindrances
    for (const keeper of application.personalData) await keeper.erase(inside, subject)
    // Every network's pages may have named them.
    const networks = await inside.database.selectFrom('networks_network').select('network_id as id').execute()
    for (const networkId of [null, ...networks.map(({ id }) => id)])
      await recordActivity(inside, {
        networkId,
        verb: 'erased',
        subjectKind: 'person',
        subjectId: subject.personId,
      })
    return []
  })
}
