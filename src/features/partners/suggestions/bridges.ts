import type { KnownTie } from './profile.ts'
import type { ProfileTable } from './profile-table.ts'

/** A tie near a pair, as seen from the first side: the authority of its own side that has it, and its partner. */
export interface Bridge {
  tie: KnownTie
  /** The row that has the tie. */
  holder: number
  /** 0 to 1: how near the two ends of the tie are to the pair. */
  strength: number
}

export interface Bridges {
  /** How far ties of neighbours lead to the neighbourhood of the other, 0 to 1; NaN where there is none. */
  strength(own: number, other: number): number
  /** The ties behind it, the nearest first. */
  list(own: number, other: number): Bridge[]
}

interface End extends Bridge {
  lat: number
  lon: number
}

const reachKm = 90
// A quarter of an hour by road: ties of authorities further away count for little.
const scaleKm = 20
const cellDegrees = 1
/** The nearness of an authority that belongs to the same larger authority, or is it. */
const kinship = 0.6

/**
 * Stepping stones: ties of neighbours, of the larger authorities that include one and of those that it includes. A tie counts by how near
 * its two ends are to the pair; that of the pair itself does not count.
 */
export function findBridges(table: ProfileTable): Bridges {
  const cells = indexHolders(table)
  let last = -1
  let near: End[] = []
  // Pairs are measured row by row: what is near one side is found once for all the others.
  const nearTo = (own: number) => {
    if (own !== last) {
      near = endsNear(table, cells, own)
      last = own
    }
    return near
  }
  return {
    strength(own, other) {
      let sum = 0
      for (const end of nearTo(own)) sum += strengthTo(table, end, own, other)
      return sum === 0 ? Number.NaN : 1 - Math.exp(-sum)
    },
    list: (own, other) =>
      nearTo(own)
        .map(({ tie, holder, ...end }) => ({
          tie,
          holder,
          strength: strengthTo(table, { tie, holder, ...end }, own, other),
        }))
        .filter(({ strength }) => strength > 0.02)
        .sort((one, two) => two.strength - one.strength),
  }
}

function endsNear(table: ProfileTable, cells: ReadonlyMap<string, number[]>, own: number): End[] {
  const profile = table.profiles[own]
  if (!profile) return []
  const [lat, lon] = [table.latitudes[own] ?? Number.NaN, table.longitudes[own] ?? Number.NaN]
  const holders = new Set<number>()
  for (let row = -1; row <= 1; row += 1)
    for (let column = -2; column <= 2; column += 1)
      for (const holder of cells.get(cellOf(lat + row * cellDegrees, lon + column * cellDegrees)) ?? [])
        holders.add(holder)
  for (const id of profile.within) {
    const holder = table.rowOf.get(id)
    if (holder !== undefined) holders.add(holder)
  }
  const ends: End[] = []
  for (const holder of holders) {
    const other = table.profiles[holder]
    if (!other || other.country !== profile.country) continue
    const strength = nearness(table, own, holder)
    if (strength < 0.02) continue
    for (const tie of other.ties)
      if (tie.latitude !== null && tie.longitude !== null)
        ends.push({ tie, holder, strength, lat: tie.latitude, lon: tie.longitude })
  }
  return ends
}

function strengthTo(table: ProfileTable, end: End, own: number, other: number): number {
  const partner = end.tie.partnerId
  const profile = table.profiles[other]
  if (!profile || profile.country !== end.tie.country) return 0
  // The tie of the pair itself leads nowhere else.
  if (end.holder === own && partner === profile.id) return 0
  const lat = table.latitudes[other] ?? Number.NaN
  const isKin =
    partner !== null &&
    (profile.within.includes(partner) ||
      (table.profiles[table.rowOf.get(partner) ?? -1]?.within ?? []).includes(profile.id))
  // Most are far away, which a difference of latitudes shows without any trigonometry.
  if (!(Math.abs(lat - end.lat) * 111 <= reachKm)) return isKin ? end.strength * kinship : 0
  const distance = kilometres(end.lat, end.lon, lat, table.longitudes[other] ?? Number.NaN)
  const near = distance > reachKm ? 0 : Math.exp(-distance / scaleKm)
  return end.strength * Math.max(near, isKin ? kinship : 0)
}

function nearness(table: ProfileTable, own: number, holder: number): number {
  // One's own ties are a stepping stone too: to the neighbours of one's partner.
  if (own === holder) return 1
  const [mine, theirs] = [table.profiles[own], table.profiles[holder]]
  if (!mine || !theirs) return 0
  const isKin = mine.within.includes(theirs.id) || theirs.within.includes(mine.id)
  const distance = kilometres(
    table.latitudes[own] ?? Number.NaN,
    table.longitudes[own] ?? Number.NaN,
    table.latitudes[holder] ?? Number.NaN,
    table.longitudes[holder] ?? Number.NaN,
  )
  return Math.max(
    distance > reachKm || Number.isNaN(distance) ? 0 : Math.exp(-distance / scaleKm),
    isKin ? kinship : 0,
  )
}

function indexHolders(table: ProfileTable): Map<string, number[]> {
  const cells = new Map<string, number[]>()
  for (const [row, { ties, latitude, longitude }] of table.profiles.entries()) {
    if (ties.length === 0 || latitude === null || longitude === null) continue
    const key = cellOf(latitude, longitude)
    const holders = cells.get(key)
    if (holders) holders.push(row)
    else cells.set(key, [row])
  }
  return cells
}

function cellOf(lat: number, lon: number): string {
  return `${Math.floor(lat / cellDegrees)}:${Math.floor(lon / cellDegrees)}`
}

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
