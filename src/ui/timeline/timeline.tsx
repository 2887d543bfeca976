import { writeDay } from '../../platform/i18n/formatters.ts'
import type { Reader } from '../../platform/i18n/reader.ts'
import { useReader } from '../reader.tsx'
import { FuzzyDate } from '../text/fuzzy-date.tsx'
import { type TimelineEntry, timelineYears, type YearColumn, type YearGap } from './timeline-years.ts'
import { YearAxis } from './year-axis.tsx'

export interface TimelineProps {
  /** Names the timeline to screen readers. */
  label: string
  entries: TimelineEntry[]
}

/** Years as columns if there is room, otherwise as a list; years without a trace stay visible. */
export function Timeline({ label, entries }: TimelineProps) {
  const reader = useReader()
  return (
    <section class="timeline-scroll" aria-label={`${label}, ${reader.t('ui.timeline.byYear')}`} tabindex={0}>
      <ol class="timeline">
        {timelineYears(entries, reader.today).map((part) =>
          'year' in part ? <Year key={part.year} column={part} /> : <Gap key={part.from} gap={part} />,
        )}
      </ol>
    </section>
  )
}

function Year({ column }: { column: YearColumn }) {
  const reader = useReader()
  const above = column.entries.filter((entry) => entry.lane === 'agreement')
  const below = column.entries.filter((entry) => entry.lane !== 'agreement')
  return (
    <li class={column.today === null ? 'year' : 'year year-today'}>
      <p class="year-label">
        <time datetime={String(column.year)}>{column.year}</time>
        {column.today === null ? null : <span class="year-now"> {dayInYear(reader)}</span>}
      </p>
      <YearAxis marks={column.marks} today={column.today} />
      <YearEntries entries={above} place="above" />
      <YearEntries entries={below} place="below" />
    </li>
  )
}

// The page’s day, which need not be today.
function dayInYear({ today, interfaceLanguage }: Reader): string {
  return writeDay(interfaceLanguage, today, { day: 'numeric', month: 'long' })
}

interface YearEntriesProps {
  entries: TimelineEntry[]
  place: 'above' | 'below'
}

function YearEntries({ entries, place }: YearEntriesProps) {
  const reader = useReader()
  if (entries.length === 0) return null
  return (
    <ul class={`year-${place}`}>
      {entries.map((entry) => (
        <li key={entry.key} class={entryClass(entry)}>
          <span class="entry-date">
            <span class="visually-hidden">{reader.t(`ui.timeline.${entry.lane}`)} </span>
            <FuzzyDate {...entry.date} />
          </span>{' '}
          {entry.href ? <a href={entry.href}>{entry.title}</a> : entry.title}
          <EntryTag entry={entry} />
          {entry.evidence}
        </li>
      ))}
    </ul>
  )
}

function EntryTag({ entry }: { entry: TimelineEntry }) {
  const reader = useReader()
  if (entry.cancelled) return <span class="tag">{reader.t('ui.timeline.cancelled')}</span>
  if (entry.planned && entry.lane !== 'anniversary')
    return <span class="tag">{reader.t('ui.timeline.planned')}</span>
  return null
}

function Gap({ gap }: { gap: YearGap }) {
  const reader = useReader()
  const years = gap.until - gap.from + 1
  return (
    <li class={`gap gap-${gap.kind}`}>
      <span class="gap-years">
        {gap.kind === 'silent' ? reader.t('ui.timeline.gap', { years }) : yearsOf(gap)}
      </span>
    </li>
  )
}

function yearsOf({ from, until }: YearGap): string {
  return from === until ? String(from) : `${from}–${until}`
}

function entryClass(entry: TimelineEntry): string {
  const classes = ['moment', `moment-${entry.lane}`]
  if (entry.planned) classes.push('moment-planned')
  if (entry.cancelled) classes.push('moment-cancelled')
  return classes.join(' ')
}
