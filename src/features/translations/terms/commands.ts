import type { Context } from '../../../platform/context/context.ts'
import { newId } from '../../../platform/context/identifier.ts'
import { takeFreeSlug } from '../../../platform/database/free-slug.ts'
import { chooseName, plainText } from '../../../platform/i18n/localized-text.ts'
import { slugOf } from '../../../platform/input/slug.ts'
import { columnsOf } from '../../../platform/records/fields/columns.ts'
import { type TermDocument, termFields } from './term.ts'

/** Adds a term to those of a group; returns its id. Its slug is made of its word. */
export async function insertTerm(
  context: Context,
  networkId: string,
  document: TermDocument,
): Promise<string> {
  const id = newId()
  const now = context.clock.now().toString()
  const wished = slugOf(chooseName(plainText(document.word), 'en').text, 'term')
  const slug = await takeFreeSlug(context, 'translations_term', { networkId, wished, reserved: ['new'] })
  await context.database
    .insertInto('translations_term')
    .values({
      ...{ term_id: id, network_id: networkId, slug, created_at: now, updated_at: now },
      ...columnsOf(termFields, document),
    })
    .execute()
  return id
}

/** Writes what a term of a group has become. */
export async function writeTerm(
  { clock, database }: Context,
  { id, networkId }: { id: string; networkId: string },
  _before: TermDocument,
  after: TermDocument,
): Promise<void> {
  await database
    .updateTable('translations_term')
    .set({ ...columnsOf(termFields, after), updated_at: clock.now().toString() })
    .where('network_id', '=', networkId)
    .where('term_id', '=', id)
    .execute()
}
