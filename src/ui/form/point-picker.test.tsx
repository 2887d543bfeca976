import { renderToString } from 'preact-render-to-string'
import { describe, expect, test } from 'vitest'
import { PointPicture } from '../map/point-picture.tsx'
import {
  closerView,
  countryView,
  pointMapSide,
  projectionOf,
  readView,
  writeView,
} from '../map/point-view.ts'
import { renderFor } from '../reader.tsx'
import { uiReader } from '../ui-reader.ts'
import { applyMapClick, viewOf } from './map-click.ts'
import { PointPicker } from './point-picker.tsx'

const lille = { latitude: 50.637, longitude: 3.063 }

/** Clicks at the drawn place. */
const clickAt = (values: Record<string, string>, { latitude, longitude }: typeof lille) => {
  const view = viewOf(values, 'place', 'FR')
  const [x = 0, y = 0] = (projectionOf(view)([longitude, latitude]) ?? []).map(Math.round)
  const click = { 'place.map.x': `${x}`, 'place.map.y': `${y}`, 'place.view': writeView(view) }
  return applyMapClick({ ...values, ...click }, 'place')
}

describe('a click on the map', () => {
  test('sets the point, and each one more exactly, while the rest stays as typed', () => {
    let values: Record<string, string> = { title: 'Écrit', 'place.latitude': 'faux' }
    const errors: number[] = []
    for (let clicks = 0; clicks < 3; clicks++) {
      values = { ...clickAt(values, lille) } as Record<string, string>
      errors.push(Math.abs(Number(values['place.latitude']) - lille.latitude))
    }
    expect(values.title).toBe('Écrit')
    expect(values['place.map.x']).toBeUndefined()
    expect(errors[0]).toBeLessThan(0.05)
    expect(errors[2]).toBeLessThan(0.002)
    expect(Number(values['place.longitude'])).toBeCloseTo(lille.longitude, 2)
    expect(viewOf(values, 'place', 'FR').scale).toBeGreaterThan(countryView('FR').scale * 20)
  })

  test('by the keyboard, at the corner, points at nothing', () => {
    const view = writeView(countryView('KR'))
    const corner = { 'place.map.x': '0', 'place.map.y': '0', 'place.view': view, title: 'x' }
    expect({ ...applyMapClick(corner, 'place') }).toEqual({ title: 'x', 'place.view': view })
  })

  test('is none when the form was sent otherwise; the way back shows the whole country again', () => {
    expect(applyMapClick({ title: 'x', action: 'save' }, 'place')).toBeNull()
    expect(applyMapClick({ 'other.map.x': '5', 'other.map.y': '5' }, 'place')).toBeNull()
    const values = { action: 'whole:place', 'place.view': '50,3,9000', 'place.latitude': '50' }
    const after = applyMapClick({ ...values, 'place.longitude': '3' }, 'place') ?? {}
    expect(after['place.latitude']).toBe('50')
    expect(viewOf(after, 'place', 'FR')).toEqual(countryView('FR'))
  })

  test('outside the globe, or in a view that nobody drew, does no harm', () => {
    const values = { 'place.map.x': '263', 'place.map.y': '0', 'place.view': 'nonsense' }
    expect(applyMapClick(values, 'place')?.['place.latitude']).toBeUndefined()
  })
})

test('a view survives its address, and anything else is none', () => {
  const view = closerView(countryView('KR'), { latitude: 37.123, longitude: 127.456 })
  expect(readView(writeView(view))).toEqual(view)
  for (const text of ['', '1,2', '91,0,100', '0,181,100', '0,0,10', '0,0,99999', '0,0,1e3', '1..2,0,100'])
    expect(readView(text)).toBeNull()
})

test('draws the button, the two lines and the way back once the map is near', () => {
  const draw = (values: Record<string, string>, errors = {}) =>
    renderFor(uiReader('fr'), () => (
      <PointPicker name="place" label="Lieu" values={values} country="FR" errors={errors} />
    ))
  const empty = draw({})
  expect(empty).toContain(`type="image" id="field-place-map" name="place.map"`)
  expect(empty).toContain(`width="${pointMapSide}" height="${pointMapSide}"`)
  expect(empty).toMatch(/value="whole:place"[^>]*hidden/)
  const near = draw({ 'place.latitude': '50,637', 'place.longitude': '3.063' })
  expect(near).not.toMatch(/value="whole:place"[^>]*hidden/)
  expect(near).toContain('at=50.637%2C3.063')
  expect(draw({}, { 'place.latitude': 'Faux' })).toContain('id="field-place-latitude-error"')
})

test('the picture names towns as text, and marks the place', () => {
  const view = countryView('FR')
  const marks = [{ name: 'L<i>lle', language: 'fr', ...lille }]
  const svg = renderToString(<PointPicture view={view} at={lille} marks={marks} />)
  expect(svg).toContain('L&lt;i>lle')
  expect(svg).toContain('<circle class="m"')
  expect(
    renderToString(<PointPicture view={view} at={{ latitude: -40, longitude: 170 }} marks={[]} />),
  ).not.toContain('class="m"')
})
