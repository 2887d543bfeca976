import type { Connection } from '../database/connection.ts'
import { onCommit } from '../database/transaction.ts'

const checkEveryMs = 500

/**
 * How far each scope has moved. Read again after every commit of this process, and otherwise at most twice a second:
 * a change made by another process shows within that time.
 */
export class Revisions {
  readonly #database: Connection
  readonly #known = new Map<string, { revision: string; checkedAt: number }>()
  readonly #stopListening: () => void

  constructor(database: Connection) {
    this.#database = database
    this.#stopListening = onCommit(() => this.#known.clear())
  }

  /** The revision of a scope when it was read recently enough, without asking the database. */
  peek(scope: string): string | undefined {
    const known = this.#known.get(scope)
    return known && performance.now() - known.checkedAt < checkEveryMs ? known.revision : undefined
  }

  /** The revision of a scope; '0' when nothing was ever recorded in it. */
  async read(scope: string): Promise<string> {
    const fresh = this.peek(scope)
    if (fresh !== undefined) return fresh
    const checkedAt = performance.now()
    const row = await this.#database
      .selectFrom('platform_revision')
      .select('revision')
      .where('scope', '=', scope)
      .executeTakeFirst()
    const revision = row?.revision ?? '0'
    if (this.#known.size > 10_000) this.#known.clear()
    this.#known.set(scope, { revision, checkedAt })
    return revision
  }

  close(): void {
    this.#stopListening()
  }
}
