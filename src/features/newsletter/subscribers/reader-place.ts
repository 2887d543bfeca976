import type { ReaderPlace } from '../../../platform/mail/mailing/reader-changes.ts'
import { tokenFor } from './link.ts'
import { paths } from './paths.ts'
import type { Subscription } from './subscription.ts'

/** The address of a reader, with the two links that act for them. */
export function placeOf(
  network: { slug: string },
  subscription: Subscription,
  { baseUrl, secret }: { baseUrl: string; secret: string },
): ReaderPlace {
  const { language, address } = subscription
  const link = (purpose: 'preferences' | 'leaving') =>
    baseUrl + paths[purpose](language, network.slug, tokenFor(secret, purpose, subscription))
  return {
    address: address ?? '',
    preferencesAddress: link('preferences'),
    unsubscribeAddress: link('leaving'),
  }
}
