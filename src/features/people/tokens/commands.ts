import { sql } from 'kysely'
import { recordActivity } from '../../../platform/activity/activity.ts'
import type { Scope } from '../../../platform/context/actor.ts'
import { dayOf } from '../../../platform/context/clock.ts'
import type { Context } from '../../../platform/context/context.ts'
import { newId } from '../../../platform/context/identifier.ts'
import { digestOf } from '../../../platform/context/secret-token.ts'
import { inTransaction } from '../../../platform/database/transaction.ts'
import { takeTurn } from '../../../platform/database/turns.ts'
import type { Application } from '../../../platform/http/application.ts'
import { sendMail } from '../../../platform/mail/send-mail.ts'
import { authorize, notFound } from '../../../platform/refusal.ts'
import { mayMakeToken } from '../policy.ts'
import { findPerson } from '../queries.ts'
import { listTokens } from './queries.ts'
import { tokenMail } from './token-mail.ts'
import { newSecret, prefixOf } from './token-secret.ts'

export interface NewToken {
  personId: string
  networkId: string
  name: string
  scopes: readonly Scope[]
  days: number
}

const mostTokens = 20

/** Makes a token and tells its owner by mail. Returns the secret, which is never shown again, or says that there are too many. */
export async function makeToken(
  context: Context,
  application: Pick<Application, 'settings' | 'translate'>,
  token: NewToken,
): Promise<{ secret: string } | 'tooMany'> {
  authorize(mayMakeToken(context.actor, token))
  return inTransaction(context, async (inside) => {
    const { database, clock } = inside
    await takeTurn(inside, `tokens ${token.personId}`)
    if ((await listTokens(inside, token.personId)).length >= mostTokens) return 'tooMany'
    const [id, secret, now] = [newId(), newSecret(), clock.now()]
    await database
      .insertInto('people_token')
      .values({
        token_id: id,
        person_id: token.personId,
        network_id: token.networkId,
        name: token.name,
        prefix: prefixOf(secret),
        token_digest: digestOf(secret),
        scopes: JSON.stringify(token.scopes),
        made_at: now.toString(),
        expires_at: now.add({ hours: token.days * 24 }).toString(),
      })
      .execute()
    await record(inside, 'tokenMade', token.networkId, id)
    await sendMail(inside, tokenMail(application, await findPerson(inside, token.personId), token.name))
    return { secret }
  })
}

/** Ends one’s own token at once; another person’s is not found. */
export async function endToken(context: Context, personId: string, tokenId: string): Promise<void> {
  const ended = await endTokens(context, { personId, tokenId })
  if (ended === 0) notFound()
}

/** Ends the tokens with this prefix, as when one was found in published code. Returns how many. */
export async function endTokensByPrefix(context: Context, prefix: string): Promise<number> {
  return endTokens(context, { prefix })
}

/** Ends open tokens: one of a person, all of a person, or those with a prefix. Returns how many. */
export async function endTokens(
  context: Context,
  which: { personId: string; tokenId?: string } | { prefix: string },
): Promise<number> {
  return inTransaction(context, async (inside) => {
    const open = inside.database
      .updateTable('people_token')
      .set({ ended_at: inside.clock.now().toString() })
      .where('ended_at', 'is', null)
    const chosen =
      'prefix' in which
        ? open.where('prefix', '=', which.prefix)
        : which.tokenId === undefined
          ? open.where('person_id', '=', which.personId)
          : open.where('person_id', '=', which.personId).where('token_id', '=', which.tokenId)
    const ended = await chosen.returning(['token_id as id', 'network_id as networkId']).execute()
    for (const { id, networkId } of ended) await record(inside, 'tokenEnded', networkId, id)
    return ended.length
  })
}

function record(context: Context, verb: string, networkId: string, subjectId: string): Promise<void> {
  return recordActivity(context, { networkId, verb, subjectKind: 'token', subjectId })
}

type Writing = Pick<Context, 'database' | 'clock'>

/** Records that a token was used today. */
export async function noteTokenUse({ database, clock }: Writing, tokenId: string): Promise<void> {
  await database
    .updateTable('people_token')
    .set({ last_used_on: dayOf(clock) })
    .where('token_id', '=', tokenId)
    .execute()
}

const keptHours = 30 * 24

/** Removes tokens a month after they have ended. */
export async function removeOldTokens({ database, clock }: Writing): Promise<void> {
  const limit = clock.now().subtract({ hours: keptHours }).toString()
  await database
    .deleteFrom('people_token')
    .where((eb) =>
      eb.or([eb('expires_at', '<', sql<Date>`${limit}`), eb('ended_at', '<', sql<Date>`${limit}`)]),
    )
    .execute()
}
