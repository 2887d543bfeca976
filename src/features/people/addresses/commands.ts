import type { Context } from '../../../platform/context/context.ts'
import { inTransaction } from '../../../platform/database/transaction.ts'
import type { Application } from '../../../platform/http/application.ts'
import { sendMail } from '../../../platform/mail/send-mail.ts'
import { addLink, useLink, useUpLinks } from '../links/commands.ts'
import type { Link } from '../links/queries.ts'
import { findPerson, lookUpPersonByAddress } from '../queries.ts'
import { endOtherSessions } from '../sessions/commands.ts'
import { endTokens } from '../tokens/commands.ts'
import { changedMail, confirmationMail } from './address-mails.ts'

type Mailing = Pick<Application, 'settings' | 'translate'>

/** Sends a confirmation link to a new address. Nothing changes until the link is used. */
export async function askForNewAddress(
  context: Context,
  application: Mailing,
  personId: string,
  address: string,
): Promise<void> {
  await inTransaction(context, async (inside) => {
    const person = await findPerson(inside, personId)
    const token = await addLink(inside, personId, { confirms: address })
    await sendMail(inside, confirmationMail(application, person, address, token))
  })
}

/**
 * Gives the account its new address and tells the old one, which can reverse the change for some days. Ends tokens, links and every session
 * except the one that confirms. Returns `taken` when another account has the address, `gone` when the link does not work.
 */
export async function confirmNewAddress(
  context: Context,
  application: Mailing,
  link: Link,
  token: string,
  keptSessionId: string | null,
): Promise<'changed' | 'taken' | 'gone'> {
  const { confirms: address, personId } = link
  if (address === null) return 'gone'
  return inTransaction(context, async (inside) => {
    if (await isTaken(inside, address, personId)) return 'taken'
    if (!(await useLink(inside, token))) return 'gone'
    const person = await findPerson(inside, personId)
    await setAddress(inside, personId, address)
    await endOtherSessions(inside, personId, keptSessionId)
    await endTokens(inside, { personId })
    const back = await addLink(inside, personId, { restores: person.address })
    await sendMail(inside, changedMail(application, person, address, back))
    return 'changed'
  })
}

/** Whether an address belongs to another account. */
export async function isTaken(context: Context, address: string, personId: string): Promise<boolean> {
  const holder = await lookUpPersonByAddress(context, address)
  return holder !== null && holder.id !== personId
}

/**
 * Changes the address of an account and ends the links sent before. Links that restore an address stay valid, except those made at or after
 * `since`.
 */
export async function setAddress(
  context: Context,
  personId: string,
  address: string,
  since?: Date,
): Promise<void> {
  await context.database
    .updateTable('people_person')
    .set({ email: address, updated_at: context.clock.now().toString() })
    .where('id', '=', personId)
    .execute()
  await useUpLinks(context, personId, since)
}
