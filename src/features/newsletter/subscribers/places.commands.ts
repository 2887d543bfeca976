import { moveReader, restoreReader } from '../../../platform/mail/mailing/reader-changes.ts'
import type { Telling } from './notices.commands.ts'
import { lookUpSubscription } from './queries.ts'
import { placeOf } from './reader-place.ts'

/** Sends a letter that waits for a reader to where they are now: after a move, and to whoever comes back before it leaves. */
export async function followReader(
  { application, writing, network }: Telling,
  subscriptionId: string,
): Promise<void> {
  const subscription = await lookUpSubscription(writing, network.id, subscriptionId)
  if (subscription?.state !== 'subscribed') return
  const { settings, secret } = application
  const place = placeOf(network, subscription, { baseUrl: settings.baseUrl, secret })
  await moveReader(writing, subscription.id, place)
  await restoreReader(writing, subscription.id, place)
}
