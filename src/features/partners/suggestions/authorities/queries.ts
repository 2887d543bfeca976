import { readFileSync } from 'node:fs'
import { sql } from 'kysely'
import { scopeOf } from '../../../../platform/activity/activity.ts'
import { KeptAnswers } from '../../../../platform/activity/kept-answers.ts'
import type { Context } from '../../../../platform/context/context.ts'
import { projectPath } from '../../../../platform/settings/project-path.ts'
import { isAuthorityKind } from '../../../directory/index.ts'
import { tiersOf } from '../../competences/competence.ts'
import { bareProfile, type Profile } from '../profile.ts'
import { isTrait, type Trait } from '../traits.ts'

const kept = new KeptAnswers<readonly Profile[]>(20)

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

async function read({ database, today }: Context, countries: readonly string[]): Promise<Profile[]> {
  const { rows } = await sql<Row>`
    select o.organisation_id as id, o.key, o.country, o.kind, o.level, o.codes, o.population, o.latitude, o.longitude,
      array_remove(array[o.parent_id, above.parent_id] || array(
        select m.union_id from directory_membership m where m.member_id = o.organisation_id), null) as within
    from directory_organisation o
    left join directory_organisation above on above.organisation_id = o.parent_id
    where o.country = any(${countries}::text[])
      and (o.valid_from is null or o.valid_from <= ${today}) and (o.valid_until is null or o.valid_until > ${today})
    order by o.key
  `.execute(database)
  return rows
    .filter(({ kind }) => isAuthorityKind(kind))
    .map(({ key, kind, codes, ...row }) =>
      bareProfile({
        ...row,
        tiers: tiersOf({ kind, codes }),
        isCity: cityKinds.has(kind),
        traits: traitsByKey().get(key) ?? [],
      }),
    )
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
