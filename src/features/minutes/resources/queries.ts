import type { Context } from '../../../platform/context/context.ts'
import { type LinkState, linkStates, type Resource, type ResourceKind, resourceKinds } from './resource.ts'

/** The resources of a meeting in order, as known on the context’s day. */
export async function listResources({ database, today }: Context, meetingId: string): Promise<Resource[]> {
  const rows = await database
    .selectFrom('minutes_resource')
    .leftJoin('platform_file as f', 'f.file_id', 'minutes_resource.file_id')
    .leftJoin('platform_file_content as c', 'c.sha256', 'f.sha256')
    .select(['resource_id as id', 'kind', 'language', 'label', 'url', 'copy_words as copyWords'])
    .select(['known_on as knownOn', 'state', 'moved_to as movedTo', 'dead_since as deadSince'])
    .select(['checked_at as checkedAt', 'f.file_id as fileId', 'f.name as fileName'])
    .select('c.size_bytes as sizeBytes')
    .where('meeting_id', '=', meetingId)
    .where('known_on', '<=', today)
    .orderBy('position')
    .orderBy('resource_id')
    .execute()
  return rows.map(({ fileName, sizeBytes, ...row }) => ({
    ...row,
    kind: kindOf(row.kind),
    state: stateOf(row.state),
    file:
      row.fileId === null
        ? null
        : { id: row.fileId, name: fileName ?? '', sizeBytes: Number(sizeBytes ?? 0) },
  }))
}

function kindOf(kind: string): ResourceKind {
  return resourceKinds.find((each) => each === kind) ?? 'other'
}

function stateOf(state: string): LinkState {
  return linkStates.find((each) => each === state) ?? 'unknown'
}
