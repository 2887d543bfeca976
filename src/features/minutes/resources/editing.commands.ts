import type { Context } from '../../../platform/context/context.ts'
import { inTransaction } from '../../../platform/database/transaction.ts'
import { mergeLocalizedText, type TypedText } from '../../../platform/i18n/localized-text.ts'
import { authorize } from '../../../platform/refusal.ts'
import { lockMeeting, noteChange } from '../meetings/commands.ts'
import { mayKeepMeetings } from '../policy.ts'
import { writeResources } from './commands.ts'
import { listResources } from './queries.ts'
import type { ResourceKind } from './resource.ts'

export interface TypedResource {
  id: string | null
  kind: ResourceKind
  language: string
  label: TypedText
  url: string | null
  copyWords: string
}

/** Replaces the list of resources of a meeting: those no longer named are removed, and a new address is checked again. */
export async function changeResources(
  context: Context,
  { networkId, meetingId }: { networkId: string; meetingId: string },
  typed: readonly TypedResource[],
): Promise<void> {
  authorize(mayKeepMeetings(context.actor, networkId))
  await inTransaction(context, async (inside) => {
    const { database } = inside
    await lockMeeting(inside, meetingId)
    const before = new Map((await listResources(inside, meetingId)).map((each) => [each.id, each]))
    const kept = new Set(typed.flatMap(({ id }) => id ?? []))
    const gone = [...before.keys()].filter((id) => !kept.has(id))
    if (gone.length > 0)
      await database.deleteFrom('minutes_resource').where('resource_id', 'in', gone).execute()
    for (const [position, { id, label, ...resource }] of typed.entries()) {
      const own = id === null ? undefined : before.get(id)
      const words = mergeLocalizedText(own?.label ?? {}, label)
      if (!own) {
        await writeResources(
          inside,
          meetingId,
          [{ ...resource, label: words, knownOn: inside.today }],
          position - 1,
        )
        continue
      }
      await database
        .updateTable('minutes_resource')
        .set({
          kind: resource.kind,
          language: resource.language,
          label: JSON.stringify(words),
          url: resource.url,
          copy_words: resource.copyWords,
          position,
          ...(resource.url === own.url
            ? {}
            : { state: 'unknown', moved_to: null, dead_since: null, failures: 0, checked_at: null }),
        })
        .where('resource_id', '=', own.id)
        .execute()
    }
    await noteChange(inside, { networkId, meetingId, verb: 'changed-resources' })
  })
}
