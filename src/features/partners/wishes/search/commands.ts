import { sql } from 'kysely'
import type { Context } from '../../../../platform/context/context.ts'
import type { LocalizedName, LocalizedText } from '../../../../platform/i18n/localized-text.ts'
import { recordSearch } from '../../../../platform/search/index.ts'

/** Rebuilds the search index of some wishes: their texts, and the names of their authorities. */
export async function refreshSearch(context: Context, wishIds: readonly string[]): Promise<void> {
  if (wishIds.length === 0) return
  const { rows } = await sql<{ id: string; texts: LocalizedText[]; names: LocalizedName[] }>`
    select w.wish_id as id, json_build_array(w.title, w.text, w.means, w.returns) as texts, json_build_array(o.name, o.short_name) as names
    from partners_wish w join directory_organisation o on o.organisation_id = w.organisation_id
    where w.wish_id = any(${[...wishIds]}::uuid[])
  `.execute(context.database)
  for (const { id, texts, names } of rows)
    await context.database
      .updateTable('partners_wish')
      .set(recordSearch(texts, names))
      .where('wish_id', '=', id)
      .execute()
}
