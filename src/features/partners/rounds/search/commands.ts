import { sql } from 'kysely'
import type { Context } from '../../../../platform/context/context.ts'
import type { LocalizedName, LocalizedText } from '../../../../platform/i18n/localized-text.ts'
import { recordSearch } from '../../../../platform/search/index.ts'

/** Rebuilds the search index of some wishes of rounds: their words, and the names of their authorities. */
export async function refreshSearch(context: Context, wishIds: readonly string[]): Promise<void> {
  if (wishIds.length === 0) return
  const { rows } = await sql<{ id: string; text: LocalizedText; names: LocalizedName[] }>`
    select w.wish_id as id, w.text, json_build_array(o.name, o.short_name) as names
    from partners_round_wish w join directory_organisation o on o.organisation_id = w.organisation_id
    where w.wish_id = any(${[...wishIds]}::uuid[])
  `.execute(context.database)
  for (const { id, text, names } of rows)
    await context.database
      .updateTable('partners_round_wish')
      .set(recordSearch([text], names))
      .where('wish_id', '=', id)
      .execute()
}

/** Indexes what was said in rounds before they were searched: once, at the next start. */
export async function completeRounds(context: Context): Promise<void> {
  const rows = await context.database
    .selectFrom('partners_round_wish')
    .select('wish_id')
    .where('search', '=', '')
    .execute()
  for (let at = 0; at < rows.length; at += 200)
    await refreshSearch(
      context,
      rows.slice(at, at + 200).map(({ wish_id }) => wish_id),
    )
}
