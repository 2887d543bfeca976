import { type RawBuilder, sql } from 'kysely'
import type { Context } from '../../../platform/context/context.ts'
import { selectState } from './board/queries.ts'
import { selectPublic } from './queries.ts'

/** SQL: a row an authority with open searches that anybody reads, with its newest one: see `PartnerSearches`. */
export function selectOpenSearches(
  { today }: Pick<Context, 'today'>,
  networkId: string,
): RawBuilder<unknown> {
  return sql`
    select distinct on (w.organisation_id) w.organisation_id, w.themes, w.known_on as since, w.slug,
      count(*) over (partition by w.organisation_id)::int as count
    from partners_wish w join directory_organisation o on o.organisation_id = w.organisation_id
    where w.network_id = ${networkId} and w.kind = 'search' and w.known_on <= ${today}
      and ${selectPublic()} and ${selectState(today, 'open')}
    order by w.organisation_id, w.known_on desc, w.wish_id desc`
}

/** SQL: the interests that wishes for everybody were made of, those that were met or have ended too. */
export function selectSaidInterests(
  { today }: Pick<Context, 'today'>,
  networkId: string,
): RawBuilder<unknown> {
  return sql`
    select w.interest_id from partners_wish w
    where w.network_id = ${networkId} and w.interest_id is not null and w.known_on <= ${today} and ${selectPublic()}`
}
