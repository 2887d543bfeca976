import { LRUCache } from 'lru-cache'
import type { Context } from '../context/context.ts'

interface Kept<T> {
  revision: string
  answer: Promise<T>
}

/**
 * Keeps answers that cost the database much, as long as no change was recorded in the scopes they are drawn from. The
 * revision is asked for each time, so that nothing older than the question is ever answered; inside a transaction
 * nothing is kept. The key must tell everything else that an answer depends on.
 */
export class KeptAnswers<T> {
  readonly #most: number
  // A process of its own has one database, tests have several whose scopes go by the same names.
  readonly #byDatabase = new WeakMap<object, LRUCache<string, Kept<T>>>()

  constructor(most: number) {
    this.#most = most
  }

  async find(context: Context, scopes: readonly string[], key: string, ask: () => Promise<T>): Promise<T> {
    if (context.database.isTransaction) return ask()
    const kept = this.#keptFor(context.database)
    const revision = await readRevision(context, scopes)
    const known = kept.get(key)
    if (known?.revision === revision) return known.answer
    const made = { revision, answer: ask() }
    kept.set(key, made)
    made.answer.catch(() => {
      if (kept.peek(key) === made) kept.delete(key)
    })
    return made.answer
  }

  #keptFor(database: object): LRUCache<string, Kept<T>> {
    const known = this.#byDatabase.get(database)
    if (known) return known
    const made = new LRUCache<string, Kept<T>>({ max: this.#most })
    this.#byDatabase.set(database, made)
    return made
  }
}

async function readRevision(context: Context, scopes: readonly string[]): Promise<string> {
  const rows = await context.database
    .selectFrom('platform_revision')
    .select(['scope', 'revision'])
    .where('scope', 'in', [...scopes])
    .orderBy('scope')
    .execute()
  return rows.map(({ scope, revision }) => `${scope} ${revision}`).join('\n')
}
