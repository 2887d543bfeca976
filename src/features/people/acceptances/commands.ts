import { anonymous } from '../../../platform/context/actor.ts'
import type { Context } from '../../../platform/context/context.ts'
import { inTransaction } from '../../../platform/database/transaction.ts'
import { Refusal } from '../../../platform/refusal.ts'
import { takeInvitation } from '../invitations/commands.ts'
import { type Invitation, lookUpWord } from '../invitations/queries.ts'
import { addPerson } from '../persons.commands.ts'
import { writeRole } from '../roles.commands.ts'

export interface NewcomersWords {
  name: string
  language: string
  country: string
  hasConsentedToTransfer: boolean
}

/**
 * Accepts an invitation for the account of its address: `personId`, or a new account made from what the newcomer typed. Returns the id of
 * the person who holds the role. Refuses (`tooLate`) an invitation that was accepted or withdrawn, has expired, whose giver may no longer
 * invite, or that a person gave to their own address.
 */
export async function acceptInvitation(
  context: Context,
  invitation: Invitation,
  who: { personId: string } | NewcomersWords,
): Promise<string> {
  return inTransaction(context, async (inside) => {
    const personId =
      'personId' in who
        ? who.personId
        : await addPerson(inside, { ...who, address: invitation.address, hasConsented: true })
    if ((await lookUpWord(inside, invitation, personId)) !== 'given') throw new Refusal('tooLate')
    if (!(await takeInvitation(inside, invitation.id, personId))) throw new Refusal('tooLate')
    // The role came from the inviter, so the newcomer is not recorded as its giver.
    const giver = { ...inside, actor: anonymous }
    await writeRole(giver, invitation.networkId, {
      personId,
      role: invitation.role,
      organisationIds: invitation.organisations.map(({ id }) => id),
    })
    return personId
  })
}
