import type { Context } from '../../../../platform/context/context.ts'
import { isId } from '../../../../platform/context/identifier.ts'
import { notFound } from '../../../../platform/refusal.ts'
import { isComposer } from '../practice/queries.ts'

/** The file of a picture in a published letter. People who compose letters get those of any letter of their network. Otherwise 404. */
export async function findPictureFile(
  context: Context,
  networkId: string,
  pictureId: string,
): Promise<string> {
  if (!isId(pictureId)) notFound(pictureId)
  const row = await context.database
    .selectFrom('newsletter_picture as p')
    .innerJoin('newsletter_issue as i', 'i.issue_id', 'p.issue_id')
    .select(['p.file_id', 'i.state'])
    .where('p.picture_id', '=', pictureId)
    .where('i.network_id', '=', networkId)
    .executeTakeFirst()
  const isSeen = row?.state === 'published' || (await isComposer(context, networkId))
  return row && isSeen ? row.file_id : notFound(pictureId)
}
