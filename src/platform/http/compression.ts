import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { negotiate } from '@fastify/accept-negotiator'

export const smallestCompressed = 1024

const brotli = promisify(brotliCompress)
const gzipped = promisify(gzip)

/** The encoding to answer in: `br`, `gzip` or `identity`. */
export function chooseEncoding(acceptEncoding: string | undefined): 'br' | 'gzip' | 'identity' {
  if (!acceptEncoding) return 'identity'
  const chosen = negotiate(acceptEncoding.slice(0, 200), ['br', 'gzip', 'identity'])
  return chosen === 'br' || chosen === 'gzip' ? chosen : 'identity'
}

/** Compresses off the event loop; quality 5 is the knee of the curve for pages of 20–100 kB. */
export async function compressBody(body: Buffer, encoding: 'br' | 'gzip' | 'identity'): Promise<Buffer> {
  if (encoding === 'identity') return body
  if (encoding === 'gzip') return gzipped(body, { level: 6 })
  return brotli(body, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_SIZE_HINT]: body.length },
  })
}

export function isCompressible(contentType: string): boolean {
  return /^text\/|json|xml|javascript|svg/.test(contentType)
}
