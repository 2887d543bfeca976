import { languageOf } from '../../../../platform/i18n/country-language.ts'
import { useReader } from '../../../../ui/reader.tsx'
import { Name } from '../../../../ui/text/name.tsx'
import { shortNames } from '../../../directory/index.ts'
import type { AgendaEvent } from '../../events/summary.queries.ts'
import type { MissionSeats } from '../document/schema.ts'
import { paths } from '../paths.ts'
import { OfferFacts } from '../seats/offer-facts.tsx'
import type { SeatRequest } from '../seats/queries.ts'
import { isOpen, seatsLeft } from '../seats/seats.ts'
import type { Sheet } from './queries.ts'

/** What the reader may do about the seats of a mission. */
export interface SeatsView {
  requests: SeatRequest[]
  /** The authorities for which the reader may ask. */
  own: readonly string[]
  mayAnswer: boolean
}

interface SeatsProps {
  network: string
  event: AgendaEvent
  sheet: Sheet
  view: SeatsView
}

/** Seats for others: what is offered, who joins, the requests, and a link to ask. */
export function Seats({ network, event, sheet, view }: SeatsProps) {
  const offers = sheet.mission.seats
  const gone = view.requests.filter(({ seatsId }) => !offers.some(({ id }) => id === seatsId))
  return (
    <>
      {offers.map((offer) => (
        <Offer key={offer.id} network={network} event={event} sheet={sheet} view={view} offer={offer} />
      ))}
      <Requests network={network} event={event} view={view} requests={gone} />
    </>
  )
}

function Offer({ offer, ...props }: SeatsProps & { offer: MissionSeats }) {
  const reader = useReader()
  const { network, event, sheet, view } = props
  const { t } = reader
  const isStillOpen = isOpen(event, offer, view.requests, reader.today)
  const requests = view.requests.filter(({ seatsId }) => seatsId === offer.id)
  return (
    <div class="mission-offer">
      <OfferFacts sheet={sheet} offer={offer} left={seatsLeft(offer, view.requests)} />
      {isStillOpen ? null : <p class="quiet">{t('agenda.seats.closed')}</p>}
      {isStillOpen && view.own.length > 0 ? (
        <p>
          <a class="button" href={paths.seats(reader, network, event.slug, offer.id)}>
            {t('agenda.seats.ask')}
          </a>
        </p>
      ) : null}
      {isStillOpen && view.own.length === 0 && !view.mayAnswer ? (
        <p class="quiet mission-help">{t('agenda.seats.forMembers')}</p>
      ) : null}
      <Requests network={network} event={event} view={view} requests={requests} />
    </div>
  )
}

type RequestsProps = Omit<SeatsProps, 'sheet'> & { requests: readonly SeatRequest[] }

// Who joins is part of the mission; requests are for those who ask and those who answer.
function Requests({ network, event, view, requests }: RequestsProps) {
  const reader = useReader()
  const { t } = reader
  const isTheirs = ({ organisation }: SeatRequest) => view.mayAnswer || view.own.includes(organisation.id)
  const shown = requests.filter((request) => request.state === 'accepted' || isTheirs(request))
  if (shown.length === 0) return null
  return (
    <ul class="mission-requests">
      {shown.map((request) => (
        <li key={request.id}>
          <Name name={shortNames(request.organisation)} own={languageOf(request.organisation.country)} />
          {` · ${t('agenda.mission.people', { count: request.count })} · ${t(`agenda.seats.state.${request.state}`)}`}
          {isTheirs(request) ? (
            <>
              {' · '}
              <a href={paths.request(reader, network, event.slug, request.id)}>
                {t(
                  view.mayAnswer && request.state === 'asked' ? 'agenda.seats.toAnswer' : 'agenda.seats.open',
                )}
              </a>
            </>
          ) : null}
        </li>
      ))}
    </ul>
  )
}
