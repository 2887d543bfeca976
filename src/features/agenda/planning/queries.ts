import { sql } from 'kysely'
import type { Context } from '../../../platform/context/context.ts'
import { selectAncestors } from '../../directory/index.ts'
import { lookUpHolidays } from '../holidays/queries.ts'
import { dayAfter, furthestDays, type Side, sideOf } from './side.ts'

interface SidesAsked {
  countries: readonly string[]
  /** ISO days, both included: the days around them are loaded too. */
  from: string
  to: string
  knownOn: string
  networkId: string | null
  /** Slugs of the authorities that take part, for the days of their places. */
  places?: readonly string[]
}

/** The sides of a plan, with their days; a country without known holidays has weekends alone. */
export async function listSides(context: Context, visit: SidesAsked): Promise<Side[]> {
  const { countries, knownOn, networkId } = visit
  const [from, to] = [dayAfter(visit.from, -furthestDays - 31), dayAfter(visit.to, furthestDays + 31)]
  const regions = await listRegions(context, visit.places ?? [], visit.from)
  return Promise.all(
    countries.map(async (country) => {
      const holidays = await lookUpHolidays(context, { country, from, to, knownOn, networkId })
      return sideOf(country, holidays, regions.get(country))
    }),
  )
}

interface RegionRow {
  country: string
  codes: (Record<string, string> | null)[]
}

/** The administrative codes of some authorities and of what they lie in on an ISO day, by country. */
async function listRegions(
  { database }: Pick<Context, 'database'>,
  slugs: readonly string[],
  on: string,
): Promise<Map<string, string[]>> {
  if (slugs.length === 0) return new Map()
  const { rows } = await sql<RegionRow>`
    select o.country, json_build_array(o.codes, above.codes, top.codes) as codes
    from directory_organisation o
    ${selectAncestors(on)}
    where o.slug = any(${slugs}::text[])
  `.execute(database)
  const regions = new Map<string, string[]>()
  for (const { country, codes } of rows) {
    const own = codes.flatMap((each) => [each?.cog ?? [], each?.kr ?? []].flat()).flatMap(departements)
    regions.set(country, [...(regions.get(country) ?? []), ...own])
  }
  return regions
}

// The European Collectivity of Alsace is two départements in one authority, with a code of its own.
function departements(code: string): string[] {
  return code === '6AE' ? [code, '67', '68'] : [code]
}
