import { sql } from 'kysely'
import type { Context } from '../../../platform/context/context.ts'
import type { PartnerSearches } from '../../../platform/records/partner-searches.ts'
import type { ReportPeriod } from '../../../platform/records/report-part.ts'
import { selectPublic } from '../../agenda/events/index.ts'
import { selectLatestTransfers } from '../../directory/index.ts'
import { selectLastDay } from '../../outcomes/index.ts'
import { selectStepOrder, selectSteps } from '../../registry/agreements/index.ts'
import {
  selectLooking,
  selectStatus,
  selectSubjects,
  selectTieStatuses,
  type TieStatus,
} from '../../registry/index.ts'
import type { FactBody, FactExchange, FactTie, ReportFacts } from '../facts.ts'

export interface TieRow
  extends Pick<FactTie, 'id' | 'slug' | 'listed' | 'since' | 'confirmation' | 'knownOn'> {
  standing: TieStatus
  parties: string[]
  actors: string[]
  themes: FactTie['themes']
  hasSummary: boolean
  /** The last day on which anything of it became known. */
  lastKnownOn: string
}

/** The ties of a network as known on the context’s day, by slug. */
export async function listTieRows(context: Context, networkId: string): Promise<TieRow[]> {
  const { today } = context
  const bodies = (capacity: 'party' | 'ecosystem') => sql`(
    select coalesce(json_agg(p.organisation_id order by p.position, p.organisation_id), '[]') from registry_party p
    where p.cooperation_id = c.cooperation_id and p.capacity = ${capacity} and p.known_on <= ${today})::jsonb`
  const { rows } = await sql<TieRow>`
    select c.cooperation_id as id, c.slug, c.listed, c.since, c.confirmation, c.known_on as "knownOn",
      c.summary <> '{}' as "hasSummary", ${selectLastKnown(context)} as "lastKnownOn", ${bodies('party')} as parties,
      ${bodies('ecosystem')} || coalesce((select jsonb_agg(a.organisation_id order by a.position, a.organisation_id)
        from registry_actor a where a.cooperation_id = c.cooperation_id and a.known_on <= ${today}), '[]') as actors,
      coalesce((select json_agg(t.theme order by t.position, t.theme) from registry_theme t
        where t.cooperation_id = c.cooperation_id and t.known_on <= ${today} and not t.wished), '[]') as themes,
      json_build_object(
        'status', ${selectStatus(context)}, 'intention', stated.intention, 'lastExchangeOn', exchange.last_on,
        'lastExchange', exchange.happens, 'stated', case when stated.status is not null
          then json_build_object('status', stated.status, 'statedOn', stated.stated_on) end) as standing
    from registry_cooperation c ${selectTieStatuses(context, networkId)}
    where c.network_id = ${networkId} and c.known_on <= ${today}
    order by c.slug
  `.execute(context.database)
  return rows
}

// A day on which a program loaded a source counts: from then on somebody could know it.
function selectLastKnown({ today }: Context) {
  const parts = ['party', 'standing', 'theme', 'actor', 'prospect', 'agreement'].map(
    (part) =>
      sql`union all select known_on from ${sql.table(`registry_${part}`)} where cooperation_id = c.cooperation_id`,
  )
  return sql`(
    select max(told.known_on) from (
      select c.known_on ${sql.join(parts, sql` `)}
      union all select step.known_on from registry_agreement a
        join registry_agreement_step step on step.agreement_id = a.agreement_id where a.cooperation_id = c.cooperation_id
      union all select e.known_on from agenda_event_cooperation link
        join agenda_event e on e.event_id = link.event_id and ${selectPublic()} where link.cooperation_id = c.cooperation_id
      union all select said.known_on from (${selectSubjects()}) as subject (id)
        join registry_evidence said on said.subject_id = subject.id
      union all select said.known_on from agenda_event_cooperation link
        join outcomes_answer said on said.event_id = link.event_id where link.cooperation_id = c.cooperation_id
    ) as told where told.known_on <= ${today})`
}

/** The agreements of a network as known on the context’s day, a tie’s own before those of other bodies, in the order of its page. */
export async function listAgreementRows({ database, today }: Context, networkId: string) {
  const { rows } = await sql<Omit<FactTie['agreements'][number], 'evidence'> & { tieId: string }>`
    select a.agreement_id as id, a.cooperation_id as "tieId", a.parent_id as "parentId", a.kind, a.title,
      coalesce((select json_agg(p.organisation_id order by p.position, p.organisation_id) from registry_agreement_party p
        where p.agreement_id = a.agreement_id), '[]') as bodies,
      coalesce((select json_agg(json_build_object('state', s.state, 'on', s.happened, 'knownOn', s.known_on)
          order by ${selectStepOrder()})
        from ${selectSteps(today)} s
        where s.happened_from is null or s.happened_from <= ${today}), '[]') as steps
    from registry_agreement a
    where a.network_id = ${networkId} and a.known_on <= ${today}
    order by a.cooperation_id, a.parent_id is not null, a.position, a.agreement_id
  `.execute(database)
  return rows
}

export type EvidenceRow = FactTie['evidence'][number] & { subjectId: string }

/**
 * On what the facts of a network rest, each source once for a fact, as known on the context’s day. `by` is a program, an organisation, or
 * the group (by `slug`) where a person of it read the source: nobody is named.
 */
export async function listEvidenceRows(
  { database, today }: Context,
  { id, slug }: { id: string; slug: string },
): Promise<EvidenceRow[]> {
  const { rows } = await sql<EvidenceRow>`
    select told.subject_id as "subjectId", told.field, told.source, told.stance, told.by, min(told.known_on) as "knownOn"
    from (
      select e.subject_id, e.field, s.slug as source, e.stance, e.known_on,
        case when e.extracted_by like 'person:%' then ${slug} else e.extracted_by end as by
      from registry_evidence e join registry_source s on s.source_id = e.source_id
      where e.network_id = ${id} and e.known_on <= ${today} and e.subject_kind in ('cooperation', 'agreement', 'activity')
    ) as told
    group by told.subject_id, told.field, told.source, told.stance, told.by
  `.execute(database)
  return rows
}

/** What sources say differently of the ties of a network, as known on the context’s day; of an exchange under the first of its ties. */
export async function listDisputeRows({ database, today }: Context, networkId: string) {
  const { rows } = await sql<FactTie['disputes'][number] & { tieId: string }>`
    select c.cooperation_id as "tieId", d.subject_id as "subjectId", d.field,
      coalesce((select json_agg(json_build_object('value', v.value, 'source', s.slug, 'rank', v.rank) order by v.position)
        from registry_dispute_value v left join registry_source s on s.source_id = v.source_id
        where v.dispute_id = d.dispute_id and v.known_on <= ${today}), '[]') as values
    from registry_dispute d
    left join registry_agreement a on a.agreement_id = d.subject_id
    left join lateral (
      select tied.slug from agenda_event_cooperation link join agenda_event e on e.event_id = link.event_id
      join registry_cooperation tied on tied.cooperation_id = link.cooperation_id
      where link.event_id = d.subject_id and e.known_on <= ${today} and tied.known_on <= ${today} and ${selectPublic()}
      order by tied.slug limit 1
    ) linked on true
    join registry_cooperation c on c.network_id = d.network_id
      and (c.cooperation_id = coalesce(a.cooperation_id, d.subject_id) or c.slug = linked.slug)
    where d.network_id = ${networkId} and d.known_on <= ${today}
    order by c.slug, d.position, d.slug
  `.execute(database)
  return rows
}

/** Sources of a network by their slugs, in their order. */
export async function listSourceRows({ database }: Context, networkId: string, slugs: readonly string[]) {
  return database
    .selectFrom('registry_source')
    .select(['slug', 'kind', 'title', 'publisher', 'url'])
    .where('network_id', '=', networkId)
    .where('slug', '=', sql<string>`any(${[...slugs]}::text[])`)
    .orderBy('slug')
    .execute()
}

export interface ExchangeRow
  extends Omit<FactExchange, 'isUnheard' | 'holders' | 'asked' | 'answers' | 'evidence'> {
  organisations: { id: string; role: string }[]
  /** The day after which one should have heard of it. */
  lastDay: string
}

/** A period with what the edition before left open, by id. */
export type OpenPeriod = ReportPeriod & { open: readonly string[] }

/**
 * The exchanges of a report as known on the context’s day, the oldest first: public events of at least one tie that may have been in the
 * period, and all plans, whether their days have gone by or are to come. What is past without a date belongs to the period in which it became
 * known, and a programme without an end lasts until then, as for the states of ties. What became known in the period is in it, however old;
 * so is `open`, what the edition before left open.
 */
export async function listExchangeRows(
  context: Context,
  networkId: string,
  { from, to, open }: OpenPeriod,
): Promise<ExchangeRow[]> {
  const { rows } = await sql<ExchangeRow>`
    select e.event_id as id, e.slug, e.kind, e.title, e.happens as "when", e.starts_on as "startsOn", e.ends_on as "endsOn",
      e.state, e.firmness, e.place_id as place, e.known_on as "knownOn", tied.ids as "tieIds", ${selectLastDay()} as "lastDay",
      coalesce((select json_agg(json_build_object('id', part.organisation_id, 'role', part.role)
          order by part.position, part.organisation_id, part.role)
        from agenda_event_organisation part where part.event_id = e.event_id), '[]') as organisations
    from agenda_event e
    join lateral (
      select json_agg(c.cooperation_id order by c.slug) as ids
      from agenda_event_cooperation link join registry_cooperation c on c.cooperation_id = link.cooperation_id
      where link.event_id = e.event_id and c.known_on <= ${context.today}
    ) tied on tied.ids is not null
    where e.network_id = ${networkId} and e.known_on <= ${context.today} and ${selectPublic()} and (e.state = 'planned'
      or e.event_id = any(${open}::uuid[]) or e.known_on >= ${from}::date and coalesce(e.starts_on, e.known_on) <= ${to}::date
      or coalesce(e.starts_on, e.known_on) <= ${to}::date
      and case when e.state = 'past' then least(e.ends_on, e.known_on) else coalesce(e.ends_on, e.known_on) end >= ${from}::date)
    order by e.starts_on nulls last, e.ends_on nulls last, e.slug
  `.execute(context.database)
  return rows
}

/** How many exchanges of the ties of a network took place in each year, as known on the context’s day; null for those without a date. */
export async function listHeldYears(
  { database, today }: Context,
  networkId: string,
): Promise<ReportFacts['heldYears']> {
  const { rows } = await sql<ReportFacts['heldYears'][number]>`
    select extract(year from coalesce(e.starts_on, e.ends_on))::int as year, count(*)::int as count
    from agenda_event e
    where e.network_id = ${networkId} and e.known_on <= ${today} and e.state = 'past' and ${selectPublic()}
      and exists (select from agenda_event_cooperation link join registry_cooperation c on c.cooperation_id = link.cooperation_id
        where link.event_id = e.event_id and c.known_on <= ${today})
    group by 1 order by 1 nulls last
  `.execute(database)
  return rows
}

// Changes after which a body is still the same one; any other successor is somebody else.
const continuing = ['recode', 'rename', 'status_change']

/**
 * Bodies by their ids, and the upper levels that they lie in; by country and slug. Kind, names and codes are those of the context’s day: of
 * the row before where a body had another code then, or was merged into this one since, and of the row that continues it.
 */
export async function listBodies({ database, today }: Context, ids: readonly string[]): Promise<FactBody[]> {
  const day = sql`${today}::date`
  const { rows } = await sql<FactBody>`
    with recursive moved as materialized (
      select each.organisation_id, each.parent_id, each.codes from ${selectLatestTransfers(today)} each
    ), above as (
      select o.organisation_id as id, coalesce(moved.parent_id, o.parent_id) as at, o.level is distinct from 1 as goes_on, 1 as height
      from directory_organisation o left join moved on moved.organisation_id = o.organisation_id
      where o.organisation_id = any(${[...ids]}::uuid[])
      union all
      select above.id, coalesce(moved.parent_id, o.parent_id), o.level is distinct from 1, above.height + 1
      from above join directory_organisation o on o.organisation_id = above.at
      left join moved on moved.organisation_id = o.organisation_id
      where above.goes_on and above.height < 6
    ), region as (
      select above.id, above.at from above join directory_organisation o on o.organisation_id = above.at
      where above.goes_on and o.level = 1
    ), walk as (
      select named.id, named.id as at, 0 as height from (select id from above union select at from region) as named
      union all
      select walk.id, other.organisation_id, walk.height + 1
      from walk join directory_organisation o on o.organisation_id = walk.at
      cross join lateral (
        select next.organisation_id from directory_succession s join directory_organisation next
          on next.organisation_id = case when o.valid_from > ${day} then s.predecessor_id else s.successor_id end
        where (o.valid_from > ${day} and s.successor_id = o.organisation_id and s.happened_on > ${day} and s.kind <> 'split')
          or (o.valid_until <= ${day} and s.predecessor_id = o.organisation_id and s.happened_on <= ${day}
            and s.kind = any(${continuing}::text[]))
        order by (next.kind = o.kind) desc, next.population desc nulls last, next.slug limit 1
      ) other
      where walk.height < 6
    ), valid as (
      select distinct on (walk.id) walk.id, walk.at from walk order by walk.id, walk.height desc
    )
    select o.organisation_id as id, o.country, past.kind, past.name, past.short_name as "shortName",
      past.codes || coalesce(moved.codes, '{}') as codes, region.at as region
    from valid join directory_organisation o on o.organisation_id = valid.id
    join directory_organisation past on past.organisation_id = valid.at
    left join moved on moved.organisation_id = valid.at
    left join region on region.id = valid.id
    order by o.country collate "C", o.slug
  `.execute(database)
  return rows
}

/** Who looks for a partner on the context’s day, by slug. */
export async function listLookingBodies(
  context: Context,
  networkId: string,
  searches: PartnerSearches | null,
): Promise<ReportFacts['looking']> {
  const { rows } = await sql<ReportFacts['looking'][number]>`
    select o.organisation_id as "bodyId", looking.themes, looking.slug is not null as "isOwnWord"
    from ${selectLooking(context, networkId, searches)} as looking
    join directory_organisation o on o.organisation_id = looking.organisation_id
    order by o.country collate "C", o.slug
  `.execute(context.database)
  return rows
}
