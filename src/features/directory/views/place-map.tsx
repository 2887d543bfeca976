import { chooseName } from '../../../platform/i18n/localized-text.ts'
import { baseMap } from '../../../ui/map/base-map.ts'
import { BaseSymbols, InsetUse } from '../../../ui/map/base-symbols.tsx'
import { placeEnd } from '../../../ui/map/places.ts'
import { useReader } from '../../../ui/reader.tsx'
import { countryName } from '../country-name.ts'
import type { OrganisationRecord } from '../queries.ts'

const width = 300

/** Where an organisation lies in its country; nothing when that is unknown or off the picture. */
export function PlaceMap({ organisation }: { organisation: OrganisationRecord }) {
  const reader = useReader()
  const { country, latitude, longitude, name } = organisation
  if (latitude === null || longitude === null) return null
  const base = baseMap([country])
  const [inset] = base.insets
  if (!inset) return null
  const scale = Math.min(1, width / inset.width)
  const placement = { inset, x: 0, y: 0, scale }
  const { at } = placeEnd({ name, country, point: [longitude, latitude] }, [placement])
  if (!at) return null
  const size = { width: Math.round(inset.width * scale), height: Math.round(inset.height * scale) }
  const label = reader.t('directory.page.map', {
    name: chooseName(name, reader.language).text,
    country: countryName(reader, country),
  })
  return (
    <figure class="map">
      <BaseSymbols base={base} id="place" />
      <svg {...size} viewBox={`0 0 ${size.width} ${size.height}`} role="img" aria-label={label}>
        <InsetUse placement={placement} id="place" />
        <circle class="map-end side-1" cx={at[0]} cy={at[1]} r="6" />
      </svg>
    </figure>
  )
}
