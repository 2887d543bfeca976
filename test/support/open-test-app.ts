import type { FastifyInstance, LightMyRequestResponse } from 'fastify'
import { type QueryResult, type RootOperationNode, TableNode, type UnknownRow } from 'kysely'
import { pino } from 'pino'
import { createApp, createApplication } from '../../src/app.tsx'
import type { Context } from '../../src/platform/context/context.ts'
import type { Application } from '../../src/platform/http/application.ts'
import type { Identify } from '../../src/platform/http/identity.ts'
import { refuseBesideTransactions } from './beside-transaction.ts'
import type { Contents } from './contents.ts'
import { FixedClock } from './fixed-clock.ts'
import { openTestDatabase } from './open-test-database.ts'

export interface TestAppOptions extends Contents {
  /** Settings by their names, as in the environment. */
  settings?: Record<string, string>
  /** The instant that the clock shows first. */
  now?: string
  /** Why the clock shows one instant at every reading; otherwise it goes on by a millisecond. */
  standsStill?: string
  /** Identifies the actor of a request: see test-identity.ts. */
  identify?: Identify
}

export interface TestApp {
  app: FastifyInstance
  application: Application
  clock: FixedClock
  /** Acts as the operator, today by the clock. */
  context: Context
  /** The answer to a GET, as for a browser. */
  get(address: string, headers?: Record<string, string>): Promise<LightMyRequestResponse>
  /**
   * How many statements some work sends to the database. Reads of the revision do not count: a revision is trusted for half a real second
   * after it was read, so that a slow machine reads it once more than a quick one.
   */
  countQueries(work: () => Promise<unknown>): Promise<number>
  close(): Promise<void>
}

/**
 * The whole application on a database of its own; no port is opened. One a test file:
 * `beforeAll(async () => { house = await openTestApp(); return house.close })`.
 */
export async function openTestApp(options: TestAppOptions = {}): Promise<TestApp> {
  const clock = new FixedClock(options.now, options)
  const { database, settings, close } = await openTestDatabase(options, options.settings ?? {}, clock)
  const queries = { count: 0 }
  const connection = database.connection.withPlugin({
    transformQuery: ({ node }) => {
      if (!isRevisionRead(node)) queries.count++
      return node
    },
    transformResult: async ({ result }): Promise<QueryResult<UnknownRow>> => result,
  })
  refuseBesideTransactions(connection)
  const { identify } = options
  const parts = {
    settings,
    clock,
    database: { ...database, connection },
    log: pino({ level: 'silent' }),
    ...(identify ? { identify } : {}),
  }
  const app = await createApp(parts)
  const application = createApplication(parts)
  return {
    app,
    application,
    clock,
    get context(): Context {
      const today = settings.now ?? clock.now().toString().slice(0, 10)
      return { actor: { kind: 'operator' }, clock, database: connection, today }
    },
    get: (url, headers = {}) =>
      app.inject({ method: 'GET', url, headers: { accept: 'text/html', ...headers } }),
    countQueries: async (work) => {
      const before = queries.count
      await work()
      return queries.count - before
    },
    close: async () => {
      await app.close()
      await close()
    },
  }
}

function isRevisionRead(node: RootOperationNode): boolean {
  const from = node.kind === 'SelectQueryNode' ? node.from?.froms : []
  return (
    from?.some((each) => TableNode.is(each) && each.table.identifier.name === 'platform_revision') ?? false
  )
}
