import { sql } from 'kysely'
import type { Context } from '../../../../platform/context/context.ts'
import type { LocalizedName } from '../../../../platform/i18n/localized-text.ts'

/** A body that was added to the directory for a text, and what has become of it since. */
export interface AddedBody {
  id: string
  slug: string
  name: LocalizedName
  country: string
  /** Somebody has edited its page. */
  isEdited: boolean
  /** Another text that was not taken back names it. */
  isNamed: boolean
}

/** The bodies that were added to the directory for a text. */
export async function listAddedBodies({ database }: Context, textId: string): Promise<AddedBody[]> {
  const { rows } = await sql<AddedBody>`
    select o.organisation_id as id, o.slug, o.name, o.country,
      exists (select 1 from contributions_version v where v.record_kind = 'organisation' and v.record_id = o.organisation_id
        and v.origin <> 'import') as "isEdited",
      exists (select 1 from imports_text_fact f join imports_text t on t.text_id = f.text_id
        where t.network_id = own.network_id and t.text_id <> own.text_id and t.taken_back_at is null
          and f.part in ('tie', 'interest', 'actor') and f.value::text like '%' || o.organisation_id || '%') as "isNamed"
    from imports_text_body b join imports_text own on own.text_id = b.text_id
      join directory_organisation o on o.organisation_id = b.organisation_id
    where b.text_id = ${textId}
    order by o.slug
  `.execute(database)
  return rows
}
