import type { Context } from '../../../platform/context/context.ts'
import type { Visit } from '../../../platform/http/visit.ts'
import type { Reader } from '../../../platform/i18n/reader.ts'
import { parameterOf } from '../../../platform/input/parameters.ts'
import { notFound } from '../../../platform/refusal.ts'
import { useReader } from '../../../ui/reader.tsx'
import { Section } from '../../../ui/text/headings.tsx'
import { loadNetworkRequest, type Network, type NetworkRequest } from '../../networks/index.ts'
import { mayReadInside } from '../events/policy.ts'
import { findEvent } from '../events/queries.ts'
import { holdersOf } from '../events/record/holders.ts'
import type { AgendaEvent } from '../events/summary.queries.ts'
import { mayKeepRegistrations } from '../policy.ts'
import { paths } from './paths.ts'
import { placesLeft } from './places.ts'
import { countPlaced, lookUpOwnRegistration, lookUpTerms } from './queries.ts'
import type { Registration } from './registration.ts'
import { isOver, type RegistrationStatus, registrationStatus, type Terms } from './terms.ts'
import { TermsFacts } from './terms-facts.tsx'

interface Drawn {
  context: Context
  reader: Reader
  network: Network
  event: AgendaEvent
}

/** Registration for an event, for its page; null where it was never opened and the reader does not hold it. */
export async function renderRegistration({ context, network, event }: Drawn) {
  const held = { networkId: network.id, holders: holdersOf(event.organisations) }
  const isKeeper = mayKeepRegistrations(context.actor, held)
  const terms = await lookUpTerms(context, event.id)
  if (terms === null && (!isKeeper || isOver(event, context.today) || event.state === 'cancelled'))
    return null
  const { actor } = context
  const isPerson = terms !== null && actor.kind === 'person'
  const own = isPerson
    ? await lookUpOwnRegistration(context, event.id, { address: null, personId: actor.personId })
    : null
  return (
    <RegistrationPart
      network={network}
      event={event}
      terms={terms}
      status={terms && registrationStatus(event, terms, context)}
      left={terms ? placesLeft(terms, await countPlaced(context, event.id)).all : 0}
      isFor={terms?.forWhom === 'anybody' || mayReadInside(context.actor, network.id)}
      isKeeper={isKeeper}
      own={own}
    />
  )
}

interface RegistrationPartProps {
  network: Network
  event: AgendaEvent
  /** Null where registration was never opened. */
  terms: Terms | null
  status: RegistrationStatus | null
  left: number
  /** Whether registration is for the reader. */
  isFor: boolean
  /** Whether the reader looks after who comes. */
  isKeeper: boolean
  /** The registration that the reader made with their account. */
  own: Registration | null
}

/** Registration on the page of an event: the deadline, the places left, the link to register; and the list for its holders. */
function RegistrationPart(props: RegistrationPartProps) {
  const reader = useReader()
  const { network, event, terms, status, left, isFor, isKeeper, own } = props
  const { t } = reader
  const keeping = terms
    ? { href: paths.list(reader, network.slug, event.slug), label: t('agenda.registration.list') }
    : { href: paths.settings(reader, network.slug, event.slug), label: t('agenda.registration.openIt') }
  const isOpen = status === 'open'
  return (
    <Section id="registration" title={t('agenda.registration.title')}>
      {terms && isOpen ? <TermsFacts network={network} terms={terms} left={left} /> : null}
      {terms && status && !isOpen ? <p>{t(`agenda.registration.standing.${status}`)}</p> : null}
      {own ? <p>{t(`agenda.registration.yours.${own.state === 'placed' ? 'placed' : 'waiting'}`)}</p> : null}
      {terms && isOpen && left <= 0 && own === null ? <p>{t('agenda.registration.full')}</p> : null}
      {isOpen && !isFor ? <p class="quiet">{t('agenda.registration.forMembers')}</p> : null}
      <p class="actions">
        {isOpen && isFor ? (
          <a class="button primary" href={paths.form(reader, network.slug, event.slug)}>
            {t(own ? 'agenda.registration.openOwn' : 'agenda.registration.register')}
          </a>
        ) : null}{' '}
        {isKeeper ? (
          <a class="button" href={keeping.href}>
            {keeping.label}
          </a>
        ) : null}
      </p>
    </Section>
  )
}

export interface EventRequest extends NetworkRequest {
  event: AgendaEvent
  /** Null where registration was never opened. */
  terms: Terms | null
  /** Whether the reader looks after who comes. */
  isKeeper: boolean
}

/** An event that an address names, and on which terms one registers for it. */
export async function loadEventRequest(visit: Visit): Promise<EventRequest> {
  const { request } = visit
  const loaded = await loadNetworkRequest(visit)
  const { writing } = loaded
  const networkId = loaded.network.id
  const event = await findEvent(writing, networkId, parameterOf(request.params, 'slug') ?? '')
  const held = { networkId, holders: holdersOf(event.organisations) }
  return {
    ...loaded,
    writing,
    event,
    terms: await lookUpTerms(writing, event.id),
    isKeeper: mayKeepRegistrations(writing.actor, held),
  }
}

/** Loads an event for those who look after its registrations; 404 for others. */
export async function loadKeeperRequest(visit: Visit): Promise<EventRequest> {
  const loaded = await loadEventRequest(visit)
  return loaded.isKeeper ? loaded : notFound('registration')
}

export interface OpenedRequest extends EventRequest {
  terms: Terms
}

/** Loads an event whose registration was opened, for those who look after it; 404 for others, and before it was opened. */
export async function loadListRequest(visit: Visit): Promise<OpenedRequest> {
  const { terms, ...loaded } = await loadKeeperRequest(visit)
  return { ...loaded, terms: terms ?? notFound('registrations') }
}
