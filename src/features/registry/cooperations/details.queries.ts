import { sql } from 'kysely'
import type { Context } from '../../../platform/context/context.ts'
import type { LocalizedName, LocalizedText } from '../../../platform/i18n/localized-text.ts'
import { notFound } from '../../../platform/refusal.ts'
import type { Theme } from '../../networks/index.ts'
import type { Status } from '../codes.ts'
import { type CooperationSummary, selectColumns, selectTieStatus } from './summary.queries.ts'

export interface Actor {
  slug: string
  country: string
  kind: string
  name: LocalizedName
  shortName: LocalizedName
  role: LocalizedText
}

export interface Prospect {
  text: LocalizedText
  horizon: string | null
  position: number
  /** ISO day on which it became known. */
  knownOn: string
}

export interface CooperationDetails {
  actors: Actor[]
  prospects: Prospect[]
  themes: { theme: Theme; wished: boolean }[]
  /** The statements on the tie’s state, newest first. */
  standings: {
    status: Status
    intention: string | null
    reason: LocalizedText
    statedOn: string
    saidBy: LocalizedName | null
  }[]
  inheritance: {
    happenedOn: string
    reference: LocalizedText
    predecessor: LinkedName
    successor: LinkedName
    confirmedOn: string | null
  } | null
}

export interface LinkedName {
  slug: string
  name: LocalizedName
}

/** What only a cooperation’s own page shows: actors, prospects, wished themes, standings and succession. */
export async function findCooperationDetails(
  context: Context,
  cooperationId: string,
): Promise<CooperationDetails> {
  return (await listCooperationDetails(context, [cooperationId]))[0] ?? notFound(cooperationId)
}

/** The details of several cooperations, in no order. */
export async function listCooperationDetails(
  context: Context,
  ids: string[],
): Promise<(CooperationDetails & { id: string })[]> {
  if (ids.length === 0) return []
  const { today } = context
  const { rows } = await sql<CooperationDetails & { id: string }>`
    select c.cooperation_id as id,
      coalesce((select json_agg(json_build_object('slug', o.slug, 'country', o.country, 'kind', o.kind, 'name', o.name,
          'shortName', o.short_name, 'role', a.role) order by a.position)
        from registry_actor a join directory_organisation o on o.organisation_id = a.organisation_id
        where a.cooperation_id = c.cooperation_id and a.known_on <= ${today}), '[]') as actors,
      coalesce((select json_agg(json_build_object('text', p.text, 'horizon', p.horizon, 'position', p.position, 'knownOn', p.known_on) order by p.position)
        from registry_prospect p where p.cooperation_id = c.cooperation_id and p.known_on <= ${today}), '[]') as prospects,
      coalesce((select json_agg(json_build_object('theme', t.theme, 'wished', t.wished) order by t.position)
        from registry_theme t where t.cooperation_id = c.cooperation_id and t.known_on <= ${today}), '[]') as themes,
      coalesce((select json_agg(json_build_object('status', st.status, 'intention', st.intention, 'reason', st.reason,
          'statedOn', st.stated_on, 'saidBy', o.name) order by st.stated_on desc)
        from registry_standing st left join directory_organisation o on o.organisation_id = st.said_by
        where st.cooperation_id = c.cooperation_id and st.known_on <= ${today} and st.stated_on <= ${today}), '[]') as standings,
      (select json_build_object('happenedOn', c.inheritance->>'happenedOn', 'reference', c.inheritance->'reference',
          'confirmedOn', c.inheritance->>'confirmedOn',
          'predecessor', json_build_object('slug', f.slug, 'name', f.name), 'successor', json_build_object('slug', s.slug, 'name', s.name))
        from directory_organisation f, directory_organisation s
        where f.organisation_id = (c.inheritance->>'fromId')::uuid and s.organisation_id = (c.inheritance->>'toId')::uuid) as inheritance
    from registry_cooperation c where c.cooperation_id = any(${ids}::uuid[])
  `.execute(context.database)
  return rows
}

/** Other cooperations of the network that share the most themes with this one. */
export async function listNeighbours(
  context: Context,
  networkId: string,
  cooperationId: string,
  most: number,
): Promise<CooperationSummary[]> {
  const { rows } = await sql<CooperationSummary>`
    with near as (
      select t.cooperation_id, count(*) as shared
      from registry_theme t
      where t.network_id = ${networkId} and t.cooperation_id <> ${cooperationId} and t.known_on <= ${context.today}
        and t.theme in (select own.theme from registry_theme own where own.cooperation_id = ${cooperationId} and own.known_on <= ${context.today})
      group by t.cooperation_id
      order by shared desc, t.cooperation_id
      limit ${most}
    )
    select ${selectColumns(context)}
    from near join registry_cooperation c on c.cooperation_id = near.cooperation_id ${selectTieStatus(context)}
    where c.known_on <= ${context.today}
    order by near.shared desc, c.sort_first
  `.execute(context.database)
  return rows
}
