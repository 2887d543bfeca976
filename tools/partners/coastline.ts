import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { feature } from 'topojson-client'

const cell = 0.25
const kmPerDegree = 111.2

/** Whether a point lies within so many kilometres of the sea, by Natural Earth’s coast at 1:10 million. */
export function readCoastline(): (lat: number, lon: number, withinKm: number) => boolean {
  const path = createRequire(import.meta.url).resolve('world-atlas/land-10m.json')
  const atlas: Parameters<typeof feature>[0] = JSON.parse(readFileSync(path, 'utf8'))
  const { land } = atlas.objects
  if (land?.type !== 'GeometryCollection') throw new Error(`${path} holds no land`)
  const grid = new Map<string, [number, number][]>()
  for (const { geometry } of feature(atlas, land).features) {
    const polygons =
      geometry.type === 'MultiPolygon'
        ? geometry.coordinates
        : geometry.type === 'Polygon'
          ? [geometry.coordinates]
          : []
    // The first ring is the sea’s edge; the others are lakes.
    for (const [ring = []] of polygons) addRing(grid, ring)
  }
  return (lat, lon, withinKm) => {
    const reach = Math.ceil(withinKm / kmPerDegree / cell) + 1
    for (let x = -reach; x <= reach; x += 1)
      for (let y = -reach; y <= reach; y += 1)
        for (const [otherLon, otherLat] of grid.get(keyOf(lat + y * cell, lon + x * cell)) ?? [])
          if (distanceKm(lat, lon, otherLat, otherLon) <= withinKm) return true
    return false
  }
}

// Long straight pieces are cut, so that no point of the coast is further than a kilometre from one that is kept.
function addRing(grid: Map<string, [number, number][]>, ring: readonly (readonly number[])[]): void {
  for (let index = 1; index < ring.length; index += 1) {
    const [fromLon = 0, fromLat = 0] = ring[index - 1] ?? []
    const [toLon = 0, toLat = 0] = ring[index] ?? []
    const pieces = Math.max(1, Math.ceil(distanceKm(fromLat, fromLon, toLat, toLon)))
    for (let piece = 0; piece < pieces; piece += 1) {
      const lon = fromLon + ((toLon - fromLon) * piece) / pieces
      const lat = fromLat + ((toLat - fromLat) * piece) / pieces
      const key = keyOf(lat, lon)
      const points = grid.get(key)
      if (points) points.push([lon, lat])
      else grid.set(key, [[lon, lat]])
    }
  }
}

function keyOf(lat: number, lon: number): string {
  return `${Math.floor(lat / cell)}:${Math.floor(lon / cell)}`
}

/** Kilometres between two near points, as on a plane. */
export function distanceKm(lat: number, lon: number, otherLat: number, otherLon: number): number {
  const x = (otherLon - lon) * Math.cos(((lat + otherLat) / 2) * (Math.PI / 180))
  return Math.hypot(x, otherLat - lat) * kmPerDegree
}
