import { z } from 'zod'
import { pointInput } from '../../../../platform/input/point-input.ts'
import { errorsOf } from '../../../../platform/records/record-part.ts'
import { applyMapClick } from '../../../../ui/form/map-click.ts'
import { PointPicker } from '../../../../ui/form/point-picker.tsx'
import { organisationPart } from './organisation-part.ts'

/** The place of an organisation on the map. */
export const placeForm = organisationPart({
  key: 'place',
  title: 'registry.form.place',
  lead: 'registry.form.placeLead',
  redraw: (values) => applyMapClick(values, 'place'),
  words: ({ document: { place } }) => (place === null ? '' : `${place.latitude}, ${place.longitude}`),
  values: ({ document: { place } }) => ({
    'place.latitude': place === null ? '' : String(place.latitude),
    'place.longitude': place === null ? '' : String(place.longitude),
  }),
  schema: () => z.object({ place: pointInput() }),
  write: ({ document }, { place }) => ({
    ...document,
    place: isAbout(document.place, place) ? document.place : place,
  }),
  form: ({ reader, document }, shown) => (
    <PointPicker
      name="place"
      label={reader.t('registry.form.point')}
      values={shown.values}
      country={document.country}
      errors={errorsOf(reader, shown)}
    />
  ),
})

interface Place {
  latitude: number
  longitude: number
}

// An unchanged point that was finer than the form’s metre has not moved.
function isAbout(before: Place | null, after: Place | null): boolean {
  if (before === null || after === null) return false
  const isSameLine = (a: number, b: number) => Math.abs(a - b) <= 0.000_01
  return isSameLine(before.latitude, after.latitude) && isSameLine(before.longitude, after.longitude)
}
