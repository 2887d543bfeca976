import { sql } from 'kysely'
import { dayOf } from '../../../platform/context/clock.ts'
import type { Context } from '../../../platform/context/context.ts'
import type { LocalizedText } from '../../../platform/i18n/localized-text.ts'
import { dayAfter, listSides } from '../../agenda/planning/index.ts'
import { listPeers, type Peer } from '../../contacts/index.ts'
import type { OrganisationRef } from '../../directory/index.ts'
import { type Network, type Theme, themes } from '../../networks/index.ts'
import { listAuthorities, tiersOf } from '../../partners/index.ts'
import { selectReference } from '../questions/queries.ts'
import type { Question } from '../questions/question.ts'
import type { AskedFor, RoutedOrganisation, RoutedPeer, RoutedQuestion } from './peer.ts'
import type { Surroundings } from './waves.ts'

/** What routing needs of a network, read once for all its questions. */
export interface World {
  peers: readonly RoutedPeer[]
  contacts: ReadonlyMap<string, Peer>
  around: Surroundings
  /** A question as routing sees it. */
  routed(question: Question): RoutedQuestion
  /** Counts somebody who is asked on an ISO day, for those who are chosen after them. */
  noteAsked(contactId: string, day: string): unknown
}

// Two waves of ten common days, and the longest closures beside them.
const daysAround = 120

/** The calendars of some countries, and of a network where one is meant, around an ISO day. */
export async function findSides(
  context: Context,
  countries: readonly string[],
  day: string,
  networkId: string | null = null,
): Promise<Surroundings['sides']> {
  const sides = await listSides(context, {
    ...{
      countries,
      from: dayAfter(day, -daysAround),
      to: dayAfter(day, daysAround),
      knownOn: day,
      networkId,
    },
  })
  return new Map(sides.map((side) => [side.country, side]))
}

/** How routing sees the organisations of some countries, as known on the context’s day. */
export async function findOrganisations(
  context: Context,
  countries: readonly string[],
): Promise<(organisation: { id: string; country: string; kind: string }) => RoutedOrganisation> {
  const known = new Map((await listAuthorities(context, countries)).map((each) => [each.id, each]))
  return (organisation) => ({
    ...{ id: organisation.id, country: organisation.country, tiers: tiersOf(organisation) },
    ...{ population: null, areaPopulation: null, ...known.get(organisation.id) },
  })
}

/** Everybody who may be asked in a network, the calendars of all sides, and who is tied to whom, by the clock. */
export async function findWorld(
  context: Context,
  { id, countries }: Pick<Network, 'id' | 'countries'>,
): Promise<World> {
  const today = dayOf(context.clock)
  const peers = await listPeers(context, id)
  const all = [...new Set([...countries, ...peers.map(({ country }) => country)])]
  const organisationOf = await findOrganisations({ ...context, today }, all)
  const [history, sheets] = [await listHistory(context, id, today), await listSheetThemes(context, id)]
  const tied = await listTied(context, id)
  for (const { contactId } of peers)
    if (!history.has(contactId)) history.set(contactId, { askedOn: [], answered: 0, asked: 0 })
  return {
    routed: ({ asker, named, ...question }) => ({
      ...question,
      by: organisationOf(asker),
      named: named.map((each) => each.id),
    }),
    noteAsked: (contactId, day) => history.get(contactId)?.askedOn.push(day),
    contacts: new Map(peers.map((peer) => [peer.contactId, peer])),
    peers: peers.map(({ contactId, organisationId, country, kind, ...peer }) => ({
      ...{ ...peer, askedOn: [], answered: 0, asked: 0, ...history.get(contactId), id: contactId },
      organisation: organisationOf({ id: organisationId, country, kind }),
      trades: peer.posts.map(({ trade }) => trade),
      // Nobody is asked who cannot be reached.
      consents: peer.consents && peer.email !== null,
      notOn: [...peer.notOn, ...themes.filter((theme) => peer.notThemes.includes(theme))],
      sheets: sheets.get(organisationId) ?? [],
    })),
    around: {
      sides: await findSides(context, all, today, id),
      areTied: (one, other) => tied.has(`${one} ${other}`),
      leavingOn: (day) =>
        [...history.values()].flatMap(({ askedOn }) => askedOn).filter((on) => on === day).length,
    },
  }
}

async function listHistory({ database }: Context, networkId: string, today: string) {
  const { rows } = await sql<{ id: string; askedOn: string[]; answered: number; asked: number }>`
    select contact_id as id, array_agg(leaves_on) as "askedOn", count(*)::int as asked,
      (count(*) filter (where said = 'answered'))::int as answered
    from questions_asked where network_id = ${networkId} and leaves_on > ${today}::date - interval '1 year' group by contact_id
  `.execute(database)
  return new Map(rows.map(({ id, ...history }) => [id, history]))
}

/** The themes on which authorities have published a sheet, or adopted somebody’s. */
async function listSheetThemes({ database }: Context, networkId: string): Promise<Map<string, Theme[]>> {
  const { rows } = await sql<{ id: string; themes: Theme[] }>`
    select id, array_agg(distinct theme) as themes from (
      select s.holder_id as id, unnest(s.themes) as theme from practices_sheet s
      where s.network_id = ${networkId} and s.publication = 'published'
      union all select u.organisation_id, unnest(s.themes) from practices_use u join practices_sheet s on s.sheet_id = u.sheet_id
      where u.network_id = ${networkId} and u.state in ('adopted', 'adapted') and u.confirmed_on is not null and s.publication = 'published'
    ) as known group by id
  `.execute(database)
  return new Map(rows.map((row) => [row.id, row.themes]))
}

async function listTied({ database }: Context, networkId: string): Promise<Set<string>> {
  const { rows } = await sql<{ tie: string }>`
    select distinct one.organisation_id || ' ' || other.organisation_id as tie
    from registry_cooperation c join registry_party one on one.cooperation_id = c.cooperation_id and one.capacity = 'party'
    join registry_party other on other.cooperation_id = c.cooperation_id and other.capacity = 'party'
    where c.network_id = ${networkId} and one.organisation_id <> other.organisation_id
  `.execute(database)
  return new Set(rows.map(({ tie }) => tie))
}

/** Somebody who is asked, with what routing said of them. */
export interface AskedPeer {
  id: string
  contactId: string
  organisation: OrganisationRef
  wave: number
  ground: AskedFor | 'passed'
  /** ISO, on its reader’s calendar. */
  day: string
  leavesAt: Date
  mailedAt: Date | null
  said: 'answered' | 'declined' | 'passed' | null
  reason: 'not_my_field' | 'no_time' | 'not_allowed' | null
  post: { function: LocalizedText } | null
}

/** Who was asked a question, and will be, by wave; those whom questions were put to that were merged into it are others. */
export async function listAsked(
  { database }: Pick<Context, 'database'>,
  questionId: string,
  { withMerged = false }: { withMerged?: boolean } = {},
): Promise<AskedPeer[]> {
  const { rows } = await sql<AskedPeer>`
    select p.asked_id as id, p.contact_id as "contactId", ${selectReference('o')} as organisation, p.wave, p.ground, p.leaves_on as day, p.leaves_at as "leavesAt", p.mailed_at as "mailedAt", p.said, p.reason,
      case when post.post_id is not null then json_build_object('function', post.function) end as post
    from questions_asked p join directory_organisation o on o.organisation_id = p.organisation_id
    left join contacts_post post on post.post_id = p.post_id
    where p.question_id = ${questionId} or (${withMerged}::boolean and p.question_id in (select q.question_id from questions_question q where q.merged_into = ${questionId}))
    order by p.wave, p.leaves_at, p.asked_id
  `.execute(database)
  return rows
}

/** Ids of the questions of a network that go on by themselves: asked, not closed, not hidden. */
export async function listOpenIds(
  { database }: Pick<Context, 'database'>,
  networkId: string,
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select q.question_id as id from questions_question q
    where q.network_id = ${networkId} and q.asked_at is not null and q.closed_at is null and q.hidden_at is null
      and (q.escalated_at is null
        or exists (select from questions_answer a where a.question_id = q.question_id)
        or exists (select from questions_asked p where p.question_id = q.question_id and p.mailed_at is null))
    order by q.question_id
  `.execute(database)
  return rows.map(({ id }) => id)
}
