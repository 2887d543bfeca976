import type { Context } from '../../../platform/context/context.ts'
import { digestOf, newToken } from '../../../platform/context/secret-token.ts'

/** Makes a link for the asker, or for a member that is asked; answers its secret, of which only a digest stays. */
export async function makeLink(
  { clock, database }: Context,
  expectationId: string,
  requestId: string | null,
): Promise<string> {
  const token = newToken()
  await database
    .insertInto('partners_expectation_link')
    .values({
      token_digest: digestOf(token),
      expectation_id: expectationId,
      request_id: requestId,
      made_at: clock.now().toString(),
    })
    .execute()
  return token
}
