import type { Context } from '../../../../platform/context/context.ts'
import { inTransaction } from '../../../../platform/database/transaction.ts'
import type { Application } from '../../../../platform/http/application.ts'
import type { RecordNetwork } from '../../../../platform/records/record-head.ts'
import { revertChanges } from '../../../../platform/records/revert.ts'
import { amendRecords } from '../../../contributions/index.ts'
import { cooperationDocument, listHeads } from '../../../registry/cooperations/index.ts'
import { removeEvidence } from '../../../registry/evidence/index.ts'
import { withoutFacts } from '../../parts/without-facts.ts'
import { recordKind } from '../../texts/decision-place.ts'
import { listHeads as listOrganisationHeads } from '../../texts/writing/queries.ts'
import type { TableImport } from '../records/queries.ts'
import type { Amended } from '../running/made.ts'
import { listAmended } from './queries.ts'

/** Records what rows changed in records that existed before. */
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
  /** Records with their former content again. */
  restored: number
  /** Records in which something stays, because a person has changed it since. */
  kept: number
}

/** Removes from ties that existed before what an import wrote into them, as a version of each. */
export async function restoreTies(
  context: Context,
  { records }: Pick<Application, 'records'>,
  network: RecordNetwork,
  table: TableImport,
  { anyway, tell }: { anyway: boolean; tell(restored: number): Promise<void> },
): Promise<Restored> {
  const kind = recordKind({ records }, 'cooperation')
  const result = { restored: 0, kept: 0 }
  const rowsOf = Map.groupBy(await listAmended(context, table.id, 'cooperation'), ({ id }) => id)
  for (const ids of inPieces([...rowsOf.keys()])) {
    const kept = new Set<string>()
    await inTransaction(context, async (inside) => {
      const heads = await listHeads(inside, network, ids)
      await amendRecords(inside, { network, kind, ...versionWords(table) }, heads, ({ id }, stored) => {
        const changes = (rowsOf.get(id) ?? []).map((row) => row.changes)
        const withdrawal = withoutFacts(cooperationDocument.parse(stored), changes, anyway)
        if (withdrawal.kept.length > 0) kept.add(id)
        return withdrawal.document
      })
      // The page of the import shows what stays.
      await forgetAmended(
        inside,
        table.id,
        ids.filter((id) => !kept.has(id)),
      )
    })
    result.restored += ids.length - kept.size
    result.kept += kept.size
    await tell(result.restored)
  }
  return result
}

/** Removes from organisations that existed before what an import wrote into them, with its evidence. */
export async function restoreOrganisations(
  context: Context,
  { records }: Pick<Application, 'records'>,
  network: RecordNetwork,
  table: TableImport,
  { anyway }: { anyway: boolean },
): Promise<Restored> {
  const kind = recordKind({ records }, 'organisation')
  const result = { restored: 0, kept: 0 }
  const rowsOf = Map.groupBy(await listAmended(context, table.id, 'organisation'), ({ id }) => id)
  for (const ids of inPieces([...rowsOf.keys()])) {
    const kept = new Set<string>()
    await inTransaction(context, async (inside) => {
      const heads = await listOrganisationHeads(inside, ids)
      await amendRecords(inside, { network, kind, ...versionWords(table) }, heads, ({ id }, stored) => {
        const changes = (rowsOf.get(id) ?? []).flatMap((row) => row.changes)
        const reversion = revertChanges(stored, changes, { anyway })
        if (reversion.kept.length > 0) kept.add(id)
        return reversion.document
      })
      const restored = ids.filter((id) => !kept.has(id))
      const rows = restored.flatMap((id) => rowsOf.get(id) ?? [])
      await removeEvidence(
        inside,
        network.id,
        rows.flatMap(({ evidenceIds }) => evidenceIds),
      )
      await forgetAmended(inside, table.id, restored)
    })
    result.restored += ids.length - kept.size
    result.kept += kept.size
  }
  return result
}

const atOnce = 50

/** The number of records restored in one transaction is limited: other requests are answered in between. */
function inPieces(ids: readonly string[]): string[][] {
  return Array.from({ length: Math.ceil(ids.length / atOnce) }, (_, at) =>
    ids.slice(at * atOnce, (at + 1) * atOnce),
  )
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
