import type { Context } from '../../../../platform/context/context.ts'
import { inTransaction } from '../../../../platform/database/transaction.ts'
import { removeOwn } from '../../calendars/undo.commands.ts'
import { listMade, type TableImport } from '../records/queries.ts'
import type { Restored } from './amended.commands.ts'
import type { RemovalServices } from './commands.ts'
import { forgetMade } from './made.commands.ts'
import { listEventsChanged } from './queries.ts'

const atOnce = 200

/** Removes the events that an import has added; those that people changed since stay unless they are to go anyway. */
export async function removeMadeEvents(
  context: Context,
  { textOwners }: Pick<RemovalServices, 'textOwners'>,
  table: TableImport,
  { anyway }: { anyway: boolean },
): Promise<Restored> {
  const made = (await listMade(context, table.id, 'event')).map(({ id }) => id)
  const changed = anyway ? new Set<string>() : await listEventsChanged(context, made)
  const gone = made.filter((id) => !changed.has(id))
  for (let at = 0; at < gone.length; at += atOnce)
    await inTransaction(context, async (inside) => {
      const ids = gone.slice(at, at + atOnce)
      await removeOwn(inside, textOwners, table.networkId, ids)
      await forgetMade(inside, table.id, ids)
    })
  return { restored: gone.length, kept: changed.size }
}
