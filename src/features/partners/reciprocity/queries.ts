import { type RawBuilder, sql } from 'kysely'
import type { Context } from '../../../platform/context/context.ts'
import type { LocalizedName, LocalizedText } from '../../../platform/i18n/localized-text.ts'
import { notFound } from '../../../platform/refusal.ts'
import { whereVisible } from '../../agenda/events/index.ts'
import { whereVisible as whereExpectationVisible } from '../expectations/queries.ts'
import { type Direction, directionOf, type Presence, type Visit, visitKinds, yearOf } from './visit.ts'

interface Row extends Presence {
  id: string
  slug: string
  title: LocalizedText
  happens: string | null
  words: LocalizedText
  startsOn: string | null
  endsOn: string | null
  count: number
  cooperationIds: string[]
}

/** ISO days, both included. */
export interface Period {
  from: string
  to: string
}

/**
 * The visits of a network’s agenda that have taken place, the newest first: of one tie, or all of them; all there were, or those that may
 * have been in a period, one without a date or an end being known of until then. Online events are no visits.
 */
export async function listVisits(
  context: Context,
  networkId: string,
  cooperationId: string | null = null,
  period: Period | null = null,
): Promise<Visit[]> {
  const { today } = context
  const ofTie =
    cooperationId === null
      ? sql`true`
      : sql`exists (select 1 from agenda_event_cooperation tied where tied.event_id = e.event_id
          and tied.cooperation_id = ${cooperationId})`
  const inPeriod = period
    ? sql`coalesce(e.starts_on, e.known_on) <= ${period.to}::date and least(e.ends_on, e.known_on) >= ${period.from}::date`
    : sql`true`
  const { rows } = await sql<Row>`
    select e.event_id as id, e.slug, e.title, e.happens, e.words, e.starts_on as "startsOn", e.ends_on as "endsOn",
      coalesce(several.visits, 1)::int as count, place.country as place,
      coalesce((select json_agg(o.country) from agenda_event_organisation part
        join directory_organisation o on o.organisation_id = part.organisation_id
        where part.event_id = e.event_id and part.role in ('host', 'co_organiser')), '[]') as hosts,
      coalesce((select json_agg(o.country) from (
          select part.organisation_id from agenda_event_organisation part
          where part.event_id = e.event_id and part.role in ('participant', 'signatory', 'guest', 'guest_of_honour')
          union all select mission.head_organisation_id from agenda_mission mission where mission.event_id = e.event_id
          union all select member.organisation_id from agenda_mission_member member where member.event_id = e.event_id
        ) as part join directory_organisation o on o.organisation_id = part.organisation_id), '[]') as others,
      coalesce((select json_agg(o.country) from agenda_mission_stop stop
        join directory_organisation o on o.organisation_id = stop.place_id where stop.event_id = e.event_id), '[]') as stops,
      coalesce((select json_agg(c.cooperation_id) from agenda_event_cooperation link
        join registry_cooperation c on c.cooperation_id = link.cooperation_id
        where link.event_id = e.event_id and c.known_on <= ${today}), '[]') as "cooperationIds"
    from agenda_event e
    left join directory_organisation place on place.organisation_id = e.place_id
    left join partners_visit_count several on several.event_id = e.event_id and several.known_on <= ${today}
    where e.network_id = ${networkId} and e.known_on <= ${today} and e.state = 'past' and e.kind = any(${[...visitKinds]}::text[])
      and e.attendance is distinct from 'online' and ${ofTie} and ${inPeriod} and ${whereVisible(context.actor)}
    order by e.starts_on desc nulls last, e.event_id
  `.execute(context.database)
  return rows.map(({ hosts, place, stops, others, startsOn, endsOn, ...row }) => ({
    ...row,
    year: yearOf(startsOn, endsOn),
    direction: directionOf({ hosts, place, stops, others }),
  }))
}

/** An expectation that was met, with the member that met it and the asker. */
export interface MetExpectation extends Direction {
  askerId: string
  takerId: string
  /** The asker got a part of it alone. */
  isPart: boolean
}

/** The expectations of a network that were closed as met, in all or in part, by a named member: from the asker’s country to that of the member. */
export async function listMetExpectations(
  context: Context,
  networkId: string,
  period: Period | null = null,
): Promise<MetExpectation[]> {
  const { rows } = await sql<MetExpectation>`
    select x.asker_id as "askerId", r.organisation_id as "takerId", asker.country as "from", taker.country as "to",
      closing.outcome = 'partly' as "isPart"
    from partners_expectation x
    join partners_expectation_closing closing on closing.expectation_id = x.expectation_id
    join partners_expectation_request r on r.request_id = closing.request_id
    join directory_organisation asker on asker.organisation_id = x.asker_id
    join directory_organisation taker on taker.organisation_id = r.organisation_id
    where x.network_id = ${networkId} and closing.outcome in ('satisfied', 'partly') and closing.closed_on <= ${context.today}
      and ${isWithin(sql`closing.closed_on`, period)}
      and ${whereExpectationVisible(context.actor)}
  `.execute(context.database)
  return rows
}

/** A tie whose two sides are compared. */
export interface ComparedTie {
  id: string
  slug: string
  parties: { id: string; country: string; name: LocalizedName; shortName: LocalizedName }[]
}

/** The ties that a network’s list shows, by name. */
export async function listComparedTies(context: Context, networkId: string): Promise<ComparedTie[]> {
  return select(context, sql`c.network_id = ${networkId} and c.listed`)
}

/** One tie of a network by its slug, listed or not, or 404. */
export async function findComparedTie(
  context: Context,
  networkId: string,
  slug: string,
): Promise<ComparedTie> {
  const [tie] = await select(context, sql`c.network_id = ${networkId} and c.slug = ${slug}`)
  return tie ?? notFound(slug)
}

async function select(context: Context, condition: ReturnType<typeof sql>): Promise<ComparedTie[]> {
  const { rows } = await sql<ComparedTie>`
    select c.cooperation_id as id, c.slug,
      coalesce((select json_agg(json_build_object('id', o.organisation_id, 'country', o.country, 'name', o.name,
          'shortName', o.short_name) order by p.position)
        from registry_party p join directory_organisation o on o.organisation_id = p.organisation_id
        where p.cooperation_id = c.cooperation_id and p.capacity = 'party' and p.known_on <= ${context.today}), '[]') as parties
    from registry_cooperation c
    where ${condition} and c.known_on <= ${context.today}
    order by c.sort_first, c.cooperation_id limit 1000
  `.execute(context.database)
  return rows
}

/** How many texts of a tie, or of its events, a person has translated from one language into another. */
export interface TranslatedTexts {
  cooperationId: string
  /** BCP 47. */
  from: string
  to: string
  count: number
}

/** The texts of a network’s ties and of their events that a person has translated or read over. */
export async function listTranslatedTexts(
  context: Context,
  networkId: string,
  period: Period | null = null,
): Promise<TranslatedTexts[]> {
  const { today } = context
  const { rows } = await sql<TranslatedTexts>`
    select told.id as "cooperationId", t.original_language as "from", t.language as "to", count(*)::int as count
    from (
      select c.cooperation_id as id, 'cooperation' as kind, c.cooperation_id as record_id from registry_cooperation c
      where c.network_id = ${networkId} and c.known_on <= ${today}
      union all
      select link.cooperation_id, 'activity', e.event_id from agenda_event_cooperation link
      join agenda_event e on e.event_id = link.event_id
      where e.network_id = ${networkId} and e.known_on <= ${today} and ${whereVisible(context.actor)}
    ) as told
    join translations_text t on t.network_id = ${networkId} and t.record_kind = told.kind and t.record_id = told.record_id
    where t.state = 'reviewed' and t.language <> t.original_language and t.known_on <= ${today}
      and ${isWithin(sql`t.known_on`, period)}
    group by told.id, t.original_language, t.language
  `.execute(context.database)
  return rows
}

function isWithin(day: RawBuilder<unknown>, period: Period | null): RawBuilder<unknown> {
  return period ? sql`${day} between ${period.from}::date and ${period.to}::date` : sql`true`
}
