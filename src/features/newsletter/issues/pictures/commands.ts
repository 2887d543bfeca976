import { readFile } from 'node:fs/promises'
import type { Context } from '../../../../platform/context/context.ts'
import { newId } from '../../../../platform/context/identifier.ts'
import { inTransaction } from '../../../../platform/database/transaction.ts'
import { authorize } from '../../../../platform/refusal.ts'
import { keepFile } from '../../../../platform/storage/files.ts'
import type { Storage } from '../../../../platform/storage/storage.ts'
import type { Issue } from '../issue.ts'
import { isComposer } from '../practice/queries.ts'
import { type PictureFormat, withoutTraces } from './picture-format.ts'

export interface GivenPicture extends PictureFormat {
  path: string
  name: string
}

/** Stores a picture for a letter, without the traces of its camera. Returns its id. */
export async function keepPicture(
  context: Context,
  storage: Storage,
  issue: Pick<Issue, 'id' | 'networkId'>,
  { path, name, type, width, height }: GivenPicture,
): Promise<string> {
  authorize(await isComposer(context, issue.networkId))
  const bytes = withoutTraces(await readFile(path), type)
  const { fileId } = await keepFile(context, storage, bytes, { name, type })
  return inTransaction(context, async ({ database }) => {
    const id = newId()
    await database
      .insertInto('newsletter_picture')
      .values({ picture_id: id, issue_id: issue.id, file_id: fileId, width, height })
      .execute()
    return id
  })
}
