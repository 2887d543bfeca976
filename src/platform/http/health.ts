import type { FastifyInstance } from 'fastify'
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { MailCounts } from '../mail/count-mails.ts'
import { notFound } from '../refusal.ts'
import { inTime } from './in-time.ts'
import { limits } from './limits.ts'
import type { PageCache } from './page-cache.ts'

/** Each is fulfilled, or fails with words that anybody may read. */
export interface HealthChecks {
  database(): Promise<string | null>
  migrations(): Promise<string | null>
  jobs(): Promise<string | null>
}

/** Figures of the metrics beyond the process itself. */
export interface Measures {
  mails(): Promise<MailCounts>
}

/** `/healthz` (the process answers), `/readyz` (database, migrations, jobs), `/metrics` (Prometheus text). */
export function addHealth(
  app: FastifyInstance,
  checks: HealthChecks,
  measures: Measures,
  cache: PageCache,
): void {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const answers = new Counter({
    name: 'entente_http_answers_total',
    help: 'Answers by status class',
    labelNames: ['class'],
    registers: [registry],
  })
  const times = new Histogram({
    name: 'entente_http_seconds',
    help: 'Time to answer what was not served from the page cache',
    buckets: [0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 1, 5],
    registers: [registry],
  })
  const classes = [1, 2, 3, 4, 5].map((hundred) => answers.labels(`${hundred}xx`))
  app.addHook('onResponse', (request, reply, done) => {
    classes[Math.floor(reply.statusCode / 100) - 1]?.inc()
    if (!request.answeredFromCache) times.observe(reply.elapsedTime / 1000)
    done()
  })
  new Gauge({
    name: 'entente_page_cache_hits',
    help: 'Pages answered from the cache since the start',
    registers: [registry],
    collect() {
      this.set(cache.hits)
    },
  })

  addMailMetrics(registry, measures)
  app.register(async (inner) => addHealthRoutes(inner, checks, registry))
}

function addHealthRoutes(app: FastifyInstance, checks: HealthChecks, registry: Registry): void {
  // A proxy keeps them from the public by their addresses: another spelling, such as one with a slash behind, gives nothing.
  app.addHook('onRequest', async ({ raw, routeOptions }) => {
    if (raw.url?.split('?', 1)[0] !== routeOptions.url) notFound('')
  })
  // A monitor shares an address, and an allowance, with nobody; it always learns that the process is there.
  app.get('/healthz', { config: { rateLimit: false } }, async (_request, reply) =>
    reply.header('cache-control', 'no-store').send({ status: 'ok' }),
  )
  app.get('/readyz', { config: { rateLimit: {} } }, async (request, reply) => {
    const results = await Promise.all(
      Object.entries(checks).map(async ([name, check]) => {
        // The failure names the address of the database: that is for the log.
        const failure = await inTime(check(), patienceMs, late).catch((error: unknown) => {
          request.log.warn({ check: name, why: messageOf(error) }, 'not ready')
          return 'does not answer'
        })
        return [name, failure] as const
      }),
    )
    const ready = results.every(([, failure]) => failure === null)
    reply.code(ready ? 200 : 503).header('cache-control', 'no-store')
    return {
      status: ready ? 'ready' : 'not ready',
      checks: Object.fromEntries(results.map(([name, failure]) => [name, failure ?? 'ok'])),
    }
  })
  app.get('/metrics', limits.metrics, async (_request, reply) => {
    reply.header('cache-control', 'no-store').type(registry.contentType)
    return registry.metrics()
  })
}

// Monitors give up soon after.
const patienceMs = 4000
const late = new Error('no answer in time')

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error))

function addMailMetrics(registry: Registry, { mails }: Measures): void {
  const states = new Gauge({
    name: 'entente_mails',
    help: 'Mails that wait, and those that have failed within a day',
    labelNames: ['state'],
    registers: [registry],
    async collect() {
      // Without the database the other figures are still given, and these are left out.
      states.reset()
      const counted = await inTime(mails(), patienceMs, late).catch(() => null)
      if (counted === null) return
      const { waiting, failed } = counted
      states.set({ state: 'waiting' }, waiting)
      states.set({ state: 'failed' }, failed)
    },
  })
}
