import { type RawBuilder, sql } from 'kysely'
import type { Context } from '../../../platform/context/context.ts'
import { queryPlan } from '../../../platform/search/index.ts'
import { selectPublic } from '../../agenda/events/index.ts'
import { selectAncestors } from '../../directory/index.ts'
import type { CooperationFilter } from './cooperation-filter.ts'
import { selectStatus } from './summary.queries.ts'

export function selectConditions(
  context: Context,
  networkId: string,
  filter: CooperationFilter,
): RawBuilder<unknown> {
  const { today } = context
  const all: RawBuilder<unknown>[] = [
    sql`c.network_id = ${networkId} and c.known_on <= ${today}`,
    ...(filter.scope === 'listed' ? [sql`c.listed`] : []),
  ]
  const plan = queryPlan(filter.q)
  if (plan.kind === 'match') {
    all.push(sql`c.grams @> ${plan.grams}::text[]`, ...plan.likes.map((like) => sql`c.search like ${like}`))
  } else if (plan.kind === 'tooShort') all.push(sql`(' ' || c.search) like ${`% ${plan.prefix}%`}`)
  else if (filter.q !== '') all.push(sql`false`)
  if (filter.theme.length > 0) {
    all.push(sql`exists (select 1 from registry_theme t where t.network_id = ${networkId} and t.theme = any(${filter.theme}::text[])
      and t.cooperation_id = c.cooperation_id and t.known_on <= ${today})`)
  }
  if (filter.kind.length > 0) {
    all.push(sql`exists (select 1 from registry_agreement a where a.network_id = ${networkId} and a.kind = any(${filter.kind}::text[])
      and a.cooperation_id = c.cooperation_id and a.known_on <= ${today})`)
  }
  if (filter.status.length > 0) all.push(sql`${selectStatus(context)} = any(${filter.status}::text[])`)
  if (filter.confirmation.length > 0) all.push(sql`c.confirmation = any(${filter.confirmation}::text[])`)
  if (filter.country) {
    all.push(
      sql`exists (select 1 from registry_party p where p.cooperation_id = c.cooperation_id and p.country = ${filter.country})`,
    )
  }
  if (filter.within) {
    all.push(sql`exists (select 1 from registry_party p join directory_organisation o on o.organisation_id = p.organisation_id
      ${selectAncestors(today)}
      where p.cooperation_id = c.cooperation_id and ${filter.within} in (o.slug, above.slug, top.slug))`)
  }
  if (filter.level !== null) {
    all.push(sql`exists (select 1 from registry_party p join directory_organisation o on o.organisation_id = p.organisation_id
      where p.cooperation_id = c.cooperation_id and o.level = ${filter.level})`)
  }
  if (filter.from !== null || filter.to !== null) all.push(during(context, filter))
  return sql.join(all, sql` and `)
}

// A tie belongs to a period if it began in it, or an exchange or an act of it is dated in it.
function during(context: Context, filter: CooperationFilter): RawBuilder<unknown> {
  const from = `${filter.from ?? 1}`.padStart(4, '0').concat('-01-01')
  const to = `${filter.to ?? 9999}-12-31`
  return sql`(c.since_from <= ${to}::date and c.since_to >= ${from}::date
    or exists (select 1 from agenda_event_cooperation link join agenda_event e on e.event_id = link.event_id
      where link.cooperation_id = c.cooperation_id and ${selectPublic()} and e.known_on <= ${context.today} and e.starts_on <= ${to}::date and e.ends_on >= ${from}::date)
    or exists (select 1 from registry_agreement a join registry_agreement_step step on step.agreement_id = a.agreement_id
      where a.cooperation_id = c.cooperation_id and step.known_on <= ${context.today}
        and step.happened_from <= ${to}::date and step.happened_to >= ${from}::date))`
}
