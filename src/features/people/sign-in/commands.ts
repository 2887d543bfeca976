import type { Context } from '../../../platform/context/context.ts'
import { inTransaction } from '../../../platform/database/transaction.ts'
import type { Application } from '../../../platform/http/application.ts'
import { sendMail } from '../../../platform/mail/send-mail.ts'
import { addLink } from '../links/commands.ts'
import { linkMail } from '../links/link-mail.ts'
import { lookUpPersonByAddress } from '../persons.queries.ts'

/** Sends a link to whoever has an account under this address; to nobody when there is none. */
export async function sendSignInLink(
  application: Application,
  context: Context,
  address: string,
  next: string | null,
): Promise<void> {
  const person = await lookUpPersonByAddress(context, address)
  if (person === null) return
  await inTransaction(context, async (inside) => {
    const token = await addLink(inside, person.id)
    await sendMail(inside, linkMail(application, person, token, next))
  })
}
