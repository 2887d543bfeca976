import { sql } from 'kysely'
import { recordActivity } from '../../../platform/activity/activity.ts'
import type { Role } from '../../../platform/context/actor.ts'
import { personIdOf } from '../../../platform/context/actor.ts'
import type { Context } from '../../../platform/context/context.ts'
import { newId } from '../../../platform/context/identifier.ts'
import { digestOf, newToken } from '../../../platform/context/secret-token.ts'
import { inTransaction } from '../../../platform/database/transaction.ts'
import type { Application } from '../../../platform/http/application.ts'
import { forgetSentForms } from '../../../platform/http/sent-form.ts'
import { sendMail } from '../../../platform/mail/send-mail.ts'
import { authorize, notFound, Refusal } from '../../../platform/refusal.ts'
import { mayCoordinate, mayInvite } from '../policy.ts'
import { invitationMail } from './invitation-mail.ts'
import {
  type Invitation,
  isOwnAddress,
  listGivers,
  listInvitationsBy,
  lookUpInvitation,
  lookUpOpenInvitation,
  lookUpWord,
} from './queries.ts'

/** Days until an invitation expires. */
export const invitationDays = 14

export interface NewInvitation {
  address: string
  name: string
  /** Language of the mail and, later, of the account. */
  language: string
  role: Role
  organisationIds: readonly string[]
  /** A personal message from the inviter. */
  words: string | null
}

type Mailing = Pick<Application, 'settings' | 'translate'>

/**
 * Invites a person to a role in a network, by a mail in their language. Returns the id of the invitation, or null if the address already
 * has a pending one to this role, which has its own button to send it again. An expired one is replaced.
 */
export async function inviteToNetwork(
  context: Context,
  application: Mailing,
  networkId: string,
  invitation: NewInvitation,
): Promise<string | null> {
  authorize(mayInvite(context.actor, networkId, invitation.role))
  return inTransaction(context, async (inside) => {
    if (await isOwnAddress(inside, invitation.address)) throw new Refusal('notAllowed')
    const invitationId = newId()
    const token = newToken()
    const now = inside.clock.now()
    const address = invitation.address.toLowerCase()
    await inside.database
      .updateTable('people_invitation')
      .set({ withdrawn_at: now.toString(), withdrawn_by: personIdOf(inside.actor) })
      .where('network_id', '=', networkId)
      .where('role', '=', invitation.role)
      .where('address', '=', address)
      .where('accepted_at', 'is', null)
      .where('withdrawn_at', 'is', null)
      .where('expires_at', '<=', sql<Date>`${now.toString()}`)
      .execute()
    const { numInsertedOrUpdatedRows } = await inside.database
      .insertInto('people_invitation')
      .values({
        invitation_id: invitationId,
        token_digest: digestOf(token),
        network_id: networkId,
        role: invitation.role,
        address,
        name: invitation.name,
        language: invitation.language,
        words: invitation.words,
        invited_by: personIdOf(inside.actor),
        made_at: now.toString(),
        expires_at: now.add({ hours: invitationDays * 24 }).toString(),
      })
      // Of several concurrent invitations the first is kept.
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst()
    if (numInsertedOrUpdatedRows !== 1n) return null
    if (invitation.organisationIds.length > 0) {
      await inside.database
        .insertInto('people_invitation_organisation')
        .values(
          [...new Set(invitation.organisationIds)].map((id) => ({
            invitation_id: invitationId,
            organisation_id: id,
          })),
        )
        .execute()
    }
    await sendInvitation(inside, application, token)
    await recordActivity(inside, {
      networkId,
      verb: 'invited',
      subjectKind: 'invitation',
      subjectId: invitationId,
    })
    return invitationId
  })
}

/**
 * Sends an invitation again under a new link, for another fortnight, in the name of the person who sends it. The earlier link stops
 * working.
 */
export async function renewInvitation(
  context: Context,
  application: Mailing,
  networkId: string,
  invitationId: string,
): Promise<void> {
  await inTransaction(context, async (inside) => {
    const invitation = await lookUpOpenInvitation(inside, networkId, invitationId)
    if (invitation === null || !mayInvite(inside.actor, networkId, invitation.role)) notFound()
    const token = newToken()
    const expiresAt = inside.clock.now().add({ hours: invitationDays * 24 })
    const renewed = await inside.database
      .updateTable('people_invitation')
      .set({
        token_digest: digestOf(token),
        expires_at: expiresAt.toString(),
        invited_by: personIdOf(inside.actor),
      })
      .where('invitation_id', '=', invitationId)
      .where('accepted_at', 'is', null)
      .where('withdrawn_at', 'is', null)
      .executeTakeFirst()
    if (renewed.numUpdatedRows !== 1n) notFound()
    await sendInvitation(inside, application, token)
  })
}

/** Withdraws an invitation before it is accepted. */
export async function withdrawInvitation(
  context: Context,
  networkId: string,
  invitationId: string,
): Promise<void> {
  await inTransaction(context, async (inside) => {
    const invitation = await lookUpOpenInvitation(inside, networkId, invitationId)
    if (invitation === null || !mayCoordinate(inside.actor, networkId)) notFound()
    if (!(await closeInvitation(inside, invitation))) notFound()
    await forgetSentForms(inside)
  })
}

/** Withdraws, in every network, the invitations that their giver may no longer give. Called wherever a role or an account ends. */
export async function withdrawLapsed(context: Context, giverId: string): Promise<void> {
  await inTransaction(context, async (inside) => {
    for (const invitation of await listInvitationsBy(inside, giverId))
      if ((await lookUpWord(inside, invitation, null)) === 'lapsed') await closeInvitation(inside, invitation)
  })
}

/** Withdraws the lapsed invitations of all givers: a role may have ended on a day that was set long before. */
export async function withdrawAllLapsed(context: Context): Promise<void> {
  for (const giverId of await listGivers(context)) await withdrawLapsed(context, giverId)
}

async function closeInvitation(context: Context, { id, networkId }: Invitation): Promise<boolean> {
  const withdrawn = await context.database
    .updateTable('people_invitation')
    .set({ withdrawn_at: context.clock.now().toString(), withdrawn_by: personIdOf(context.actor) })
    .where('invitation_id', '=', id)
    .where('accepted_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst()
  if (withdrawn.numUpdatedRows !== 1n) return false
  await recordActivity(context, { networkId, verb: 'withdrew', subjectKind: 'invitation', subjectId: id })
  return true
}

/** Marks an invitation as accepted by a person. Returns false if it was accepted or withdrawn, or has expired. */
export async function takeInvitation(
  { database, clock }: Context,
  invitationId: string,
  personId: string,
): Promise<boolean> {
  const now = clock.now().toString()
  const taken = await database
    .updateTable('people_invitation')
    .set({ accepted_at: now, accepted_by: personId })
    .where('invitation_id', '=', invitationId)
    .where('accepted_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .where('expires_at', '>', sql<Date>`${now}`)
    .executeTakeFirst()
  return taken.numUpdatedRows === 1n
}

async function sendInvitation(context: Context, application: Mailing, token: string): Promise<void> {
  const invitation = (await lookUpInvitation(context, token)) ?? notFound()
  const mail = invitationMail(application, invitation, token)
  // Where no mail is sent, the inviter hands over the link, and nobody else reads it.
  const inviterId = application.settings.smtpUrl === null ? personIdOf(context.actor) : null
  await sendMail(context, inviterId === null ? mail : { ...mail, readableBy: inviterId })
}

/** Makes a new link to an invitation for an invitee who has proved their address in another way. The mailed link stops working. */
export async function reopenInvitation(
  { database }: Pick<Context, 'database'>,
  invitationId: string,
): Promise<string> {
  const token = newToken()
  await database
    .updateTable('people_invitation')
    .set({ token_digest: digestOf(token) })
    .where('invitation_id', '=', invitationId)
    .where('accepted_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .execute()
  return token
}
