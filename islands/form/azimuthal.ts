/** Middle of a map (degrees) and pixels a radian, as the server writes them: latitude, longitude, scale. */
export type View = readonly [latitude: number, longitude: number, scale: number]

const degree = Math.PI / 180

/** Latitude and longitude at an offset in pixels, right and up, from the middle of an equal-area map (Snyder 1987, p. 186). */
export function placeAt([latitude, longitude, scale]: View, right: number, up: number): [number, number] {
  const [x, y] = [right / scale, up / scale]
  const away = Math.hypot(x, y)
  if (away === 0) return [latitude, longitude]
  const arc = 2 * Math.asin(Math.min(1, away / 2))
  const [sin, cos] = [Math.sin(latitude * degree), Math.cos(latitude * degree)]
  const north = Math.asin(Math.cos(arc) * sin + (y * Math.sin(arc) * cos) / away)
  const east = Math.atan2(x * Math.sin(arc), away * cos * Math.cos(arc) - y * sin * Math.sin(arc))
  return [north / degree, ((((longitude + east / degree) % 360) + 540) % 360) - 180]
}

/** The offset in pixels, right and up, of a place. */
export function offsetOf([middle, longitude, scale]: View, [latitude, east]: readonly [number, number]) {
  const [sin, cos] = [Math.sin(middle * degree), Math.cos(middle * degree)]
  const [sinPlace, cosPlace] = [Math.sin(latitude * degree), Math.cos(latitude * degree)]
  const turn = (east - longitude) * degree
  const nearness = 1 + sin * sinPlace + cos * cosPlace * Math.cos(turn)
  const size = scale * Math.sqrt(2 / Math.max(nearness, 1e-9))
  return {
    right: size * cosPlace * Math.sin(turn),
    up: size * (cos * sinPlace - sin * cosPlace * Math.cos(turn)),
  }
}
