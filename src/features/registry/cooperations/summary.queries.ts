import { type RawBuilder, sql } from 'kysely'
import { scopeOf } from '../../../platform/activity/activity.ts'
import { QueryCache } from '../../../platform/activity/query-cache.ts'
import type { Context } from '../../../platform/context/context.ts'
import type { LocalizedText } from '../../../platform/i18n/localized-text.ts'
import { selectPublic } from '../../agenda/events/index.ts'
import type { OrganisationRef } from '../../directory/index.ts'
import type { Theme } from '../../networks/index.ts'
import { selectLatestStepOrder, selectSteps } from '../agreements/queries.ts'
import type { AgreementKind, AgreementState, Confirmation, Status } from '../codes.ts'
import { cutOffs, type TieStatus } from '../dormancy.ts'

export interface Party extends OrganisationRef {
  capacity: 'party' | 'ecosystem'
  latitude: number | null
  longitude: number | null
}

/** A cooperation as lists, maps and timelines show it, as known on the context's day. */
export interface CooperationSummary {
  id: string
  slug: string
  listed: boolean
  since: string | null
  sinceFrom: string | null
  sinceWords: LocalizedText
  summary: LocalizedText
  confirmation: Confirmation
  /** The id of the party on whose word it was recorded; null if the network recorded it. */
  claimedBy: string | null
  parties: Party[]
  themes: Theme[]
  /** The tie’s own instrument that weighs most: signed before unsigned, newest first. */
  agreement: { kind: AgreementKind; state: AgreementState | null; happened: string | null } | null
  standing: TieStatus
  disputes: number
  updatedAt: Date
}

// Every order, filter and language of a list shows the same rows.
const kept = new QueryCache<CooperationSummary>(10_000)

/** Cooperations of a network by id, as known on the context's day; what became known later does not exist yet. */
export function listRows(
  context: Context,
  networkId: string,
  ids: string[],
): Promise<Map<string, CooperationSummary>> {
  const scopes = [scopeOf(null), scopeOf(networkId)]
  return kept.findEach(context, scopes, { ids, under: context.today }, async (missing) => {
    const { rows } = await sql<CooperationSummary>`
      select ${selectColumns(context)}
      from registry_cooperation c ${selectTieStatus(context)}
      where c.cooperation_id = any(${missing}::uuid[]) and c.known_on <= ${context.today}
    `.execute(context.database)
    return new Map(rows.map((row) => [row.id, row]))
  })
}

export function selectColumns(context: Context): RawBuilder<unknown> {
  return sql`
    c.cooperation_id as id, c.slug, c.listed, c.since, c.since_from as "sinceFrom", c.since_words as "sinceWords", c.summary,
    c.confirmation, c.claimed_by as "claimedBy", c.updated_at as "updatedAt",
    (select json_agg(json_build_object(
        'id', o.organisation_id, 'slug', o.slug, 'country', o.country, 'kind', o.kind, 'name', o.name,
        'shortName', o.short_name, 'codes', o.codes, 'capacity', p.capacity, 'latitude', o.latitude, 'longitude', o.longitude
      ) order by p.position)
      from registry_party p join directory_organisation o on o.organisation_id = p.organisation_id
      where p.cooperation_id = c.cooperation_id and p.known_on <= ${context.today}) as parties,
    coalesce((select json_agg(t.theme order by t.position) from registry_theme t
      where t.cooperation_id = c.cooperation_id and t.known_on <= ${context.today} and not t.wished), '[]') as themes,
    (select json_build_object('kind', a.kind, 'state', s.state, 'happened', s.happened)
      from registry_agreement a ${latestStep(context)}
      where a.cooperation_id = c.cooperation_id and a.parent_id is null and a.known_on <= ${context.today}
      order by s.state in ('signed', 'transmitted', 'in_force', 'amended') desc nulls last, s.happened_from desc nulls last, a.position
      limit 1) as agreement,
    (select count(*)::int from registry_dispute d
      where d.subject_id in (${selectSubjects()}) and d.known_on <= ${context.today}) as disputes,
    json_build_object(
      'status', ${selectStatus(context)}, 'intention', stated.intention, 'lastExchangeOn', exchange.last_on, 'lastExchange', exchange.happens,
      'stated', case when stated.status is not null then json_build_object('status', stated.status, 'statedOn', stated.stated_on) end
    ) as standing
  `
}

/** The ids of the tie `c`, its agreements and its exchanges: what a source says of any of them concerns the tie. */
export function selectSubjects(): RawBuilder<unknown> {
  return sql`
    select c.cooperation_id
    union all select a.agreement_id from registry_agreement a where a.cooperation_id = c.cooperation_id
    union all select link.event_id from agenda_event_cooperation link join agenda_event e on e.event_id = link.event_id
      where link.cooperation_id = c.cooperation_id and ${selectPublic()}`
}

// The last statement on the tie, and its last exchange.
export function selectTieStatus(context: Context): RawBuilder<unknown> {
  return sql`
    left join lateral (
      select st.status, st.intention, st.stated_on from registry_standing st
      where st.cooperation_id = c.cooperation_id and st.known_on <= ${context.today} and st.stated_on <= ${context.today}
      order by st.stated_on desc, st.known_on desc, st.standing_id desc limit 1
    ) stated on true
    left join lateral (
      select last_on, happens from (${exchanges(context, sql`link.cooperation_id = c.cooperation_id`, sql`a.cooperation_id = c.cooperation_id`)})
      as exchanges order by last_on desc, happens desc limit 1
    ) exchange on true`
}

/** Like `selectStanding` for all the ties of a network in one pass: a filter by state looks at each of them. */
export function selectTieStatuses(context: Context, networkId: string): RawBuilder<unknown> {
  return sql`
    left join (
      select distinct on (st.cooperation_id) st.cooperation_id, st.status, st.intention, st.stated_on
      from registry_standing st join registry_cooperation own on own.cooperation_id = st.cooperation_id
      where own.network_id = ${networkId} and st.known_on <= ${context.today} and st.stated_on <= ${context.today}
      order by st.cooperation_id, st.stated_on desc, st.known_on desc, st.standing_id desc
    ) stated on stated.cooperation_id = c.cooperation_id
    left join (
      select distinct on (cooperation_id) cooperation_id, last_on, happens
      from (${exchanges(context, sql`e.network_id = ${networkId}`, sql`a.network_id = ${networkId}`)}) as exchanges
      order by cooperation_id, last_on desc, happens desc
    ) exchange on exchange.cooperation_id = c.cooperation_id`
}

// Only past and known exchanges count, a plan is not yet an exchange, and a programme without an end counts up to the day on which a source
// last spoke of it.
function exchanges(
  context: Context,
  activities: RawBuilder<unknown>,
  agreements: RawBuilder<unknown>,
): RawBuilder<unknown> {
  return sql`
    select link.cooperation_id, least(e.ends_on, e.known_on, ${context.today}::date) as last_on, e.happens
    from agenda_event_cooperation link join agenda_event e on e.event_id = link.event_id
    where ${activities} and ${selectPublic()} and e.state = 'past' and e.known_on <= ${context.today} and e.starts_on <= ${context.today}
    union all
    select a.cooperation_id, least(step.happened_to, ${context.today}::date), step.happened
    from registry_agreement a join registry_agreement_step step on step.agreement_id = a.agreement_id
    where ${agreements} and step.known_on <= ${context.today}
      and step.state in ('signed', 'amended') and step.happened_from <= ${context.today}`
}

// The rule of dormancy.ts in SQL, so that the database can filter by it.
export function selectStatus(context: Context): RawBuilder<Status> {
  const { activeSince, slowSince } = cutOffs(context.today)
  return sql`case
    when stated.status in ('ended', 'suspended', 'prospective') then stated.status
    when stated.status = 'dormant' and (exchange.last_on is null or exchange.last_on <= stated.stated_on) then 'dormant'
    when greatest(exchange.last_on, stated.stated_on) >= ${activeSince}::date
      then case when stated.status is null or stated.status = 'dormant' then 'active' else stated.status end
    when greatest(exchange.last_on, stated.stated_on) >= ${slowSince}::date then 'slow'
    when stated.status is null and exchange.last_on is null
      and (select true from registry_agreement a where a.cooperation_id = c.cooperation_id and a.kind <> 'none' limit 1) is null
      then 'prospective'
    else 'dormant'
  end`
}

/** The newest state of an agreement `a` that is known and reached on the day. */
function latestStep(context: Context): RawBuilder<unknown> {
  return sql`left join lateral (
    select s.state, s.happened, s.happened_from from ${selectSteps(context.today)} s
    where s.happened_from is null or s.happened_from <= ${context.today}
    order by ${selectLatestStepOrder()} limit 1
  ) s on true`
}
