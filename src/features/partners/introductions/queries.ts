import { type RawBuilder, sql } from 'kysely'
import { type Actor, operates, organisationsOf } from '../../../platform/context/actor.ts'
import type { Context } from '../../../platform/context/context.ts'
import { isId } from '../../../platform/context/identifier.ts'
import type { LocalizedText } from '../../../platform/i18n/localized-text.ts'
import { type CooperationSummary, listRows } from '../../registry/index.ts'
import { mayAdvise } from '../policy.ts'
import type { Introduction, Side, TalkingAuthority } from './introduction.ts'

/** One introduction of a network, or null. The caller checks who may see it. */
export async function lookUpIntroduction(
  context: Context,
  networkId: string,
  id: string,
): Promise<Introduction | null> {
  if (!isId(id)) return null
  const [found] = await select(context, sql`i.network_id = ${networkId} and i.introduction_id = ${id}`)
  return found ?? null
}

export const listViews = ['open', 'ended', 'held'] as const
export type ListView = (typeof listViews)[number]

const inView: Readonly<Record<ListView, RawBuilder<boolean>>> = {
  open: sql`(i.declined_at is null and i.withdrawn_at is null and i.made_at is null
    and (i.held_for is null or i.vouched_at is not null))`,
  ended: sql`(i.declined_at is not null or i.withdrawn_at is not null or i.made_at is not null)`,
  held: sql`(i.held_for is not null and i.vouched_at is null and i.declined_at is null and i.withdrawn_at is null)`,
}

/** The introductions of a network that the actor takes part in, those that moved last first. */
export async function listIntroductions(
  context: Context,
  networkId: string,
  view: ListView,
  { limit, offset }: { limit: number; offset: number },
): Promise<Introduction[]> {
  return select(
    context,
    sql`i.network_id = ${networkId} and ${selectFollowed(context.actor, networkId)} and ${inView[view]}`,
    sql`order by i.updated_at desc, i.introduction_id limit ${limit} offset ${offset}`,
  )
}

/** The introductions about a wish that the actor takes part in, the newest first. */
export async function listIntroductionsTo(
  context: Context,
  networkId: string,
  wishId: string,
): Promise<Introduction[]> {
  return select(
    context,
    sql`i.network_id = ${networkId} and i.wish_id = ${wishId} and ${selectFollowed(context.actor, networkId)}`,
    sql`order by i.created_at desc limit 50`,
  )
}

// SQL: the actor takes part in the introduction `i`, by the rule of `mayFollowTalks`.
function selectFollowed(actor: Actor, networkId: string): RawBuilder<boolean> {
  const confirmed = sql<boolean>`i.confirmed_at is not null`
  if (operates(actor) || mayAdvise(actor, networkId)) return confirmed
  const own = organisationsOf(actor, networkId, ['member'])
  return sql<boolean>`(${confirmed} and (i.organisation_id = any(${own}::uuid[])
    or (i.vouched_at is not null and w.organisation_id = any(${own}::uuid[]))))`
}

/** The address of a sender without an account, for a mail to them alone; null once it was erased. */
export async function lookUpSenderAddress(
  { database }: Context,
  introductionId: string,
): Promise<string | null> {
  const { address } = await database
    .selectFrom('partners_introduction')
    .select('sender_address as address')
    .where('introduction_id', '=', introductionId)
    .executeTakeFirstOrThrow()
  return address
}

export interface TalkMessage {
  id: string
  side: Side
  /** Null for a person without an account, and for one whose data were erased. */
  author: string | null
  text: string
  language: string
  /** The text in other languages. */
  translations: LocalizedText
  writtenAt: Date
}

/** What was said, in order. */
export async function listTalkMessages(context: Context, introductionId: string): Promise<TalkMessage[]> {
  const { rows } = await sql<TalkMessage>`
    select m.message_id as id, m.side, nullif(person.name, '') as author, m.text, m.language, m.translations, m.written_at as "writtenAt"
    from partners_introduction_message m left join people_person person on person.id = m.person_id
    where m.introduction_id = ${introductionId} order by m.message_id
  `.execute(context.database)
  return rows
}

async function select(
  context: Context,
  condition: RawBuilder<unknown>,
  slice: RawBuilder<unknown> = sql``,
): Promise<Introduction[]> {
  const { rows } = await sql<Introduction>`
    select i.introduction_id as id, i.network_id as "networkId",
      json_build_object('id', w.wish_id, 'slug', w.slug, 'kind', w.kind, 'title', w.title, 'themes', w.themes,
        'forms', w.forms, 'horizon', w.horizon, 'isPublic', w.visibility = 'public' and w.published_at is not null) as wish,
      ${authority('owner')} as owner, ${authority('interested')} as interested, i.person_id as "personId", nullif(person.name, '') as "personName",
      i.sender_name as "senderName", i.language, i.held_for as "heldFor", i.confirmed_at is not null as "isConfirmed",
      i.vouched_at as "vouchedAt",
      case when adviser.id is not null then json_build_object('personId', adviser.id, 'name', adviser.name) end as adviser,
      i.accepted_at as "acceptedAt", i.declined_at as "declinedAt", i.withdrawn_at as "withdrawnAt", i.claimed_at as "claimedAt",
      i.claimed_by as "claimedBy", i.joins_id as "joinsId", i.opens_as as "opensAs", i.made_at as "madeAt", i.created_at as "createdAt", i.updated_at as "updatedAt",
      (select json_build_object('id', r.refusal_id, 'reason', r.reason, 'words', r.words, 'language', r.language)
        from partners_refusal r where r.introduction_id = i.introduction_id and r.revoked_at is null
        order by r.refused_at desc limit 1) as refusal,
      case when c.cooperation_id is not null
        then json_build_object('id', c.cooperation_id, 'slug', c.slug, 'confirmation', c.confirmation, 'claimedBy', c.claimed_by,
          'heard', coalesce((select json_agg(distinct said.organisation_id) from registry_confirmation said
            where said.cooperation_id = c.cooperation_id), '[]')) end as cooperation
    from partners_introduction i
    join partners_wish w on w.wish_id = i.wish_id
    join directory_organisation owner on owner.organisation_id = w.organisation_id
    join directory_organisation interested on interested.organisation_id = i.organisation_id
    left join people_person person on person.id = i.person_id
    left join people_person adviser on adviser.id = i.adviser_id
    left join registry_cooperation c on c.cooperation_id = i.cooperation_id
    where ${condition} ${slice}
  `.execute(context.database)
  return rows
}

function authority(of: 'owner' | 'interested'): RawBuilder<TalkingAuthority> {
  const column = (name: string) => sql.ref(`${of}.${name}`)
  return sql<TalkingAuthority>`json_build_object('id', ${column('organisation_id')}, 'slug', ${column('slug')},
    'country', ${column('country')}, 'name', ${column('name')}, 'shortName', ${column('short_name')})`
}

export interface RefusalCount {
  /** The authority that declined, and the one it declined. */
  organisationId: string
  refusedId: string
  count: number
}

/** Counts refusals between authorities of a network since an ISO day, as known on the context’s day; those taken back do not count. */
export async function countRefusals(
  context: Context,
  networkId: string,
  since: string,
): Promise<RefusalCount[]> {
  const { rows } = await sql<RefusalCount>`
    select r.organisation_id as "organisationId", r.refused_id as "refusedId", count(*)::int as count
    from partners_refusal r
    where r.network_id = ${networkId} and r.revoked_at is null and r.known_on <= ${context.today} and r.known_on > ${since}
    group by r.organisation_id, r.refused_id
    order by r.organisation_id, r.refused_id
  `.execute(context.database)
  return rows
}

/**
 * The cooperations that the two authorities of each of some talks have and that have not ended, by the id of the talks, the oldest
 * first; in two statements whatever there is.
 */
export async function listTiesOf(
  context: Context,
  networkId: string,
  talksIds: readonly string[],
): Promise<Map<string, CooperationSummary[]>> {
  if (talksIds.length === 0) return new Map()
  const known = sql`capacity = 'party' and known_on <= ${context.today}`
  const { rows } = await sql<{ talksId: string; id: string }>`
    select i.introduction_id as "talksId", c.cooperation_id as id
    from partners_introduction i join partners_wish w on w.wish_id = i.wish_id
    join (select cooperation_id, organisation_id from registry_party where ${known}) mine on mine.organisation_id = w.organisation_id
    join (select cooperation_id, organisation_id from registry_party where ${known}) other
      on other.cooperation_id = mine.cooperation_id and other.organisation_id = i.organisation_id
    join registry_cooperation c on c.cooperation_id = mine.cooperation_id
    where i.introduction_id = any(${[...talksIds]}::uuid[]) and c.network_id = ${networkId} and c.known_on <= ${context.today}
    order by c.since_from nulls last, c.slug
  `.execute(context.database)
  const ties = await listRows(context, networkId, [...new Set(rows.map(({ id }) => id))])
  const grouped = new Map<string, CooperationSummary[]>()
  for (const { talksId, id } of rows) {
    const tie = ties.get(id)
    if (tie === undefined || tie.standing.status === 'ended') continue
    grouped.set(talksId, [...(grouped.get(talksId) ?? []), tie])
  }
  return grouped
}

/** The ties of one introduction. */
export async function listTiesIn(
  context: Context,
  networkId: string,
  talksId: string,
): Promise<CooperationSummary[]> {
  return (await listTiesOf(context, networkId, [talksId])).get(talksId) ?? []
}
