import { zoneOf } from '../../../platform/dates/index.ts'
import type { Application } from '../../../platform/http/application.ts'
import type { Visit } from '../../../platform/http/visit.ts'
import { type InterfaceLanguage, isInterfaceLanguage } from '../../../platform/i18n/languages.ts'
import { notFound } from '../../../platform/refusal.ts'
import {
  type LinkRequest,
  loadLinkRequest,
  loadNetworkRequest,
  type Network,
  type NetworkRequest,
} from '../../networks/index.ts'
import { mayKeepSubscribers } from '../policy.ts'
import { idInToken, isTokenFor, type LinkPurpose } from './link.ts'
import { type Authority, listAuthorities, lookUpSubscription } from './queries.ts'
import type { Subscription } from './subscription.ts'

export interface SubscriberRequest extends LinkRequest {
  subscription: Subscription
}

/** Reads the subscription of a secret address. 404 for an address that was never sent, was altered, or is older than a move. */
export async function loadSubscriberRequest(visit: Visit, purpose: LinkPurpose): Promise<SubscriberRequest> {
  const { isValid, ...loaded } = await loadTokenRequest(visit, purpose)
  return isValid ? loaded : notFound('subscription')
}

/**
 * Reads a subscription by a link that answers a mail. A link that answers nothing any longer (a newer mail followed, or it was used) is not
 * valid. Its page says so, and neither shows nor does anything else.
 */
export async function loadTokenRequest(
  visit: Visit,
  purpose: LinkPurpose,
): Promise<SubscriberRequest & { isValid: boolean }> {
  const loaded = await loadLinkRequest(visit)
  const { application, writing, network, token } = loaded
  const id = idInToken(token) ?? notFound('subscription')
  const subscription = (await lookUpSubscription(writing, network.id, id)) ?? notFound('subscription')
  return { ...loaded, subscription, isValid: isTokenFor(application.secret, token, purpose, subscription) }
}

/** Reads the network in the address for coordinators of its readers; other people get 404. */
export async function loadKeeperRequest(visit: Visit): Promise<NetworkRequest> {
  const loaded = await loadNetworkRequest(visit)
  return mayKeepSubscribers(loaded.writing.actor, loaded.network.id) ? loaded : notFound('subscribers')
}

/** The latest day now in any country of a network, ISO: at eight in Seoul it is still the evening before in Paris. */
export function latestDay(
  { clock }: Pick<Application, 'clock'>,
  { countries }: Pick<Network, 'countries'>,
): string {
  const now = clock.now()
  const today = now.toString().slice(0, 10)
  const days = countries.map((country) => now.toZonedDateTimeISO(zoneOf(country)).toPlainDate().toString())
  return [today, ...days].toSorted().at(-1) ?? today
}

/** What readers of a network may choose from: the languages of its letter, and its authorities. */
export interface Offer {
  languages: string[]
  authorities: Authority[]
  organisationIds: string[]
}

export async function readOffer({ writing, network }: NetworkRequest): Promise<Offer> {
  const authorities = await listAuthorities(writing, network.id)
  return {
    languages: lettersIn(network),
    authorities,
    organisationIds: authorities.map(({ id }) => id),
  }
}

export function lettersIn({ languages }: Pick<Network, 'languages'>): InterfaceLanguage[] {
  const own = languages.filter(isInterfaceLanguage)
  return own.length > 0 ? own : ['en']
}
