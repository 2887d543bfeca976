import { sql } from 'kysely'
import type { Context } from '../../../platform/context/context.ts'
import type { LocalizedName } from '../../../platform/i18n/localized-text.ts'

/** An organisation that a name may mean, with what distinguishes it from others of that name. */
export interface Candidate {
  id: string
  key: string
  slug: string
  country: string
  kind: string
  level: number | null
  name: LocalizedName
  codes: Record<string, string>
  population: number | null
  latitude: number | null
  longitude: number | null
  /** Exists on the context's day. */
  exists: boolean
  validUntil: string | null
  /** Ids of its successors. */
  successorIds: string[]
  /** Which of its names matched: an official one, another, or a name without its kind; null if none did. */
  foundBy: 'name' | 'alias' | 'bare' | null
  /** Names of what it lies in (département and région, or province), each in the languages that it has. */
  within: string[]
}

/** Every organisation with one of many folded names, by that name. One statement, whatever their number. */
export async function listCandidatesByName(
  context: Context,
  folded: readonly string[],
): Promise<Map<string, Candidate[]>> {
  const { rows } = await sql<Candidate & { folded: string; nameKind: string }>`
    select n.folded, n.kind as "nameKind", ${columns(context)}
    from directory_name n
    join directory_organisation o on o.organisation_id = n.organisation_id
    ${parents}
    where n.folded = any(${[...new Set(folded)]}::text[])
    order by n.folded, o.organisation_id
  `.execute(context.database)
  const found = rows.map(({ nameKind, ...row }) => ({
    ...row,
    foundBy: foundBy(nameKind),
  }))
  return Map.groupBy(found, (row) => row.folded)
}

/** Keys to look organisations up by; any of them suffices. */
export interface CandidateKeys {
  /** Their keys in reference files, such as `FR:commune:74119`. */
  keys?: readonly string[]
  sirens?: readonly string[]
  ids?: readonly string[]
  slugs?: readonly string[]
}

/** Organisations by keys that are unique, in no order; those that do not exist are left out. */
export async function listCandidates(
  context: Context,
  { keys = [], sirens = [], ids = [], slugs = [] }: CandidateKeys,
): Promise<Candidate[]> {
  if (keys.length + sirens.length + ids.length + slugs.length === 0) return []
  const { rows } = await sql<Candidate>`
    select ${columns(context)}, null as "foundBy" from directory_organisation o ${parents}
    where o.key = any(${[...new Set(keys)]}::text[]) or o.organisation_id = any(${[...ids]}::uuid[])
      or o.slug = any(${[...new Set(slugs)]}::text[])
      ${sirens.length > 0 ? sql`or o.codes ->> 'siren' = any(${[...new Set(sirens)]}::text[])` : sql``}
  `.execute(context.database)
  return rows
}

function columns({ today }: Context) {
  return sql`
    o.organisation_id as id, o.key, o.slug, o.country, o.kind, o.level, o.name, o.codes, o.population, o.latitude, o.longitude,
    ((o.valid_from is null or o.valid_from <= ${today}) and (o.valid_until is null or o.valid_until > ${today})) as exists,
    o.valid_until::text as "validUntil",
    array(select s.successor_id from directory_succession s where s.predecessor_id = o.organisation_id) as "successorIds",
    array_remove(array[p.name ->> 'fr', p.name ->> 'ko', p.name ->> 'en', g.name ->> 'fr', g.name ->> 'ko', g.name ->> 'en'], null) as within`
}

const parents = sql`
  left join directory_organisation p on p.organisation_id = o.parent_id
  left join directory_organisation g on g.organisation_id = p.parent_id`

function foundBy(nameKind: string): Candidate['foundBy'] {
  if (nameKind === 'official' || nameKind === 'short') return 'name'
  return nameKind === 'bare' ? 'bare' : 'alias'
}
