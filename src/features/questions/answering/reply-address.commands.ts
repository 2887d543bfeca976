import type { Context } from '../../../platform/context/context.ts'
import { digestOf } from '../../../platform/context/secret-token.ts'
import type { Application } from '../../../platform/http/application.ts'
import { answerAddress, newAnswerToken } from '../../../platform/mail/inbound/index.ts'

/**
 * The address to which somebody who is asked answers by mail, of their own for this question; null where no mail is read, and then none is
 * promised. A new mail ends the address in the one before: only its digest is kept.
 */
export async function replyAddressFor(
  { database }: Context,
  application: Pick<Application, 'settings'>,
  askedId: string,
): Promise<{ replyTo: string; cutLine: true } | null> {
  const token = newAnswerToken()
  const replyTo = answerAddress(application, token)
  if (replyTo === undefined) return null
  await database
    .updateTable('questions_asked')
    .set({ reply_digest: digestOf(token) })
    .where('asked_id', '=', askedId)
    .execute()
  return { replyTo, cutLine: true }
}
