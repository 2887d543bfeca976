import { type RawBuilder, sql } from 'kysely'
import type { Context } from '../../../../platform/context/context.ts'
import type { LocalizedText } from '../../../../platform/i18n/localized-text.ts'
import type { EventFilter } from '../../events/list/filter.ts'
import { selectConditions } from '../../events/list/queries.ts'
import { type AgendaEvent, selectEvents, selectOldestFirst } from '../../events/row/queries.ts'
import { selectSeen } from '../../events/sight/queries.ts'
import type { FeedEvent } from '../feed-event.ts'

const rowsAtATime = 10_000

/** What is asked for: of which network, narrowed how, and in whose language texts are wanted. */
export interface WantedEvents {
  networkId: string
  filter: EventFilter
  language: string
}

/**
 * All events that a filter lets through and the actor may see, in two statements for each ten thousand, taken apart one by one. A row
 * comes as one piece of JSON, with its texts in one language where they are in it: a column each would take three times as long.
 */
export async function listFeedEvents(context: Context, wanted: WantedEvents): Promise<Iterable<FeedEvent>> {
  const pages: { rows: Row[]; named: Organisations }[] = []
  for (let after: string | null = null; ; ) {
    const rows: Row[] = await selectRows(context, wanted, after)
    const last = rows.at(-1)?.[0]
    if (last === undefined) break
    pages.push({ rows, named: await listOrganisations(context, wanted, after, last) })
    if (rows.length < rowsAtATime) break
    after = last
  }
  return eventsOf(wanted.language, pages)
}

function* eventsOf(language: string, pages: { rows: Row[]; named: Organisations }[]): Generator<FeedEvent> {
  for (const { rows, named } of pages) for (const row of rows) yield eventOf(language, row, named)
}

export const entriesAPage = 100

/**
 * One page of what news readers and pages of others are told, and one event more where it goes on: what comes in the order of its days, all
 * else with what changed last in front.
 */
export async function listEntries(
  context: Context,
  { networkId, filter }: Omit<WantedEvents, 'language'>,
  page: number,
): Promise<AgendaEvent[]> {
  return selectEvents(context, {
    condition: sql`e.published_at is not null and ${selectConditions(context, networkId, filter)}`,
    order: filter.span === 'coming' ? selectOldestFirst() : sql`e.updated_at desc, e.event_id desc`,
    limit: entriesAPage + 1,
    offset: (page - 1) * entriesAPage,
  })
}

type Row = [
  id: string,
  slug: string,
  kind: FeedEvent['kind'],
  ownTitle: LocalizedText[string] | null,
  title: LocalizedText | null,
  ownSummary: LocalizedText[string] | null,
  summary: LocalizedText | null,
  happens: string | null,
  words: LocalizedText | null,
  startsAt: number | null,
  endsAt: number | null,
  zone: string | null,
  previously: FeedEvent['previously'],
  knownOn: string,
  state: FeedEvent['state'],
  firmness: FeedEvent['firmness'],
  themes: FeedEvent['themes'],
  venue: LocalizedText | null,
  conferenceUrl: string | null,
  sequence: number,
  updatedAt: number,
]

async function selectRows(context: Context, wanted: WantedEvents, after: string | null): Promise<Row[]> {
  const { language } = wanted
  const { rows } = await sql<{ page: Row[] | null }>`
    select json_agg(row) as page from (
      select json_build_array(e.event_id, e.slug, e.kind,
        e.title -> ${language}::text, case when e.title -> ${language}::text is null then e.title end,
        e.summary -> ${language}::text, case when e.summary -> ${language}::text is null then e.summary end,
        e.happens, nullif(e.words, '{}'), ${milliseconds('starts_at')}, ${milliseconds('ends_at')}, e.zone,
        case when e.moved_at is not null then json_build_object('happens', e.previous_happens, 'words', e.previous_words,
          'startsAt', e.previous_starts_at) end,
        e.known_on, e.state, e.firmness, e.themes, nullif(e.venue, '{}'), e.conference_url, e.sequence,
        ${milliseconds('updated_at')}) as row
      from agenda_event e
      where ${selectPage(context, wanted, after)}
      order by e.event_id
      limit ${rowsAtATime}
    ) as rows
  `.execute(context.database)
  return rows[0]?.page ?? []
}

const milliseconds = (column: 'starts_at' | 'ends_at' | 'updated_at') =>
  sql`extract(epoch from ${sql.ref(`e.${column}`)}) * 1000`

interface Organisations {
  /** By the id of an event. */
  places: Map<string, Named>
  hosts: Map<string, (Named & { role: string })[]>
}
type Named = NonNullable<FeedEvent['place']>

/** Hosts and places, a row for each organisation with all the events in which it is one. */
async function listOrganisations(
  context: Context,
  wanted: WantedEvents,
  after: string | null,
  last: string,
): Promise<Organisations> {
  const { rows } = await sql<Named & { role: string | null; events: string }>`
    with seen as (
      select e.event_id, e.place_id from agenda_event e where ${selectPage(context, wanted, after)} and e.event_id <= ${last}
    ), linked as (
      select part.organisation_id, part.role, string_agg(seen.event_id::text, ' ') as events
      from seen join agenda_event_organisation part on part.event_id = seen.event_id
      where part.role in ('host', 'co_organiser') group by part.organisation_id, part.role
      union all
      select place_id, null, string_agg(event_id::text, ' ') from seen where place_id is not null group by place_id
    )
    select o.name, o.short_name as "shortName", linked.role, linked.events
    from linked join directory_organisation o on o.organisation_id = linked.organisation_id
    order by linked.role desc, o.slug
  `.execute(context.database)
  const places: Organisations['places'] = new Map()
  const hosts: Organisations['hosts'] = new Map()
  for (const { events, role, ...named } of rows) {
    const host = role === null ? null : { ...named, role }
    for (const id of events.split(' ')) {
      if (host === null) places.set(id, named)
      else if (!hosts.get(id)?.push(host)) hosts.set(id, [host])
    }
  }
  return { places, hosts }
}

function selectPage(context: Context, wanted: WantedEvents, after: string | null): RawBuilder<unknown> {
  const page = after === null ? sql`` : sql` and e.event_id > ${after}`
  return sql`${selectWanted(context, wanted)}${page}`
}

// What is withdrawn stands in no feed: those who hold it find it on its page.
function selectWanted(context: Context, { networkId, filter }: WantedEvents): RawBuilder<unknown> {
  return sql`e.known_on <= ${context.today} and ${selectSeen(context.actor)} and e.published_at is not null
    and ${selectConditions(context, networkId, filter)}`
}

const none: never[] = []

function eventOf(language: string, row: Row, { places, hosts }: Organisations): FeedEvent {
  const [
    id,
    slug,
    kind,
    ownTitle,
    title,
    ownSummary,
    summary,
    happens,
    words,
    startsAt,
    endsAt,
    zone,
    ...more
  ] = row
  const [previously, knownOn, state, firmness, themes, venue, conferenceUrl, sequence, updatedAt] = more
  return {
    id,
    slug,
    kind,
    title: ownTitle ? { [language]: ownTitle } : (title ?? {}),
    summary: ownSummary ? { [language]: ownSummary } : (summary ?? {}),
    happens,
    words: words ?? {},
    startsAt: startsAt === null ? null : new Date(startsAt),
    endsAt: endsAt === null ? null : new Date(endsAt),
    zone,
    previously,
    knownOn,
    state,
    firmness,
    themes,
    venue: venue ?? {},
    conferenceUrl,
    sequence,
    publishedAt: null,
    updatedAt: new Date(updatedAt),
    place: places.get(id) ?? null,
    organisations: hosts.get(id) ?? none,
  }
}
