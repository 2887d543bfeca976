import type { Visit } from '../../../../platform/http/visit.ts'
import { notFound } from '../../../../platform/refusal.ts'
import { type LinkRequest, loadLinkRequest } from '../../../networks/index.ts'
import type { AgendaEvent } from '../../events/summary.queries.ts'
import { type Link, links } from '../../links.ts'
import { findAttended, lookUpRegistration, lookUpTerms } from '../queries.ts'
import type { Registration } from '../registration.ts'
import { isOver, type Terms } from '../terms.ts'

export interface OwnRequest extends LinkRequest {
  link: Link
  registration: Registration
  event: AgendaEvent
  terms: Terms
  /** Whether the event is shown to participants: not once it was hidden. */
  isShown: boolean
}

/** The registration to which a secret address leads; 404 for one that was never sent, or was ended. */
export async function loadOwnRequest(visit: Visit): Promise<OwnRequest> {
  const loaded = await loadLinkRequest(visit)
  const { writing, network, token } = loaded
  const link = (await links.lookUp(writing, token)) ?? notFound('registration')
  const registration =
    (await lookUpRegistration(writing, link.registration_id ?? '')) ?? notFound('registration')
  const event = await findAttended(writing, network.id, registration.eventId)
  return {
    ...loaded,
    link,
    registration,
    event,
    terms: (await lookUpTerms(writing, event.id)) ?? notFound('registration'),
    isShown: event.publishedAt !== null && event.visibility !== 'hosts',
  }
}

/** Whether anything can still be changed by the link. */
export function isAlive({ link, registration, event, writing }: OwnRequest): boolean {
  const stands = registration.state === 'placed' || registration.state === 'waiting'
  return link.purpose === 'keep' && stands && !isOver(event, writing.today)
}

/** Loads the reader’s own registration for a form of its page; 404 if its event is over. */
export async function loadLiveRequest(visit: Visit): Promise<OwnRequest> {
  const loaded = await loadOwnRequest(visit)
  return isAlive(loaded) ? loaded : notFound('registration')
}
