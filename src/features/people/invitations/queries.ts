import { sql } from 'kysely'
import type { Role } from '../../../platform/context/actor.ts'
import type { Context } from '../../../platform/context/context.ts'
import { digestOf } from '../../../platform/context/secret-token.ts'
import type { LocalizedName } from '../../../platform/i18n/localized-text.ts'

export interface Invitation {
  id: string
  networkId: string
  networkSlug: string
  networkName: LocalizedName
  countries: string[]
  role: Role
  address: string
  name: string
  language: string
  words: string | null
  /** Who invites; null for the command line. */
  inviter: string | null
  organisations: { id: string; slug: string; name: LocalizedName }[]
  expiresAt: Date
  acceptedAt: Date | null
  withdrawnAt: Date | null
}

type Reading = Pick<Context, 'database'>

/** Invitations to a network that nobody has accepted or withdrawn, newest first: those that wait and those that have expired. */
export async function listOpenInvitations({ database }: Reading, networkId: string): Promise<Invitation[]> {
  return selectInvitations(database)
    .where('i.network_id', '=', networkId)
    .where('i.accepted_at', 'is', null)
    .where('i.withdrawn_at', 'is', null)
    .orderBy('i.made_at', 'desc')
    .limit(200)
    .execute()
}

/** The invitation of a token, or null. */
export async function lookUpInvitation({ database }: Reading, token: string): Promise<Invitation | null> {
  return (
    (await selectInvitations(database).where('i.token_digest', '=', digestOf(token)).executeTakeFirst()) ??
    null
  )
}

/** One invitation of a network that nobody has accepted or withdrawn, or null. */
export async function lookUpOpenInvitation({ database }: Reading, networkId: string, invitationId: string) {
  const found = await selectInvitations(database)
    .where('i.network_id', '=', networkId)
    .where('i.invitation_id', '=', invitationId)
    .where('i.accepted_at', 'is', null)
    .where('i.withdrawn_at', 'is', null)
    .executeTakeFirst()
  return found ?? null
}

/** The newest invitation that an address may accept now, or null: for who comes by a provider that vouches for it. */
export async function lookUpInvitationOf(
  { database, clock }: Pick<Context, 'database' | 'clock'>,
  address: string,
): Promise<Invitation | null> {
  const found = await selectInvitations(database)
    .where('i.address', '=', address)
    .where('i.accepted_at', 'is', null)
    .where('i.withdrawn_at', 'is', null)
    .where('i.expires_at', '>', sql<Date>`${clock.now().toString()}`)
    .orderBy('i.made_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return found ?? null
}

function selectInvitations(database: Reading['database']) {
  return database
    .selectFrom('people_invitation as i')
    .innerJoin('networks_network as n', 'n.network_id', 'i.network_id')
    .leftJoin('people_person as by', 'by.id', 'i.invited_by')
    .select([
      'i.invitation_id as id',
      'i.network_id as networkId',
      'n.slug as networkSlug',
      'n.name as networkName',
      'n.countries',
      sql<Role>`i.role`.as('role'),
      'i.address',
      'i.name',
      'i.language',
      'i.words',
      'by.name as inviter',
      'i.expires_at as expiresAt',
      'i.accepted_at as acceptedAt',
      'i.withdrawn_at as withdrawnAt',
      sql<Invitation['organisations']>`coalesce((
        select jsonb_agg(jsonb_build_object('id', o.organisation_id, 'slug', o.slug, 'name', o.name) order by o.slug)
        from people_invitation_organisation io
        join directory_organisation o on o.organisation_id = io.organisation_id
        where io.invitation_id = i.invitation_id
      ), '[]')`.as('organisations'),
    ])
}
