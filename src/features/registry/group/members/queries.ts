import { sql } from 'kysely'
import { z } from 'zod'
import type { Context } from '../../../../platform/context/context.ts'
import { onlyRow } from '../../../../platform/database/only-row.ts'
import {
  chooseName,
  type LocalizedName,
  type LocalizedText,
} from '../../../../platform/i18n/localized-text.ts'
import type { FilterOf } from '../../../../platform/input/list-filter.ts'
import { Refusal } from '../../../../platform/refusal.ts'
import { fold } from '../../../../platform/search/index.ts'
import {
  isAuthorityKind,
  listOrganisationsBySlug,
  type OrganisationRecord,
  readChoices,
} from '../../../directory/index.ts'
import { findMembersVersion, listMemberships, type Network, selectHeld } from '../../../networks/index.ts'
import type { memberFilter } from './member-filter.ts'
import { roles } from './member-list.ts'
import type { membersState } from './schema.ts'

/** The organisation that a slug or a name means; refuses an unknown one, and names the candidates if several are possible. */
export async function findMeant(
  context: Context,
  countries: readonly string[],
  text: string,
): Promise<{ id: string; slug: string }> {
  const [exact] = await listOrganisationsBySlug(context, [text])
  if (exact) return exact
  const picked = (await readChoices(context, { 'meant.name': text }, ['meant'])).get('meant')
  if (picked?.state === 'chosen') return picked.organisation
  if (picked?.state !== 'ask')
    throw new Refusal(
      'wrongInput',
      `The directory has no organisation "${text}": add it first, or load its country`,
    )
  const own = picked.candidates.filter(({ country }) => countries.includes(country))
  const [only, ...others] = own
  if (picked.areBearers && only && others.length === 0) return only
  const named = (own.length > 0 ? own : picked.candidates).map(wordsOf).join('; ')
  throw new Refusal('wrongInput', `"${text}" may be one of several, give the first word of one: ${named}`)
}

function wordsOf({ slug, name, country, kind }: OrganisationRecord): string {
  return `${slug} (${chooseName(name, 'en').text}, ${kind}, ${country})`
}

/** The present and past members of a group as programs read them, with the version of the list. */
export async function findMembers(
  context: Context,
  networkId: string,
): Promise<z.input<typeof membersState>> {
  // Read first: a concurrent change makes the version too old for a PUT, never the list.
  const version = await findMembersVersion(context, networkId)
  const memberships = await listMemberships(context, networkId)
  const members = memberships.map(({ id, slug, role, ofSlug, heldFrom, heldUntil }) => ({
    ...{ id, organisation: slug, role: z.enum(roles).parse(role), of: ofSlug },
    ...{ from: heldFrom, until: heldUntil },
  }))
  return { version, members }
}

/** What depends on organisations that leave: people who speak for them in the group, and expectations that wait for their answer. */
export async function countHanging(
  { database, clock }: Context,
  networkId: string,
  organisationIds: readonly string[],
): Promise<{ people: number; expectations: number }> {
  const ids = [...organisationIds]
  const now = clock.now().toString()
  const { rows } = await sql<{ people: number; expectations: number }>`
    select
      (select count(distinct r.person_id)::int from people_role r join people_role_organisation o on o.role_id = r.role_id
        where r.network_id = ${networkId} and o.organisation_id = any(${ids}::uuid[]) and (r.ends_at is null or r.ends_at > ${now})) as people,
      (select count(*)::int from partners_expectation_request q join partners_expectation x on x.expectation_id = q.expectation_id
        where x.network_id = ${networkId} and q.organisation_id = any(${ids}::uuid[]) and q.answer is null
          and not exists (select 1 from partners_expectation_closing c where c.expectation_id = x.expectation_id)) as expectations
  `.execute(database)
  return onlyRow(rows)
}

/** A page of the roles in a group, members first, as known on the context’s day; and how many there are. */
export async function listRoleRows(
  context: Context,
  networkId: string,
  filter: FilterOf<typeof memberFilter>,
  { limit, offset }: { limit: number; offset: number },
): Promise<{ total: number; rows: RoleRow[] }> {
  const held = selectHeld(context.today)
  const conditions = [
    sql`m.network_id = ${networkId} and m.known_on <= ${context.today}`,
    filter.state === 'present' ? held : sql`not ${held}`,
    ...(filter.role === null ? [] : [sql`m.role = ${filter.role}`]),
    ...(filter.country === null ? [] : [sql`o.country = ${filter.country}`]),
    ...(fold(filter.q) === ''
      ? []
      : [
          sql`exists (select 1 from directory_name n where n.organisation_id = o.organisation_id
            and n.folded like ${`%${fold(filter.q)}%`})`,
        ]),
  ]
  const { rows } = await sql<RoleRow & { total: number }>`
    select m.membership_id as id, m.role, m.held_from as "heldFrom", m.from_words as "fromWords", of.slug as "ofSlug",
      case when m.end_known_on <= ${context.today} then m.held_until end as "heldUntil", m.until_words as "untilWords",
      o.slug, o.country, o.kind, o.name, count(*) over ()::int as total
    from networks_membership m
    join directory_organisation o on o.organisation_id = m.organisation_id
    left join directory_organisation of on of.organisation_id = m.of_id
    where ${sql.join(conditions, sql` and `)}
    order by m.role <> 'chair', m.role <> 'member', m.role, o.country, o.slug, m.starts_on
    limit ${limit} offset ${offset}
  `.execute(context.database)
  return { total: rows[0]?.total ?? 0, rows }
}

export interface RoleRow {
  id: string
  role: string
  heldFrom: string | null
  fromWords: LocalizedText
  heldUntil: string | null
  untilWords: LocalizedText
  /** The body within which the role is held. */
  ofSlug: string | null
  slug: string
  country: string
  kind: string
  name: LocalizedName
}

/** The authorities that are parties of a group’s ties, of its countries, and no members of it. */
export async function listPartiesOutside(
  { database, today }: Context,
  network: Pick<Network, 'id' | 'countries'>,
  limit: number,
): Promise<{ id: string; slug: string; name: LocalizedName; country: string; kind: string }[]> {
  const { rows } = await sql<{
    id: string
    slug: string
    name: LocalizedName
    country: string
    kind: string
  }>`
    select distinct o.organisation_id as id, o.slug, o.name, o.country, o.kind
    from registry_party p
    join registry_cooperation c on c.cooperation_id = p.cooperation_id and c.known_on <= ${today}
    join directory_organisation o on o.organisation_id = p.organisation_id
    where p.network_id = ${network.id} and p.known_on <= ${today} and p.capacity = 'party'
      and o.country = any(${[...network.countries]}::text[]) and (o.valid_until is null or o.valid_until > ${today})
      and not exists (
        select 1 from networks_membership m
        where m.network_id = ${network.id} and m.organisation_id = o.organisation_id and m.role = 'member' and m.of_id is null
          and ${selectHeld(today)}
      )
    order by o.country, o.slug
    limit ${limit}
  `.execute(database)
  return rows.filter(({ kind }) => isAuthorityKind(kind))
}
