import type { Context } from '../../../platform/context/context.ts'
import {
  type CollectedData,
  collected,
  type DataSubject,
} from '../../../platform/personal-data/personal-data.ts'

/** The texts and tables that a person imported, and their decisions. */
export async function listImportData(
  { database }: Context,
  { personId }: DataSubject,
): Promise<CollectedData[]> {
  if (personId === null) return []
  const texts = await database
    .selectFrom('imports_text as t')
    .innerJoin('networks_network as n', 'n.network_id', 't.network_id')
    .innerJoin('platform_file as f', 'f.file_id', 't.file_id')
    .select(['n.name as network', 't.title', 'f.name as text', 't.made_at as madeAt'])
    .where('t.made_by', '=', personId)
    .orderBy('t.text_id')
    .execute()
  const decided = await database
    .selectFrom('imports_text_fact as d')
    .innerJoin('imports_text as t', 't.text_id', 'd.text_id')
    .select(['t.title', 'd.decision', 'd.reason', 'd.decided_at as madeAt'])
    .where('d.decided_by', '=', personId)
    .orderBy('d.fact_id')
    .execute()
  const tables = await database
    .selectFrom('imports_table as t')
    .innerJoin('networks_network as n', 'n.network_id', 't.network_id')
    .select(['n.name as network', 't.file_name as text', 't.made_at as madeAt'])
    .where('t.made_by', '=', `person:${personId}`)
    .orderBy('t.import_id')
    .execute()
  return [...collected('imports', [...texts, ...tables]), ...collected('importDecisions', decided)]
}
