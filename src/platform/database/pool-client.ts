import type { PostgresCursor, PostgresPool, PostgresPoolClient, PostgresQueryResult } from 'kysely'
import pg from 'pg'
import { asAway, DatabaseAway } from './database-away.ts'
import { lostItsName, type StatementNames } from './statement-names.ts'

export interface Manners {
  names: StatementNames
  /** After which a statement is given up; null: never. */
  statementMs: number | null
}

/** The pool as the query builder takes it: statements that have values go under their names, and none is waited for too long. */
export function takingTurns(pool: pg.Pool, manners: Manners): PostgresPool {
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
