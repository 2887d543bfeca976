import { createHash } from 'node:crypto'
import type { FastifyReply } from 'fastify'
import { type KeptFile, openFile } from './files.ts'
import { type Storage, StorageUnusable } from './storage.ts'

// What browsers open by themselves and cannot be harmed by; anything else is bytes to be saved.
const harmless =
  /^(application\/(pdf|json)|text\/(plain|csv|markdown)|image\/(png|jpeg|gif|webp)|application\/vnd\.[\w.-]+)$/

interface Serving {
  /** Browsers show it instead of saving it under its name. */
  isShown?: boolean
  /** Anybody may have it now: caches for many may keep it, and ask each time. */
  isPublic?: boolean
  /** Its digest is published: bytes that were altered where they are kept are refused. It is read whole. */
  isChecked?: boolean
}

/** Answers with a file, to be saved under its name unless it is shown; what it holds can do nothing in the name of this site. */
export async function serveFile(
  reply: FastifyReply,
  storage: Storage,
  file: KeptFile,
  { isShown = false, isPublic = false, isChecked = false }: Serving = {},
): Promise<FastifyReply> {
  const etag = `"${file.sha256}"`
  reply
    .header('cache-control', isPublic ? 'public, no-cache' : 'private, no-cache')
    .header('etag', etag)
    .header('x-content-type-options', 'nosniff')
    .header('content-security-policy', "default-src 'none'; sandbox; frame-ancestors 'none'")
    .header('content-disposition', isShown ? 'inline' : contentDisposition(file.name))
  if (reply.request.headers['if-none-match'] === etag) return reply.code(304).send()
  const bytes = isChecked ? await readChecked(storage, file) : await openFile(storage, file)
  return reply
    .type(harmless.test(file.mediaType) ? file.mediaType : 'application/octet-stream')
    .header('content-length', file.sizeBytes)
    .send(bytes)
}

async function readChecked(storage: Storage, file: KeptFile): Promise<Buffer> {
  const pieces: Uint8Array[] = []
  for await (const piece of await openFile(storage, file)) pieces.push(piece)
  const bytes = Buffer.concat(pieces)
  if (createHash('sha256').update(bytes).digest('hex') !== file.sha256)
    throw new StorageUnusable(
      `The bytes of "${file.name}" (${file.sha256}) were altered in ${storage.place}: restore them from a backup`,
    )
  return bytes
}

/** RFC 6266: the name in the form of RFC 5987, and one in ASCII for programs that do not know that. */
export function contentDisposition(name: string): string {
  const plain = name
    .normalize('NFD')
    .replaceAll(/[^\x20-\x7e]/g, '')
    .replaceAll(/["\\%]/g, '_')
    .trim()
  const ascii = /^\.?$|^\./.test(plain) ? `file${plain}` : plain
  const encoded = encodeURIComponent(name).replaceAll(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`
}
