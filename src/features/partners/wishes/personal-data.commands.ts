import type { Context } from '../../../platform/context/context.ts'
import { eraseFrom } from '../../../platform/personal-data/erase-from.ts'
import type { DataSubject } from '../../../platform/personal-data/personal-data.ts'
import { textColumns } from '../../../platform/records/fields/columns.ts'
import { wishFields } from './fields.ts'

/** Removes a person’s name from the texts of wishes, and their id from what they did with them. */
export async function eraseFromWishes(context: Context, subject: DataSubject): Promise<void> {
  await eraseFrom(context, subject, [
    {
      table: 'partners_wish',
      key: ['wish_id'],
      texts: textColumns(wishFields),
      folded: ['search'],
      grams: true,
      people: { published_by: null },
    },
  ])
}
