import { sql } from 'kysely'
import type { Context } from '../../../platform/context/context.ts'
import type { LocalizedText } from '../../../platform/i18n/localized-text.ts'
import { selectDocument, selectFields } from '../../../platform/records/fields/columns.ts'
import { type BriefDocument, briefDocument, emptyBrief } from './document.ts'
import { itemFields, type Statement } from './item.ts'
import { isItemKey } from './skeleton.ts'

/** The statements of a country as known on the context’s day, by item; items of which nothing was ever said are left out. */
export async function listStatements(
  { database, today }: Pick<Context, 'database' | 'today'>,
  country: string,
): Promise<Map<string, Statement>> {
  const { rows } = await sql<Statement & { key: string }>`
    select distinct on (i.key) i.key, i.known_on as "knownOn", ${selectFields(itemFields, 'i')}
    from briefs_item i where i.country = ${country} and i.known_on <= ${today}
    order by i.key, i.known_on desc
  `.execute(database)
  return new Map(rows.filter(({ key }) => isItemKey(key)).map(({ key, ...said }) => [key, said]))
}

/** What a group says beside the items of a country, as known on the context’s day. */
export async function listLines(
  { database, today }: Pick<Context, 'database' | 'today'>,
  networkId: string,
  country: string,
): Promise<Map<string, LocalizedText>> {
  const rows = await database
    .selectFrom('briefs_line')
    .select(['key', 'text'])
    .where('network_id', '=', networkId)
    .where('country', '=', country)
    .where('known_on', '<=', today)
    .execute()
  return new Map(rows.map(({ key, text }) => [key, text]))
}

/** The documents of some briefs (ids), whole: with what every group says beside. */
export async function listBriefDocuments(
  { database, today }: Context,
  countries: readonly string[],
): Promise<Map<string, BriefDocument>> {
  const { rows } = await sql<{ country: string; document: unknown }>`
    select c.country, json_build_object(
      'items', coalesce((
        select json_object_agg(i.key, ${selectDocument(itemFields, 'i')}) from (
          select distinct on (i.key) i.* from briefs_item i where i.country = c.country and i.known_on <= ${today}
          order by i.key, i.known_on desc
        ) i where i.text <> '{}'), '{}'),
      'networks', coalesce((
        select json_object_agg(l.network_id, l.lines) from (
          select l.network_id, json_build_object('lines', json_object_agg(l.key, l.text)) as lines
          from briefs_line l where l.country = c.country and l.known_on <= ${today} group by l.network_id
        ) l), '{}')
    ) as document
    from unnest(${[...countries]}::text[]) as c (country)
  `.execute(database)
  return new Map(
    rows.map(({ country, document }) => [
      country,
      briefDocument.parse({ ...emptyBrief, ...Object(document) }),
    ]),
  )
}

/** The checksum of the file of facts that was loaded last for a country; null for none. */
export async function lookUpChecksum({ database }: Context, country: string): Promise<string | null> {
  const row = await database
    .selectFrom('briefs_dataset')
    .select('checksum')
    .where('country', '=', country)
    .executeTakeFirst()
  return row?.checksum ?? null
}

/** The items of a country that people of this server wrote or translated. */
export async function listOwnKeys({ database }: Context, country: string): Promise<Set<string>> {
  const rows = await database
    .selectFrom('briefs_item')
    .select('key')
    .distinct()
    .where('country', '=', country)
    .where('is_loaded', '=', false)
    .execute()
  return new Set(rows.map(({ key }) => key))
}
