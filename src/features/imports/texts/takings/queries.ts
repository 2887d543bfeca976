import type { Context } from '../../../../platform/context/context.ts'

/** Whether another source than that of some evidence speaks for a subject as well. */
export async function isSaidElsewhere(
  { database }: Context,
  subjectId: string,
  evidenceIds: readonly string[],
): Promise<boolean> {
  const rows = await database
    .selectFrom('registry_evidence')
    .select('evidence_id')
    .where('subject_id', '=', subjectId)
    .where('stance', '=', 'supports')
    .where('evidence_id', 'not in', [...evidenceIds, nobody])
    .limit(1)
    .execute()
  return rows.length > 0
}

// A list in SQL holds something.
const nobody = '00000000-0000-0000-0000-000000000000'
