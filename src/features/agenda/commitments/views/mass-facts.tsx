import { FactList } from '../../../../ui/blocks/fact-list.tsx'
import { useReader } from '../../../../ui/reader.tsx'
import { dayWords } from '../../../../ui/text/date-words.ts'
import type { Network } from '../../../networks/index.ts'
import type { AgendaEvent } from '../../events/row/queries.ts'
import type { Asking } from '../queries.ts'
import { tallyOf } from '../tally.ts'
import { tallyFacts } from '../tally-words.ts'
import { Below } from './below.tsx'

interface MassFactsProps {
  network: Network
  event: AgendaEvent
  asking: Asking
  /** It is decided: what was to come of it has come. */
  isDecided?: boolean
}

/** How many commitments stand of those that are needed, until when, and what happens with fewer. */
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
