import type { ProfileTable } from './profile-table.ts'

const earthKm = 6371
const radian = Math.PI / 180

/** Kilometres over the ground between two profiles; NaN where one of them has no place. */
export function kilometresBetween(
  { latitudes, longitudes }: ProfileTable,
  one: number,
  other: number,
): number {
  return kilometres(
    latitudes[one] ?? Number.NaN,
    longitudes[one] ?? Number.NaN,
    latitudes[other] ?? Number.NaN,
    longitudes[other] ?? Number.NaN,
  )
}

/** Kilometres over the ground between two points, in degrees (haversine). */
export function kilometres(lat: number, lon: number, otherLat: number, otherLon: number): number {
  const [northward, eastward] = [(otherLat - lat) * radian, (otherLon - lon) * radian]
  const half =
    Math.sin(northward / 2) ** 2 +
    Math.cos(lat * radian) * Math.cos(otherLat * radian) * Math.sin(eastward / 2) ** 2
  return 2 * earthKm * Math.asin(Math.sqrt(Math.min(1, half)))
}
