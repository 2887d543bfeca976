import { sql } from 'kysely'
import type { Context } from '../../../platform/context/context.ts'
import { variantKey } from './spelling-variants.ts'

/** The towns that the directory holds of a country that it does not cover completely. */
export interface HeldTowns {
  /** Ids by their GeoNames number. */
  byGeonames: ReadonlyMap<string, string>
  /** Ids by the spelling-independent form of their names. */
  byVariant: ReadonlyMap<string, string[]>
}

/** The towns of a country that imports and people added: tens or hundreds, for reference files have only the levels above. */
export async function findHeldTowns(context: Context, country: string): Promise<HeldTowns> {
  const { rows } = await sql<{ id: string; geonames: string | null; names: string[] }>`
    select o.organisation_id as id, o.codes ->> 'geonames' as geonames,
      array(select n.text from directory_name n where n.organisation_id = o.organisation_id and n.kind <> 'bare') as names
    from directory_organisation o
    where o.country = ${country} and o.kind not in ('level_1', 'level_2')
    order by o.organisation_id
  `.execute(context.database)
  const byGeonames = new Map<string, string>()
  const byVariant = new Map<string, string[]>()
  for (const { id, geonames, names } of rows) {
    if (geonames !== null) byGeonames.set(geonames, id)
    for (const key of new Set(names.map(variantKey))) byVariant.set(key, [...(byVariant.get(key) ?? []), id])
  }
  return { byGeonames, byVariant }
}
