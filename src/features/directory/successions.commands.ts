import type { Context } from '../../platform/context/context.ts'

export interface Succession {
  predecessorId: string
  successorId: string
  kind: string
  happenedOn: string | null
  reportedBy: string
  source: string
}

/** Records which organisation succeeded which; a known pair is updated. */
export async function writeSuccessions(context: Context, successions: Succession[]): Promise<void> {
  if (successions.length === 0) return
  await context.database
    .insertInto('directory_succession')
    .values(
      successions.map((succession) => ({
        predecessor_id: succession.predecessorId,
        successor_id: succession.successorId,
        kind: succession.kind,
        happened_on: succession.happenedOn,
        reported_by: succession.reportedBy,
        source: succession.source,
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(['predecessor_id', 'successor_id']).doUpdateSet((eb) => ({
        kind: eb.ref('excluded.kind'),
        happened_on: eb.ref('excluded.happened_on'),
        reported_by: eb.ref('excluded.reported_by'),
        source: eb.ref('excluded.source'),
      })),
    )
    .execute()
}

export interface Transfer {
  organisationId: string
  /** ISO day on which it came under the new parent. */
  happenedOn: string
  parentId: string
  codes: Record<string, string>
  reportedBy: string
  source: string
}

/** Records which authorities came under another one and stayed themselves; a transfer of a known day is updated. */
export async function writeTransfers(context: Context, transfers: Transfer[]): Promise<void> {
  if (transfers.length === 0) return
  await context.database
    .insertInto('directory_transfer')
    .values(
      transfers.map((transfer) => ({
        organisation_id: transfer.organisationId,
        happened_on: transfer.happenedOn,
        parent_id: transfer.parentId,
        codes: JSON.stringify(transfer.codes),
        reported_by: transfer.reportedBy,
        source: transfer.source,
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(['organisation_id', 'happened_on']).doUpdateSet((eb) => ({
        parent_id: eb.ref('excluded.parent_id'),
        codes: eb.ref('excluded.codes'),
        reported_by: eb.ref('excluded.reported_by'),
        source: eb.ref('excluded.source'),
      })),
    )
    .execute()
}
