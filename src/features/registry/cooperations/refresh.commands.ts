import { sql } from 'kysely'
import type { Context } from '../../../platform/context/context.ts'
import type { LocalizedText } from '../../../platform/i18n/localized-text.ts'
import { type Searched, searchFieldsOf } from './search-fields.ts'

/** Makes what a cooperation is searched in anew, after one of its texts has changed. */
export async function refreshSearch(context: Context, cooperationId: string): Promise<void> {
  const { rows } = await sql<{
    summary: LocalizedText
    parties: Searched['parties']
    actors: Searched['actors']
  }>`
    select c.summary,
      coalesce((
        select jsonb_agg(jsonb_build_object('capacity', p.capacity, 'organisation', ${reference}) order by p.position)
        from registry_party p join directory_organisation o on o.organisation_id = p.organisation_id
        where p.cooperation_id = c.cooperation_id
      ), '[]') as parties,
      coalesce((
        select jsonb_agg(jsonb_build_object('role', a.role, 'organisation', ${reference}) order by a.position)
        from registry_actor a join directory_organisation o on o.organisation_id = a.organisation_id
        where a.cooperation_id = c.cooperation_id
      ), '[]') as actors
    from registry_cooperation c where c.cooperation_id = ${cooperationId}
  `.execute(context.database)
  for (const searched of rows)
    await context.database
      .updateTable('registry_cooperation')
      .set({ ...searchFieldsOf(searched), updated_at: context.clock.now().toString() })
      .where('cooperation_id', '=', cooperationId)
      .execute()
}

const reference = sql`jsonb_build_object('id', o.organisation_id, 'slug', o.slug, 'country', o.country, 'kind', o.kind,
  'name', o.name, 'shortName', o.short_name, 'codes', o.codes)`
