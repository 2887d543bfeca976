import { chooseName } from '../../platform/i18n/localized-text.ts'
import { useReader } from '../reader.tsx'
import type { BaseMap } from './base-map.ts'
import { InsetUse } from './base-symbols.tsx'
import type { MapPlace, MapTie } from './map-tie.ts'
import { heightForRows, type Row, spreadRows } from './pair-rows.ts'
import { type Placement, placeEnd } from './places.ts'
import { RowLine } from './row-line.tsx'
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
