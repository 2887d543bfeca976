import { sql } from 'kysely'
import type { Context } from '../../../platform/context/context.ts'
import { isId } from '../../../platform/context/identifier.ts'
import type { LocalizedText } from '../../../platform/i18n/localized-text.ts'
import type { Locator } from '../locators.ts'

export interface EvidenceSource {
  slug: string
  title: LocalizedText
  kind: string
  language: string
  publisher: string
  url: string | null
  /** Slug of the source that this one retells in other words. */
  retells: string | null
}

export interface Evidence {
  id: string
  subjectKind: string
  subjectId: string
  field: string
  locator: Locator | null
  stance: 'supports' | 'contradicts'
  label: string | null
  source: EvidenceSource
  /** Whether the source's text is here, so that the fact opens on its passage. */
  isHeld: boolean
}

/** The evidence of some subjects, as known on the context’s day; sources whose text is held come first. */
export async function listEvidence(context: Context, subjectIds: string[]): Promise<Evidence[]> {
  if (subjectIds.length === 0) return []
  const { rows } = await sql<Evidence>`
    select e.evidence_id as id, e.subject_kind as "subjectKind", e.subject_id as "subjectId", e.field, e.locator, e.stance, e.label,
      json_build_object('slug', s.slug, 'title', s.title, 'kind', s.kind, 'language', s.language, 'publisher', s.publisher, 'url', s.url, 'retells', retold.slug) as source,
      exists (select 1 from registry_passage p where p.source_id = s.source_id) as "isHeld"
    from registry_evidence e join registry_source s on s.source_id = e.source_id
    left join registry_source retold on retold.source_id = s.retells_id
    where e.subject_id = any(${subjectIds}::uuid[]) and e.known_on <= ${context.today}
    order by e.subject_id, e.field, "isHeld" desc, s.kind = 'minutes' desc, e.evidence_id
  `.execute(context.database)
  return rows
}

export interface Quotation extends Evidence {
  sourceId: string
}

/** One piece of evidence of a network with its source, or null. */
export async function lookUpQuotation(
  context: Context,
  networkId: string,
  evidenceId: string,
): Promise<Quotation | null> {
  if (!isId(evidenceId)) return null
  const { rows } = await sql<Quotation>`
    select e.evidence_id as id, e.subject_kind as "subjectKind", e.subject_id as "subjectId", e.field, e.locator, e.stance, e.label,
      s.source_id as "sourceId",
      json_build_object('slug', s.slug, 'title', s.title, 'kind', s.kind, 'language', s.language, 'publisher', s.publisher, 'url', s.url, 'retells', retold.slug) as source,
      exists (select 1 from registry_passage p where p.source_id = s.source_id) as "isHeld"
    from registry_evidence e join registry_source s on s.source_id = e.source_id
    left join registry_source retold on retold.source_id = s.retells_id
    where e.network_id = ${networkId} and e.evidence_id = ${evidenceId} and e.known_on <= ${context.today}
  `.execute(context.database)
  return rows[0] ?? null
}

/** The place in a source of each fact drawn from it. */
export async function listEvidenceFrom(
  context: Context,
  sourceId: string,
): Promise<{ id: string; locator: Locator | null }[]> {
  const { rows } = await sql<{ id: string; locator: Locator | null }>`
    select evidence_id as id, locator from registry_evidence
    where source_id = ${sourceId} and known_on <= ${context.today} order by evidence_id
  `.execute(context.database)
  return rows
}

/** How many facts are drawn from a source. */
export async function countFactsFrom(context: Context, sourceId: string): Promise<number> {
  const { count } = await context.database
    .selectFrom('registry_evidence')
    .select(sql<number>`count(*)::int`.as('count'))
    .where('source_id', '=', sourceId)
    .where('known_on', '<=', context.today)
    .executeTakeFirstOrThrow()
  return count
}

export interface Dispute {
  id: string
  slug: string
  subjectKind: string
  subjectId: string
  field: string
  note: LocalizedText
  values: {
    value: LocalizedText | string
    rank: 'preferred' | 'normal' | 'deprecated'
    locator: Locator | null
    source: EvidenceSource | null
  }[]
}

/** The disputes between sources on some subjects, as known on the context’s day. */
export async function listDisputes(context: Context, subjectIds: string[]): Promise<Dispute[]> {
  if (subjectIds.length === 0) return []
  return selectDisputes(context, sql`d.subject_id = any(${subjectIds}::uuid[])`)
}

async function selectDisputes(context: Context, condition: ReturnType<typeof sql>): Promise<Dispute[]> {
  const { rows } = await sql<Dispute>`
    select d.dispute_id as id, d.slug, d.subject_kind as "subjectKind", d.subject_id as "subjectId", d.field, d.note,
      coalesce((select json_agg(json_build_object('value', v.value, 'rank', v.rank, 'locator', v.locator,
          'source', case when s.source_id is not null then json_build_object('slug', s.slug, 'title', s.title, 'kind', s.kind,
            'language', s.language, 'publisher', s.publisher, 'url', s.url, 'retells', null) end) order by v.position)
        from registry_dispute_value v left join registry_source s on s.source_id = v.source_id
        where v.dispute_id = d.dispute_id and v.known_on <= ${context.today}), '[]') as values
    from registry_dispute d
    where d.known_on <= ${context.today} and ${condition}
    order by d.position
  `.execute(context.database)
  return rows
}
