import { sql } from 'kysely'
import type { Context } from '../../platform/context/context.ts'
import { isId } from '../../platform/context/identifier.ts'
import type { LocalizedName } from '../../platform/i18n/localized-text.ts'

export const feedVerbs = ['added', 'changed', 'confirmed', 'disputed'] as const
export type FeedVerb = (typeof feedVerbs)[number]

export interface Happening {
  id: string
  verb: FeedVerb
  kind: string
  recordId: string
  /** The version that a change made; null for what is no change of a record. */
  number: number | null
  reason: string
  personName: string | null
  organisation: { slug: string; name: LocalizedName } | null
  happenedAt: Date
}

/** Events in the records of a network, newest first: changes, new records, statements of parties on their ties. Loading is no event. */
export async function listHappenings(
  context: Context,
  networkId: string,
  kinds: readonly string[],
  { limit, before }: { limit: number; before: string | null },
): Promise<Happening[]> {
  const cursor = before !== null && isId(before) ? before : null
  const { rows } = await sql<Happening>`
    select a.activity_id as id, a.verb, a.subject_kind as kind, a.subject_id as "recordId", v.number, coalesce(v.reason, '') as reason,
      nullif(person.name, '') as "personName",
      case when o.organisation_id is not null then json_build_object('slug', o.slug, 'name', o.name) end as organisation,
      a.happened_at as "happenedAt"
    from platform_activity a
    left join contributions_version v on v.record_kind = a.subject_kind and v.record_id = a.subject_id
      and v.number = coalesce((a.detail ->> 'number')::integer, case when a.verb = 'added' then 1 end)
    left join people_person person on person.id = v.person_id
    left join directory_organisation o on o.organisation_id = coalesce(v.organisation_id, (a.detail ->> 'organisation')::uuid)
    where a.network_id = ${networkId} and a.actor <> 'operator' and a.subject_kind = any(${kinds}::text[])
      and a.verb = any(${feedVerbs}::text[]) and (${cursor}::uuid is null or a.activity_id < ${cursor})
    order by a.activity_id desc
    limit ${limit}
  `.execute(context.database)
  return rows
}
