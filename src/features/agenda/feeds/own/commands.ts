import { recordActivity } from '../../../../platform/activity/activity.ts'
import { dayOf } from '../../../../platform/context/clock.ts'
import type { Context } from '../../../../platform/context/context.ts'
import { newId } from '../../../../platform/context/identifier.ts'
import { digestOf, newToken } from '../../../../platform/context/secret-token.ts'
import { inTransaction } from '../../../../platform/database/transaction.ts'
import { takeTurn } from '../../../../platform/database/turns.ts'
import { authorize, notFound } from '../../../../platform/refusal.ts'
import { mayMakeFeed } from '../../policy.ts'
import { listFeeds } from './queries.ts'

export interface NewFeed {
  networkId: string
  language: string
  /** The filter, as in addresses of the agenda. */
  parameters: string
}

const mostFeeds = 20

/** Makes a secret address for the actor. Returns the secret, which cannot be read again, or that there are too many. */
export async function makeFeed(context: Context, feed: NewFeed): Promise<{ secret: string } | 'tooMany'> {
  authorize(mayMakeFeed(context.actor, feed.networkId))
  const personId = ownerOf(context)
  return inTransaction(context, async (inside) => {
    await takeTurn(inside, `feeds ${personId}`)
    if ((await listFeeds(inside, personId)).length >= mostFeeds) return 'tooMany'
    const [id, secret] = [newId(), newToken()]
    await inside.database
      .insertInto('agenda_feed')
      .values({
        feed_id: id,
        person_id: personId,
        network_id: feed.networkId,
        language: feed.language,
        parameters: feed.parameters,
        secret_digest: digestOf(secret),
        made_at: inside.clock.now().toString(),
      })
      .execute()
    await record(inside, 'feedMade', { id, networkId: feed.networkId })
    return { secret }
  })
}

/** Gives one of the actor’s feeds another address, so that the former one ends; returns the new secret. */
export async function renewFeed(
  context: Context,
  feedId: string,
): Promise<{ secret: string; networkId: string }> {
  return inTransaction(context, async (inside) => {
    const secret = newToken()
    const changed = await inside.database
      .updateTable('agenda_feed')
      .set({
        secret_digest: digestOf(secret),
        renewed_at: inside.clock.now().toString(),
        last_fetched_on: null,
      })
      .where('feed_id', '=', feedId)
      .where('person_id', '=', ownerOf(context))
      .returning(['feed_id as id', 'network_id as networkId'])
      .executeTakeFirst()
    if (!changed) return notFound()
    await record(inside, 'feedRenewed', changed)
    return { secret, networkId: changed.networkId }
  })
}

/** Withdraws one of the actor’s addresses at once; another person’s is not found. */
export async function endFeed(context: Context, feedId: string): Promise<void> {
  await inTransaction(context, async (inside) => {
    const ended = await inside.database
      .deleteFrom('agenda_feed')
      .where('feed_id', '=', feedId)
      .where('person_id', '=', ownerOf(context))
      .returning(['feed_id as id', 'network_id as networkId'])
      .executeTakeFirst()
    if (!ended) return notFound()
    await record(inside, 'feedEnded', ended)
  })
}

/** Records that a feed was fetched today. */
export async function noteFetch(
  { database, clock }: Pick<Context, 'database' | 'clock'>,
  feedId: string,
): Promise<void> {
  await database
    .updateTable('agenda_feed')
    .set({ last_fetched_on: dayOf(clock) })
    .where('feed_id', '=', feedId)
    .execute()
}

function ownerOf({ actor }: Context): string {
  return actor.kind === 'person' ? actor.personId : notFound()
}

function record(context: Context, verb: string, feed: { id: string; networkId: string }): Promise<void> {
  return recordActivity(context, { networkId: feed.networkId, verb, subjectKind: 'feed', subjectId: feed.id })
}
