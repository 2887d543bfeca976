import type { Context } from '../../../platform/context/context.ts'
import { newId } from '../../../platform/context/identifier.ts'
import type { NewResource } from './resource.ts'

/** Writes resources in order, as part of another command. Returns their ids. */
export async function writeResources(
  { database }: Context,
  meetingId: string,
  resources: readonly NewResource[],
  after = -1,
): Promise<string[]> {
  if (resources.length === 0) return []
  const ids = resources.map(() => newId())
  await database
    .insertInto('minutes_resource')
    .values(
      resources.map((resource, index) => ({
        resource_id: ids[index] ?? newId(),
        meeting_id: meetingId,
        ...columnsOf(resource),
        position: after + 1 + index,
        known_on: resource.knownOn,
      })),
    )
    .execute()
  return ids
}

function columnsOf(resource: NewResource) {
  return {
    kind: resource.kind,
    language: resource.language,
    label: JSON.stringify(resource.label),
    url: resource.url,
    file_id: resource.fileId ?? null,
    copy_words: resource.copyWords,
  }
}
