import type { Context } from '../../../../platform/context/context.ts'
import { newId } from '../../../../platform/context/identifier.ts'
import { inTransaction } from '../../../../platform/database/transaction.ts'
import { authorize } from '../../../../platform/refusal.ts'
import { type GivenPicture, keepPictureFile } from '../../../../platform/storage/picture-file.ts'
import type { Storage } from '../../../../platform/storage/storage.ts'
import type { Issue } from '../issue.ts'
import { isComposer } from '../practice/queries.ts'

/** A picture that is kept already, of another part of the network. */
export interface TakenPicture {
  fileId: string
  width: number
  height: number
}

/** Gives a letter a picture that was sent, without the traces of its camera, or one that is kept already. Returns its id. */
export async function keepPicture(
  context: Context,
  storage: Storage,
  issue: Pick<Issue, 'id' | 'networkId'>,
  picture: GivenPicture | TakenPicture,
): Promise<string> {
  authorize(await isComposer(context, issue.networkId))
  const fileId = 'path' in picture ? await keepPictureFile(context, storage, picture) : picture.fileId
  const { width, height } = picture
  return inTransaction(context, async ({ database }) => {
    const id = newId()
    await database
      .insertInto('newsletter_picture')
      .values({ picture_id: id, issue_id: issue.id, file_id: fileId, width, height })
      .execute()
    return id
  })
}
