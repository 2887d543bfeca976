import { cutToWidth, textWidth } from '../../platform/documents/text-width.ts'
import { chooseName } from '../../platform/i18n/localized-text.ts'
import type { Reader } from '../../platform/i18n/reader.ts'
import { useReader } from '../reader.tsx'
import { languageAttributes } from '../text/language-attributes.ts'
import type { BaseMap } from './base-map.ts'
import { InsetUse } from './base-symbols.tsx'
import type { MapPlace, MapTie } from './map-tie.ts'
import { easing, heightForRows, type Row, spreadRows } from './pair-rows.ts'
import { type Place, type Placement, placeEnd } from './places.ts'
import { tieDescription, tieFacts } from './tie-description.ts'
import { WorldPicture } from './world-picture.tsx'

export const rowsMapWidth = 1120
const gutter = 28

interface RowsMapProps {
  base: BaseMap
  id: string
  ties: MapTie[]
  places: MapPlace[]
  label: string
}

/**
 * Two countries side by side and, between them, every tie as a line with its names on it: it leaves its place on the one side, runs level
 * so that it can be read, and reaches its place on the other.
 */
export function RowsMap({ base, id, ties, places, label }: RowsMapProps) {
  const [first, second] = base.insets
  if (!first || !second) return null
  const small = ties.length <= 3
  const scale = small ? 0.72 : 1
  const bottom = base.world.height + 24
  const height = Math.max(
    Math.ceil(Math.max(first.height, second.height) * scale) + 8,
    heightForRows(ties.length, 25, bottom),
  )
  const placements: Placement[] = [
    { inset: first, x: 0, y: middle(height, first.height * scale), scale },
    {
      inset: second,
      x: Math.round(rowsMapWidth - second.width * scale),
      y: middle(height, second.height * scale),
      scale,
    },
  ]
  const span = { from: Math.round(first.width * scale) + gutter, until: (placements[1]?.x ?? 0) - gutter }
  const rows = spreadRows(
    ties.map((tie) => sidesOfTie(tie, placements)),
    { height, bottom, most: 36, least: 25 },
  )
  return (
    // biome-ignore lint/a11y/useSemanticElements: a drawing that groups links; no HTML element draws
    <svg class="map-wide" viewBox={`0 0 ${rowsMapWidth} ${height}`} role="group" aria-label={label}>
      {placements.map((placement) => (
        <InsetUse key={placement.inset.code} placement={placement} id={id} />
      ))}
      <WorldPicture
        world={base.world}
        x={Math.round((span.from + span.until - base.world.width) / 2)}
        y={height - base.world.height - 4}
      />
      {places.map((place) => (
        <PlacePoint key={place.key} place={place} placements={placements} />
      ))}
      {rows.map((row) => (
        <RowLine key={row.tie.key} row={row} span={span} detailed={small} />
      ))}
    </svg>
  )
}

function sidesOfTie(tie: MapTie, placements: Placement[]): Omit<Row, 'y'> {
  const ends = tie.ends.map((end) => placeEnd(end, placements))
  return { tie, left: ends.filter(({ side }) => side === 0), right: ends.filter(({ side }) => side !== 0) }
}

function PlacePoint({ place, placements }: { place: MapPlace; placements: Placement[] }) {
  const reader = useReader()
  const { at, side } = placeEnd({ ...place, language: place.language }, placements)
  if (!at) return null
  return (
    <circle class={`map-place side-${side + 1}`} cx={at[0]} cy={at[1]} r="3">
      <title>{chooseName(place.name, reader.language).text}</title>
    </circle>
  )
}

function middle(height: number, inner: number): number {
  return Math.round((height - inner) / 2)
}

interface RowLineProps {
  row: Row
  /** Where the straight part begins and ends. */
  span: { from: number; until: number }
  /** Kind and year rather than the year alone, if rows are few. */
  detailed: boolean
}

/** One tie of the map: points, line and names, all of it one link. */
function RowLine({ row, span, detailed }: RowLineProps) {
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

/** The name of one side of a row, and its own name if there is one side and its own name differs. */
interface RowName {
  text: string
  language: string
  own: { text: string; language: string } | null
}

interface FittedNames {
  left: RowName
  right: RowName
  /** Words in the middle, and the distance of their centre from the left; empty without room. */
  middle: string
  middleAt: number
}

/** Sizes that the stylesheet sets for names and for the words between them. */
const nameSize = 14
const wordsSize = 12
const space = 14

function rowName(reader: Reader, places: readonly Place[]): RowName {
  const names = places.map(({ end }) => chooseName(end.name, reader.language))
  const text = names.map((name) => name.text).join(', ')
  const [end] = places.length === 1 ? places.map((place) => place.end) : []
  const ownText = end?.language ? end.name[end.language] : undefined
  return {
    text,
    language: names[0]?.language ?? reader.language,
    own: end?.language && ownText && ownText !== text ? { text: ownText, language: end.language } : null,
  }
}

/** Fits both names and the words between them into `width` pixels: the words go first, then own names, then letters. */
export function fitNames(left: RowName, right: RowName, words: string, width: number): FittedNames {
  const whole = widthOf(left) + space + widthOf(right)
  if (whole > width) {
    const room = Math.max((width - space) / 2, width - space - textWidth(right.text, nameSize))
    const shortLeft = { ...left, text: cutToWidth(left.text, nameSize, room), own: null }
    const rest = width - space - widthOf(shortLeft)
    const shortRight =
      widthOf(right) <= rest ? right : { ...right, text: cutToWidth(right.text, nameSize, rest), own: null }
    return { left: shortLeft, right: shortRight, middle: '', middleAt: 0 }
  }
  const half = textWidth(words, wordsSize) / 2 + space
  // In the middle of the row, so that the years of all rows are under one another; beside it if names are long.
  const from = widthOf(left) + half
  const until = width - widthOf(right) - half
  const middleAt = Math.round(Math.min(Math.max(width / 2, from), until))
  return { left, right, middle: from <= until ? words : '', middleAt }
}

function widthOf(name: RowName): number {
  return textWidth(name.own ? `${name.text} ${name.own.text}` : name.text, nameSize)
}
