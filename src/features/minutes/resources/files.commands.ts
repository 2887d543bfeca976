import type { Context } from '../../../platform/context/context.ts'
import { inTransaction } from '../../../platform/database/transaction.ts'
import { lastDay } from '../../../platform/dates/index.ts'
import { authorize } from '../../../platform/refusal.ts'
import { type KeptFile, keepFile } from '../../../platform/storage/files.ts'
import type { FileSource } from '../../../platform/storage/spool.ts'
import type { Storage } from '../../../platform/storage/storage.ts'
import { lockMeeting, noteChange } from '../meetings/commands.ts'
import { mayKeepMeetings } from '../policy.ts'
import { writeResources } from './commands.ts'
import { listResources } from './queries.ts'

export interface GivenFile {
  source: FileSource
  name: string
  type: string
}

/** Keeps files that were shown or handed out at a meeting. Each has its file name as title until an editor gives it another. */
export async function addFiles(
  context: Context,
  storage: Storage,
  { networkId, meetingId }: { networkId: string; meetingId: string },
  files: readonly GivenFile[],
  language: string,
): Promise<void> {
  authorize(mayKeepMeetings(context.actor, networkId))
  const kept: KeptFile[] = []
  for (const { source, ...given } of files) kept.push(await keepFile(context, storage, source, given))
  await inTransaction(context, async (inside) => {
    await lockMeeting(inside, meetingId)
    const before = await listResources({ ...inside, today: lastDay }, meetingId)
    const added = kept.map(({ fileId, name, mediaType }) => ({
      kind: mediaType.startsWith('image/') ? ('photograph' as const) : ('document' as const),
      language,
      label: { [language]: { text: titleOf(name), state: 'original' as const } },
      url: null,
      fileId,
      copyWords: '',
      knownOn: inside.today,
    }))
    await writeResources(inside, meetingId, added, before.length - 1)
    await noteChange(inside, { networkId, meetingId, verb: 'changed-resources' })
  })
}

// « compte-rendu_2026.pdf » becomes « compte-rendu 2026 »; the ending is shown separately.
const titleOf = (name: string) =>
  name
    .replace(/\.[^.]{1,8}$/u, '')
    .replaceAll('_', ' ')
    .trim() || name
