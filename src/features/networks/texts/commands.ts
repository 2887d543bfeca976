import { sql } from 'kysely'
import { recordActivity } from '../../../platform/activity/activity.ts'
import type { Context } from '../../../platform/context/context.ts'
import { authorize } from '../../../platform/refusal.ts'
import type { TextReplacement } from '../../../platform/translation/text-owner.ts'
import { mayTranslate } from '../policy.ts'

/** Replaces a text of a network; false if the old text has changed since. */
export async function replaceNetworkText(context: Context, replacement: TextReplacement): Promise<boolean> {
  const { networkId, path } = replacement
  authorize(mayTranslate(context.actor, networkId))
  if (!(await write(context, replacement))) return false
  const activity = { verb: 'translated', subjectKind: 'network', subjectId: networkId, detail: { path } }
  await recordActivity(context, { networkId, ...activity })
  // The list of networks shows the summary too.
  await recordActivity(context, { networkId: null, ...activity })
  return true
}

async function write(
  context: Context,
  { networkId, path, before, after }: TextReplacement,
): Promise<boolean> {
  const [part, id] = path.split('.')
  const [old, text] = [JSON.stringify(before), JSON.stringify(after)]
  const now = context.clock.now().toString()
  const statement =
    part === 'landmarks'
      ? sql`update networks_landmark set title = ${text}::jsonb, updated_at = ${now}
          where network_id = ${networkId} and landmark_id = ${id} and title = ${old}::jsonb`
      : part === 'objectives'
        ? sql`update networks_network set objectives = jsonb_set(objectives, array[${id}::text], ${text}::jsonb), updated_at = ${now}
            where network_id = ${networkId} and objectives -> ${Number(id)}::int = ${old}::jsonb`
        : sql`update networks_network set summary = ${text}::jsonb, updated_at = ${now}
            where network_id = ${networkId} and summary = ${old}::jsonb`
  const { numAffectedRows } = await statement.execute(context.database)
  return numAffectedRows === 1n
}
