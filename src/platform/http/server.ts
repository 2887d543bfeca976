import { existsSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import cookie from '@fastify/cookie'
import formbody from '@fastify/formbody'
import multipart from '@fastify/multipart'
import rateLimit from '@fastify/rate-limit'
import statics from '@fastify/static'
import Fastify, {
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyRequest,
  LogController,
} from 'fastify'
import type { Clock } from '../context/clock.ts'
import { newId } from '../context/identifier.ts'
import { Refusal } from '../refusal.ts'
import { projectPath } from '../settings/project-path.ts'
import type { Settings } from '../settings/settings.ts'
import { noteForwarded } from './forwarded.ts'
import { addHealth, type HealthChecks, type Measures } from './health.ts'
import { addKeptPages, type KeptPagesOptions } from './kept-pages.ts'
import { addProblems, type ProblemRenderer, sendProblem } from './problems.ts'
import { addSecurityHeaders, refuseCrossSiteWrites, securityHeaders } from './security.ts'

const largestBody = 1024 * 1024

export interface ServerOptions {
  settings: Settings
  clock: Clock
  log: FastifyBaseLogger
  keptPages: KeptPagesOptions
  health: HealthChecks
  measures: Measures
  problems: ProblemRenderer
}

/** Options of Fastify itself: the bench measures its baseline with the same ones. */
export function serverOptions(settings: Settings, log: FastifyBaseLogger) {
  return {
    loggerInstance: log,
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy:
      settings.trustProxy === true
        ? true
        : settings.trustProxy === false
          ? false
          : String(settings.trustProxy),
    bodyLimit: largestBody,
    genReqId: newId,
    routerOptions: { maxParamLength: 300, ignoreTrailingSlash: true },
    requestTimeout: uploadTimeoutMs,
  }
}

/** An HTTP server with all that pages share, and no page yet. Opens no port. */
export function createServer(options: ServerOptions): FastifyInstance {
  const { settings } = options
  const headers = securityHeaders(settings)
  const app: FastifyInstance = Fastify({
    ...serverOptions(settings, options.log),
    // An address that no route can match, such as half a character: a page all the same.
    frameworkErrors: (_error, request, reply) => {
      const problem = { status: 400, reason: 'badRequest' as const, detail: '', reference: request.id }
      // No hook sees it.
      return sendProblem(request, reply.headers(headers), problem, options.problems)
    },
  })
  addProblems(app, options.problems)
  noteForwarded(app, settings, options.clock)
  addKeptPages(app, options.keptPages)
  addSecurityHeaders(app, headers)
  refuseCrossSiteWrites(app, settings)
  app.register(cookie)
  app.register(formbody, { bodyLimit: largestBody })
  addUploads(app)
  if (settings.rateLimit > 0) {
    app.register(rateLimit, {
      max: settings.rateLimit,
      timeWindow: '1 minute',
      cache: 20_000,
      errorResponseBuilder: () => new Refusal('tooMany'),
    })
  }
  addHealth(app, options.health, options.measures, options.keptPages.cache)
  app.register(statics, {
    root: projectPath('dist', 'assets'),
    prefix: '/assets/',
    preCompressed: true,
    immutable: true,
    maxAge: '365d',
    decorateReply: false,
    index: false,
  })
  app.register(statics, {
    root: publicFolder(),
    prefix: '/',
    // One route a file, so that every other address remains a page.
    wildcard: false,
    maxAge: '1d',
    decorateReply: false,
    index: false,
  })
  return app
}

function publicFolder(): string {
  const built = projectPath('dist', 'public')
  return existsSync(built) ? built : projectPath('public')
}

declare module 'fastify' {
  interface FastifyContextConfig {
    /** A form with files is sent here, and read by `readUpload`. */
    takesFiles?: boolean
  }
  interface FastifyRequest {
    /** What was written down of the request and goes with its answer. */
    scratchPaths: string[] | null
  }
}

/** A large file takes as long at the slowest line that we wait for, 100 kB a second or so. */
const uploadTimeoutMs = 600_000
const formTimeoutMs = 30_000

/** Lets routes that say so take forms with files; removes the files written down for a request when it is answered. */
export function addUploads(app: FastifyInstance): void {
  // What is too large is reported beside its field, and not on a page of its own.
  app.register(multipart, { throwFileSizeLimit: false })
  app.decorateRequest('scratchPaths', null)
  app.addHook('onRequest', async (request) => {
    // The server waits long for files only, for no other request.
    if (takesFiles(request) || request.method === 'GET' || request.method === 'HEAD') return
    const { raw } = request
    const timer = setTimeout(() => raw.destroy(), formTimeoutMs)
    raw.once('close', () => clearTimeout(timer))
  })
  // At this point the sender is known, or already refused.
  app.addHook('preValidation', async (request) => {
    if (request.isMultipart() && !takesFiles(request)) throw new Refusal('wrongMediaType')
  })
  app.addHook('onResponse', async ({ scratchPaths }) => removeAll(scratchPaths))
  app.addHook('onRequestAbort', async ({ scratchPaths }) => removeAll(scratchPaths))
}

function takesFiles(request: FastifyRequest): boolean {
  return request.routeOptions.config.takesFiles === true
}

async function removeAll(paths: string[] | null): Promise<void> {
  for (const path of paths ?? []) await rm(path, { force: true })
}
