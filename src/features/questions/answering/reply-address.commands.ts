import type { Context } from '../../../platform/context/context.ts'
import { digestOf } from '../../../platform/context/secret-token.ts'
import type { Application } from '../../../platform/http/application.ts'
import { answerAddress, answerToken } from '../../../platform/mail/inbound/answer-address.ts'

/** The address to which one person answers one question by mail; null where nothing would read it. */
export async function replyAddressFor(
  { database }: Context,
  application: Pick<Application, 'settings' | 'secret'>,
  askedId: string,
): Promise<string | null> {
  const token = answerToken(application, askedId)
  const address = answerAddress(application, token)
  if (address !== null)
    await database
      .updateTable('questions_asked')
      .set({ reply_digest: digestOf(token) })
      .where('asked_id', '=', askedId)
      .execute()
  return address
}
