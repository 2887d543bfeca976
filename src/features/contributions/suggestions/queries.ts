import { sql } from 'kysely'
import type { Context } from '../../../platform/context/context.ts'
import { isId } from '../../../platform/context/identifier.ts'
import { onlyRow } from '../../../platform/database/only-row.ts'
import type { Holding } from '../../../platform/input/likely-spam.ts'
import type { RecordDocument } from '../../../platform/records/record-document.ts'
import { notFound } from '../../../platform/refusal.ts'

export const decisions = ['accepted', 'declined', 'withdrawn'] as const
export type Decision = (typeof decisions)[number]

export interface Suggestion {
  id: string
  networkId: string
  kind: string
  recordId: string | null
  base: number | null
  document: RecordDocument | null
  words: string
  source: string
  personId: string | null
  /** The member’s name, or the name that a stranger gave, if any. */
  author: string | null
  isFromReader: boolean
  language: string
  createdAt: Date
  heldFor: Holding | null
  decision: Decision | null
  decidedAt: Date | null
  decidedByName: string | null
  decisionReason: string
}

export const queueViews = ['open', 'held', 'decided'] as const
export type QueueView = (typeof queueViews)[number]

export interface QueueFilter {
  view: QueueView
  /** Kind of record; null for any. */
  kind: string | null
}

/** What an actor may see in a queue: everything, or their own suggestions and those on their organisations. */
export type Viewer = { all: true } | { all: false; personId: string; organisationIds: string[] }

/** Suggestions of a network, those that wait longest first; decided ones newest first. */
export async function listSuggestions(
  context: Context,
  networkIds: readonly string[],
  viewer: Viewer,
  { view, kind }: QueueFilter,
  { limit, offset }: { limit: number; offset: number },
): Promise<Suggestion[]> {
  const order = view === 'decided' ? sql`s.decided_at desc` : sql`s.created_at`
  return select(
    context,
    sql`s.network_id = any(${networkIds}::uuid[]) and ${mayBeSeen(viewer)} and ${inView(view)}
      and (${kind}::text is null or s.record_kind = ${kind})`,
    sql`order by ${order}, s.suggestion_id limit ${limit} offset ${offset}`,
  )
}

/** How many suggestions wait in each view of the queue. */
export async function countSuggestions(
  context: Context,
  networkIds: readonly string[],
  viewer: Viewer,
  kind: string | null = null,
): Promise<Record<QueueView, number>> {
  const { rows } = await sql<Record<QueueView, number>>`
    select count(*) filter (where ${inView('open')})::int as open, count(*) filter (where ${inView('held')})::int as held,
      count(*) filter (where ${inView('decided')})::int as decided
    from contributions_suggestion s where s.network_id = any(${networkIds}::uuid[]) and ${mayBeSeen(viewer)}
      and (${kind}::text is null or s.record_kind = ${kind})
  `.execute(context.database)
  return onlyRow(rows)
}

/** How many suggestions wait for a decision in each of some networks, by its id. */
export async function countWaiting(
  { database }: Context,
  networkIds: readonly string[],
): Promise<Map<string, number>> {
  const { rows } = await sql<{ networkId: string; waiting: number }>`
    select s.network_id as "networkId", count(*)::int as waiting from contributions_suggestion s
    where s.network_id = any(${networkIds}::uuid[]) and ${inView('open')} group by s.network_id
  `.execute(database)
  return new Map(rows.map(({ networkId, waiting }) => [networkId, waiting]))
}

/** The addresses of the records that suggestions are about, by record id. */
export async function listRecordSlugs(
  { database }: Context,
  ids: readonly string[],
): Promise<Map<string, string>> {
  const { rows } = await sql<{ id: string; slug: string }>`
    select cooperation_id as id, slug from registry_cooperation where cooperation_id = any(${ids}::uuid[])
    union all select organisation_id, slug from directory_organisation where organisation_id = any(${ids}::uuid[])
  `.execute(database)
  return new Map(rows.map(({ id, slug }) => [id, slug]))
}

/** One suggestion of a network that the viewer may see, or 404. */
export async function findSuggestion(
  context: Context,
  networkId: string,
  viewer: Viewer,
  id: string,
): Promise<Suggestion> {
  return (await lookUpSuggestion(context, networkId, viewer, id)) ?? notFound(id)
}

/** One suggestion of a network that the viewer may see, or null. */
export async function lookUpSuggestion(
  context: Context,
  networkId: string,
  viewer: Viewer,
  id: string,
): Promise<Suggestion | null> {
  if (!isId(id)) return null
  const [found] = await select(
    context,
    sql`s.network_id = ${networkId} and s.suggestion_id = ${id} and s.confirmed_at is not null and ${mayBeSeen(viewer)}`,
  )
  return found ?? null
}

export interface Message {
  id: string
  /** Null for a stranger, or a person whose data were erased. */
  author: string | null
  isOfAuthor: boolean
  text: string
  writtenAt: Date
}

/** The messages about a suggestion, in order. */
export async function listMessages(context: Context, suggestionId: string): Promise<Message[]> {
  const { rows } = await sql<Message>`
    select m.message_id as id, nullif(person.name, '') as author, m.person_id is not distinct from s.person_id as "isOfAuthor", m.text,
      m.written_at as "writtenAt"
    from contributions_message m join contributions_suggestion s on s.suggestion_id = m.suggestion_id
    left join people_person person on person.id = m.person_id
    where m.suggestion_id = ${suggestionId}
    order by m.message_id
  `.execute(context.database)
  return rows
}

function mayBeSeen(viewer: Viewer) {
  if (viewer.all) return sql`true`
  return sql`(s.person_id = ${viewer.personId} or (s.held_for is null and s.record_id in (
    select unnest(${viewer.organisationIds}::uuid[])
    union all select p.cooperation_id from registry_party p where p.organisation_id = any(${viewer.organisationIds}::uuid[]))))`
}

function inView(view: QueueView) {
  if (view === 'decided') return sql`s.decided_at is not null`
  const isHeld = view === 'held' ? sql`s.held_for is not null` : sql`s.held_for is null`
  return sql`(s.confirmed_at is not null and s.decided_at is null and ${isHeld})`
}

async function select(
  context: Context,
  condition: ReturnType<typeof sql>,
  rest: ReturnType<typeof sql> = sql``,
): Promise<Suggestion[]> {
  const { rows } = await sql<Suggestion>`
    select s.suggestion_id as id, s.network_id as "networkId", s.record_kind as kind, s.record_id as "recordId",
      s.base_number as base, s.document, s.words, s.source, s.person_id as "personId",
      coalesce(nullif(person.name, ''), nullif(s.sender_name, '')) as author,
      s.is_from_reader as "isFromReader", s.language, s.created_at as "createdAt", s.held_for as "heldFor",
      s.decision, s.decided_at as "decidedAt", nullif(decider.name, '') as "decidedByName", s.decision_reason as "decisionReason"
    from contributions_suggestion s
    left join people_person person on person.id = s.person_id
    left join people_person decider on decider.id = s.decided_by
    where ${condition} ${rest}
  `.execute(context.database)
  return rows
}

/**
 * Whether the actor may correct their suggestion of a new record and send it again: it is theirs and was not published. A suggestion on an
 * existing record is made again in the record’s forms.
 */
export function isToSendAgain(
  { kind, recordId, personId, decision }: Pick<Suggestion, 'kind' | 'recordId' | 'personId' | 'decision'>,
  ofKind: string,
  ofPerson: string,
): boolean {
  const cameBack = decision === 'declined' || decision === 'withdrawn'
  return cameBack && recordId === null && kind === ofKind && personId === ofPerson
}
