import {
  Kysely,
  type PostgresCursor,
  type PostgresPool,
  type PostgresPoolClient,
  type PostgresQueryResult,
} from 'kysely'
import pg from 'pg'
import type { Connection } from './connection.ts'
import { asAway, DatabaseAway } from './database-away.ts'
import type { Database } from './schema.generated.ts'
import { lostItsName, type StatementNames } from './statement-names.ts'
import { TransactionLockDialect } from './transaction-lock.ts'

const dayType = 1082
/** How columns are read. Calendar days stay text: a JavaScript Date would shift them by the zone of the process. */
export const columnTypes = {
  getTypeParser: (id: number, format?: 'text' | 'binary') =>
    id === dayType ? (text: string) => text : pg.types.getTypeParser(id, format),
}

/** Connections to a server. The embedded database has a pool of the same kind, see embedded.ts: one code path for both. */
export function openPool(connectionString: string, connectionSeconds: number): pg.Pool {
  return new pg.Pool({
    connectionString,
    max: 10,
    connectionTimeoutMillis: connectionSeconds * 1000,
    // A server that has vanished is noticed on idle connections too.
    keepAlive: true,
    types: columnTypes,
    application_name: 'entente',
  })
}

export function connect(pool: pg.Pool, names: StatementNames, statementSeconds: number | null): Connection {
  const statementMs = statementSeconds === null ? null : statementSeconds * 1000
  return new Kysely<Database>({
    dialect: new TransactionLockDialect({ pool: takingTurns(pool, { names, statementMs }) }),
  })
}

interface Manners {
  names: StatementNames
  /** After which a statement is given up; null: never. */
  statementMs: number | null
}

/** The pool as the query builder takes it: statements that have values go under their names, and none is waited for too long. */
function takingTurns(pool: pg.Pool, manners: Manners): PostgresPool {
  const known = new WeakMap<pg.PoolClient, PoolClient>()
  return {
    options: pool.options,
    connect: async () => {
      const client = await pool.connect().catch((error: unknown) => {
        throw asAway(error)
      })
      const made = known.get(client) ?? new PoolClient(client, manners)
      known.set(client, made)
      return made
    },
    end: () => pool.end(),
  }
}

// The status that PostgreSQL sends after each statement.
const inTransaction = 'T'

// What the driver accepts beyond its types.
type Timed = pg.QueryConfig & { query_timeout?: number }

class PoolClient implements PostgresPoolClient {
  readonly #client: pg.PoolClient
  readonly #manners: Manners
  #away: DatabaseAway | null = null

  constructor(client: pg.PoolClient, manners: Manners) {
    this.#client = client
    this.#manners = manners
  }

  query<R>(text: string, values: readonly unknown[]): Promise<PostgresQueryResult<R>>
  query<R>(cursor: PostgresCursor<R>): PostgresCursor<R>
  query(text: unknown, values: readonly unknown[] = []): unknown {
    if (typeof text !== 'string') throw new Error('Rows are read in slices here, not through a cursor')
    // Without values a text may hold several statements, which cannot be prepared.
    const name = values.length > 0 ? this.#manners.names.nameOf(text) : undefined
    return this.#ask({ text, values: [...values], ...(name ? { name } : {}) })
  }

  async #ask(statement: pg.QueryConfig): Promise<pg.QueryResult> {
    // Whatever follows, a rollback say, would wait behind what was given up.
    if (this.#away) throw this.#away
    const { names, statementMs } = this.#manners
    // Asked before: the failure of a statement arrives earlier than the state that it left behind.
    const isInside = this.#client.getTransactionStatus() === inTransaction
    const timed: Timed = statementMs === null ? statement : { ...statement, query_timeout: statementMs }
    try {
      return await this.#client.query(timed)
    } catch (error) {
      if (statement.name === undefined || !lostItsName(error)) return this.#fail(error)
      names.giveUp()
      // Nothing was done under the lost name; inside a transaction, all that came before is lost with it.
      if (isInside) throw new DatabaseAway(error)
      const { text, values = [] } = statement
      return this.#ask({ text, values })
    }
  }

  #fail(error: unknown): never {
    const known = asAway(error)
    // A server that still speaks keeps its connection.
    if (known instanceof DatabaseAway && !(error instanceof pg.DatabaseError)) this.#away = known
    throw known
  }

  release(destroy?: boolean): void {
    this.#client.release(destroy === true || this.#away !== null)
  }
}
