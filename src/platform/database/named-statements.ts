import type { PostgresCursor, PostgresPool, PostgresPoolClient, PostgresQueryResult } from 'kysely'
import type pg from 'pg'

// Each stays prepared on every connection: what is asked all the time fits in, what is made up as it goes does not.
const mostNames = 200
const longestText = 20_000

/** Gives statements names when they come again, so that a connection parses and plans each of them once. */
export class StatementNames {
  #seenOnce = new Set<string>()
  readonly #names = new Map<string, string>()

  /** The name of a statement; none for the first time it is seen, for a very long one, or when there are too many. */
  nameOf(text: string): string | undefined {
    const known = this.#names.get(text)
    if (known || text.length > longestText || this.#names.size === mostNames) return known
    if (this.#seenOnce.has(text)) {
      this.#seenOnce.delete(text)
      const name = `entente_${this.#names.size + 1}`
      this.#names.set(text, name)
      return name
    }
    if (this.#seenOnce.size > mostNames) this.#seenOnce.clear()
    this.#seenOnce.add(text)
    return undefined
  }
}

/** The pool as the query builder takes it, sending statements that have values under their names. */
export function withNamedStatements(pool: pg.Pool): PostgresPool {
  const names = new StatementNames()
  const naming = new WeakMap<pg.PoolClient, NamingClient>()
  return {
    options: pool.options,
    connect: async () => {
      const client = await pool.connect()
      const known = naming.get(client) ?? new NamingClient(client, names)
      naming.set(client, known)
      return known
    },
    end: () => pool.end(),
  }
}

class NamingClient implements PostgresPoolClient {
  readonly #client: pg.PoolClient
  readonly #names: StatementNames

  constructor(client: pg.PoolClient, names: StatementNames) {
    this.#client = client
    this.#names = names
  }

  query<R>(text: string, values: readonly unknown[]): Promise<PostgresQueryResult<R>>
  query<R>(cursor: PostgresCursor<R>): PostgresCursor<R>
  query(text: unknown, values: readonly unknown[] = []): unknown {
    if (typeof text !== 'string') throw new Error('Rows are read in slices here, not through a cursor')
    // Without values a text may hold several statements, which cannot be prepared.
    const name = values.length > 0 ? this.#names.nameOf(text) : undefined
    return this.#client.query({ ...(name ? { name } : {}), text, values: [...values] })
  }

  release(destroy?: boolean): void {
    this.#client.release(destroy)
  }
}
