import { sql } from 'kysely'
import type { Context } from '../../../platform/context/context.ts'
import { type NewEvidence, writeEvidence } from '../../registry/evidence/index.ts'
import { locateQuotation, type Quotable } from '../../registry/sources/index.ts'

/**
 * Links each decision of a meeting to the passage of its minutes that quotes it, once the minutes are kept as a source. Decisions that have
 * evidence are left alone. Runs in the caller’s transaction.
 */
export async function findEvidence(context: Context, networkId: string, meetingId: string): Promise<void> {
  const source = await lookUpMinutesSource(context, meetingId)
  if (!source) return
  const { rows: decisions } = await sql<{ id: string; quotation: string }>`
    select d.decision_id as id, d.quotation from minutes_decision d
    where d.meeting_id = ${meetingId} and d.quotation <> ''
      and not exists (select 1 from registry_evidence e where e.subject_id = d.decision_id)
  `.execute(context.database)
  const found = decisions.flatMap(({ id, quotation }): NewEvidence[] => {
    const locator = locateQuotation(source.passages, quotation)
    if (!locator) return []
    return [
      {
        subjectKind: 'decision',
        subjectId: id,
        field: 'text',
        sourceId: source.id,
        locator,
        stance: 'supports',
        extractedBy: 'Entente',
        knownOn: context.today,
      },
    ]
  })
  await writeEvidence(context, networkId, found)
}

async function lookUpMinutesSource({ database }: Context, meetingId: string) {
  const { rows } = await sql<{ id: string; passages: Quotable[] }>`
    select a.source_id as id, json_agg(json_build_object(
      'heading', p.heading, 'headingId', p.heading_id, 'paragraph', p.paragraph, 'text', p.text
    ) order by p.position) as passages
    from minutes_account a join registry_passage p on p.source_id = a.source_id
    where a.meeting_id = ${meetingId} and a.is_minutes
    group by a.source_id, a.position order by a.position limit 1
  `.execute(database)
  return rows[0] ?? null
}
