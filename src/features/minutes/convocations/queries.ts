import { sql } from 'kysely'
import type { Role } from '../../../platform/context/actor.ts'
import type { Context } from '../../../platform/context/context.ts'
import { onlyRow } from '../../../platform/database/only-row.ts'
import type { LocalizedName, LocalizedText } from '../../../platform/i18n/localized-text.ts'
import type { OrganisationRef } from '../../directory/index.ts'
import { selectReference } from '../meetings/queries.ts'

export const answers = ['present', 'remote', 'represented', 'excused'] as const
export type Answer = (typeof answers)[number]

/** A person who was convened, and their answer. */
export interface Invitee {
  id: string
  meetingId: string
  name: string
  /** Null once it was forgotten. */
  address: string | null
  function: LocalizedText
  organisation: OrganisationRef | null
  language: string
  askedAt: Date
  answeredAt: Date | null
  answer: Answer | null
  representedBy: string
  words: string
}

/** The invitees of a meeting, by name. */
export async function listInvitees(context: Context, meetingId: string): Promise<Invitee[]> {
  return select(context, sql`i.meeting_id = ${meetingId}`)
}

/** An invitee of a meeting of the network, or null. */
export async function lookUpInvitee(
  context: Context,
  networkId: string,
  inviteeId: string,
): Promise<Invitee | null> {
  const [found] = await select(
    context,
    sql`i.invitee_id = ${inviteeId}
      and exists (select 1 from minutes_meeting m where m.meeting_id = i.meeting_id and m.network_id = ${networkId})`,
  )
  return found ?? null
}

/** The invitee of a meeting, by its slug, who has that account; null for somebody who was not invited. */
export async function lookUpInviteeOf(
  context: Context,
  networkId: string,
  { slug, personId }: { slug: string; personId: string },
): Promise<Invitee | null> {
  const [found] = await select(
    context,
    sql`i.person_id = ${personId} and exists (select 1 from minutes_meeting m
      where m.meeting_id = i.meeting_id and m.network_id = ${networkId} and m.slug = ${slug})`,
  )
  return found ?? null
}

/** The invitee of a meeting of any network who has that address, in small letters; null for nobody. */
export async function lookUpInviteeAt(
  context: Context,
  meetingId: string,
  address: string,
): Promise<{ invitee: Invitee; title: LocalizedText; networkSlug: string } | null> {
  const [invitee] = await select(context, sql`i.meeting_id = ${meetingId} and lower(i.address) = ${address}`)
  if (invitee === undefined) return null
  const meeting = await context.database
    .selectFrom('minutes_meeting as m')
    .innerJoin('networks_network as n', 'n.network_id', 'm.network_id')
    .select(['n.slug as networkSlug', 'm.title'])
    .where('m.meeting_id', '=', meetingId)
    .executeTakeFirstOrThrow()
  return { invitee, ...meeting }
}

/** Counts the invitees, where a name is left, who are not among the participants yet. */
export async function countOpenInvitees({ database }: Context, meetingId: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from minutes_invitee i
    where i.meeting_id = ${meetingId} and i.name <> ''
      and not exists (select 1 from minutes_participant p where p.invitee_id = i.invitee_id)
  `.execute(database)
  return onlyRow(rows).count
}

/** A person with a role in a network, who can be written to. */
export interface RoleHolder {
  personId: string
  name: string
  address: string
  language: string
  role: Role
  organisation: { id: string; name: LocalizedName } | null
}

/** The people who hold a role in a network today by the clock, each once, with the first organisation that they speak for. */
export async function listRoleHolders(
  { database, clock }: Context,
  networkId: string,
): Promise<RoleHolder[]> {
  const now = clock.now().toString()
  const { rows } = await sql<RoleHolder>`
    select distinct on (p.name, p.id) p.id as "personId", p.name, p.email as address, p.language, r.role,
      (select json_build_object('id', o.organisation_id, 'name', o.name) from people_role_organisation ro
        join directory_organisation o on o.organisation_id = ro.organisation_id
        where ro.role_id = r.role_id order by o.slug limit 1) as organisation
    from people_role r join people_person p on p.id = r.person_id
    where r.network_id = ${networkId} and r.starts_at <= ${now} and (r.ends_at is null or r.ends_at > ${now})
    order by p.name, p.id, array_position(array['chair', 'coordinator', 'member', 'contributor', 'reader'], r.role)
  `.execute(database)
  return rows
}

async function select({ database }: Context, condition: ReturnType<typeof sql>): Promise<Invitee[]> {
  const { rows } = await sql<Invitee>`
    select i.invitee_id as id, i.meeting_id as "meetingId", i.name, i.address, i.function, ${selectReference('o')} as organisation,
      i.language, i.asked_at as "askedAt", i.answered_at as "answeredAt", i.answer, i.represented_by as "representedBy",
      i.words
    from minutes_invitee i left join directory_organisation o on o.organisation_id = i.organisation_id
    where ${condition}
    order by i.name, i.invitee_id
  `.execute(database)
  return rows
}

/** The members of a network for whom nobody holds a role in it today by the clock. */
export async function listUnspoken(
  { database, clock, today }: Context,
  networkId: string,
): Promise<{ id: string; name: LocalizedName }[]> {
  const now = clock.now().toString()
  const { rows } = await sql<{ id: string; name: LocalizedName }>`
    select m.organisation_id as id, o.name || o.short_name as name
    from networks_membership m join directory_organisation o on o.organisation_id = m.organisation_id
    where m.network_id = ${networkId} and m.role = 'member' and m.of_id is null
      and coalesce(m.starts_on <= ${today}, true) and coalesce(m.ends_on > ${today}, true)
      and not exists (select from people_role held join people_role_organisation spoken on spoken.role_id = held.role_id
        where held.network_id = m.network_id and spoken.organisation_id = m.organisation_id
          and held.starts_at <= ${now} and (held.ends_at is null or held.ends_at > ${now}))
    order by o.country, o.slug
  `.execute(database)
  return rows
}
