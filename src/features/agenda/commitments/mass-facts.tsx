import { capitalized } from '../../../platform/i18n/capitalized.ts'
import { languageOf } from '../../../platform/i18n/country-language.ts'
import { FactList } from '../../../ui/blocks/fact-list.tsx'
import { useReader } from '../../../ui/reader.tsx'
import { dayWords } from '../../../ui/text/date-words.ts'
import { Name } from '../../../ui/text/name.tsx'
import { Passage } from '../../../ui/text/passage.tsx'
import { shortNames } from '../../directory/index.ts'
import type { Network } from '../../networks/index.ts'
import type { AgendaEvent } from '../events/summary.queries.ts'
import { EventDate } from '../events/views/event-date.tsx'
import type { Asking } from './queries.ts'
import { tallyFacts, tallyOf } from './tally.ts'

interface MassFactsProps {
  network: Network
  event: AgendaEvent
  asking: Asking
  /** The decision was made and carried out. */
  isDecided?: boolean
}

/** How many of the needed commitments there are, until when, and what happens with fewer. */
export function MassFacts({ network, event, asking, isDecided = false }: MassFactsProps) {
  const reader = useReader()
  const { t } = reader
  const { mass, commitments } = asking
  const tally = tallyOf(mass, commitments, network.countries)
  return (
    <FactList
      facts={[
        ...tallyFacts(reader, mass, tally).map(({ label, value }) => ({ term: label, detail: value })),
        {
          term: t('agenda.commitments.until'),
          detail: dayWords(reader, event.commitments?.closesOn ?? mass.until),
        },
        ...(isDecided
          ? []
          : [
              {
                term: t('agenda.commitments.below'),
                detail: <Below network={network} asking={asking} />,
              },
            ]),
      ]}
    />
  )
}

// What becomes of an event when too few commit themselves, as it was announced.
function Below({ network, asking: { mass, place } }: Pick<MassFactsProps, 'network' | 'asking'>) {
  const reader = useReader()
  const { t } = reader
  const { below, smaller } = mass
  if (below === 'cancelled') return t('agenda.commitments.below.cancelled')
  const at = (instant: string | null) => (instant === null ? null : new Date(instant))
  const { when: happens, dateWords: words, zone } = smaller
  const form = [
    smaller.kind === null ? null : t(`agenda.eventKind.${smaller.kind}`),
    smaller.attendance === null ? null : t(`agenda.attendance.${smaller.attendance}`),
  ].filter((each) => each !== null)
  const said = form.length > 0 ? form.join(', ') : t('agenda.commitments.below.reduced')
  return (
    <>
      {capitalized(said, reader.interfaceLanguage)}
      {Object.keys(smaller.venue).length > 0 ? (
        <>
          {' · '}
          <Passage text={smaller.venue} as="span" />
        </>
      ) : null}
      {place === null ? null : (
        <>
          {' · '}
          <Name name={shortNames(place)} own={languageOf(place.country)} />
        </>
      )}
      {happens === null ? null : (
        <div>
          <EventDate
            countries={network.countries}
            event={{ happens, words, startsAt: at(smaller.startsAt), endsAt: at(smaller.endsAt), zone }}
          />
        </div>
      )}
      {Object.keys(smaller.words).length > 0 ? <Passage text={smaller.words} /> : null}
    </>
  )
}
