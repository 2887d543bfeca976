import { geoDistance } from 'd3-geo'
import type { Coordinates } from '../../platform/input/point-input.ts'
import { type Outline, type Polygon, readOutlines } from './atlas.ts'
import { type Box, boxOf, distance } from './frame.ts'
import { outlinePath } from './outline-path.ts'
import { placeLabels } from './place-labels.ts'
import { boxOfView, type PointView, pointMapSide, projectionOf, radiusOf } from './point-view.ts'

/** Beyond so many degrees from its middle a view needs no fine coast. */
const coarse = 25

export interface PlaceMark extends Coordinates {
  name: string
  /** BCP 47 tag of the name. */
  language: string
}

interface PointPictureProps {
  view: PointView
  at: Coordinates | null
  /** Places for orientation, the most important first; those without room are left out. */
  marks: readonly PlaceMark[]
}

/**
 * The map of a view as an SVG file of its own, with a mark at a place: the picture of an image button. It contains its colours, because no
 * style of the page reaches inside.
 */
export function PointPicture({ view, at, marks }: PointPictureProps) {
  const side = pointMapSide
  const chosen = at && placed(view, at)
  return (
    // The button with this picture has the label.
    <svg
      aria-hidden="true"
      xmlns="http://www.w3.org/2000/svg"
      width={side}
      height={side}
      viewBox={`0 0 ${side} ${side}`}
    >
      <style>{colours}</style>
      <rect class="s" width={side} height={side} />
      <path class="l" d={landOf(view)} />
      <Marks view={view} marks={marks} />
      {chosen ? (
        <>
          <circle class="m" cx={chosen[0]} cy={chosen[1]} r="9" />
          <circle class="d" cx={chosen[0]} cy={chosen[1]} r="2.5" />
        </>
      ) : null}
    </svg>
  )
}

// Those of tokens.css.
const colours = [
  'text{font:11px system-ui,sans-serif;fill:#1c2430;stroke:#dde5f1;stroke-width:3;paint-order:stroke}',
  '.s{fill:#fbfaf7}.l{fill:#dde5f1;stroke:#7d838c;stroke-width:.7}.p{fill:#465060}',
  '.m{fill:none;stroke:#b3402e;stroke-width:2}.d{fill:#b3402e}',
  '@media(prefers-color-scheme:dark){text{fill:#e9e7e1;stroke:#24344d}.p{fill:#b0b8c3}',
  '.s{fill:#12161d}.l{fill:#24344d;stroke:#78838f}.m{stroke:#f2937f}.d{fill:#f2937f}}',
].join('')

/** A suburb this near to its city would take the room of the city’s name. */
const apart = 20
const mostNames = 18

function Marks({ view, marks }: Pick<PointPictureProps, 'view' | 'marks'>) {
  const requests: { key: string; text: string; language: string; at: [number, number] }[] = []
  for (const mark of marks) {
    const at = placed(view, mark)
    const isFree =
      at && !requests.some((other) => Math.hypot(other.at[0] - at[0], other.at[1] - at[1]) < apart)
    if (isFree) requests.push({ key: `${mark.name} ${at}`, text: mark.name, language: mark.language, at })
  }
  const labels = placeLabels(requests.slice(0, mostNames), {
    width: pointMapSide,
    height: pointMapSide,
    size: 11,
  })
  return (
    <>
      {labels
        .filter(({ led }) => !led)
        .map(({ key, text, language, at, x, y, anchor }) => (
          <g key={key}>
            <circle class="p" cx={at[0]} cy={at[1]} r="2" />
            <text x={x} y={y} dy=".34em" text-anchor={anchor} lang={language}>
              {text}
            </text>
          </g>
        ))}
    </>
  )
}

function landOf(view: PointView): string {
  const radius = radiusOf(view)
  const projection = projectionOf(view)
    .clipAngle(Math.min(175, radius + 1))
    .clipExtent([
      [-2, -2],
      [pointMapSide + 2, pointMapSide + 2],
    ])
  const world = readOutlines('110m')
  if (radius > coarse)
    return outlinePath(
      projection,
      world.flatMap(({ polygons }) => polygons),
      0.7,
    )
  const frame = boxOfView(view, 2)
  const near = new Set(
    world.filter(({ polygons }) => polygons.some(isNear(frame))).map(({ numeric }) => numeric),
  )
  const close = near.size === 0 ? [] : readOutlines('10m', near)
  return outlinePath(projection, polygonsNear(close, frame), 0.4)
}

function polygonsNear(outlines: readonly Outline[], frame: Box): Polygon[] {
  return outlines.flatMap(({ polygons }) => polygons).filter(isNear(frame))
}

function isNear(frame: Box): (polygon: Polygon) => boolean {
  return (polygon) => distance(boxOf(polygon), frame) === 0
}

function placed(view: PointView, { latitude, longitude }: Coordinates): [number, number] | null {
  const isBehind = geoDistance([longitude, latitude], [view.longitude, view.latitude]) > Math.PI * 0.95
  const [x = -1, y = -1] = isBehind ? [] : (projectionOf(view)([longitude, latitude]) ?? [])
  const isInside = x >= 0 && y >= 0 && x <= pointMapSide && y <= pointMapSide
  return isInside ? [Math.round(x * 10) / 10, Math.round(y * 10) / 10] : null
}
