import { z } from 'zod'
import { says } from './form.ts'

export interface Coordinates {
  latitude: number
  longitude: number
}

/** A place in a form, as `PointPicker` sends it: null when both lines are empty. */
export function pointInput() {
  const line = z.string().trim().max(100).default('')
  return z
    .object({ latitude: line, longitude: line })
    .default({ latitude: '', longitude: '' })
    .transform(({ latitude, longitude }, check): Coordinates | null => {
      if (latitude === '' && longitude === '') return null
      const point = readPoint(latitude, longitude)
      for (const axis of ['latitude', 'longitude'] as const) {
        if (point[axis] !== null) continue
        const message = says(axis === 'latitude' ? 'ui.form.latitude' : 'ui.form.longitude')
        check.issues.push({ code: 'custom', message, path: [axis], input: latitude })
      }
      return { latitude: point.latitude ?? 0, longitude: point.longitude ?? 0 }
    })
}

/** The two lines as numbers, null for what is no coordinate; two that were pasted into the first line are both taken. */
export function readPoint(
  latitude: string,
  longitude: string,
): { latitude: number | null; longitude: number | null } {
  if (longitude.trim() === '') {
    const [, first = '', second = ''] = pair.exec(latitude.trim()) ?? []
    if (second !== '') return readPoint(first, second)
  }
  return { latitude: readCoordinate(latitude, 'latitude'), longitude: readCoordinate(longitude, 'longitude') }
}

/**
 * Degrees from `48.8566`, `48,8566`, `48° 51′ 24″ N`, `2° 21' O`, `북위 37도 33분`; null for anything else and for what
 * lies off the globe. Five decimals are a metre.
 */
export function readCoordinate(text: string, axis: 'latitude' | 'longitude'): number | null {
  const folded = text
    .trim()
    .toUpperCase()
    .replaceAll('−', '-')
    .replace(/(\d),(\d)/g, '$1.$2')
  const { positive, negative, most } = axes[axis]
  const side = new RegExp(`^(?:(${positive})|(${negative}))\\s*|\\s*(?:(${positive})|(${negative}))$`)
  const [said = '', plusBefore, minusBefore, plusAfter, minusAfter] = side.exec(folded) ?? []
  const degrees = readDegrees(said === '' ? folded : folded.replace(said, ''))
  if (degrees === null || (said !== '' && degrees < 0)) return null
  const isNegative = (minusBefore ?? minusAfter) !== undefined && (plusBefore ?? plusAfter) === undefined
  if (Math.abs(degrees) > most) return null
  return Math.round((isNegative ? -degrees : degrees) * 100_000) / 100_000 + 0
}

const axes = {
  latitude: { positive: 'NORD|NORTH|N|북위', negative: 'SUD|SOUTH|S|남위', most: 90 },
  longitude: { positive: 'EST|EAST|E|동경', negative: 'OUEST|WEST|O|W|서경', most: 180 },
}

const pair = /^(-?\d{1,3}\.\d+)\s*[,; ]\s*(-?\d{1,3}\.\d+)$/
const decimal = /^[+-]?\d{1,3}(?:\.\d+)?\s*(?:[°º]|도)?$/
const sexagesimal =
  /^(-?\d{1,3})\s*(?:[°º]|도|\s)\s*(\d{1,2}(?:\.\d+)?)\s*(?:['’′]|분|\s|$)\s*(?:(\d{1,2}(?:\.\d+)?)\s*(?:["”″]|''|′′|초)?)?$/

function readDegrees(text: string): number | null {
  if (decimal.test(text)) return Number.parseFloat(text)
  const [, degrees = '', minutes = '', seconds = '0'] = sexagesimal.exec(text) ?? []
  if (degrees === '' || Number(minutes) >= 60 || Number(seconds) >= 60) return null
  const size = Math.abs(Number(degrees)) + Number(minutes) / 60 + Number(seconds) / 3600
  return degrees.startsWith('-') ? -size : size
}
