import type { Context } from '../../../../platform/context/context.ts'
import { inTransaction } from '../../../../platform/database/transaction.ts'
import type { Application } from '../../../../platform/http/application.ts'
import { giveBackFormer, listPostsChangedSince, removePost } from '../../../contacts/index.ts'
import { removeUnusedOrganisations } from '../../../directory/index.ts'
import { removeCooperations, removeEvidenceOf, removeUnusedSource } from '../../../registry/batches/index.ts'
import { reindexTexts } from '../../../translations/index.ts'
import { removeOwn } from '../../calendars/undo.commands.ts'
import { listMade, type TableImport } from '../records/queries.ts'
import { forgetAmended, type Restored, restoreOrganisations, restoreTies } from './amended.commands.ts'
import {
  findRecordNetwork,
  listAmended,
  listChangedSince,
  listEventsChanged,
  listStoredPosts,
} from './queries.ts'

export interface TakenBack {
  removed: number
  /** People have changed them since, or other records rest on them. */
  kept: number
}

/** What taking back needs of the application. */
export type RemovalServices = Pick<Application, 'textOwners' | 'records'>

const atOnce = 200

/**
 * Removes what an import has added, and from earlier records what it wrote there, some of it at a time. What people have changed
 * since stays if it is to be kept, and so do organisations that something else rests on by now; the import remembers both. The
 * source goes with the last fact that rests on it.
 */
export async function undoImport(
  context: Context,
  { textOwners, records }: RemovalServices,
  table: TableImport,
  { keepsChanged, tell }: { keepsChanged: boolean; tell?(removed: number): Promise<void> },
): Promise<TakenBack> {
  const cooperations = (await listMade(context, table.id, 'cooperation')).map(({ id }) => id)
  const network = await findRecordNetwork(context, table.networkId)
  const ties = await restoreTies(context, { records }, network, table, {
    anyway: !keepsChanged,
    tell: async (done) => tell?.(done),
  })
  const how = { anyway: !keepsChanged }
  const bodies = await restoreOrganisations(context, { records }, network, table, how)
  const people = await restoreContacts(context, table, how)
  let removed = ties.restored + bodies.restored + people.restored
  let kept = ties.kept + bodies.kept + people.kept
  for (let at = 0; at < cooperations.length; at += atOnce) {
    const ids = cooperations.slice(at, at + atOnce)
    const changed = keepsChanged ? await listChangedSince(context, ids) : new Set<string>()
    const gone = ids.filter((id) => !changed.has(id))
    kept += changed.size
    removed += gone.length
    await inTransaction(context, async (inside) => {
      await removeCooperations(inside, table.networkId, gone)
      const texts = await listWithTexts(inside, table.networkId, gone)
      await reindexTexts(
        inside,
        textOwners,
        table.networkId,
        texts.map((id) => ({ kind: 'cooperation', id })),
      )
      await forgetMade(inside, table.id, gone)
    })
    await tell?.(removed)
  }
  const events = await removeMadeEvents(context, { textOwners }, table, how)
  const posts = await removePosts(context, table, how)
  removed += posts.restored + events.restored
  kept += posts.kept + events.kept
  const organisations = (await listMade(context, table.id, 'organisation')).map(({ id }) => id)
  for (let at = 0; at < organisations.length; at += atOnce) {
    const ids = organisations.slice(at, at + atOnce)
    await inTransaction(context, async (inside) => {
      const gone = await removeUnusedOrganisations(inside, ids)
      removed += gone.length
      kept += ids.length - gone.length
      await removeEvidenceOf(inside, table.networkId, gone)
      await forgetMade(inside, table.id, gone)
    })
    await tell?.(removed)
  }
  if (table.sourceId !== null) await removeSource(context, table, table.sourceId)
  return { removed, kept }
}

async function removeSource(context: Context, table: TableImport, sourceId: string): Promise<void> {
  await inTransaction(context, async (inside) => {
    const setSource = (source_id: string | null) =>
      inside.database
        .updateTable('imports_table')
        .set({ source_id })
        .where('import_id', '=', table.id)
        .execute()
    await setSource(null)
    if (!(await removeUnusedSource(inside, table.networkId, sourceId))) await setSource(sourceId)
  })
}

async function listWithTexts(
  { database }: Context,
  networkId: string,
  ids: readonly string[],
): Promise<string[]> {
  if (ids.length === 0) return []
  const rows = await database
    .selectFrom('translations_record')
    .select('record_id')
    .where('network_id', '=', networkId)
    .where('record_kind', '=', 'cooperation')
    .where('record_id', 'in', [...ids])
    .execute()
  return rows.map(({ record_id }) => record_id)
}

/** Restores what an import wrote over in contacts that were there before, and empties what it filled. */
export async function restoreContacts(
  context: Context,
  table: TableImport,
  how: { anyway: boolean },
): Promise<Restored> {
  const result = { restored: 0, kept: 0 }
  const ids = new Set((await listAmended(context, table.id, 'holder')).map(({ id }) => id))
  for (const postId of ids) {
    const isBack = await inTransaction(context, async (inside) => {
      const { size: stands } = await listStoredPosts(inside, [postId])
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

/** Removes the posts that an import has added, with their holders; those that people changed since stay unless they are to go anyway. */
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
      // A person may have removed it already.
      if ((await listStoredPosts(inside, [id])).size > 0) await removePost(inside, table.networkId, id)
      await forgetMade(inside, table.id, [id])
    })
  return { restored: gone.length, kept: changed.size }
}

/** Removes the events that an import has added; those that people changed since stay unless they are to go anyway. */
async function removeMadeEvents(
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

/** Removes records that are gone from the list of what an import added. */
async function forgetMade({ database }: Context, importId: string, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await database
    .deleteFrom('imports_made')
    .where('import_id', '=', importId)
    .where('subject_id', 'in', [...ids])
    .execute()
}
