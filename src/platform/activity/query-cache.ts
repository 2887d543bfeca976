import { LRUCache } from 'lru-cache'
import type { Context } from '../context/context.ts'
import { revisionsOf } from './revision.ts'

interface Kept<T> {
  revision: string
  answer: T
}

/**
 * Keeps answers that cost the database much, as long as no change was recorded in the scopes they are drawn from: a change of this
 * process shows at once, one of another within half a second. Inside a transaction nothing is kept. A key must contain all
 * else that its answer depends on, the day first of all; at most `most` answers stay.
 */
export class QueryCache<T> {
  readonly #most: number
  // A process serves one database; tests open several, whose scopes may go by the same names.
  readonly #byDatabase = new WeakMap<object, LRUCache<string, Kept<Promise<T> | T>>>()

  constructor(most: number) {
    this.#most = most
  }

  /** The answer kept under a key, or that of `ask`, which those who come meanwhile wait for too. */
  async find(
    context: Pick<Context, 'database'>,
    scopes: readonly string[],
    key: string,
    ask: () => Promise<T>,
  ): Promise<T> {
    if (context.database.isTransaction) return ask()
    const revision = await revisionOf(context, scopes)
    const kept = this.#keptFor(context.database)
    const known = kept.get(key)
    if (known?.revision === revision) return known.answer
    const made = { revision, answer: ask() }
    kept.set(key, made)
    made.answer.catch(() => {
      if (kept.peek(key) === made) kept.delete(key)
    })
    return made.answer
  }

  /** Finds the records of some ids: `ask` gets those that are not kept, and what it does not find is left out. */
  async findEach(
    context: Context,
    scopes: readonly string[],
    { ids, under }: { ids: readonly string[]; under: string },
    ask: (ids: string[]) => Promise<Map<string, T>>,
  ): Promise<Map<string, T>> {
    if (context.database.isTransaction || ids.length === 0) return ask([...ids])
    const revision = await revisionOf(context, scopes)
    const kept = this.#keptFor(context.database)
    const found = new Map<string, T>()
    const missing: string[] = []
    for (const id of ids) {
      const known = kept.get(`${under} ${id}`)
      if (known?.revision === revision) found.set(id, await known.answer)
      else missing.push(id)
    }
    if (missing.length === 0) return found
    for (const [id, answer] of await ask(missing)) {
      kept.set(`${under} ${id}`, { revision, answer })
      found.set(id, answer)
    }
    return found
  }

  #keptFor(database: object): LRUCache<string, Kept<Promise<T> | T>> {
    const known = this.#byDatabase.get(database)
    if (known) return known
    const made = new LRUCache<string, Kept<Promise<T> | T>>({ max: this.#most })
    this.#byDatabase.set(database, made)
    return made
  }
}

function revisionOf(
  { database }: Pick<Context, 'database'>,
  scopes: readonly string[],
): string | Promise<string> {
  const revisions = revisionsOf(database)
  return revisions.peek(scopes) ?? revisions.read(scopes)
}
