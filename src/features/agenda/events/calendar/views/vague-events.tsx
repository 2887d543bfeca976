import type { Reader } from '../../../../../platform/i18n/reader.ts'
import { Section } from '../../../../../ui/text/headings.tsx'
import { EventDate } from '../../views/event-date.tsx'
import type { PlacedEvent } from '../day-place.ts'
import type { CalendarEvent } from '../queries.ts'
import { EventChip } from './event-chip.tsx'

interface VagueEventsProps {
  reader: Reader
  network: string
  countries: readonly string[]
  id: string
  title: string
  placed: readonly PlacedEvent<CalendarEvent>[]
}

/** Events of which no day is known, with their dates as they were said. */
export function VagueEvents({ reader, network, countries, id, title, placed }: VagueEventsProps) {
  if (placed.length === 0) return null
  return (
    <Section id={id} title={title}>
      <ul class="vague">
        {placed.map(({ event }) => (
          <li key={event.key}>
            <span class="vague-date">
              <EventDate reader={reader} countries={countries} event={event} />
            </span>{' '}
            <EventChip reader={reader} network={network} countries={countries} event={event} />
          </li>
        ))}
      </ul>
    </Section>
  )
}
