import { sql } from 'kysely'
import { operates, type Role } from '../../../platform/context/actor.ts'
import type { Context } from '../../../platform/context/context.ts'
import { digestOf } from '../../../platform/context/secret-token.ts'
import type { LocalizedName } from '../../../platform/i18n/localized-text.ts'
import { mayInvite } from '../policy.ts'
import { findPerson, lookUpActor } from '../queries.ts'

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
  /** The inviter’s name; null for the command line. */
  inviter: string | null
  invitedBy: string | null
  organisations: { id: string; slug: string; name: LocalizedName }[]
  expiresAt: Date
  acceptedAt: Date | null
  withdrawnAt: Date | null
}

type Reading = Pick<Context, 'database'>

/** Invitations to a network that are neither accepted nor withdrawn, expired ones included, newest first. */
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

/** One invitation of a network that is neither accepted nor withdrawn, or null. */
export async function lookUpOpenInvitation({ database }: Reading, networkId: string, invitationId: string) {
  const found = await selectInvitations(database)
    .where('i.network_id', '=', networkId)
    .where('i.invitation_id', '=', invitationId)
    .where('i.accepted_at', 'is', null)
    .where('i.withdrawn_at', 'is', null)
    .executeTakeFirst()
  return found ?? null
}

/** The newest invitation that an address may accept now, or null. For visitors whose address a provider vouches for. */
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

/** Whether the actor would invite themselves, which only an operator may do. */
export async function isOwnAddress(context: Context, address: string): Promise<boolean> {
  const { actor } = context
  if (actor.kind !== 'person' || operates(actor)) return false
  return (await findPerson(context, actor.personId)).address === address.toLowerCase()
}

/** The people whose invitations are open. The policy decides whether each may still give them. */
export async function listGivers({ database }: Reading): Promise<string[]> {
  const givers = await database
    .selectFrom('people_invitation')
    .select('invited_by as id')
    .distinct()
    .where('invited_by', 'is not', null)
    .where('accepted_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .execute()
  return givers.flatMap(({ id }) => id ?? [])
}

/** The open invitations that a person gave. */
export async function listInvitationsBy({ database }: Reading, giverId: string): Promise<Invitation[]> {
  return selectInvitations(database)
    .where('i.invited_by', '=', giverId)
    .where('i.accepted_at', 'is', null)
    .where('i.withdrawn_at', 'is', null)
    .execute()
}

/**
 * Whether an invitation still has a valid giver. `given`: its giver may still invite, or it came from the command line. `lapsed`: the giver
 * may no longer invite. `own`: the giver would accept it themselves, which only an operator may do.
 */
export async function lookUpWord(
  context: Pick<Context, 'database' | 'clock'>,
  { invitedBy, networkId, role }: Invitation,
  personId: string | null,
): Promise<'given' | 'lapsed' | 'own'> {
  if (invitedBy === null) return 'given'
  const giver = await lookUpActor(context, invitedBy)
  if (giver === null || !mayInvite(giver, networkId, role)) return 'lapsed'
  return invitedBy === personId && !operates(giver) ? 'own' : 'given'
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
      'i.invited_by as invitedBy',
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
