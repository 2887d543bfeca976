import type { YearMark } from './timeline-years.ts'

/** One year of the line, to scale: a mark for a known day, a band for days it may have been. */
export function YearAxis({ marks, today }: { marks: YearMark[]; today: number | null }) {
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
