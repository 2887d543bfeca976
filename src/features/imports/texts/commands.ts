import { sql } from 'kysely'
import { recordActivity } from '../../../platform/activity/activity.ts'
import { personIdOf } from '../../../platform/context/actor.ts'
import type { Context } from '../../../platform/context/context.ts'
import { newId } from '../../../platform/context/identifier.ts'
import { inTransaction } from '../../../platform/database/transaction.ts'
import type { Application } from '../../../platform/http/application.ts'
import { authorize } from '../../../platform/refusal.ts'
import { keepFile } from '../../../platform/storage/files.ts'
import type { FileSource } from '../../../platform/storage/spool.ts'
import { mayImport } from '../policy.ts'
import { lookUpSameText } from './queries.ts'
import { mostAttempts } from './reading/claims.commands.ts'

export const readingJob = 'imports.text'

export interface GivenText {
  source: FileSource
  name: string
  type?: string | undefined
  /** The host to which its passages may be sent; null if to none. */
  assistantHost: string | null
}

/**
 * Keeps a text and starts its reading. Returns its import. A network has one import for the same content, whatever its name:
 * importing it again returns the first, with `isKnown`.
 */
export async function importText(
  application: Pick<Application, 'storage' | 'sendJob'>,
  context: Context,
  networkId: string,
  given: GivenText,
): Promise<{ id: string; isKnown: boolean }> {
  authorize(mayImport(context.actor, networkId))
  const file = await keepFile(context, application.storage, given.source, given)
  return inTransaction(context, async (inside) => {
    const id = newId()
    const made = await inside.database
      .insertInto('imports_text')
      .values({
        text_id: id,
        network_id: networkId,
        sha256: file.sha256,
        file_id: file.fileId,
        kind: 'minutes',
        assistant_host: given.assistantHost,
        made_by: personIdOf(inside.actor),
        made_at: inside.clock.now().toString(),
      })
      .onConflict((conflict) => conflict.columns(['network_id', 'sha256']).doNothing())
      .executeTakeFirst()
    if (made.numInsertedOrUpdatedRows !== 1n) {
      const same = await lookUpSameText(inside, networkId, file.sha256)
      if (same) return { id: same.id, isKnown: true }
    }
    await recordActivity(inside, { networkId, verb: 'added', subjectKind: 'import', subjectId: id })
    await application.sendJob(inside.database, readingJob, { textId: id })
    return { id, isKnown: false }
  })
}

/** Reads a text again that could not be read: what the server lacked may be there by now. */
export async function readAgain(
  application: Pick<Application, 'sendJob'>,
  context: Context,
  networkId: string,
  textId: string,
): Promise<void> {
  authorize(mayImport(context.actor, networkId))
  await inTransaction(context, async ({ database }) => {
    const { numUpdatedRows } = await database
      .updateTable('imports_text')
      .set({
        ...{ trouble: null, trouble_detail: '', claimed_at: null, pages_read: 0 },
        // The person who requests it gets one more try, however often it failed.
        attempts: sql`least(attempts, ${mostAttempts - 1})`,
      })
      .where('network_id', '=', networkId)
      .where('text_id', '=', textId)
      .where('trouble', 'is not', null)
      .executeTakeFirst()
    if (numUpdatedRows > 0n) await application.sendJob(database, readingJob, { textId })
  })
}
