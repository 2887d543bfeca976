import type { Readable } from 'node:stream'
import type { Context } from '../context/context.ts'
import { isId, newId } from '../context/identifier.ts'
import { inTransaction } from '../database/transaction.ts'
import { type FileSource, spool } from './spool.ts'
import { type Storage, StorageUnusable } from './storage.ts'

export interface KeptFile {
  fileId: string
  sha256: string
  name: string
  /** As the sender named it: never to be trusted. */
  mediaType: string
  sizeBytes: number
  createdAt: Date
}

/**
 * Keeps a file. The bytes are written first, then the row in the caller's transaction, or in one of its own. `sameAs` is an earlier file
 * with the same bytes, which are kept once. Refer to it by a foreign key: a file to which nothing refers is removed after a day.
 */
export async function keepFile(
  context: Context,
  storage: Storage,
  source: FileSource,
  given: { name: string; type?: string | undefined },
): Promise<KeptFile & { sameAs: string | null }> {
  const { path, sha256, size, remove } = await spool(storage.scratch, source)
  try {
    // Outside of a transaction where there is none yet: another machine may take its time.
    await storage.put(sha256, path, size)
    return await inTransaction(context, async ({ database, clock }) => {
      const createdAt = clock.now().toString()
      await database
        .insertInto('platform_file_content')
        .values({ sha256, size_bytes: String(size), kept_at: createdAt })
        .onConflict((conflict) => conflict.column('sha256').doUpdateSet({ kept_at: createdAt }))
        .execute()
      // No other process removes them from now on; one that did so a moment ago has deleted the bytes too.
      await storage.put(sha256, path, size)
      const earlier = await database
        .selectFrom('platform_file')
        .select('file_id')
        .where('sha256', '=', sha256)
        .orderBy('file_id')
        .limit(1)
        .executeTakeFirst()
      const file = { fileId: newId(), sha256, name: fileName(given.name), mediaType: mediaType(given.type) }
      await database
        .insertInto('platform_file')
        .values({
          file_id: file.fileId,
          sha256,
          name: file.name,
          media_type: file.mediaType,
          created_at: createdAt,
        })
        .execute()
      return { ...file, sizeBytes: size, createdAt: new Date(createdAt), sameAs: earlier?.file_id ?? null }
    })
  } finally {
    await remove()
  }
}

/** A kept file, or null. The feature that refers to it decides who may have it. */
export async function lookUpFile({ database }: Context, fileId: string): Promise<KeptFile | null> {
  if (!isId(fileId)) return null
  const row = await database
    .selectFrom('platform_file as f')
    .innerJoin('platform_file_content as c', 'c.sha256', 'f.sha256')
    .select(['f.file_id', 'f.sha256', 'f.name', 'f.media_type', 'c.size_bytes', 'f.created_at'])
    .where('f.file_id', '=', fileId)
    .executeTakeFirst()
  if (!row) return null
  return {
    fileId: row.file_id,
    sha256: row.sha256,
    name: row.name,
    mediaType: row.media_type,
    sizeBytes: Number(row.size_bytes),
    createdAt: row.created_at,
  }
}

/** The bytes of a file. */
export async function openFile(
  storage: Storage,
  { sha256, name }: Pick<KeptFile, 'sha256' | 'name'>,
): Promise<Readable> {
  const bytes = await storage.read(sha256)
  if (!bytes) throw new StorageUnusable(`The bytes of "${name}" (${sha256}) are not in ${storage.place}`)
  return bytes
}

/** Forgets a file to which nothing refers; its bytes go with the next tidying, unless another file has the same. */
export async function removeFile({ database }: Context, fileId: string): Promise<void> {
  await database.deleteFrom('platform_file').where('file_id', '=', fileId).execute()
}

const longestName = 200
const unknownType = 'application/octet-stream'

/** The name of a file as it may be shown and given back: no folder, no control sign, one form of every letter. */
export function fileName(given: string): string {
  const last = given.normalize('NFC').split(/[\\/]/).at(-1) ?? ''
  // Marks of direction could hide the real end of a name.
  const clean = last.replaceAll(/[\p{Cc}\p{Cf}\p{Cs}]/gu, '').trim()
  if (clean === '' || /^\.+$/.test(clean)) return 'file'
  const ending = /\.[^.]{1,10}$/.exec(clean)?.[0] ?? ''
  const signs = [...clean]
  if (signs.length <= longestName) return clean
  return signs.slice(0, longestName - [...ending].length).join('') + ending
}

/** A media type in its plain form; `application/octet-stream` for what is none. */
export function mediaType(given: string | undefined): string {
  const plain = given?.split(';')[0]?.trim().toLowerCase() ?? ''
  return /^[a-z]+\/[a-z0-9.+-]{1,100}$/.test(plain) ? plain : unknownType
}
