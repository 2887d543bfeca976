import type { Context } from '../../platform/context/context.ts'
import { eraseFrom } from '../../platform/personal-data/erase-from.ts'
import type { DataSubject } from '../../platform/personal-data/personal-data.ts'

/** Removes a person from what is said of pictures, and from who added them and took them out. */
export async function eraseFromPictures(context: Context, subject: DataSubject): Promise<void> {
  await eraseFrom(context, subject, [
    {
      table: 'pictures_picture',
      key: ['picture_id'],
      texts: ['alternative', 'caption', 'credit', 'terms'],
      people: { added_by: null, removed_by: null },
    },
  ])
}
