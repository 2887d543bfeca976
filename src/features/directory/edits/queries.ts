import { sql } from 'kysely'
import type { Context } from '../../../platform/context/context.ts'
import type { EditableOrganisation } from '../organisation.ts'
import type { Alias } from '../reference-file.ts'
import type { Edited } from './edited-fields.ts'

/** Those of the organisations with some keys that people have edited, by key. */
export async function listEdited(context: Context, keys: string[]): Promise<Map<string, Edited>> {
  const { rows } = await sql<Edited & { key: string }>`
    select o.key, o.level, o.edited_fields as "editedFields", ${editable()}
    from directory_organisation o where o.edited_fields <> '{}' and o.key = any(${keys}::text[])
  `.execute(context.database)
  return new Map(rows.map((row) => [row.key, row]))
}

/** What people may change of one organisation; null if it does not exist. */
export async function lookUpEditable(
  context: Context,
  organisationId: string,
): Promise<(EditableOrganisation & { country: string }) | null> {
  const { rows } = await sql<EditableOrganisation & { country: string }>`
    select o.country, ${editable()} from directory_organisation o where o.organisation_id = ${organisationId}
  `.execute(context.database)
  return rows[0] ?? null
}

/** Names other than the official ones by which an organisation is found: former, romanised, misspelt. */
export async function listAliases({ database }: Context, organisationId: string): Promise<Alias[]> {
  return database
    .selectFrom('directory_name')
    .select(['language', 'kind', 'text'])
    .where('organisation_id', '=', organisationId)
    .where('kind', 'not in', ['official', 'short', 'bare'])
    .orderBy('position')
    .execute()
}

/** The level that organisations of a kind have in a country; null for bodies that are not authorities. */
export async function lookUpLevel(
  { database }: Context,
  country: string,
  kind: string,
): Promise<number | null> {
  const row = await database
    .selectFrom('directory_organisation')
    .select('level')
    .where('country', '=', country)
    .where('kind', '=', kind)
    .limit(1)
    .executeTakeFirst()
  return row?.level ?? null
}

function editable() {
  return sql`o.name, o.short_name as "shortName", o.machine_names as "machineNames", o.about, o.kind, o.codes,
    o.parent_id as "parentId", o.population, o.population_year as "populationYear",
    case when o.latitude is not null then json_build_object('latitude', o.latitude, 'longitude', o.longitude) end as place,
    o.valid_from::text as "validFrom", o.valid_until::text as "validUntil"`
}
