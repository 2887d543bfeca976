import { readFileSync } from 'node:fs'
import { setImmediate } from 'node:timers/promises'
import { sql } from 'kysely'
import { scopeOf } from '../../../platform/activity/activity.ts'
import { QueryCache } from '../../../platform/activity/query-cache.ts'
import type { Context } from '../../../platform/context/context.ts'
import { projectPath } from '../../../platform/settings/project-path.ts'
import { isAuthorityKind } from '../../directory/index.ts'
import { tiersOf } from '../competence.ts'
import { bareProfile, type Profile } from './profile.ts'
import { isTrait, type Trait } from './traits.ts'

const kept = new QueryCache<readonly Profile[]>(20)

/** The authorities of some countries that exist on the context’s day, with what the directory and the maps tell of them. */
export function listAuthorities(context: Context, countries: readonly string[]): Promise<readonly Profile[]> {
  const key = `${[...countries].sort().join(' ')} ${context.today}`
  return kept.find(context, [scopeOf(null)], key, () => read(context, countries))
}

const cityKinds = new Set([
  'commune',
  'ville_paris',
  'special_city',
  'metropolitan_city',
  'special_self_governing_city',
  'si',
])

interface Row {
  id: string
  key: string
  country: string
  kind: string
  level: number | null
  codes: Record<string, string>
  population: number | null
  latitude: number | null
  longitude: number | null
  within: string[]
}

// Tens of thousands take an embedded database most of a second: other requests are answered between two slices.
const sliceSize = 1000

async function read(context: Context, countries: readonly string[]): Promise<Profile[]> {
  const found: Profile[] = []
  for (let after = ''; ; ) {
    const rows = await readSlice(context, countries, after)
    found.push(...rows.filter(({ kind }) => isAuthorityKind(kind)).map(profileOf))
    const last = rows[sliceSize - 1]
    if (!last) return withAreas(found)
    after = last.key
    await setImmediate()
  }
}

/** Says of the largest town of each grouping how many live in all of it. */
function withAreas(profiles: readonly Profile[]): Profile[] {
  const groupings = new Map(
    profiles.filter(({ tiers }) => tiers.includes('epci')).map((each) => [each.id, each]),
  )
  const largest = new Map<string, Profile>()
  for (const profile of profiles)
    for (const id of profile.within)
      if (groupings.has(id) && (profile.population ?? 0) > (largest.get(id)?.population ?? 0))
        largest.set(id, profile)
  const areas = new Map<string, number>()
  for (const [id, { id: townId, population }] of largest) {
    const whole = groupings.get(id)?.population ?? 0
    if (whole > Math.max(population ?? 0, areas.get(townId) ?? 0)) areas.set(townId, whole)
  }
  return profiles.map((profile) => {
    const areaPopulation = areas.get(profile.id)
    return areaPopulation === undefined ? profile : { ...profile, areaPopulation }
  })
}

async function readSlice(
  { database, today }: Context,
  countries: readonly string[],
  after: string,
): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select o.organisation_id as id, o.key, o.country, o.kind, o.level, o.codes, o.population, o.latitude, o.longitude,
      array_remove(array[o.parent_id, above.parent_id] || array(
        select m.union_id from directory_membership m where m.member_id = o.organisation_id), null) as within
    from directory_organisation o
    left join directory_organisation above on above.organisation_id = o.parent_id
    where o.country = any(${countries}::text[]) and o.key > ${after}
      and (o.valid_from is null or o.valid_from <= ${today}) and (o.valid_until is null or o.valid_until > ${today})
    order by o.key
    limit ${sliceSize}
  `.execute(database)
  return rows
}

function profileOf({ key, kind, codes, ...row }: Row): Profile {
  return bareProfile({
    ...row,
    tiers: tiersOf({ kind, codes }),
    isCity: cityKinds.has(kind),
    traits: traitsByKey().get(key) ?? [],
  })
}

let traitsRead: ReadonlyMap<string, readonly Trait[]> | undefined

/** What each authority is like, by its key in the directory; read once. */
function traitsByKey(): ReadonlyMap<string, readonly Trait[]> {
  traitsRead ??= new Map(
    readFileSync(projectPath('data', 'partners', 'traits.tsv'), 'utf8')
      .trimEnd()
      .split('\n')
      .slice(1)
      .map((line) => {
        const [key = '', list = ''] = line.split('\t')
        return [key, list.split(';').filter(isTrait)]
      }),
  )
  return traitsRead
}
