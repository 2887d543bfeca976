import { recordActivity } from '../../platform/activity/activity.ts'
import type { Context } from '../../platform/context/context.ts'
import { inTransaction } from '../../platform/database/transaction.ts'
import type { LocalizedName, LocalizedText } from '../../platform/i18n/localized-text.ts'
import { isSame } from '../../platform/records/record-document.ts'
import { authorize } from '../../platform/refusal.ts'
import { mayDescribeNetwork } from './policy.ts'

/** What a group says of itself. */
export interface NetworkDescription {
  name: LocalizedName
  summary: LocalizedText
  objectives: LocalizedText[]
  /** BCP 47 tags of the languages in which the group works. */
  languages: string[]
}

/**
 * Changes what a group says of itself, from what it says now: its texts are to be indexed afterwards. Answers what changed; nothing is
 * written where nothing does.
 */
export async function describeNetwork(
  context: Context,
  networkId: string,
  change: (before: NetworkDescription) => NetworkDescription,
): Promise<(keyof NetworkDescription)[]> {
  authorize(mayDescribeNetwork(context.actor, networkId))
  return inTransaction(context, async (inside) => {
    const before = await inside.database
      .selectFrom('networks_network')
      .select(['name', 'summary', 'objectives', 'languages'])
      .where('network_id', '=', networkId)
      .forUpdate()
      .executeTakeFirstOrThrow()
    const after = change(before)
    const fields = (['name', 'summary', 'objectives', 'languages'] as const).filter(
      (field) => !isSame(before[field], after[field]),
    )
    if (fields.length === 0) return fields
    const { name, summary, objectives, languages } = after
    await inside.database
      .updateTable('networks_network')
      .set({
        name: JSON.stringify(name),
        summary: JSON.stringify(summary),
        objectives: JSON.stringify(objectives),
        languages,
        updated_at: inside.clock.now().toString(),
      })
      .where('network_id', '=', networkId)
      .execute()
    const activity = { verb: 'changed', subjectKind: 'network', subjectId: networkId, detail: { fields } }
    await recordActivity(inside, { networkId, ...activity })
    // A group's own line is kept in memory with the directory of groups.
    await recordActivity(inside, { networkId: null, ...activity })
    return fields
  })
}
