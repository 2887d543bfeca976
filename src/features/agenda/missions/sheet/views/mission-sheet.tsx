import { useReader } from '../../../../../ui/reader.tsx'
import { Section } from '../../../../../ui/text/headings.tsx'
import type { Network } from '../../../../networks/index.ts'
import type { AgendaEvent } from '../../../events/row/queries.ts'
import type { Sheet } from '../queries.ts'
import { Debrief } from './debrief.tsx'
import { Delegation } from './delegation.tsx'
import { Seats, type SeatsSight } from './seats.tsx'
import { Stops } from './stops.tsx'

interface MissionSheetProps {
  network: Network
  event: AgendaEvent
  sheet: Sheet
  sight: SeatsSight
  isInside: boolean
}

/** The sheet of a mission on the page of its event: what is known of it, part by part; what nobody knows is left out. */
export function MissionSheet({ network, event, sheet, sight, isInside }: MissionSheetProps) {
  const reader = useReader()
  const { t } = reader
  const { mission } = sheet
  const delegation = Delegation({ network: network.slug, sheet })
  return (
    <div class="mission">
      {delegation === null ? null : (
        <Section id="delegation" title={t('agenda.mission.delegation')}>
          {delegation}
        </Section>
      )}
      {mission.stops.length === 0 ? null : (
        <Section id="stops" title={t('agenda.mission.stops')}>
          <Stops network={network} sheet={sheet} />
        </Section>
      )}
      {mission.seats.length === 0 && sight.requests.length === 0 ? null : (
        <Section id="seats" title={t('agenda.mission.seats')}>
          <Seats network={network.slug} event={event} sheet={sheet} sight={sight} />
        </Section>
      )}
      {event.state === 'cancelled' ? null : (
        <Section id="debrief" title={t('agenda.mission.debrief')}>
          <Debrief
            network={network.slug}
            event={event}
            sheet={sheet}
            isInside={isInside}
            mayWrite={sight.mayAnswer}
          />
        </Section>
      )}
    </div>
  )
}
