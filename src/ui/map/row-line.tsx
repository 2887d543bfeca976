import { useReader } from '../reader.tsx'
import { languageAttributes } from '../text/language-attributes.ts'
import { easing, type Row } from './pair-rows.ts'
import { fitNames, type RowName, rowName } from './row-names.ts'
import { tieDescription, tieFacts } from './tie-description.ts'

interface RowLineProps {
  row: Row
  /** Where the straight part begins and ends. */
  span: { from: number; until: number }
  /** Kind and year rather than the year alone, if rows are few. */
  detailed: boolean
}

/** One tie of the map: points, line and names, all of it one link. */
export function RowLine({ row, span, detailed }: RowLineProps) {
  const reader = useReader()
  const { tie, left, right, y } = row
  const straight = straightPart(row, span)
  const curves = [
    ...left.flatMap(({ at }) => (at ? [easing(at, span.from, y)] : [])),
    ...right.flatMap(({ at }) => (at ? [easing(at, span.until, y)] : [])),
  ]
  const path = `${curves.join('')}M${straight.from},${y}H${straight.until}`
  const names = fitNames(
    rowName(reader, left),
    rowName(reader, right),
    (detailed ? [tie.kind, tie.year].filter(Boolean).join(' · ') : tie.year) ?? '',
    straight.until - straight.from,
  )
  const content = (
    <>
      <path class="map-hit" d={`M${straight.from},${y - 6}H${straight.until}`} />
      <path class="map-halo" d={path} />
      <path class="map-line" d={path} />
      {[...left, ...right].map(({ at, side }, index) =>
        at ? <circle key={index} class={`map-end side-${side + 1}`} cx={at[0]} cy={at[1]} r="4.5" /> : null,
      )}
      {left.length === 0 || right.length === 0 ? (
        <circle class="map-open" cx={left.length > 0 ? straight.until : straight.from} cy={y} r="5" />
      ) : null}
      <NameText name={names.left} x={straight.from} y={y - 6} anchor="start" />{' '}
      {names.middle ? (
        <text class="map-words" x={straight.from + names.middleAt} y={y - 6} text-anchor="middle">
          {`${names.middle} `}
        </text>
      ) : null}
      <NameText name={names.right} x={straight.until} y={y - 6} anchor="end" />
    </>
  )
  const classes = `map-tie status-${tie.status}`
  if (!tie.href) return <g class={classes}>{content}</g>
  // A reader who controls the machine by voice says the written words: the name of the link begins with them.
  const written = [names.left, names.right].map(({ text, own }) => (own ? `${text} ${own.text}` : text))
  const label = [written[0], names.middle, written[1]].filter(Boolean).join(' ')
  return (
    <a class={classes} href={tie.href} aria-label={`${label}, ${tieFacts(reader, tie)}`} data-tie={tie.key}>
      <title>{tieDescription(reader, tie)}</title>
      {content}
    </a>
  )
}

/** The whole way for a tie with two sides; three fifths of it, with an open end, for one that looks for the other. */
function straightPart(
  { left, right }: Row,
  span: { from: number; until: number },
): { from: number; until: number } {
  const part = Math.round((span.until - span.from) * 0.6)
  if (right.length === 0) return { from: span.from, until: span.from + part }
  if (left.length === 0) return { from: span.until - part, until: span.until }
  return span
}

interface NameTextProps {
  name: RowName
  x: number
  y: number
  anchor: 'start' | 'end'
}

function NameText({ name, x, y, anchor }: NameTextProps) {
  const reader = useReader()
  if (name.text === '') return null
  return (
    <text class="map-name" x={x} y={y} text-anchor={anchor} {...languageAttributes(reader, name.language)}>
      {name.text}
      {name.own ? (
        <tspan class="map-own-name" {...languageAttributes(reader, name.own.language)}>
          {` ${name.own.text}`}
        </tspan>
      ) : null}
    </text>
  )
}
