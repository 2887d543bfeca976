import type { Context } from '../../../../platform/context/context.ts'
import { inTransaction } from '../../../../platform/database/transaction.ts'
import { giveBackFormer, listPostsChangedSince, removePost } from '../../../contacts/index.ts'
import { listMade, type TableImport } from '../records/queries.ts'
import { forgetAmended, type Restored } from './amended.commands.ts'
import { listAmended } from './amended.queries.ts'
import { listStandingPosts } from './contacts.queries.ts'
import { forgetMade } from './made.commands.ts'

/** Gives contacts that were there before an import back what it wrote over, and takes out what it filled. */
export async function restoreContacts(
  context: Context,
  table: TableImport,
  how: { anyway: boolean },
): Promise<Restored> {
  const result = { restored: 0, kept: 0 }
  const ids = new Set((await listAmended(context, table.id, 'holder')).map(({ id }) => id))
  for (const postId of ids) {
    const isBack = await inTransaction(context, async (inside) => {
      const { size: stands } = await listStandingPosts(inside, [postId])
      const place = { importId: table.id, networkId: table.networkId, postId }
      const given = stands === 0 || (await giveBackFormer(inside, place, how))
      if (given) await forgetAmended(inside, table.id, [postId])
      return given
    })
    if (isBack) result.restored++
    else result.kept++
  }
  return result
}

/** Removes the posts that an import has added, with who holds them; those that somebody changed since stay unless they are to go anyway. */
export async function removePosts(
  context: Context,
  table: TableImport,
  { anyway }: { anyway: boolean },
): Promise<Restored> {
  const made = (await listMade(context, table.id, 'post')).map(({ id }) => id)
  const changed =
    anyway || table.importedAt === null
      ? new Set<string>()
      : await listPostsChangedSince(context, made, table.importedAt.toISOString())
  const gone = made.filter((id) => !changed.has(id))
  for (const id of gone)
    await inTransaction(context, async (inside) => {
      // Somebody may have removed it already.
      if ((await listStandingPosts(inside, [id])).size > 0) await removePost(inside, table.networkId, id)
      await forgetMade(inside, table.id, [id])
    })
  return { restored: gone.length, kept: changed.size }
}
