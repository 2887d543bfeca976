import { sql } from 'kysely'
import type { Context } from '../../../platform/context/context.ts'
import type { LocalizedText } from '../../../platform/i18n/localized-text.ts'
import { selectPublic } from '../../agenda/events/index.ts'
import { selectPublishedMeeting, selectToldMeeting } from '../../minutes/index.ts'
import { selectHeld } from '../../networks/index.ts'
import { type Theme, themes, themesOfText } from '../../networks/themes/index.ts'
import { countRefusals } from '../introductions/queries.ts'
import type { Asset, Ground, KnownTie, PartnerTerms, ThemeUse } from './profile.ts'

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

/** What an authority says that it seeks and offers: in a wish, in a tour de table, or in the words of a source. */
interface Said {
  organisationId: string
  seeks: ThemeUse[]
  offers: ThemeUse[]
  /** Of the partner that a wish looks for. */
  terms: PartnerTerms[]
  languages: string[]
}

interface Row {
  organisationId: string
  ground: Ground
  kind: 'search' | 'offer'
  themes: string[]
  text: LocalizedText
  /** What is offered in return. */
  returnThemes: string[]
  returns: LocalizedText
  languages: string[]
  /** Null where it is no wish. */
  terms: Omit<PartnerTerms, 'ground'> | null
}

/**
 * What the members of a network say that they seek and offer on the context’s day: wishes that are open, what was said in tours de table of
 * two years, and what sources say of members that have not spoken themselves.
 */
async function listSaid(context: Context, networkId: string): Promise<Said[]> {
  const { database, today } = context
  const since = Temporal.PlainDate.from(today).subtract({ years: 2 }).toString()
  const { rows } = await sql<Row>`
    select w.organisation_id as "organisationId", json_build_object('kind', 'wish', 'id', w.wish_id) as ground, w.kind, w.themes,
      w.text, w.return_themes as "returnThemes", w.returns, w.languages, json_build_object('tiers', w.tiers, 'populationFrom', w.population_from,
        'populationTo', w.population_to, 'countries', w.countries, 'forms', w.forms) as terms
    from partners_wish w
    where w.network_id = ${networkId} and w.known_on <= ${today} and w.published_at is not null and w.expires_on >= ${today}
      and (w.found_on is null or w.found_on > ${today})
    union all
    select r.organisation_id, json_build_object('kind', 'round', 'id', round.meeting_id), r.kind, r.themes, r.text, '{}', '{}', '{}', null
    from partners_round_wish r join partners_round round on round.round_id = r.round_id
    join minutes_meeting m on m.meeting_id = round.meeting_id
    where round.network_id = ${networkId} and m.known_on <= ${today} and r.known_on <= ${today} and m.held_on >= ${since}
      and ${selectToldMeeting()}
    union all
    select i.organisation_id, json_build_object('kind', 'interest', 'id', i.interest_id), 'search', i.themes, i.seeks, '{}', i.offers, '{}', null
    from registry_interest i
    where i.network_id = ${networkId} and i.known_on <= ${today}
      and not exists (select 1 from partners_wish w where w.interest_id = i.interest_id and w.published_at is not null
        and w.known_on <= ${today})
  `.execute(database)
  return rows.map(({ organisationId, ground, kind, languages, terms, ...said }) => {
    const uses = (list: readonly string[], text: LocalizedText) =>
      namedThemes(list, text).map((theme) => ({ theme, ground }))
    const own = uses(said.themes, said.text)
    const inReturn = uses(said.returnThemes, said.returns)
    const who = {
      organisationId,
      languages,
      terms: terms ? [{ ...terms, ground }] : [],
    }
    return kind === 'search'
      ? { ...who, seeks: own, offers: inReturn }
      : { ...who, seeks: inReturn, offers: own }
  })
}

/** The chosen themes, else those that the text names in any of its languages. */
function namedThemes(chosen: readonly string[], text: LocalizedText): Theme[] {
  const known = themes.filter((theme) => chosen.includes(theme))
  if (known.length > 0) return known
  return [...new Set(Object.values(text).flatMap((passage) => themesOfText(passage.text)))]
}
