import type { Context } from '../../../../../platform/context/context.ts'
import { inTransaction } from '../../../../../platform/database/transaction.ts'
import { correctHolder, findPost, removeHolder } from '../../../../contacts/index.ts'
import type { TableImport } from '../../records/queries.ts'
import { asTyped } from '../../running/contacts/commands.ts'
import { forgetAmended, type Restored } from '../amended/commands.ts'
import { listAmended } from '../amended/queries.ts'
import { lookUpHolderState } from './queries.ts'

/**
 * Empties the fields of contacts that an import has filled, and the posts into which it has put somebody. Where it set one thing in the
 * place of another nothing can be given back: what was there is not kept.
 */
export async function restoreContacts(
  context: Context,
  table: TableImport,
  { anyway }: { anyway: boolean },
): Promise<Restored> {
  const result = { restored: 0, kept: 0 }
  const amended = await listAmended(context, table.id, 'holder')
  for (const [id, rows] of Map.groupBy(amended, (each) => each.id)) {
    const filled = new Set(rows.flatMap(({ changes }) => changes.flatMap(({ path: [field] }) => field ?? [])))
    const at = rows.at(-1)?.at ?? ''
    const isBack = await inTransaction(context, async (inside) => {
      const state = await lookUpHolderState(inside, id, at)
      if (state === 'gone') return true
      if (filled.has('replaced') || (state === 'changed' && !anyway)) return false
      if (filled.has('person')) await removeHolder(inside, table.networkId, id)
      else {
        const sight = { actor: inside.actor, networkId: table.networkId, countries: [] }
        const { holder } = await findPost(inside, sight, id)
        if (holder)
          await correctHolder(inside, table.networkId, id, {
            ...asTyped(holder),
            ...(filled.has('address') ? { email: null } : {}),
            ...(filled.has('telephone') ? { telephone: null } : {}),
          })
      }
      return true
    })
    if (isBack) await forgetAmended(context, table.id, [id])
    if (isBack) result.restored++
    else result.kept++
  }
  return result
}
