import { sql } from 'kysely'
import { scopeOf } from '../../../platform/activity/activity.ts'
import { KeptAnswers } from '../../../platform/activity/kept-answers.ts'
import type { Context } from '../../../platform/context/context.ts'
import { type OrganisationRef, selectAncestors } from '../../directory/index.ts'
import type { Theme } from '../../networks/index.ts'
import type { AgreementKind, Confirmation, Status } from '../codes.ts'
import { selectStandings, selectStatus } from './row.queries.ts'

export interface Choices {
  themes: Theme[]
  statuses: Status[]
  kinds: AgreementKind[]
  confirmations: Confirmation[]
  levels: number[]
  regions: OrganisationRef[]
}

// Days and networks that are looked at by turns.
const kept = new KeptAnswers<Choices>(50)

/** What the filters of a network can offer: codes, levels and regions that occur in it on the context's day. */
export function findChoices(context: Context, networkId: string): Promise<Choices> {
  const scopes = [scopeOf(null), scopeOf(networkId)]
  return kept.find(context, scopes, `${networkId} ${context.today}`, () => gatherChoices(context, networkId))
}

async function gatherChoices(context: Context, networkId: string): Promise<Choices> {
  const { today } = context
  const { rows } = await sql<Choices>`
    with ties as (
      select c.cooperation_id, ${selectStatus(context)} as status, c.confirmation
      from registry_cooperation c ${selectStandings(context, networkId)}
      where c.network_id = ${networkId} and c.known_on <= ${today}
    ), holders as (
      select distinct o.organisation_id, o.level, coalesce(top.organisation_id, above.organisation_id, o.organisation_id) as region_id
      from registry_party p join directory_organisation o on o.organisation_id = p.organisation_id
      ${selectAncestors(today)}
      where p.network_id = ${networkId} and p.known_on <= ${today}
    )
    select
      coalesce((select json_agg(distinct t.theme) from registry_theme t where t.network_id = ${networkId} and t.known_on <= ${today}), '[]') as themes,
      coalesce((select json_agg(distinct status) from ties), '[]') as statuses,
      coalesce((select json_agg(distinct a.kind) from registry_agreement a where a.network_id = ${networkId} and a.known_on <= ${today}), '[]') as kinds,
      coalesce((select json_agg(distinct confirmation) from ties), '[]') as confirmations,
      coalesce((select json_agg(distinct level) from holders where level is not null), '[]') as levels,
      coalesce((select json_agg(json_build_object('id', o.organisation_id, 'slug', o.slug, 'country', o.country, 'kind', o.kind,
          'name', o.name, 'shortName', o.short_name, 'codes', o.codes) order by o.country, o.slug)
        from directory_organisation o where o.level = 1 and o.organisation_id in (select region_id from holders)), '[]') as regions
  `.execute(context.database)
  return rows[0] ?? { themes: [], statuses: [], kinds: [], confirmations: [], levels: [], regions: [] }
}
