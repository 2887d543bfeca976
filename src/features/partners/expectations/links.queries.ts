import type { Context } from '../../../platform/context/context.ts'
import { digestOf } from '../../../platform/context/secret-token.ts'

/** For whom a link speaks: a member that is asked, or, without a request, the asker. */
export interface Link {
  expectationId: string
  requestId: string | null
}

/** What a secret stands for; null for one that was never sent, or was ended. */
export async function lookUpLink({ database }: Context, token: string): Promise<Link | null> {
  const link = await database
    .selectFrom('partners_expectation_link')
    .select(['expectation_id as expectationId', 'request_id as requestId'])
    .where('token_digest', '=', digestOf(token))
    .executeTakeFirst()
  return link ?? null
}
