import { type RawBuilder, sql } from 'kysely'
import type { Context } from '../../../platform/context/context.ts'
import { isId } from '../../../platform/context/identifier.ts'
import { selectDocument, selectFields } from '../../../platform/records/fields/columns.ts'
import type { RecordDocument } from '../../../platform/records/record-document.ts'
import { type GroupTerm, termFields } from './term.ts'

/** The terms that a group has added, as known on the context’s day: those used, and those withdrawn if they are wanted too. */
export function listGroupTerms(
  context: Context,
  networkId: string,
  { isWhole = false }: { isWhole?: boolean } = {},
): Promise<GroupTerm[]> {
  const wanted = isWhole ? sql`true` : sql`g.state = 'used'`
  return selectTerms(context, sql`g.network_id = ${networkId} and ${wanted}`)
}

/** A term of a group by its slug or id, withdrawn or not; null where there is none. */
export async function lookUpTerm(
  context: Context,
  networkId: string,
  by: { slug: string } | { id: string },
): Promise<GroupTerm | null> {
  if ('id' in by && !isId(by.id)) return null
  const isIt = 'slug' in by ? sql`g.slug = ${by.slug}` : sql`g.term_id = ${by.id}`
  const [term] = await selectTerms(context, sql`g.network_id = ${networkId} and ${isIt}`)
  return term ?? null
}

async function selectTerms(context: Context, condition: RawBuilder<unknown>): Promise<GroupTerm[]> {
  const { rows } = await sql<GroupTerm>`
    select g.term_id as id, g.slug, ${selectFields(termFields, 'g')} from translations_term g
    where g.known_on <= ${context.today} and ${condition} order by g.slug
  `.execute(context.database)
  return rows
}

/** Some terms with everything that makes them up, as known on the context’s day; the shape is `termDocument`. */
export async function listTermDocuments(
  { database, today }: Context,
  networkId: string,
  ids: readonly string[],
): Promise<Map<string, RecordDocument>> {
  const { rows } = await sql<{ id: string; document: RecordDocument }>`
    select g.term_id as id, ${selectDocument(termFields, 'g')} as document from translations_term g
    where g.network_id = ${networkId} and g.term_id = any(${[...ids]}::uuid[]) and g.known_on <= ${today}
  `.execute(database)
  return new Map(rows.map(({ id, document }) => [id, document]))
}
