import { sql } from 'kysely'
import type { Context } from '../../../../platform/context/context.ts'
import { onlyRow } from '../../../../platform/database/only-row.ts'
import type { LocalizedName } from '../../../../platform/i18n/localized-text.ts'
import type { RecordNetwork } from '../../../../platform/records/record-head.ts'
import { listPostsChangedSince } from '../../../contacts/index.ts'
import { listHeads } from '../../../registry/cooperations/index.ts'
import { countAmended, listChangedSince, listEventsChanged } from '../undo/queries.ts'

import { listMade, type TableImport } from './queries.ts'

/** What remains of an import's additions: how many, and how many people have changed since. */
export interface MadeCounts {
  counts: Record<MadeKind, number>
  /** The first of them. */
  first: MadeRecord[]
  /** After taking back: what remains. */
  kept: MadeRecord[]
  changed: number
  /** How many records existed before and got additions. */
  amended: number
  sourceSlug: string | null
}

type MadeKind = 'cooperation' | 'organisation' | 'post' | 'event'

/** A record by its name. */
export interface MadeRecord {
  kind: MadeKind
  id: string
  /** Empty for a post, whose address uses its id. */
  slug: string
  name: LocalizedName
  /** Of a post: its organisation. */
  of: LocalizedName | null
}

const mostFirst = 10
const mostKept = 100
const mostCompared = 5000

export async function findMade(
  context: Context,
  network: RecordNetwork,
  { id, sourceId, importedAt, takenBackAt }: TableImport,
): Promise<MadeCounts> {
  const { rows } = await sql<{ kind: string; count: number }>`
    select subject_kind as kind, count(*)::int as count from imports_made where import_id = ${id} group by 1
  `.execute(context.database)
  const countOf = (kind: string) => rows.find((row) => row.kind === kind)?.count ?? 0
  const source =
    sourceId === null
      ? null
      : await context.database
          .selectFrom('registry_source')
          .select('slug')
          .where('source_id', '=', sourceId)
          .executeTakeFirst()
  return {
    counts: {
      cooperation: countOf('cooperation'),
      organisation: countOf('organisation'),
      post: countOf('post'),
      event: countOf('event'),
    },
    first: takenBackAt === null ? await listMadeRecords(context, network, id, mostFirst) : [],
    kept: takenBackAt === null ? [] : await listMadeRecords(context, network, id, mostKept),
    changed: takenBackAt === null ? await countChanged(context, id, importedAt) : 0,
    amended: Object.values(await countAmended(context, id)).reduce((sum, count) => sum + count, 0),
    sourceSlug: source?.slug ?? null,
  }
}

/** How many of its records people have changed since; records that got additions count with any change. */
async function countChanged(context: Context, id: string, importedAt: Date | null): Promise<number> {
  const cooperations = (await listMade(context, id, 'cooperation')).slice(0, mostCompared)
  const changed = await listChangedSince(
    context,
    cooperations.map((each) => each.id),
  )
  if (importedAt === null) return changed.size
  const since = importedAt.toISOString()
  const { rows } = await sql<{ id: string }>`
    select subject_id as id from imports_made where import_id = ${id} and subject_kind = 'post'
    union select subject_id from imports_amended where import_id = ${id} and subject_kind = 'holder'
  `.execute(context.database)
  const posts = await listPostsChangedSince(
    context,
    rows.map((row) => row.id),
    since,
  )
  const amended = await sql<{ count: number }>`
    select count(distinct a.subject_id)::int as count from imports_amended a
    join contributions_version v on v.record_kind = a.subject_kind and v.record_id = a.subject_id
    where a.import_id = ${id} and v.made_at > ${since}::timestamptz
  `.execute(context.database)
  const events = await listEventsChanged(
    context,
    (await listMade(context, id, 'event')).map((each) => each.id),
  )
  return changed.size + posts.size + events.size + onlyRow(amended.rows).count
}

/** The records that an import has added or amended, as far as they exist: the first of each kind, by their rows. */
async function listMadeRecords(
  context: Context,
  network: RecordNetwork,
  importId: string,
  most: number,
): Promise<MadeRecord[]> {
  const { rows } = await sql<Omit<MadeRecord, 'slug'> & { slug: string | null }>`
    select m.subject_kind as kind, m.subject_id as id, coalesce(o.slug, e.slug) as slug,
      coalesce(o.name, (select jsonb_object_agg(key, value -> 'text') from jsonb_each(coalesce(p.function, e.title))), '{}') as name, own.name as of
    from (
      select subject_kind, subject_id, min(row_number) as row_number from (
        select subject_kind, subject_id, row_number from imports_made where import_id = ${importId}
        union all select case subject_kind when 'holder' then 'post' else subject_kind end, subject_id, row_number
          from imports_amended where import_id = ${importId}
      ) every
      group by 1, 2 order by 1, 3 limit ${most}
    ) m
    left join directory_organisation o on m.subject_kind = 'organisation' and o.organisation_id = m.subject_id
    left join contacts_post p on m.subject_kind = 'post' and p.post_id = m.subject_id
    left join agenda_event e on m.subject_kind = 'event' and e.event_id = m.subject_id
    left join directory_organisation own on own.organisation_id = p.organisation_id
    order by m.subject_kind, m.row_number
  `.execute(context.database)
  const ties = rows.flatMap(({ kind, id }) => (kind === 'cooperation' ? [id] : []))
  const heads = new Map((await listHeads(context, network, ties)).map((head) => [head.id, head]))
  return rows.flatMap(({ slug, ...row }): MadeRecord[] => {
    if (row.kind !== 'cooperation') return row.kind === 'post' || slug ? [{ ...row, slug: slug ?? '' }] : []
    const head = heads.get(row.id)
    return head ? [{ ...row, slug: head.slug, name: head.title }] : []
  })
}
