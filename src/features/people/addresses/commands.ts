import type { Context } from '../../../platform/context/context.ts'
import { inTransaction } from '../../../platform/database/transaction.ts'
import type { Application } from '../../../platform/http/application.ts'
import { sendMail } from '../../../platform/mail/send-mail.ts'
import { addLink, useLink } from '../links/commands.ts'
import type { Link } from '../links/queries.ts'
import { findPerson, lookUpPersonByAddress } from '../persons/queries.ts'
import { changedMail, confirmationMail } from './mails/address-mails.ts'

type Mailing = Pick<Application, 'settings' | 'translate'>

/** Asks at a new address whether it is the person's: nothing changes until the link there is used. */
export async function askForNewAddress(
  context: Context,
  application: Mailing,
  personId: string,
  address: string,
): Promise<void> {
  await inTransaction(context, async (inside) => {
    const person = await findPerson(inside, personId)
    const token = await addLink(inside, personId, address)
    await sendMail(inside, confirmationMail(application, person, address, token))
  })
}

/** Takes the new address over and tells the old one; `taken` when another account has it, `gone` when the link does not work. */
export async function confirmNewAddress(
  context: Context,
  application: Mailing,
  link: Link,
  token: string,
): Promise<'changed' | 'taken' | 'gone'> {
  const address = link.confirms
  if (address === null) return 'gone'
  return inTransaction(context, async (inside) => {
    const holder = await lookUpPersonByAddress(inside, address)
    if (holder !== null && holder.id !== link.personId) return 'taken'
    if (!(await useLink(inside, token))) return 'gone'
    const person = await findPerson(inside, link.personId)
    const now = inside.clock.now().toString()
    await inside.database
      .updateTable('people_person')
      .set({ email: address, updated_at: now })
      .where('id', '=', link.personId)
      .execute()
    // What was sent to the old address lets nobody in any more.
    await inside.database
      .updateTable('people_link')
      .set({ used_at: now })
      .where('person_id', '=', link.personId)
      .where('used_at', 'is', null)
      .execute()
    await sendMail(inside, changedMail(application, person, address))
    return 'changed'
  })
}
