import { sql } from 'kysely'
import type { Context } from '../../../../platform/context/context.ts'
import type { Change } from '../../../../platform/records/difference.ts'
import type { Written } from '../facts/fact.ts'

/** Who changed something last, and when; somebody whose data was erased has no name. */
export interface LaterChange {
  by: string | null
  at: Date
}

/** The last change of a record since an instant, but for those of the text itself, that touched what some changes had written; null for none. */
export async function lookUpLaterChange(
  { database }: Context,
  { kind, id }: Pick<Written, 'kind' | 'id'>,
  { title, since }: { title: string; since: Date },
  changes: readonly Change[],
): Promise<LaterChange | null> {
  const { rows } = await sql<LaterChange & { changed: string[] }>`
    select nullif(person.name, '') as by, v.made_at as at, v.changed
    from contributions_version v left join people_person person on person.id = v.person_id
    where v.record_kind = ${kind} and v.record_id = ${id} and v.made_at >= ${since}
      and (v.origin <> 'import' or v.reason <> ${title})
    order by v.number desc limit ${mostVersions}
  `.execute(database)
  const paths = changes.map(({ path }) => path.join('/'))
  const found = rows.find(({ changed }) =>
    changed.some((each) => paths.some((path) => overlaps(path, each.replace(/:[\w-]+$/u, '')))),
  )
  return found ? { by: found.by, at: found.at } : null
}

const mostVersions = 100

const overlaps = (one: string, other: string) =>
  one === other || one.startsWith(`${other}/`) || other.startsWith(`${one}/`)
