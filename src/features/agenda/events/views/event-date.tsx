import type { ComponentChildren } from 'preact'
import type { LocalizedText } from '../../../../platform/i18n/localized-text.ts'
import type { Reader } from '../../../../platform/i18n/reader.ts'
import { useReader } from '../../../../ui/reader.tsx'
import { ClockLines, clockWords } from '../../../../ui/text/clock-lines.tsx'
import { dateWords, dayWords } from '../../../../ui/text/date-words.ts'
import { FuzzyDate } from '../../../../ui/text/fuzzy-date.tsx'
import { lastDayOf } from '../known-days.ts'
import type { AgendaEvent } from '../summary.queries.ts'

type Dated = Pick<AgendaEvent, 'happens' | 'words' | 'startsAt' | 'endsAt' | 'zone'>

interface EventDateProps {
  countries: readonly string[]
  event: Dated
  /** What follows the last word: marks of evidence. */
  children?: ComponentChildren
}

/** When an event is: on every side’s clock where its hours are known, else the date in the words of the source. */
export function EventDate({ countries, event, children }: EventDateProps) {
  const reader = useReader()
  const { startsAt, endsAt, zone } = event
  const until = untilWords(reader, event)
  if (startsAt !== null && zone !== null)
    return (
      <>
        <ClockLines countries={countries} hours={{ startsAt, endsAt, zone }}>
          {children}
        </ClockLines>
        {until === null ? null : <span class="quiet"> {until}</span>}
      </>
    )
  return (
    <>
      {event.happens === null ? (
        <span class="quiet">{reader.t('agenda.event.noDate')}</span>
      ) : (
        <SaidDate happens={event.happens} words={event.words} />
      )}
      {children}
    </>
  )
}

// Words such as « de 10 heures à 17 heures » do not name the day.
function SaidDate({ happens, words }: { happens: string; words: LocalizedText }) {
  const reader = useReader()
  const said = Object.keys(words).length > 0
  if (!said || !/^\d{4}-\d{2}-\d{2}$/.test(happens))
    return <FuzzyDate {...dateWords(reader, happens, words)} />
  return (
    <>
      <FuzzyDate {...dateWords(reader, happens)} />
      <span class="quiet"> ({dateWords(reader, happens, words).shown})</span>
    </>
  )
}

/** The date of an event in one line of plain words. */
export function eventDateWords(
  reader: Reader,
  countries: readonly string[],
  { happens, words, startsAt, endsAt, zone }: Dated,
): string {
  if (startsAt !== null && zone !== null)
    return [
      clockWords(reader, { countries, hours: { startsAt, endsAt, zone } }),
      untilWords(reader, { happens, words, startsAt, endsAt }),
    ]
      .filter((words) => words !== null)
      .join(', ')
  return happens === null ? reader.t('agenda.event.noDate') : dateWords(reader, happens, words).shown
}

/** The last day of an event whose hours give the beginning alone; else null. */
export function untilWords(
  reader: Reader,
  event: Pick<AgendaEvent, 'happens' | 'words' | 'startsAt' | 'endsAt'>,
): string | null {
  const last = lastDayOf(event)
  return last === null ? null : reader.t('agenda.event.untilDay', { day: dayWords(reader, last) })
}

/** When it was to be before it was moved; null where nothing was known of it. */
export function formerDateWords(
  reader: Reader,
  countries: readonly string[],
  { previously, zone }: Pick<AgendaEvent, 'previously' | 'zone'>,
): string | null {
  if (previously === null || (previously.happens === null && previously.startsAt === null)) return null
  const words: LocalizedText = previously.words
  const startsAt = previously.startsAt === null ? null : new Date(previously.startsAt)
  return eventDateWords(reader, countries, { ...previously, words, startsAt, endsAt: null, zone })
}
