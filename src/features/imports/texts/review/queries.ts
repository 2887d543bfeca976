import { sql } from 'kysely'
import type { Context } from '../../../../platform/context/context.ts'
import type { LocalizedText } from '../../../../platform/i18n/localized-text.ts'
import type { StoredPassage } from '../sources/queries.ts'

/** Of a long text only what is quoted is shown, with the passages around it. */
export const mostPassages = 400

/** The passages of a text to show beside some quotations: all of a short one. */
export async function listPassagesAround(
  { database }: Context,
  textId: string,
  quoted: readonly number[],
): Promise<StoredPassage[]> {
  const { rows } = await sql<StoredPassage>`
    select position, kind, level, heading, paragraph, text, page from imports_text_passage
    where text_id = ${textId} and (
      (select count(*) from imports_text_passage where text_id = ${textId}) <= ${mostPassages}
      or position = any(${quoted.flatMap((position) => [position - 1, position, position + 1])}::int[]))
    order by position
  `.execute(database)
  return rows
}

/** Some passages of a text by their places. */
export async function listPassagesAt(
  { database }: Context,
  textId: string,
  positions: readonly number[],
): Promise<StoredPassage[]> {
  const { rows } = await sql<StoredPassage>`
    select position, kind, level, heading, paragraph, text, page from imports_text_passage
    where text_id = ${textId} and position = any(${[...positions]}::int[]) order by position
  `.execute(database)
  return rows
}

export interface NamedSource {
  slug: string
  title: LocalizedText
}

/** The titles of some sources. */
export async function listSourceNames(
  { database }: Context,
  ids: readonly string[],
): Promise<Map<string, NamedSource>> {
  if (ids.length === 0) return new Map()
  const rows = await database
    .selectFrom('registry_source')
    .select(['source_id', 'slug', 'title'])
    .where('source_id', 'in', [...ids])
    .execute()
  return new Map(rows.map(({ source_id, slug, title }) => [source_id, { slug, title }]))
}
