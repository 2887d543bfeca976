import { sql } from 'kysely'
import type { Context } from '../../../platform/context/context.ts'
import type { LocalizedName, LocalizedText } from '../../../platform/i18n/localized-text.ts'
import { recordSearch } from '../../../platform/search/index.ts'

interface Searched {
  id: string
  texts: LocalizedText[]
  names: LocalizedName[] | null
}

/** Rebuilds the search text of some events from their texts and the names of their participants and places. */
export async function refreshSearch(context: Context, eventIds: readonly string[]): Promise<void> {
  if (eventIds.length === 0) return
  const { rows } = await sql<Searched>`
    select e.event_id as id, json_build_array(e.title, e.frame, e.venue, e.summary, e.organisers, e.credit) as texts,
      (select json_agg(named.name) from directory_organisation o cross join lateral (values (o.name), (o.short_name)) as named (name)
        where o.organisation_id in (
          select e.place_id union all select part.organisation_id from agenda_event_organisation part where part.event_id = e.event_id)
      ) as names
    from agenda_event e where e.event_id = any(${[...eventIds]}::uuid[])
  `.execute(context.database)
  for (const { id, texts, names } of rows)
    await context.database
      .updateTable('agenda_event')
      .set(recordSearch(texts, names ?? []))
      .where('event_id', '=', id)
      .execute()
}

/** Makes events findable that were written before they were searched: once, at the start that follows. */
export async function completeEvents(context: Context): Promise<void> {
  const rows = await context.database
    .selectFrom('agenda_event')
    .select('event_id')
    .where('search', '=', '')
    .where(sql<boolean>`title <> '{}'`)
    .execute()
  for (let at = 0; at < rows.length; at += 200)
    await refreshSearch(
      context,
      rows.slice(at, at + 200).map(({ event_id }) => event_id),
    )
}
