import { sql } from 'kysely'
import type { Context } from '../../platform/context/context.ts'
import {
  type CollectedData,
  collected,
  type DataSubject,
} from '../../platform/personal-data/personal-data.ts'

/** The lines of reports about which a person was asked or answered, and the reports that they signed. */
export async function listReportData(
  { database }: Context,
  { personId, addresses }: DataSubject,
): Promise<CollectedData[]> {
  const lines = await database
    .selectFrom('reports_line as l')
    .innerJoin('reports_report as r', 'r.report_id', 'l.report_id')
    .innerJoin('networks_network as n', 'n.network_id', 'r.network_id')
    .select(['n.name as network', 'l.address', 'l.language', 'l.words as text', 'l.said_as as function'])
    .select(['l.asked_at as madeAt', 'r.answers_until as until'])
    .where(sql<boolean>`lower(l.address) = any(${addresses}::text[]) or l.said_by = ${personId}::uuid`)
    .orderBy('l.line_id')
    .execute()
  const signatures = await database
    .selectFrom('reports_signature as s')
    .innerJoin('reports_report as r', 'r.report_id', 's.report_id')
    .innerJoin('networks_network as n', 'n.network_id', 'r.network_id')
    .select(['n.name as network', 's.country', 's.role', 's.signed_at as madeAt'])
    .where('s.person_id', '=', personId)
    .orderBy('s.signed_at')
    .execute()
  return [...collected('reportLines', lines), ...collected('signatures', signatures)]
}
