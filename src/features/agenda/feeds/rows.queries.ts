import { type RawBuilder, sql } from 'kysely'
import type { Context } from '../../../platform/context/context.ts'
import type { LocalizedText } from '../../../platform/i18n/localized-text.ts'
import type { EventFilter } from '../events/list/event-filter.ts'
import { selectConditions } from '../events/list/queries.ts'
import { whereVisible } from '../events/summary.queries.ts'
import { findRecurrences } from '../recurrence/rows.queries.ts'
import type { Recurrence } from '../recurrence/schema.ts'
import { type Bodies, findBodies, listHoldings } from './bodies.queries.ts'
import type { FeedEvent } from './feed-event.ts'

const eventsAtATime = 10_000

/** What is wanted: the network, the filter, and the language of texts. */
export interface WantedEvents {
  networkId: string
  filter: EventFilter
  language: string
}

/**
 * All events that a filter lets through and the actor may see, ten thousand at a time, with three statements more for all of them, and
 * parsed one by one. They come as columns of JSON, with texts in one language where possible: rows would take three times as long.
 */
export async function listFeedEvents(context: Context, wanted: WantedEvents): Promise<Iterable<FeedEvent>> {
  const condition = selectWanted(context, wanted)
  // Queried while the events arrive: on a server the two run at once.
  const held = listHoldings(context, condition)
  const series = findRecurrences(context, condition)
  const [pages, holdings, recurrences] = await Promise.all([
    readPages(context, wanted.language, condition),
    held,
    series,
  ])
  const placeIds = pages.flatMap(({ placeId }) => placeId)
  const bodies = await findBodies(context, holdings, placeIds)
  return eventsOf(wanted.language, pages, { bodies, recurrences })
}

async function readPages(
  context: Context,
  language: string,
  condition: RawBuilder<unknown>,
): Promise<Columns[]> {
  const pages: Columns[] = []
  for (let after = sql``; ; ) {
    const columns: Columns = await selectColumns(context, language, sql`${condition} ${after}`)
    const last = columns.id.at(-1)
    if (last === undefined) return pages
    pages.push(columns)
    if (columns.id.length < eventsAtATime) return pages
    after = sql`and e.event_id > ${last}`
  }
}

/** What is read besides the columns. */
interface Beside {
  bodies: Bodies
  /** Of the few series, by their ids. */
  recurrences: ReadonlyMap<string, Recurrence>
}

function* eventsOf(language: string, pages: Columns[], beside: Beside): Generator<FeedEvent> {
  for (const columns of pages)
    for (const index of columns.id.keys()) yield eventOf(language, columns, index, beside)
}

type Text = LocalizedText[string]

/** The events of a page, a list for each of their values. */
interface Columns {
  id: string[]
  slug: string[]
  kind: FeedEvent['kind'][]
  /** Only in the wanted language, else in all there are. */
  title: (Text | LocalizedText)[]
  summary: (Text | LocalizedText)[]
  happens: (string | null)[]
  words: (LocalizedText | null)[]
  /** Seconds since 1970. */
  startsAt: (number | null)[]
  endsAt: (number | null)[]
  zone: (string | null)[]
  previously: FeedEvent['previously'][]
  knownOn: string[]
  state: FeedEvent['state'][]
  firmness: FeedEvent['firmness'][]
  themes: FeedEvent['themes'][]
  venue: (LocalizedText | null)[]
  placeId: (string | null)[]
  conferenceUrl: (string | null)[]
  organisers: (LocalizedText | null)[]
  credit: (LocalizedText | null)[]
  link: (string | null)[]
  sequence: number[]
  updatedAt: number[]
}

async function selectColumns(
  context: Context,
  language: string,
  condition: RawBuilder<unknown>,
): Promise<Columns> {
  const inLanguage = (column: 'title' | 'summary') => {
    const text = sql.ref(`e.${column}`)
    return sql`coalesce(${text} -> ${language}::text, ${text})`
  }
  const seconds = (column: 'starts_at' | 'ends_at' | 'updated_at') =>
    sql`date_part('epoch', ${sql.ref(`e.${column}`)})`
  const parts: Record<keyof Columns, RawBuilder<unknown>> = {
    id: sql`e.event_id`,
    slug: sql`e.slug`,
    kind: sql`e.kind`,
    title: inLanguage('title'),
    summary: inLanguage('summary'),
    happens: sql`e.happens`,
    words: sql`nullif(e.words, '{}')`,
    startsAt: seconds('starts_at'),
    endsAt: seconds('ends_at'),
    zone: sql`e.zone`,
    previously: sql`case when e.moved_at is not null then json_build_object('happens', e.previous_happens,
      'words', e.previous_words, 'startsAt', e.previous_starts_at) end`,
    knownOn: sql`e.known_on`,
    state: sql`e.state`,
    firmness: sql`e.firmness`,
    themes: sql`e.themes`,
    venue: sql`nullif(e.venue, '{}')`,
    placeId: sql`e.place_id`,
    conferenceUrl: sql`e.conference_url`,
    organisers: sql`nullif(e.organisers, '{}')`,
    credit: sql`nullif(e.credit, '{}')`,
    link: sql`e.link`,
    sequence: sql`e.sequence`,
    updatedAt: seconds('updated_at'),
  }
  const named = Object.entries(parts).map(([name, part]) => sql`${part} as ${sql.id(name)}`)
  const lists = Object.keys(parts).map(
    (name) => sql`coalesce(json_agg(${sql.id(name)}), '[]') as ${sql.id(name)}`,
  )
  const { rows } = await sql<Columns>`
    select ${sql.join(lists)} from (
      select ${sql.join(named)} from agenda_event e where ${condition} order by e.event_id limit ${eventsAtATime}
    ) as page
  `.execute(context.database)
  const [columns] = rows
  if (!columns) throw new Error('An aggregate without groups answers one row')
  return columns
}

// No feed contains what is withdrawn: those who hold it find it on its page.
function selectWanted(context: Context, { networkId, filter }: WantedEvents): RawBuilder<unknown> {
  return sql`e.known_on <= ${context.today} and ${whereVisible(context.actor)} and e.published_at is not null
    and ${selectConditions(context, networkId, filter)}`
}

const none: never[] = []
const unsaid: LocalizedText = {}

const noText = {}

function eventOf(
  language: string,
  columns: Columns,
  index: number,
  { bodies: { byId, hosts }, recurrences }: Beside,
): FeedEvent {
  const id = columns.id[index] ?? missing()
  const placeId = columns.placeId[index] ?? null
  return {
    id,
    key: id,
    slug: columns.slug[index] ?? missing(),
    kind: columns.kind[index] ?? missing(),
    title: textIn(language, columns.title[index]),
    summary: textIn(language, columns.summary[index]),
    happens: columns.happens[index] ?? null,
    words: columns.words[index] ?? {},
    startsAt: instantOf(columns.startsAt[index]),
    endsAt: instantOf(columns.endsAt[index]),
    zone: columns.zone[index] ?? null,
    previously: columns.previously[index] ?? null,
    knownOn: columns.knownOn[index] ?? missing(),
    state: columns.state[index] ?? missing(),
    firmness: columns.firmness[index] ?? null,
    themes: columns.themes[index] ?? none,
    venue: columns.venue[index] ?? {},
    conferenceUrl: columns.conferenceUrl[index] ?? null,
    organisers: columns.organisers[index] ?? unsaid,
    credit: columns.credit[index] ?? unsaid,
    link: columns.link[index] ?? null,
    sequence: columns.sequence[index] ?? 0,
    publishedAt: null,
    updatedAt: instantOf(columns.updatedAt[index]) ?? missing(),
    place: placeId === null ? null : (byId.get(placeId) ?? null),
    organisations: hosts.get(id) ?? none,
    recurrence: recurrences.get(id) ?? null,
    seriesDate: null,
    occursOn: null,
    note: noText,
    startsOn: null,
    endsOn: null,
  }
}

function missing(): never {
  throw new Error('The lists of a page differ in length')
}

function instantOf(seconds: number | null | undefined): Date | null {
  return seconds === null || seconds === undefined ? null : new Date(Math.round(seconds * 1000))
}

function textIn(language: string, given: Text | LocalizedText | undefined): LocalizedText {
  if (given === undefined) return {}
  return isOne(given) ? { [language]: given } : given
}

// No language is called “text”.
function isOne(given: Text | LocalizedText): given is Text {
  return typeof given.text === 'string'
}
