import { sql } from 'kysely'
import type { Context } from '../../platform/context/context.ts'
import type { LocalizedName } from '../../platform/i18n/localized-text.ts'

export interface Place {
  name: LocalizedName
  latitude: number
  longitude: number
}

export interface Bounds {
  west: number
  south: number
  east: number
  north: number
}

// What stands on a map as a point: a region or a union of communes has no middle that one would look for.
const towns = [
  'commune',
  'ville_paris',
  'special_city',
  'metropolitan_city',
  'special_self_governing_city',
  'si',
  'gun',
  'autonomous_gu',
  'municipality',
]

/** The largest towns between these meridians and parallels, by their short names. */
export async function listPlacesWithin(
  context: Context,
  { west, south, east, north }: Bounds,
  most: number,
): Promise<Place[]> {
  const { rows } = await sql<Place>`
    select o.name || o.short_name as name, o.latitude, o.longitude from directory_organisation o
    where o.latitude between ${south} and ${north} and o.longitude between ${west} and ${east}
      and o.kind = any(${towns}::text[]) and o.population is not null
      and (o.valid_from is null or o.valid_from <= ${context.today}::date)
      and (o.valid_until is null or o.valid_until > ${context.today}::date)
    order by o.population desc, o.slug limit ${most}
  `.execute(context.database)
  return rows
}
