import { type FormValues, typedValue } from '../../platform/input/form.ts'
import { readPoint } from '../../platform/input/point-input.ts'
import {
  closerView,
  countryView,
  type PointView,
  placeUnder,
  readView,
  writeView,
} from '../map/point-view.ts'

/**
 * The values of a form after a click on the map of a `PointPicker`, or on its button for the whole map: sets the place and zooms in; all
 * else is as typed. Null if the form was sent for another reason.
 */
export function applyMapClick(values: FormValues, name: string): FormValues | null {
  const { [`${name}.map.x`]: x, [`${name}.map.y`]: y, [`${name}.view`]: shown, ...rest } = values
  if (typedValue(values, 'action') === `whole:${name}`) return { ...rest, [`${name}.view`]: whole }
  if (typeof x !== 'string' || typeof y !== 'string' || !/^\d{1,4}$/.test(x) || !/^\d{1,4}$/.test(y))
    return null
  const view = readView(typeof shown === 'string' ? shown : '') ?? countryView(null)
  // A keyboard presses the map at its corner: no point was chosen.
  const isPointed = x !== '0' || y !== '0'
  const place = isPointed ? placeUnder(view, Number(x), Number(y)) : null
  if (!place) return { ...rest, [`${name}.view`]: writeView(view) }
  return {
    ...rest,
    [`${name}.latitude`]: place.latitude.toFixed(5),
    [`${name}.longitude`]: place.longitude.toFixed(5),
    [`${name}.view`]: writeView(closerView(view, place)),
  }
}

// Requested by the button: the whole map rather than the surroundings of the place.
const whole = 'whole'

/** The view of a point’s map: the last one, else the surroundings of the place, else its country. */
export function viewOf(values: FormValues, name: string, country: string | null): PointView {
  const shown = readView(typedValue(values, `${name}.view`))
  if (shown) return shown
  const ofCountry = countryView(country)
  if (typedValue(values, `${name}.view`) === whole) return ofCountry
  const { latitude, longitude } = readPoint(
    typedValue(values, `${name}.latitude`),
    typedValue(values, `${name}.longitude`),
  )
  return latitude === null || longitude === null ? ofCountry : closerView(ofCountry, { latitude, longitude })
}
