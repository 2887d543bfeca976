import { writeDay } from '../../platform/i18n/formatters.ts'
import type { Reader } from '../../platform/i18n/reader.ts'
import { useReader } from '../reader.tsx'
import { FuzzyDate } from '../text/fuzzy-date.tsx'
import {
  type TimelineEntry,
  timelineYears,
  type YearColumn,
  type YearGap,
  type YearMark,
} from './timeline-years.ts'

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

/** One year of the line, to scale: a mark for a known day, a band for days it may have been. */
function YearAxis({ marks, today }: { marks: YearMark[]; today: number | null }) {
  return (
    <svg class="year-axis" width="100%" height="28" aria-hidden="true" focusable="false">
      <line class="axis-line" x1="0" y1="14" x2="100%" y2="14" />
      {[25, 50, 75].map((share) => (
        <line key={share} class="axis-tick" x1={`${share}%`} y1="12" x2={`${share}%`} y2="16" />
      ))}
      {today === null ? null : <line class="axis-today" x1={`${today}%`} y1="1" x2={`${today}%`} y2="27" />}
      {marks.map((mark, index) => (
        <Mark key={index} mark={mark} />
      ))}
    </svg>
  )
}

const centres = { agreement: 7, anniversary: 14, activity: 21 } as const

function Mark({ mark }: { mark: YearMark }) {
  const y = centres[mark.lane]
  const classes = `axis-mark axis-${mark.lane}${mark.planned ? ' axis-planned' : ''}`
  if (mark.end - mark.start > 1.5) {
    return (
      <rect
        class={classes}
        x={`${mark.start}%`}
        y={y - 3}
        width={`${round(mark.end - mark.start)}%`}
        height="6"
        rx="3"
      />
    )
  }
  // Kept off the edges, where half of a mark would be cut; the stylesheet centres squares on their place.
  const x = `${Math.min(Math.max(mark.start, 3), 97)}%`
  if (mark.lane === 'activity') return <circle class={classes} cx={x} cy={y} r="4" />
  return <rect class={`${classes} axis-point`} x={x} y={y} width="8" height="8" />
}

function round(share: number): number {
  return Math.round(share * 10) / 10
}
