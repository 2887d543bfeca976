import { chooseName } from '../../platform/i18n/localized-text.ts'
import type { Reader } from '../../platform/i18n/reader.ts'
import { languageAttributes } from '../text/language-attributes.ts'
import { easing, type Row } from './pair-rows.ts'
import type { Place } from './places.ts'
import { cutToWidth, textWidth } from './text-width.ts'
import { tieDescription } from './tie-description.ts'

const nameSize = 14

interface RowLineProps {
  reader: Reader
  row: Row
  /** Where the straight part begins and ends. */
  span: { from: number; until: number }
}

/** One tie of the map: points, line and names, all of it one link. */
export function RowLine({ reader, row, span }: RowLineProps) {
  const { tie, left, right, y } = row
  const open = left.length === 0 || right.length === 0
  const straight = straightPart(row, span)
  const curves = [
    ...left.flatMap(({ at }) => (at ? [easing(at, span.from, y)] : [])),
    ...right.flatMap(({ at }) => (at ? [easing(at, span.until, y)] : [])),
  ]
  const path = `${curves.join('')}M${straight.from},${y}H${straight.until}`
  const room = (straight.until - straight.from) / (open ? 1 : 2) - 8
  const content = (
    <>
      <path class="map-hit" d={`M${straight.from},${y - 6}H${straight.until}`} />
      <path class="map-halo" d={path} />
      <path class="map-line" d={path} />
      {[...left, ...right].map(({ at, side }, index) =>
        at ? <circle key={index} class={`map-end side-${side + 1}`} cx={at[0]} cy={at[1]} r="4.5" /> : null,
      )}
      {open ? <circle class="map-open" cx={left.length > 0 ? straight.until : straight.from} cy={y} r="5" /> : null}
      <RowName reader={reader} places={left} x={straight.from} y={y} room={room} anchor="start" />
      <RowName reader={reader} places={right} x={straight.until} y={y} room={room} anchor="end" />
    </>
  )
  const description = tieDescription(reader, tie)
  const classes = `map-tie status-${tie.status}`
  if (!tie.href) return <g class={classes}>{content}</g>
  return (
    <a class={classes} href={tie.href} aria-label={description} data-tie={tie.key}>
      <title>{description}</title>
      {content}
    </a>
  )
}

/** The whole way for a tie with two sides; three fifths of it, ending in the open, for one that seeks the other. */
function straightPart({ left, right }: Row, span: { from: number; until: number }): { from: number; until: number } {
  const part = Math.round((span.until - span.from) * 0.6)
  if (right.length === 0) return { from: span.from, until: span.from + part }
  if (left.length === 0) return { from: span.until - part, until: span.until }
  return span
}

interface RowNameProps {
  reader: Reader
  places: Place[]
  x: number
  y: number
  room: number
  anchor: 'start' | 'end'
}

function RowName({ reader, places, x, y, room, anchor }: RowNameProps) {
  if (places.length === 0) return null
  const names = places.map(({ end }) => chooseName(end.name, reader.language))
  const text = names.map((name) => name.text).join(', ')
  const [only] = places
  const own = places.length === 1 && only?.end.language ? only.end.name[only.end.language] : undefined
  const shown = own && own !== text && textWidth(`${text} ${own}`, nameSize) <= room ? own : null
  return (
    <text
      class="map-name"
      x={x}
      y={y - 6}
      text-anchor={anchor}
      {...languageAttributes(reader, names[0]?.language ?? reader.language)}
    >
      {cutToWidth(text, nameSize, room)}
      {shown && only?.end.language ? (
        <tspan class="map-own-name" {...languageAttributes(reader, only.end.language)}>
          {` ${shown}`}
        </tspan>
      ) : null}
    </text>
  )
}
