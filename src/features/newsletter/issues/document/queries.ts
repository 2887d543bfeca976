import { buffer } from 'node:stream/consumers'
import type { Context } from '../../../../platform/context/context.ts'
import { lookUpFile } from '../../../../platform/storage/files.ts'
import type { Storage } from '../../../../platform/storage/storage.ts'
import type { Issue } from '../issue.ts'
import { shownParts } from '../part.ts'

// Pictures are unpacked in memory: three bytes a pixel, however small the file.
const mostPixels = 60_000_000
const mostBytes = 24_000_000

/**
 * The pictures of a letter in order, by their ids: as many as can be printed at once. A picture whose file is lost or too large is left
 * out.
 */
export async function listPrintedPictures(
  context: Context,
  storage: Storage,
  issue: Pick<Issue, 'id' | 'parts'>,
): Promise<Map<string, Uint8Array>> {
  const shown = shownParts(issue.parts).flatMap((part) => (part.kind === 'picture' ? [part] : []))
  const found = new Map<string, Uint8Array>()
  let [pixels, size] = [0, 0]
  for (const { pictureId, width, height } of shown) {
    if (found.has(pictureId) || pixels + width * height > mostPixels) continue
    const bytes = await readPicture(context, storage, issue.id, pictureId)
    if (bytes === null || size + bytes.length > mostBytes) continue
    found.set(pictureId, bytes)
    pixels += width * height
    size += bytes.length
  }
  return found
}

async function readPicture(context: Context, storage: Storage, issueId: string, pictureId: string) {
  const row = await context.database
    .selectFrom('newsletter_picture')
    .select('file_id')
    .where('picture_id', '=', pictureId)
    .where('issue_id', '=', issueId)
    .executeTakeFirst()
  const file = row ? await lookUpFile(context, row.file_id) : null
  const stream = file ? await storage.read(file.sha256) : null
  return stream ? buffer(stream) : null
}
