import { chooseName } from '../../../../platform/i18n/localized-text.ts'
import type { Reader } from '../../../../platform/i18n/reader.ts'
import { InsetUse } from '../../../../ui/map/base-symbols.tsx'
import { placeLabels } from '../../../../ui/map/place-labels.ts'
import { placeEnd } from '../../../../ui/map/places.ts'
import type { Sheet } from '../../../../ui/map/sheets.ts'
import { useReader } from '../../../../ui/reader.tsx'
import { languageAttributes } from '../../../../ui/text/language-attributes.ts'
import { shortNames } from '../../../directory/index.ts'
import { type Cluster, clusters } from './clusters.ts'
import type { EventPlace } from './queries.ts'

interface EventsMapProps {
  sheet: Sheet
  id: string
  class: string
  label: string
  places: readonly EventPlace[]
  /** Only a picture: the list beside it has the links, large enough for a finger. */
  isPicture?: boolean
}

interface Marked {
  place: EventPlace
  at: readonly [number, number]
  count: number
  side: number
}

/** Closer to one another circles would overlap. */
const reach = 26

/** Circles where something takes place, each with its number. */
export function EventsMap({ sheet, id, class: className, label, places, isPicture }: EventsMapProps) {
  const reader = useReader()
  const circles = clusters(
    places.flatMap((place) => markOf(place, sheet)),
    reach,
  )
  const labels = placeLabels(
    circles.map((circle) => ({ ...nameOf(reader, circle), at: circle.at })),
    sheet,
  )
  return (
    <svg
      class={className}
      viewBox={`0 0 ${sheet.width} ${sheet.height}`}
      role={isPicture ? 'img' : 'group'}
      aria-label={label}
    >
      {sheet.placements.map((placement) => (
        <InsetUse key={placement.inset.code} placement={placement} id={id} />
      ))}
      {labels.map((placed) => (
        <text
          key={placed.key}
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
      ))}
      {circles.map((circle) => (
        <Circle key={circle.at.join()} circle={circle} isLinked={!isPicture} />
      ))}
    </svg>
  )
}

function Circle({ circle, isLinked }: { circle: Cluster<Marked>; isLinked: boolean }) {
  const reader = useReader()
  const [first] = circle.members
  const [x, y] = circle.at
  const content = (
    <>
      <circle
        class={`map-end side-${(first?.side ?? 0) + 1}`}
        cx={x}
        cy={y}
        r={circle.count === 1 ? 5 : Math.min(12, 8 + String(circle.count).length)}
      />
      {circle.count === 1 ? null : (
        <text class="map-count" x={x} y={y} dy="0.35em" text-anchor="middle">
          {circle.count}
        </text>
      )}
    </>
  )
  if (!isLinked) return <g>{content}</g>
  const words = wordsOf(reader, circle)
  return (
    <a class="map-events" href={`#place-${first?.place.slug}`} aria-label={words}>
      <title>{words}</title>
      <circle class="map-hit" cx={x} cy={y} r="14" />
      {content}
    </a>
  )
}

/** « La Rochelle, 3 événements » ; a joined mark first gives the total, as its circle does. */
function wordsOf(reader: Reader, { count, members }: Cluster<Marked>): string {
  const each = members.map(
    ({ place }) =>
      `${chooseName(shortNames(place), reader.language).text}, ${reader.t('agenda.map.count', { count: place.count })}`,
  )
  return members.length === 1
    ? each.join()
    : `${reader.t('agenda.map.count', { count })} – ${each.join(' ; ')}`
}

function markOf(place: EventPlace, sheet: Sheet): Marked[] {
  const { country, point, count, name } = place
  if (country === null || point === null) return []
  const { at, side } = placeEnd({ name, country, point }, sheet.placements)
  return at ? [{ place, at, count, side }] : []
}

/** The name of the place with the most, and how many more places it represents. */
function nameOf(reader: Reader, { members }: Cluster<Marked>) {
  const [first] = members
  const { text, language } = chooseName(first ? shortNames(first.place) : {}, reader.language)
  const more = members.length - 1
  return { key: first?.place.slug ?? '', text: more > 0 ? `${text} +${more}` : text, language }
}

/** Whether a place is drawn on the map of these countries. */
export function isOnMap(place: EventPlace, sheet: Sheet): boolean {
  return markOf(place, sheet).length > 0
}
