import { Section } from '../../../../ui/text/headings.tsx'
import { EventDate } from '../views/event-date.tsx'
import type { PlacedEvent } from './day-place.ts'
import { EventChip } from './event-chip.tsx'
import type { CalendarEvent } from './queries.ts'

interface VagueEventsProps {
  network: string
  countries: readonly string[]
  id: string
  title: string
  placed: readonly PlacedEvent<CalendarEvent>[]
}

/** Events of which no day is known, with their dates in the words of the source. */
export function VagueEvents({ network, countries, id, title, placed }: VagueEventsProps) {
  if (placed.length === 0) return null
  return (
    <Section id={id} title={title}>
      <ul class="vague">
        {placed.map(({ event }) => (
          <li key={event.key}>
            <span class="vague-date">
              <EventDate countries={countries} event={event} />
            </span>{' '}
            <EventChip network={network} countries={countries} event={event} />
          </li>
        ))}
      </ul>
    </Section>
  )
}
