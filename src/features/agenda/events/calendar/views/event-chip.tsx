import { cityOf, readClocks } from '../../../../../platform/dates/index.ts'
import { chooseName } from '../../../../../platform/i18n/localized-text.ts'
import type { Reader } from '../../../../../platform/i18n/reader.ts'
import { Passage } from '../../../../../ui/text/passage.tsx'
import { type Clock, TwoClocks } from '../../../../../ui/text/two-clocks.tsx'
import { paths } from '../../paths.ts'
import type { AgendaEvent } from '../../row/queries.ts'

interface EventChipProps {
  reader: Reader
  network: string
  /** Whose clocks, the reader’s own side first. */
  countries: readonly string[]
  event: AgendaEvent
  /** Says when it ends too. */
  isWhole?: boolean
  /** Its hours stand beside it already. */
  isUntimed?: boolean
}

/** An event as a calendar has room for: when it begins on every clock, its title, and whether it was called off. */
export function EventChip({ reader, network, countries, event, ...shown }: EventChipProps) {
  const isCancelled = event.state === 'cancelled'
  const clocks = shown.isUntimed ? [] : clocksOf(reader, countries, event, shown.isWhole ?? false)
  return (
    <a
      class={isCancelled ? 'chip-event chip-cancelled' : 'chip-event'}
      href={paths.event(reader, network, event.slug, event.occursOn)}
    >
      {clocks.length > 0 ? (
        <>
          <TwoClocks reader={reader} clocks={clocks} />{' '}
        </>
      ) : null}
      <Passage reader={reader} text={event.title} as="span" tags={false} class="chip-title" />
      {isCancelled ? <span class="tag">{reader.t('agenda.state.cancelled')}</span> : null}
    </a>
  )
}

/** When it begins, or from when to when it is, on every side’s clock; nothing where its hours are not known. */
function clocksOf(
  reader: Reader,
  countries: readonly string[],
  { startsAt, endsAt, zone }: AgendaEvent,
  isWhole: boolean,
): Clock[] {
  if (startsAt === null || zone === null) return []
  return readClocks({ startsAt, endsAt, zone }, countries).map(({ zone: where, start, end, ...shifts }) => {
    const until = isWhole && end ? `–${timeOn(end)}` : ''
    const shift = until === '' ? shifts.startShift : shifts.endShift
    return {
      time: `${timeOn(start)}${until}`,
      datetime: start.toString({ timeZoneName: 'never' }),
      place: chooseName(cityOf(where), reader.language).text,
      shift:
        shift === 0
          ? undefined
          : reader.t(shift > 0 ? 'ui.clock.later' : 'ui.clock.earlier', { days: Math.abs(shift) }),
    }
  })
}

function timeOn(moment: Temporal.ZonedDateTime): string {
  return moment.toPlainTime().toString({ smallestUnit: 'minute' })
}
