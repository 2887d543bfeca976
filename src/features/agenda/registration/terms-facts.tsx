import type { Reader } from '../../../platform/i18n/reader.ts'
import { type Fact, FactList } from '../../../ui/blocks/fact-list.tsx'
import { useReader } from '../../../ui/reader.tsx'
import { ClockLines } from '../../../ui/text/clock-lines.tsx'
import { countryName } from '../../directory/index.ts'
import type { Network } from '../../networks/index.ts'
import type { AgendaEvent } from '../events/summary.queries.ts'
import { EventDate } from '../events/views/event-date.tsx'
import { otherCountries, type Terms } from './terms.ts'

interface TermsFactsProps {
  network: Pick<Network, 'countries'>
  /** Left out on the page of the event itself. */
  event?: AgendaEvent
  terms: Terms
  left: number
}

/** Until when one registers, who may, and how many places there are. */
export function TermsFacts({ network, event, terms, left }: TermsFactsProps) {
  const reader = useReader()
  const { t } = reader
  const { countries } = network
  const facts: Fact[] = [
    ...(event
      ? [
          {
            term: t('agenda.event.when'),
            detail: <EventDate countries={countries} event={event} />,
          },
        ]
      : []),
    {
      term: t('agenda.registration.until'),
      detail: (
        <ClockLines countries={countries} hours={{ startsAt: terms.until, endsAt: null, zone: terms.zone }} />
      ),
    },
    { term: t('agenda.registration.forWhom'), detail: t(`agenda.registration.audience.${terms.forWhom}`) },
    ...(terms.places === null && Object.keys(terms.countryPlaces).length === 0
      ? []
      : [{ term: t('agenda.registration.places'), detail: placesWords(reader, terms, left) }]),
  ]
  return <FactList facts={facts} />
}

function placesWords(reader: Reader, { places, countryPlaces }: Terms, left: number): string[] {
  const { t } = reader
  return [
    ...(places === null ? [] : [t('agenda.registration.placesLeft', { places, left })]),
    ...Object.entries(countryPlaces).map(([country, count]) =>
      t('agenda.registration.countryPlaces', { country: countryWords(reader, country), count }),
    ),
  ]
}

/** The name of a country with places of its own, or of all others together. */
export function countryWords(reader: Reader, country: string): string {
  return country === otherCountries
    ? reader.t('agenda.registration.otherCountries')
    : countryName(reader, country)
}
