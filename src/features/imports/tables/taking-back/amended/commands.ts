import type { Context } from '../../../../../platform/context/context.ts'
import { inTransaction } from '../../../../../platform/database/transaction.ts'
import type { Application } from '../../../../../platform/http/application.ts'
import type { Change } from '../../../../../platform/records/difference.ts'
import type { RecordNetwork } from '../../../../../platform/records/record-kind.ts'
import { revertChanges } from '../../../../../platform/records/revert.ts'
import { amendRecord } from '../../../../contributions/index.ts'
import { cooperationDocument } from '../../../../registry/cooperations/index.ts'
import { removeEvidence } from '../../../../registry/evidence/index.ts'
import { withoutFacts } from '../../../parts/without-facts.ts'
import { recordKind } from '../../../texts/decisions/place.ts'
import { findHead } from '../../../texts/writing/interests/queries.ts'
import type { TableImport } from '../../records/queries.ts'
import type { Amended } from '../../running/made.ts'
import { listAmended } from './queries.ts'

/** Notes what rows changed in records that existed before. */
export async function noteAmended(
  { database, clock }: Context,
  { id }: Pick<TableImport, 'id'>,
  amended: readonly Amended[],
): Promise<void> {
  if (amended.length === 0) return
  const now = clock.now().toString()
  await database
    .insertInto('imports_amended')
    .values(
      amended.map(({ kind, id: subject, row, changes, evidenceIds }) => ({
        import_id: id,
        subject_kind: kind,
        subject_id: subject,
        row_number: row,
        changes: JSON.stringify(changes),
        evidence_ids: evidenceIds,
        amended_at: now,
      })),
    )
    .execute()
}

export interface Restored {
  /** Records that are again as they were. */
  restored: number
  /** Records in which something stays, because somebody has changed it since. */
  kept: number
}

/** Takes out of ties that existed before what an import wrote into them, as a version of each. */
export async function restoreTies(
  context: Context,
  { records }: Pick<Application, 'records'>,
  network: RecordNetwork,
  table: TableImport,
  { anyway, tell }: { anyway: boolean; tell(restored: number): Promise<void> },
): Promise<Restored> {
  const kind = recordKind({ records }, 'cooperation')
  const result = { restored: 0, kept: 0 }
  const amended = await listAmended(context, table.id, 'cooperation')
  for (const [id, rows] of Map.groupBy(amended, (each) => each.id)) {
    const isWhole = await inTransaction(context, async (inside) => {
      const head = await kind.lookUp(inside, network, { id })
      let kept = 0
      if (head)
        await amendRecord(inside, { network, kind, head, ...versionWords(table) }, (standing) => {
          const changes = rows.map((row) => row.changes)
          const withdrawal = withoutFacts(cooperationDocument.parse(standing), changes, anyway)
          kept = withdrawal.kept.length
          return withdrawal.document
        })
      // What stays is told on the page of the import.
      if (kept === 0) await forgetAmended(inside, table.id, [id])
      return kept === 0
    })
    if (isWhole) result.restored++
    else result.kept++
    await tell(result.restored)
  }
  return result
}

/** Takes out of organisations that existed before what an import wrote into them, with its evidence. */
export async function restoreOrganisations(
  context: Context,
  { records }: Pick<Application, 'records'>,
  network: RecordNetwork,
  table: TableImport,
  { anyway }: { anyway: boolean },
): Promise<Restored> {
  const kind = recordKind({ records }, 'organisation')
  const result = { restored: 0, kept: 0 }
  const amended = await listAmended(context, table.id, 'organisation')
  for (const [id, rows] of Map.groupBy(amended, (each) => each.id)) {
    const isWhole = await inTransaction(context, async (inside) => {
      const head = await findHead(inside, id)
      let kept: Change[] = []
      await amendRecord(inside, { network, kind, head, ...versionWords(table) }, (standing) => {
        const reversion = revertChanges(
          standing,
          rows.flatMap(({ changes }) => changes),
          { anyway },
        )
        kept = reversion.kept
        return reversion.document
      })
      if (kept.length > 0) return false
      await removeEvidence(
        inside,
        network.id,
        rows.flatMap(({ evidenceIds }) => evidenceIds),
      )
      await forgetAmended(inside, table.id, [id])
      return true
    })
    if (isWhole) result.restored++
    else result.kept++
  }
  return result
}

function versionWords({ fileName, language }: TableImport) {
  return { reason: fileName, language, organisationId: null, origin: 'import' as const }
}

export async function forgetAmended(
  { database }: Context,
  importId: string,
  ids: readonly string[],
): Promise<void> {
  if (ids.length === 0) return
  await database
    .deleteFrom('imports_amended')
    .where('import_id', '=', importId)
    .where('subject_id', 'in', [...ids])
    .execute()
}
