import { rm } from 'node:fs/promises'
import { sql } from 'kysely'
import { newScratchPath, writeDown } from '../../storage/spool.ts'
import type { Storage } from '../../storage/storage.ts'
import type { Connection } from '../connection.ts'
import { type BackupLines, readFileLine, readPiece } from './backup-format.ts'
import { cutShort } from './load-rows.ts'

const pieceBytes = 384 * 1024

interface Content {
  sha256: string
  size: number
}

/** What files hold, each content once, by its checksum. */
export async function listContents(inside: Connection): Promise<Content[]> {
  const { rows } = await sql<{ sha256: string; size: string }>`
    select sha256, size_bytes as size from platform_file_content order by sha256 collate "C"
  `.execute(inside)
  return rows.map(({ sha256, size }) => ({ sha256, size: Number(size) }))
}

/** Writes one content as a line that names it and lines with its bytes; returns whether its bytes were there. */
export async function writeContent(
  storage: Storage,
  { sha256, size }: Content,
  line: (text: string) => Promise<void>,
): Promise<boolean> {
  const bytes = await storage.read(sha256)
  if (bytes === null) {
    await line(`${JSON.stringify({ file: sha256, size, missing: true })}\n`)
    return false
  }
  await line(`${JSON.stringify({ file: sha256, size })}\n`)
  for await (const piece of inPieces(bytes))
    await line(`${JSON.stringify({ bytes: piece.toString('base64') })}\n`)
  return true
}

/** Reads one content into the storage; returns its checksum, whether it is new there, and whether the backup had its bytes. */
export async function loadContent(
  storage: Storage,
  lines: BackupLines,
): Promise<{ sha256: string; isNew: boolean; isMissing: boolean }> {
  const head = readFileLine((await lines.next()) ?? '')
  if (head === null) throw cutShort(lines)
  const { file: sha256, size, missing = false } = head
  if (missing) return { sha256, isNew: false, isMissing: !(await storage.has(sha256)) }
  const path = await newScratchPath(storage.scratch)
  try {
    const written = await writeDown(path, piecesOf(lines, size))
    if (written.sha256 !== sha256) throw cutShort(lines)
    const isNew = !(await storage.has(sha256))
    await storage.put(sha256, path, size)
    return { sha256, isNew, isMissing: false }
  } finally {
    await rm(path, { force: true })
  }
}

async function* piecesOf(lines: BackupLines, size: number): AsyncGenerator<Buffer> {
  for (let left = size; left > 0; ) {
    const piece = readPiece((await lines.next()) ?? '')
    if (piece === null || piece.length === 0 || piece.length > left) throw cutShort(lines)
    left -= piece.length
    yield piece
  }
}

// Lines of one length, however the bytes come: equal contents give equal backups.
async function* inPieces(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  let held: Buffer[] = []
  let length = 0
  for await (const chunk of bytes) {
    held.push(Buffer.from(chunk))
    length += chunk.length
    if (length < pieceBytes) continue
    let rest = Buffer.concat(held)
    for (; rest.length >= pieceBytes; rest = rest.subarray(pieceBytes)) yield rest.subarray(0, pieceBytes)
    held = [rest]
    length = rest.length
  }
  if (length > 0) yield Buffer.concat(held)
}
