import { type RawBuilder, sql } from 'kysely'
import { type Actor, operates } from '../../../platform/context/actor.ts'
import type { Context } from '../../../platform/context/context.ts'
import type { LocalizedName, LocalizedText } from '../../../platform/i18n/localized-text.ts'
import type { Theme } from '../../networks/index.ts'
import type { CommitmentOutcome } from '../commitments/codes.ts'
import { selectCommitmentState } from '../commitments/queries.ts'
import { selectDebrief, selectSeatsOpen } from '../missions/state.queries.ts'
import type { Recurrence } from '../recurrence/schema.ts'
import type { SeriesDate } from '../recurrence/shape.ts'
import {
  type Attendance,
  type EventKind,
  type EventState,
  type Firmness,
  onlookers,
  type Visibility,
} from './codes.ts'
import type { EventResource } from './resources.schema.ts'

export interface EventOrganisation {
  id: string
  slug: string
  country: string
  name: LocalizedName
  shortName: LocalizedName
  role: string
}

/** An event as lists and pages show it, as known on the context's day. */
export interface AgendaEvent {
  id: string
  /** Identifies it in a list: its id, and for a series the occurrence. */
  key: string
  networkId: string
  slug: string
  kind: EventKind
  title: LocalizedText
  summary: LocalizedText
  happens: string | null
  startsOn: string | null
  endsOn: string | null
  words: LocalizedText
  startsAt: Date | null
  endsAt: Date | null
  /** The zone in which the hours were decided. */
  zone: string | null
  /** The date before it was moved; null if it was not. */
  previously: { happens: string | null; words: LocalizedText; startsAt: string | null } | null
  /** ISO day on which it became known: a programme without an end holds until then. */
  knownOn: string
  state: EventState
  firmness: Firmness | null
  guestCountries: string[]
  frame: LocalizedText
  /** Its organisers in words, where they are no organisation of the directory. */
  organisers: LocalizedText
  /** Its proposer, in the words they wished. */
  credit: LocalizedText
  /** Its page elsewhere. */
  link: string | null
  resources: EventResource[]
  themes: Theme[]
  place: { slug: string; country: string; name: LocalizedName; shortName: LocalizedName } | null
  venue: LocalizedText
  attendance: Attendance | null
  conferenceUrl: string | null
  languages: string[]
  interpretation: string[]
  visibility: Visibility
  /** Null if withdrawn. */
  publishedAt: Date | null
  sequence: number
  updatedAt: Date
  organisations: EventOrganisation[]
  cooperations: { id: string; slug: string }[]
  /** Others may ask for seats on this mission. */
  hasSeatsOpen: boolean
  /** The debrief that a mission owes: ISO day by which it is due, and since when it is written; null if none is owed. */
  debrief: { dueOn: string; writtenAt: string | null } | null
  /** The state of its commitments: ISO day until which they are made, and the decision; null if it asks for none. */
  commitments: { closesOn: string; isOpen: boolean; outcome: CommitmentOutcome | null } | null
  /** How it repeats; null if it takes place once. */
  recurrence: Recurrence | null
  /** When the first of its series is; null where that is its own date. */
  seriesDate: SeriesDate | null
  /** Of one occurrence: the ISO day on which it begins by the rule; null for the event as a whole. */
  occursOn: string | null
  /** A note for the participants of this occurrence. */
  note: LocalizedText
}

export interface EventSelection {
  condition: RawBuilder<unknown>
  order?: RawBuilder<unknown>
  limit?: number | null
  offset?: number
}

/** The events that a condition on `e` lets through, as far as the reader may see them. */
export async function selectEvents(
  context: Context,
  { condition, order = selectOldestFirst(), limit = null, offset = 0 }: EventSelection,
): Promise<AgendaEvent[]> {
  const { rows } = await sql<AgendaEvent>`
    select e.event_id as id, e.event_id as key, e.network_id as "networkId", e.slug, e.kind, e.title, e.summary, e.happens,
      e.starts_on as "startsOn", e.ends_on as "endsOn", e.words, e.starts_at as "startsAt", e.ends_at as "endsAt", e.zone,
      case when e.moved_at is not null then json_build_object('happens', e.previous_happens, 'words', e.previous_words,
        'startsAt', e.previous_starts_at) end as previously,
      e.known_on as "knownOn", e.state, e.firmness, e.guest_countries as "guestCountries", e.frame, e.themes,
      e.organisers, e.credit, e.link, e.resources,
      e.venue, e.attendance, e.conference_url as "conferenceUrl", e.languages, e.interpretation, e.visibility,
      e.published_at as "publishedAt", e.sequence, e.updated_at as "updatedAt",
      (select json_build_object('slug', o.slug, 'country', o.country, 'name', o.name, 'shortName', o.short_name)
        from directory_organisation o where o.organisation_id = e.place_id) as place,
      coalesce((select json_agg(json_build_object('id', o.organisation_id, 'slug', o.slug, 'country', o.country, 'name', o.name,
          'shortName', o.short_name, 'role', part.role) order by part.position)
        from agenda_event_organisation part join directory_organisation o on o.organisation_id = part.organisation_id
        where part.event_id = e.event_id), '[]') as organisations,
      coalesce((select json_agg(json_build_object('id', c.cooperation_id, 'slug', c.slug) order by c.slug)
        from agenda_event_cooperation link join registry_cooperation c on c.cooperation_id = link.cooperation_id
        where link.event_id = e.event_id and c.known_on <= ${context.today}), '[]') as cooperations,
      ${selectSeatsOpen(context.today)} as "hasSeatsOpen", ${selectDebrief()} as debrief,
      ${selectCommitmentState(context.today)} as commitments,
      e.recurrence, null as "seriesDate", null as "occursOn", '{}'::jsonb as note
    from agenda_event e
    where e.known_on <= ${context.today} and ${whereVisible(context.actor)} and ${condition}
    order by ${order}
    limit ${limit} offset ${offset}
  `.execute(context.database)
  return rows
}

/** Of those that begin on one day the vaguest comes first: « début juin » before the 2nd, a year before its January. */
const selectOldestFirst = (): RawBuilder<unknown> => sql`e.starts_on nulls last, e.ends_on desc, e.event_id`

/** SQL: the event `e` is published for everybody. Pages that are rendered for no particular reader use these alone. */
export function selectPublic(): RawBuilder<boolean> {
  return sql<boolean>`(e.visibility = 'public' and e.published_at is not null)`
}

/**
 * SQL: the actor may see the event `e`. Everybody with a role in a network sees what it reads; what only hosts read, and what is withdrawn,
 * is for the holders of the event and the coordinators of the network.
 */
export function whereVisible(actor: Actor): RawBuilder<boolean> {
  if (operates(actor)) return sql<boolean>`true`
  if (actor.kind !== 'person' || actor.holdings.length === 0) return selectPublic()
  const networks = (wanted: (role: string) => boolean) =>
    actor.holdings.filter(({ role }) => wanted(role)).map(({ networkId }) => networkId)
  const keeps = networks((role) => role === 'coordinator' || role === 'chair')
  const members = actor.holdings.filter(({ role }) => role === 'member')
  const own = members.flatMap(({ organisationIds }) => organisationIds)
  return sql<boolean>`(${selectPublic()}
    or (e.visibility = 'network' and e.published_at is not null and e.network_id = any(${networks(() => true)}::uuid[]))
    or e.network_id = any(${keeps}::uuid[])
    or (e.network_id = any(${members.map(({ networkId }) => networkId)}::uuid[]) and exists (
      select 1 from agenda_event_organisation held where held.event_id = e.event_id
        and held.organisation_id = any(${own}::uuid[]) and held.role <> all(${[...onlookers]}::text[])
    )))`
}
