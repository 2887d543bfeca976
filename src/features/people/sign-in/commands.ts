import type { Context } from '../../../platform/context/context.ts'
import { inTransaction } from '../../../platform/database/transaction.ts'
import type { Application } from '../../../platform/http/application.ts'
import { sendMail } from '../../../platform/mail/send-mail.ts'
import { addLink } from '../links/commands.ts'
import { linkMail } from '../links/link-mail.ts'
import { lookUpPersonByAddress } from '../queries.ts'

/** Sends a sign-in link if the address has an account; otherwise sends nothing. */
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
