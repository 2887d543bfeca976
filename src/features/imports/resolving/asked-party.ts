import { fold } from '../../../platform/search/index.ts'

export interface Place {
  latitude: number
  longitude: number
}

/** An organisation as a row of a table names it. */
export interface AskedParty {
  name: string
  /** ISO 3166-1, from the table or the whole file; null if neither gives it. */
  country: string | null
  code: string | null
  /** Département, région, province or the like, in words. */
  region: string | null
  /** Codes of its possible kinds: a column of cities names no province. */
  kinds: readonly string[]
  place: Place | null
}

/** Rows that say the same of an organisation ask one question. Places are compared to a hundredth of a degree, about a kilometre. */
export function keyOfParty({ name, country, code, region, place }: AskedParty): string {
  const where = place === null ? '' : `${place.latitude.toFixed(2)} ${place.longitude.toFixed(2)}`
  return [fold(name), country ?? '', code ?? '', fold(region ?? ''), where].join('|')
}

/** « Saint-Denis (Réunion) », « Saint-Denis, La Réunion »: the name, and the region if the name contains it. */
export function splitName(name: string): { name: string; region: string | null } {
  const match = /^(?<name>[^(,]{2,}?)\s*(?:\((?<inside>[^)]+)\)|,\s*(?<after>[^,(]+))$/u.exec(name.trim())
  const region = match?.groups?.inside ?? match?.groups?.after ?? null
  return { name: match?.groups?.name ?? name.trim(), region }
}

const earthKm = 6371

/** Kilometres between two places, as the crow flies. */
export function kilometresBetween(a: Place, b: Place): number {
  const [from, to] = [toRadians(a.latitude), toRadians(b.latitude)]
  const across = toRadians(b.longitude - a.longitude)
  const half = Math.sin((to - from) / 2) ** 2 + Math.cos(from) * Math.cos(to) * Math.sin(across / 2) ** 2
  return 2 * earthKm * Math.asin(Math.min(1, Math.sqrt(half)))
}

function toRadians(degrees: number): number {
  return (degrees * Math.PI) / 180
}
