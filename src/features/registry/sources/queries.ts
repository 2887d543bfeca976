import { sql } from 'kysely'
import type { Context } from '../../../platform/context/context.ts'
import type { LocalizedText } from '../../../platform/i18n/localized-text.ts'
import { notFound } from '../../../platform/refusal.ts'
import { escapeLike } from '../../../platform/search/index.ts'

export type Source = Awaited<ReturnType<typeof findSource>>

/** One source of a network by its slug, or 404. */
export async function findSource(context: Context, networkId: string, slug: string) {
  const found = await select(context, networkId).where('s.slug', '=', slug).executeTakeFirst()
  return found ?? notFound(slug)
}

/** The sources of a network that are known on the context's day. */
export async function listSources(context: Context, networkId: string) {
  return select(context, networkId).orderBy('s.known_on').orderBy('s.slug').execute()
}

/** The sources to choose from: those of a network that are no declaration, and any of the given ids; newest first. */
export async function listChoosableSources(context: Context, networkId: string, ids: readonly string[] = []) {
  return select(context, networkId)
    .where(sql<boolean>`(s.kind <> 'declaration' or s.source_id = any(${[...ids]}::uuid[]))`)
    .orderBy('s.known_on', 'desc')
    .orderBy('s.slug')
    .limit(mostChoices)
    .execute()
}

const mostChoices = 500

export type StoredPassage = Awaited<ReturnType<typeof listPassages>>[number]

/**
 * The text of a source in reading order, as known on the context’s day; empty if it was never loaded. An account that continues through the
 * years has passages of later days.
 */
export async function listPassages(context: Context, sourceId: string) {
  return context.database
    .selectFrom('registry_passage as p')
    .select(['position', 'heading', 'heading_id as headingId', 'paragraph', 'text'])
    .where('source_id', '=', sourceId)
    .where(isKnown(context))
    .orderBy('position')
    .execute()
}

const rowsAround = 20

/** The rows of a table around one of them, or its first ones, with their number: all rows become known together. */
export async function listRowsAround(
  context: Context,
  sourceId: string,
  row: number | null,
): Promise<{ passages: StoredPassage[]; total: number }> {
  const rows = context.database
    .selectFrom('registry_passage as p')
    .select(['position', 'heading', 'heading_id as headingId', 'paragraph', 'text'])
    .where('source_id', '=', sourceId)
    .orderBy('position')
  const passages = await (row === null
    ? rows.limit(2 * rowsAround)
    : rows.where('position', '>=', row - rowsAround).where('position', '<=', row + rowsAround)
  ).execute()
  const { total } = await context.database
    .selectFrom('registry_passage')
    .select(sql<number>`count(*)::int`.as('total'))
    .where('source_id', '=', sourceId)
    .executeTakeFirstOrThrow()
  return { passages, total }
}

/** How many passages of a source became known only after the context’s day. */
export async function countLaterPassages(context: Context, sourceId: string): Promise<number> {
  const { count } = await context.database
    .selectFrom('registry_passage as p')
    .select(sql<number>`count(*)::int`.as('count'))
    .where('source_id', '=', sourceId)
    .where(sql<boolean>`not ${isKnown(context)}`)
    .executeTakeFirstOrThrow()
  return count
}

/** Passages of a network’s sources that contain all words of a text, at most `most`; for texts of a few documents. */
export async function listPassagesWith(context: Context, networkId: string, words: string[], most: number) {
  if (words.length === 0) return []
  const { rows } = await sql<{
    sourceSlug: string
    sourceTitle: LocalizedText
    language: string
    position: number
    text: string
  }>`
    select s.slug as "sourceSlug", s.title as "sourceTitle", s.language, p.position, p.text
    from registry_source s join registry_passage p on p.source_id = s.source_id
    where s.network_id = ${networkId} and s.kind <> 'table' and s.known_on <= ${context.today} and ${isKnown(context)}
      and ${sql.join(
        words.map((word) => sql`p.text ilike ${`%${escapeLike(word)}%`}`),
        sql` and `,
      )}
    order by s.slug, p.position
    limit ${most}
  `.execute(context.database)
  return rows
}

// A passage `p` is as old as the oldest fact that rests on it; one without facts, as old as its source.
function isKnown({ today }: Context) {
  return sql<boolean>`coalesce((
    select bool_or(e.known_on <= ${today}) from registry_evidence e
    where e.source_id = p.source_id and (e.locator ->> 'paragraph')::int = p.paragraph
      and e.locator -> 'heading' = to_jsonb(p.heading)
  ), true)`
}

function select(context: Context, networkId: string) {
  return context.database
    .selectFrom('registry_source as s')
    .leftJoin('registry_source as retold', 'retold.source_id', 's.retells_id')
    .select([
      's.source_id as id',
      's.slug',
      's.kind',
      's.title',
      's.note',
      's.language',
      's.publisher',
      's.published',
      's.url',
      's.known_on as knownOn',
      's.updated_at as updatedAt',
      'retold.slug as retoldSlug',
      'retold.title as retoldTitle',
      sql<boolean>`exists (select 1 from registry_passage p where p.source_id = s.source_id)`.as('isHeld'),
    ])
    .where('s.network_id', '=', networkId)
    .where('s.known_on', '<=', context.today)
}
