/**
 * How many of two kinds are shown where both share some places: half for each, and what one leaves free is the other’s, so that
 * neither ever pushes the other out.
 */
export function sharePlaces(places: number, [one, other]: readonly [number, number]): [number, number] {
  const half = Math.floor(places / 2)
  return [
    Math.min(one, Math.max(places - half, places - other)),
    Math.min(other, Math.max(half, places - one)),
  ]
}
