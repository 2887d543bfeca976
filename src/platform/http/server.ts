import { existsSync } from 'node:fs'
import cookie from '@fastify/cookie'
import formbody from '@fastify/formbody'
import rateLimit from '@fastify/rate-limit'
import statics from '@fastify/static'
import Fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify'
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
import { addUploads, uploadTimeoutMs } from './uploads.ts'

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
