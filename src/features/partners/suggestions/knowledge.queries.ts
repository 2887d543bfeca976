import { sql } from 'kysely'
import type { Context } from '../../../platform/context/context.ts'
import { selectPublic } from '../../agenda/events/index.ts'
import { selectPublishedMeeting } from '../../minutes/index.ts'
import { selectHeld } from '../../networks/index.ts'
import { type Theme, themes } from '../../networks/themes/index.ts'
import { countRefusals } from '../introductions/queries.ts'
import { listSaid } from './from-sources.queries.ts'
import type { Asset, KnownTie, ThemeUse } from './profile.ts'
import type { PartnerTerms } from './terms.ts'

/** What a network and its ties tell of an authority, beside what the directory does. */
export interface Knowledge {
  ties: KnownTie[]
  seeks: ThemeUse[]
  offers: ThemeUse[]
  terms: PartnerTerms[]
  languages: string[]
  practises: ThemeUse[]
  assets: Asset[]
  /** Other groups and networks to which it belongs. */
  networks: string[]
  occasions: string[]
  refusals: number
}

/** What is left out as if it were unknown: ties held out to see whether they would be suggested. */
export interface KnowledgeAsked {
  without?: readonly string[]
}

/** All that is known on the context’s day of the authorities that ties, wishes and events name, by their id. */
export async function listKnowledge(
  context: Context,
  networkId: string,
  { without = [] }: KnowledgeAsked = {},
): Promise<ReadonlyMap<string, Knowledge>> {
  const found = new Map<string, Knowledge>()
  const of = (id: string) => {
    const known = found.get(id)
    if (known) return known
    const made: Knowledge = {
      ties: [],
      seeks: [],
      offers: [],
      terms: [],
      languages: [],
      practises: [],
      assets: [],
      networks: [],
      occasions: [],
      refusals: 0,
    }
    found.set(id, made)
    return made
  }
  const [ties, worked, sayings, bodies, networks, occasions, refusals] = await Promise.all([
    listTies(context, without),
    listWorked(context, without),
    listSaid(context, networkId),
    listBodies(context, without),
    listNetworks(context, networkId),
    listOccasions(context, networkId, without),
    countRefusals(context, networkId, yearsAgo(context.today, 2)),
  ])
  for (const { organisationId, ...tie } of ties) of(organisationId).ties.push(tie)
  for (const { organisationId, theme, cooperationId } of worked)
    if (isTheme(theme))
      of(organisationId).practises.push({ theme, ground: { kind: 'cooperation', id: cooperationId } })
  for (const { organisationId, ...said } of sayings) {
    const known = of(organisationId)
    known.seeks.push(...said.seeks)
    known.offers.push(...said.offers)
    known.terms.push(...said.terms)
    known.languages.push(...said.languages)
  }
  // It does not matter which partner was declined: an authority that said no twice has its hands full.
  for (const { organisationId, count } of refusals) of(organisationId).refusals += count
  for (const { authorityId, bodyId, country } of bodies)
    of(authorityId).assets.push({ country, ground: { kind: 'organisation', id: bodyId } })
  for (const { organisationId, networkId: other } of networks) of(organisationId).networks.push(other)
  for (const { organisationId, occasionId } of occasions) of(organisationId).occasions.push(occasionId)
  return found
}

function yearsAgo(today: string, years: number): string {
  return Temporal.PlainDate.from(today).subtract({ years }).toString()
}

function isTheme(text: string): text is Theme {
  return themes.some((known) => known === text)
}

type Held = readonly string[]

// The parties of a tie, each with every party of another country.
async function listTies({ database, today }: Context, without: Held) {
  const { rows } = await sql<KnownTie & { organisationId: string }>`
    select p.organisation_id as "organisationId", o.country, o.organisation_id as "partnerId", o.latitude, o.longitude,
      c.cooperation_id as "cooperationId",
      coalesce((select st.status from registry_standing st where st.cooperation_id = c.cooperation_id and st.known_on <= ${today}
        and st.stated_on <= ${today} order by st.stated_on desc, st.known_on desc limit 1), '')
        not in ('ended', 'dormant', 'prospective') as "isLive"
    from registry_cooperation c
    join registry_party p on p.cooperation_id = c.cooperation_id
    join registry_party other on other.cooperation_id = c.cooperation_id and other.country <> p.country
    join directory_organisation o on o.organisation_id = other.organisation_id
    where c.known_on <= ${today} and p.known_on <= ${today} and other.known_on <= ${today}
      and not c.cooperation_id = any(${without}::uuid[])
    order by c.cooperation_id, p.position, other.position
  `.execute(database)
  return rows
}

async function listWorked({ database, today }: Context, without: Held) {
  const { rows } = await sql<{ organisationId: string; theme: string; cooperationId: string }>`
    select p.organisation_id as "organisationId", t.theme, t.cooperation_id as "cooperationId"
    from registry_theme t join registry_party p on p.cooperation_id = t.cooperation_id
    where t.known_on <= ${today} and p.known_on <= ${today} and not t.wished and not t.cooperation_id = any(${without}::uuid[])
    order by t.cooperation_id, t.position
  `.execute(database)
  return rows
}

// A body that takes part in a tie works with the other country of it, wherever it lies: it is an asset of its town and of the grouping.
async function listBodies({ database, today }: Context, without: Held) {
  const { rows } = await sql<{ authorityId: string; bodyId: string; country: string }>`
    select distinct place.id as "authorityId", b.organisation_id as "bodyId", p.country
    from registry_actor a
    join directory_organisation b on b.organisation_id = a.organisation_id and b.parent_id is not null
    join registry_party p on p.cooperation_id = a.cooperation_id and p.country <> b.country
    cross join lateral (
      select b.parent_id as id union all select m.union_id from directory_membership m where m.member_id = b.parent_id
    ) as place
    where a.known_on <= ${today} and p.known_on <= ${today} and not a.cooperation_id = any(${without}::uuid[])
    order by place.id, b.organisation_id
  `.execute(database)
  return rows
}

// Beside this group: other groups kept here, and the networks of authorities that the directory knows.
async function listNetworks({ database, today }: Context, networkId: string) {
  const { rows } = await sql<{ organisationId: string; networkId: string }>`
    select m.organisation_id as "organisationId", m.network_id as "networkId" from networks_membership m
    where m.network_id <> ${networkId} and m.role = 'member' and ${selectHeld(today)}
    union
    select m.member_id, m.union_id from directory_membership m
    join directory_organisation u on u.organisation_id = m.union_id and u.kind = 'network'
  `.execute(database)
  return rows
}

async function listOccasions(context: Context, networkId: string, without: Held) {
  const { rows } = await sql<{ organisationId: string; occasionId: string }>`
    select eo.organisation_id as "organisationId", e.event_id as "occasionId"
    from agenda_event e join agenda_event_organisation eo on eo.event_id = e.event_id
    where e.network_id = ${networkId} and e.known_on <= ${context.today} and e.state = 'past' and ${selectPublic()}
      and not exists (select 1 from agenda_event_cooperation link where link.event_id = e.event_id
        and link.cooperation_id = any(${without}::uuid[]))
    union
    select mp.organisation_id, m.meeting_id
    from minutes_meeting m join minutes_participant mp on mp.meeting_id = m.meeting_id
    where m.network_id = ${networkId} and m.known_on <= ${context.today} and m.held_at is not null and ${selectPublishedMeeting(context)}
      and mp.organisation_id is not null and mp.presence in ('present', 'remote', 'represented')
  `.execute(context.database)
  return rows
}
