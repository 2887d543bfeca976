import { hash } from 'node:crypto'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { negotiate } from '@fastify/accept-negotiator'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { LRUCache } from 'lru-cache'
import { DatabaseAway } from '../database/database-away.ts'
import { commitsSoFar } from '../database/transaction.ts'
import { inTime } from './in-time.ts'
import { knownQuery, pathOf } from './known-query.ts'
import type { KeptPage, PageCache, WrittenPage } from './page-cache.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Keep what this route answers to anonymous readers: the parameters it reads, and the scope it is drawn from. */
    kept?: { parameters: readonly string[]; scope(request: FastifyRequest): string | null }
  }
  interface FastifyRequest {
    keptUnder: { key: string; revision: string } | null
    answeredFromCache: boolean
  }
}

export interface KeptPagesOptions {
  cache: PageCache
  /** The joint revision of a scope and of the directory, at once when known, else by asking the database. */
  revisionOf(scope: string): string | Promise<string>
  /** The day that pages are drawn for. */
  today(): string
}

// A file such as a PDF is kept only while it is small: pages need the room more.
const largestKeptFile = 128 * 1024

/**
 * Answers kept pages before anything else runs, keeps new ones, and gives every text an ETag and an encoding; files of
 * routes that are kept get an ETag too, and stay as they are.
 */
export function addKeptPages(app: FastifyInstance, options: KeptPagesOptions): void {
  app.decorateRequest('keptUnder', null)
  app.decorateRequest('answeredFromCache', false)
  let awayUntil = 0
  // For more scopes than a server has had: the revision at the database's last answer, and how many commits this process had made then.
  const lastSeen = new LRUCache<string, { revision: string; commits: number }>({ max: 10_000 })
  // While the database is away nobody can say what else has changed: the last known page is better than nothing.
  const lastKept = (scope: string, key: string) => {
    const seen = lastSeen.get(scope)
    return seen?.commits === commitsSoFar() ? options.cache.find(key, seen.revision) : null
  }

  app.addHook('onRequest', (request, reply, done) => {
    const kept = request.routeOptions.config.kept
    if (!kept || (request.method !== 'GET' && request.method !== 'HEAD')) return done()
    if (request.headers.cookie || request.headers.authorization) return done()
    const scope = kept.scope(request)
    if (scope === null) return done()
    const key = `${pathOf(request)}?${knownQuery(request)}\n${options.today()}`
    const answerWith = (page: KeptPage | null) => answer(request, reply, key, page, options.cache, done)
    const commits = commitsSoFar()
    const found = (revision: string) => {
      lastSeen.set(scope, { revision, commits })
      const page = options.cache.find(key, revision)
      if (!page) request.keptUnder = { key, revision }
      answerWith(page)
    }
    if (performance.now() < awayUntil) return answerWith(lastKept(scope, key))
    const revision = options.revisionOf(scope)
    if (typeof revision === 'string') return found(revision)
    inTime(revision, patienceMs, late).then(found, (error) => {
      if (!(error instanceof DatabaseAway)) return done(error)
      awayUntil = performance.now() + trustedAwayMs
      answerWith(lastKept(scope, key))
    })
  })

  app.addHook('onSend', async (request, reply, payload) => {
    if (typeof payload !== 'string' && !Buffer.isBuffer(payload)) return payload
    const type = reply.getHeader('content-type')
    const isText = isCompressible(String(type ?? ''))
    if (!isText && !request.routeOptions.config.kept) return payload
    const length = Buffer.byteLength(payload)
    // A strong ETag of the route's own must not name two encodings.
    const own = reply.getHeader('etag')
    const isStrong = own !== undefined && !String(own).startsWith('W/')
    const gains = isText && !isStrong && length >= smallestCompressed
    const etag = own === undefined ? `W/"${hash('sha1', payload, 'base64url')}"` : String(own)
    if (reply.statusCode === 200 && (request.method === 'GET' || request.method === 'HEAD'))
      reply.header('etag', etag)
    if (isText)
      reply.header(
        'vary',
        [reply.getHeader('vary'), 'accept-encoding'].filter((name) => name !== undefined).join(', '),
      )
    const kept = bodyToKeep(request, reply, payload, { isText, length })
    if (kept && request.keptUnder) {
      const { key, revision } = request.keptUnder
      options.cache.keep(key, { status: 200, headers: headersOf(reply), etag, body: kept, gains, revision })
    }
    if (reply.statusCode === 200 && request.headers['if-none-match'] === etag) {
      reply.code(304).removeHeader('content-type').removeHeader('content-length')
      return null
    }
    const encoding = gains ? chooseEncoding(request.headers['accept-encoding']) : 'identity'
    // A text that nobody keeps goes out as it is: a buffer for each would make the collector of garbage run without rest.
    if (encoding === 'identity') return kept ?? payload
    const packed = await compressBody(kept ?? encode(payload), encoding)
    reply.header('content-encoding', encoding).header('content-length', packed.length)
    return packed
  })

  function bodyToKeep(
    { keptUnder }: FastifyRequest,
    { statusCode }: FastifyReply,
    payload: string | Buffer,
    { isText, length }: { isText: boolean; length: number },
  ): Buffer | null {
    if (!keptUnder || statusCode !== 200 || (!isText && length > largestKeptFile)) return null
    return options.cache.wants(keptUnder.key, length) ? encode(payload) : null
  }
}

// Nobody would wait longer for a page that is kept.
const patienceMs = 2000
const late = new DatabaseAway('no revision in time')
const trustedAwayMs = 1000

// What Buffer.from does, several times faster for a text of a page's length.
function encode(text: string | Buffer): Buffer {
  if (typeof text !== 'string') return text
  const body = Buffer.allocUnsafeSlow(Buffer.byteLength(text))
  body.write(text)
  return body
}

function answer(
  request: FastifyRequest,
  reply: FastifyReply,
  key: string,
  page: KeptPage | null,
  cache: PageCache,
  done: () => void,
) {
  if (!page) return done()
  request.answeredFromCache = true
  const encoding = page.gains ? chooseEncoding(request.headers['accept-encoding']) : 'identity'
  const written = page.written.get(encoding)
  if (written) return send(request, reply, page, written)
  compressBody(page.body, encoding).then(
    (body) => send(request, reply, page, cache.addWritten(key, page, encoding, body)),
    () => done(),
  )
}

// Written to the socket unchanged: a page that has not changed costs almost nothing.
function send(
  request: FastifyRequest,
  reply: FastifyReply,
  page: KeptPage,
  { headers, body }: WrittenPage,
): void {
  reply.hijack()
  const raw = reply.raw
  if (isKnown(request, page)) {
    raw.writeHead(304, { ...page.headers, etag: page.etag })
    raw.end()
    return
  }
  raw.writeHead(page.status, headers)
  raw.end(request.method === 'HEAD' ? undefined : body)
}

// An ETag that is sent decides alone; a date where there is none (RFC 9110, 13.2.2).
function isKnown({ headers }: FastifyRequest, page: KeptPage): boolean {
  const etag = headers['if-none-match']
  if (etag !== undefined) return etag === page.etag
  const since = headers['if-modified-since']
  const modified = page.headers['last-modified']
  return since !== undefined && modified !== undefined && Date.parse(String(modified)) <= Date.parse(since)
}

const ownToEachAnswer = new Set([
  'content-length',
  'content-encoding',
  'etag',
  'set-cookie',
  'x-ratelimit-limit',
  'x-ratelimit-remaining',
  'x-ratelimit-reset',
])

function headersOf(reply: FastifyReply): KeptPage['headers'] {
  const headers: KeptPage['headers'] = {}
  for (const [name, value] of Object.entries(reply.getHeaders())) {
    if (value !== undefined && !ownToEachAnswer.has(name)) headers[name] = value
  }
  return headers
}

const smallestCompressed = 1024

const brotli = promisify(brotliCompress)
const gzipped = promisify(gzip)

/** The encoding to answer in: `br`, `gzip` or `identity`. */
function chooseEncoding(acceptEncoding: string | undefined): 'br' | 'gzip' | 'identity' {
  if (!acceptEncoding) return 'identity'
  const chosen = negotiate(acceptEncoding.slice(0, 200), ['br', 'gzip', 'identity'])
  return chosen === 'br' || chosen === 'gzip' ? chosen : 'identity'
}

/** Compresses off the event loop; quality 5 is the knee of the curve for pages of 20–100 kB. */
async function compressBody(body: Buffer, encoding: 'br' | 'gzip' | 'identity'): Promise<Buffer> {
  if (encoding === 'identity') return body
  if (encoding === 'gzip') return gzipped(body, { level: 6 })
  return brotli(body, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_SIZE_HINT]: body.length },
  })
}

function isCompressible(contentType: string): boolean {
  return /^text\/|json|xml|javascript|svg/.test(contentType)
}
