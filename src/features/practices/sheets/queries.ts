import { type RawBuilder, sql } from 'kysely'
import { type Actor, holds, operates, organisationsOf } from '../../../platform/context/actor.ts'
import type { Context } from '../../../platform/context/context.ts'
import { isId } from '../../../platform/context/identifier.ts'
import type { LocalizedName, LocalizedText } from '../../../platform/i18n/localized-text.ts'
import { selectDocument, selectFields } from '../../../platform/records/fields/columns.ts'
import type { RecordDocument } from '../../../platform/records/record-document.ts'
import { notFound } from '../../../platform/refusal.ts'
import { type OrganisationRef, selectRef } from '../../directory/index.ts'
import { type PracticeDocument, practiceFields } from './fields.ts'
import { type Confirmation, monthsOutdated, monthsToReview } from './practice.ts'

export interface Body extends OrganisationRef {
  /** ISO day on which it ended. */
  validUntil: string | null
}

/** A tie or an event from which a sheet comes. */
export interface LinkedRecord {
  id: string
  kind: 'cooperation' | 'event'
  slug: string
  /** Of an event; null for a tie, which is named by its parties. */
  title: LocalizedText | null
  parties: LocalizedName[]
}

/** A sheet as its page and lists show it, as known on the context’s day. */
export interface Practice extends Omit<PracticeDocument, 'holderId' | 'partners' | 'links'> {
  id: string
  networkId: string
  slug: string
  holder: Body
  partners: Body[]
  links: LinkedRecord[]
  /** The function of the post that answers for it; null where none is named, or the post is gone. */
  contact: LocalizedText | null
  isContactVacant: boolean
  /** ISO day. */
  lookedOn: string
  /** What the other side says of it. */
  confirmation: Confirmation
  /** By how many authorities it is in use, as both sides said. */
  usedBy: number
  updatedAt: Date
  /** What its holder hands out; the language by BCP 47. */
  files: { id: string; name: string; language: string; sizeBytes: number }[]
}

const { holderId: _holder, ...rowFields } = practiceFields

/** The sheets `s` that a condition lets through and that the reader may see, the newest first. */
export async function selectPractices(
  context: Context,
  { condition, limit, offset = 0 }: { condition: RawBuilder<unknown>; limit?: number; offset?: number },
): Promise<Practice[]> {
  const { today } = context
  const { rows } = await sql<Practice>`
    select s.sheet_id as id, s.network_id as "networkId", s.slug, ${selectFields(rowFields, 's')}, s.looked_on as "lookedOn",
      s.updated_at as "updatedAt", ${selectRef('o')} as holder,
      coalesce((select json_agg(${selectRef('p')} order by with_it.position) from practices_partner with_it
        join directory_organisation p on p.organisation_id = with_it.organisation_id
        where with_it.sheet_id = s.sheet_id), '[]') as partners,
      ${selectResults()} as results, ${selectTransfers()} as transfers,
      coalesce((select json_agg(json_build_object('id', to_record.id, 'kind', l.kind, 'slug', to_record.slug, 'title', to_record.title,
          'parties', to_record.parties) order by l.position)
        from practices_link l cross join lateral (${selectLinkable(today, sql`l.subject_id`)}) as to_record
        where l.sheet_id = s.sheet_id), '[]') as links,
      coalesce((select json_agg(json_build_object('id', f.file_id, 'name', f.name, 'language', given.language,
          'sizeBytes', c.size_bytes) order by f.file_id)
        from practices_file given join platform_file f on f.file_id = given.file_id join platform_file_content c on c.sha256 = f.sha256
        where given.sheet_id = s.sheet_id), '[]') as files,
      ${selectConfirmation(today)} as confirmation, post.function as contact, coalesce(post.vacant_since is not null, false) as "isContactVacant",
      (select count(*)::int from practices_use u where u.sheet_id = s.sheet_id and u.confirmed_on <= ${today}
        and u.state in ('adopted', 'adapted')) as "usedBy"
    from practices_sheet s
    join directory_organisation o on o.organisation_id = s.holder_id
    left join contacts_post post on post.post_id = s.contact_id
    where s.known_on <= ${today} and ${whereVisible(context.actor)} and ${condition}
    order by s.known_on desc, s.sheet_id desc
    ${limit === undefined ? sql`` : sql`limit ${limit} offset ${offset}`}
  `.execute(context.database)
  return rows
}

const selectResults =
  () => sql`coalesce((select json_agg(json_build_object('id', r.result_id, 'measure', r.measure,
    'on', r.happened, 'evidence', r.evidence) order by r.position) from practices_result r where r.sheet_id = s.sheet_id), '[]')`

const selectTransfers =
  () => sql`coalesce((select json_agg(json_build_object('id', t.country, 'needs', t.needs, 'hinders', t.hinders)
    order by t.position) from practices_transfer t where t.sheet_id = s.sheet_id), '[]')`

/** SQL: the ties and public events that are known on a day, from which sheets may come; or the one with an id. */
export function selectLinkable(today: string, id?: RawBuilder<unknown>): RawBuilder<unknown> {
  // A join to the union would read all ties of all groups for each sheet.
  const withId = (key: string) => (id === undefined ? sql`` : sql`and ${sql.ref(key)} = ${id}`)
  return sql`select c.cooperation_id as id, c.network_id, 'cooperation' as kind, c.slug, null::jsonb as title, null::date as held_on,
      (select json_agg(o.name || o.short_name order by party.position) from registry_party party
        join directory_organisation o on o.organisation_id = party.organisation_id
        where party.cooperation_id = c.cooperation_id and party.capacity = 'party') as parties
    from registry_cooperation c where c.known_on <= ${today} ${withId('c.cooperation_id')}
    union all
    select e.event_id, e.network_id, 'event', e.slug, e.title, case when e.state = 'past' then e.starts_on end, '[]'::json
    from agenda_event e where e.known_on <= ${today} and e.published_at is not null and e.visibility = 'public'
      ${withId('e.event_id')}`
}

/**
 * SQL: the actor may see the sheet `s`. What is published is for everybody, what waits for a word of its holder for all who hold a role in
 * the group, the rest for the members of its holder and the secretariat.
 */
export function whereVisible(actor: Actor): RawBuilder<boolean> {
  if (operates(actor)) return sql<boolean>`true`
  if (actor.kind !== 'person' || actor.holdings.length === 0) return sql<boolean>`s.publication = 'published'`
  const ids = [...new Set(actor.holdings.map(({ networkId }) => networkId))]
  const led = ids.filter((id) => holds(actor, id, ['coordinator', 'chair']))
  const own = ids.flatMap((id) => organisationsOf(actor, id, ['member']))
  return sql<boolean>`(s.publication = 'published' or s.network_id = any(${led}::uuid[])
    or (s.network_id = any(${ids}::uuid[]) and (s.publication = 'proposed' or s.holder_id = any(${own}::uuid[]))))`
}

/** A sheet of a network that the reader may see, or null. */
export async function lookUpPractice(
  context: Context,
  networkId: string,
  by: { slug: string } | { id: string },
): Promise<Practice | null> {
  if ('id' in by && !isId(by.id)) return null
  const is = 'slug' in by ? sql`s.slug = ${by.slug}` : sql`s.sheet_id = ${by.id}`
  const condition = sql`s.network_id = ${networkId} and ${is}`
  const [practice] = await selectPractices(context, { condition, limit: 1 })
  return practice ?? null
}

/** A sheet of a network that the reader may see, or 404. */
export async function findPractice(context: Context, networkId: string, slug: string): Promise<Practice> {
  return (await lookUpPractice(context, networkId, { slug })) ?? notFound(slug)
}

/** Some sheets with everything that makes them up; the shape is `practiceDocument`. */
export async function listPracticeDocuments(
  context: Context,
  networkId: string,
  sheetIds: readonly string[],
): Promise<Map<string, RecordDocument>> {
  if (sheetIds.length === 0) return new Map()
  const { rows } = await sql<{ id: string; document: RecordDocument; lists: RecordDocument }>`
    select s.sheet_id as id, ${selectDocument(practiceFields, 's')} as document,
      json_build_object('results', ${selectResults()}, 'transfers', ${selectTransfers()},
        'partners', coalesce((select json_agg(json_build_object('id', p.organisation_id) order by p.position)
          from practices_partner p where p.sheet_id = s.sheet_id), '[]'),
        'links', coalesce((select json_agg(json_build_object('id', l.subject_id, 'kind', l.kind) order by l.position)
          from practices_link l where l.sheet_id = s.sheet_id), '[]')) as lists
    from practices_sheet s
    where s.network_id = ${networkId} and s.sheet_id = any(${[...sheetIds]}::uuid[]) and s.known_on <= ${context.today}
  `.execute(context.database)
  return new Map(rows.map(({ id, document, lists }) => [id, { ...document, ...lists }]))
}

/** Sheets of the same holder on one of the themes of another that is about to be added. */
export function listAlikePractices(
  context: Context,
  networkId: string,
  { holderId, themes }: PracticeDocument,
): Promise<Practice[]> {
  const condition = sql`s.network_id = ${networkId} and s.holder_id = ${holderId} and s.themes && ${themes}::text[]
    and s.publication <> 'withdrawn'`
  return selectPractices(context, { condition, limit: 5 })
}

/** SQL: the sheet `s` of the holder `o` with the contact `post` is of an age on a day, by the rule of `ageOf`. */
export function selectAge(today: string): RawBuilder<string> {
  const since = (months: number) =>
    sql`s.looked_on + make_interval(months => ${months}::int) <= ${today}::date`
  return sql<string>`case when coalesce(o.valid_until <= ${today}, false) or post.vacant_since is not null
      or ${since(monthsOutdated)} then 'outdated'
    when ${since(monthsToReview)} then 'to_review' else 'current' end`
}

/** SQL: what the other side says of the sheet `s` on a day: claimed, confirmed, or disputed by the last word of anybody. */
export function selectConfirmation(today: string): RawBuilder<string> {
  const said = (stance: string) => sql`exists (select from practices_review r where r.sheet_id = s.sheet_id
    and r.stance = ${stance} and r.said_on <= ${today})`
  return sql<string>`case when ${said('disputed')} then 'disputed' when ${said('confirmed')} then 'confirmed' else 'claimed' end`
}
