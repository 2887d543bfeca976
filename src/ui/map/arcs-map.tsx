import { chooseName } from '../../platform/i18n/localized-text.ts'
import type { Reader } from '../../platform/i18n/reader.ts'
import { useReader } from '../reader.tsx'
import { languageAttributes } from '../text/language-attributes.ts'
import { InsetUse } from './base-symbols.tsx'
import type { MapTie } from './map-tie.ts'
import { type LabelRequest, placeLabels } from './place-labels.ts'
import { type Place, placeEnd, type XY } from './places.ts'
import type { Sheet } from './sheets.ts'
import { tieDescription } from './tie-description.ts'

interface ArcsMapProps {
  sheet: Sheet
  id: string
  class: string
  ties: MapTie[]
  label: string
  /** A picture only: the list beneath it has the links, large enough for a finger. */
  picture?: boolean
}

/** Beyond this number the lines run together: each is drawn lightly, and only the places with the most ties are named. */
const mostDistinct = 60
const mostNamesASide = 12

/** Ties as arcs from place to place, with as many names as fit. */
export function ArcsMap({ sheet, id, class: className, ties, label, picture }: ArcsMapProps) {
  const reader = useReader()
  const drawn = ties.map((tie) => ({ tie, places: tie.ends.map((end) => placeEnd(end, sheet.placements)) }))
  const isDense = ties.length > mostDistinct
  const requests = labelRequests(
    reader,
    drawn.flatMap(({ places }) => places),
  )
  const labels = placeLabels(isDense ? mostTied(requests) : requests, sheet)
  return (
    <svg
      class={isDense ? `${className} map-dense` : className}
      viewBox={`0 0 ${sheet.width} ${sheet.height}`}
      role={picture ? 'img' : 'group'}
      aria-label={label}
    >
      {sheet.placements.map((placement) => (
        <InsetUse key={placement.inset.code} placement={placement} id={id} />
      ))}
      {drawn.map(({ tie, places }) => (
        <Arc key={tie.key} tie={tie} places={places} linked={!picture} />
      ))}
      {labels.map((placed) => (
        <g key={placed.key}>
          {placed.led ? (
            <path class="map-leader" d={`M${placed.at[0]},${placed.at[1]}L${placed.x},${placed.y}`} />
          ) : null}
          <text
            class="map-label"
            x={placed.x}
            y={placed.y}
            dy="0.34em"
            text-anchor={placed.anchor}
            font-size={sheet.size}
            {...languageAttributes(reader, placed.language)}
          >
            {placed.text}
          </text>
        </g>
      ))}
    </svg>
  )
}

interface ArcProps {
  tie: MapTie
  places: Place[]
  linked: boolean
}

function Arc({ tie, places, linked }: ArcProps) {
  const reader = useReader()
  const [from, ...others] = places.flatMap(({ at, side }) => (at ? [{ at, side }] : []))
  if (!from) return null
  const path = others.map(({ at }) => arcBetween(from.at, at)).join('')
  const content = (
    <>
      {path ? <path class="map-halo" d={path} /> : null}
      {path ? <path class="map-line" d={path} /> : null}
      {[from, ...others].map(({ at, side }, index) => (
        <circle
          key={index}
          class={`map-end side-${side + 1}${path ? '' : ' map-alone'}`}
          cx={at[0]}
          cy={at[1]}
          r="4"
        />
      ))}
    </>
  )
  const classes = `map-tie status-${tie.status}`
  if (!linked || !tie.href) return <g class={classes}>{content}</g>
  const description = tieDescription(reader, tie)
  return (
    <a class={classes} href={tie.href} aria-label={description} data-tie={tie.key}>
      <title>{description}</title>
      {content}
    </a>
  )
}

type NameRequest = LabelRequest & { language: string; side: number; ties: number }

/** One label a place, whatever the number of its ties; those with the most ties are placed first. */
function labelRequests(reader: Reader, places: Place[]): NameRequest[] {
  const requests = new Map<string, NameRequest>()
  for (const { end, at, side } of places) {
    if (!at) continue
    const name = chooseName(end.name, reader.language)
    const known = requests.get(name.text)
    if (known) known.ties++
    else requests.set(name.text, { key: name.text, ...name, at, side, ties: 1 })
  }
  return [...requests.values()].sort((a, b) => b.ties - a.ties)
}

function mostTied(requests: NameRequest[]): NameRequest[] {
  const sides = Map.groupBy(requests, ({ side }) => side)
  return [...sides.values()].flatMap((ofSide) => ofSide.slice(0, mostNamesASide))
}

/**
 * A curve between two places that leaves each of them towards the other: level if they are side by side, upright if one is below, so that
 * many of them run together rather than through one another.
 */
function arcBetween([ax, ay]: XY, [bx, by]: XY): string {
  const dx = bx - ax
  const dy = by - ay
  if (Math.abs(dx) >= Math.abs(dy)) {
    return `M${ax},${ay}C${tenth(ax + dx * 0.4)},${ay} ${tenth(bx - dx * 0.4)},${by} ${bx},${by}`
  }
  return `M${ax},${ay}C${ax},${tenth(ay + dy * 0.4)} ${bx},${tenth(by - dy * 0.4)} ${bx},${by}`
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10
}
