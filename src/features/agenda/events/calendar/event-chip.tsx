import { cityOf, wallTime, zonesFor } from '../../../../platform/dates/index.ts'
import { chooseName } from '../../../../platform/i18n/localized-text.ts'
import type { Reader } from '../../../../platform/i18n/reader.ts'
import { keptHtml } from '../../../../ui/kept-html.ts'
import { useReader } from '../../../../ui/reader.tsx'
import { Section } from '../../../../ui/text/headings.tsx'
import { Passage } from '../../../../ui/text/passage.tsx'
import { type Clock, TwoClocks } from '../../../../ui/text/two-clocks.tsx'
import { daysBetween } from '../../planning/side.ts'
import { paths } from '../paths.ts'
import type { AgendaEvent } from '../summary.queries.ts'
import { EventDate } from '../views/event-date.tsx'
import type { PlacedEvent } from './day-place.ts'
import type { CalendarEvent } from './queries.ts'

interface EventChipProps {
  network: string
  /** Whose clocks, the reader’s own side first. */
  countries: readonly string[]
  event: Pick<AgendaEvent, 'slug' | 'title' | 'state' | 'occursOn' | 'startsAt' | 'endsAt' | 'zone'>
  /** Shows its end too. */
  isWhole?: boolean
  /** Its hours are beside it already. */
  isUntimed?: boolean
}

/** An event as a calendar has room for: when it begins on every clock, its title, and whether it was called off. */
export function EventChip(props: EventChipProps) {
  const reader = useReader()
  const { network, countries, event, isWhole, isUntimed } = props
  const under = ['chip', reader.language, isWhole, isUntimed, ...countries].join(' ')
  // A calendar shows each twice, in the table and in the list for a telephone. Every text in it is escaped.
  const __html = keptHtml(event, under, () => <Content {...props} />)
  return (
    <a
      class={event.state === 'cancelled' ? 'chip-event chip-cancelled' : 'chip-event'}
      href={paths.event(reader, network, event.slug, event.occursOn)}
      dangerouslySetInnerHTML={{ __html }}
    />
  )
}

function Content({ countries, event, ...shown }: EventChipProps) {
  const reader = useReader()
  const clocks = shown.isUntimed ? [] : clocksOf(reader, countries, event, shown.isWhole ?? false)
  return (
    <>
      {clocks.length > 0 ? (
        <>
          <TwoClocks clocks={clocks} />{' '}
        </>
      ) : null}
      <Passage text={event.title} as="span" tags={false} class="chip-title" />
      {event.state === 'cancelled' ? <span class="tag">{reader.t('agenda.state.cancelled')}</span> : null}
    </>
  )
}

/** When it begins, or from when to when it is, on every side’s clock; nothing where its hours are not known. */
function clocksOf(
  reader: Reader,
  countries: readonly string[],
  { startsAt, endsAt, zone }: EventChipProps['event'],
  isWhole: boolean,
): Clock[] {
  if (startsAt === null || zone === null) return []
  const zones = zonesFor(countries, zone)
  const first = wallTime(startsAt, zones[0] ?? zone).day
  return zones.map((where) => {
    const start = wallTime(startsAt, where)
    const end = isWhole && endsAt ? wallTime(endsAt, where) : null
    const shift = daysBetween(first, (end ?? start).day)
    return {
      time: end ? `${start.time}–${end.time}` : start.time,
      datetime: start.datetime,
      place: chooseName(cityOf(where), reader.language).text,
      shift:
        shift === 0
          ? undefined
          : reader.t(shift > 0 ? 'ui.clock.later' : 'ui.clock.earlier', { days: Math.abs(shift) }),
    }
  })
}

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
