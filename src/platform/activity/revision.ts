import { sql } from 'kysely'
import type { Connection } from '../database/connection.ts'
import { commitsSoFar } from '../database/transaction.ts'
import { everything } from './activity.ts'

const checkEveryMs = 500
// More scopes than a server has networks: a bound against leaks only.
const mostScopes = 10_000
const neverMoved = '0'

interface Known {
  revision: string
  checkedAt: number
  /** How many changes this process had committed before it asked. */
  commits: number
}

/**
 * How far each scope of a database has moved. Asked again after every commit of this process, and otherwise at most
 * twice a second: a change made by another process shows within that time.
 */
export class Revisions {
  readonly #database: Connection
  readonly #known = new Map<string, Known>()
  readonly #waiting = new Map<string, Promise<string>>()

  constructor(database: Connection) {
    this.#database = database
  }

  /** The joint revision of some scopes when all were read lately, without asking the database. */
  peek(scopes: readonly string[]): string | undefined {
    let joint = ''
    for (const scope of scopes) {
      const known = this.#known.get(scope)
      if (!known || !isFresh(known)) return undefined
      joint += partOf(scope, known.revision)
    }
    return joint
  }

  /** The joint revision of some scopes. Those who ask in the same turn of the event loop share one statement. */
  read(scopes: readonly string[]): Promise<string> {
    const key = scopes.join('\n')
    const waiting = this.#waiting.get(key)
    if (waiting) return waiting
    // Nobody may join once the statement is on its way: a change could come in between.
    const answer = Promise.resolve().then(() => {
      this.#waiting.delete(key)
      return this.peek(scopes) ?? this.#select(scopes)
    })
    this.#waiting.set(key, answer)
    return answer
  }

  async #select(scopes: readonly string[]): Promise<string> {
    const asked = { checkedAt: performance.now(), commits: commitsSoFar() }
    const own = scopes.filter((scope) => scope !== everything)
    const rows = [
      ...(own.length === 0 ? [] : await selectRevisions(this.#database).where('scope', 'in', own).execute()),
      ...(own.length === scopes.length ? [] : [await readTotal(this.#database)]),
    ]
    const found = new Map(rows.map(({ scope, revision }) => [scope, revision]))
    if (this.#known.size > mostScopes) this.#known.clear()
    let joint = ''
    for (const scope of scopes) {
      const revision = found.get(scope) ?? neverMoved
      this.#known.set(scope, { revision, ...asked })
      joint += partOf(scope, revision)
    }
    return joint
  }
}

function selectRevisions(database: Connection) {
  return database.selectFrom('platform_revision').select(['scope', 'revision'])
}

// No revision ever falls, so that their sum shows whether any has moved; the number of scopes shows when one has gone.
async function readTotal(database: Connection): Promise<{ scope: string; revision: string }> {
  const { revision } = await database
    .selectFrom('platform_revision')
    .select(sql<string>`count(*)::text || '/' || coalesce(sum(revision), 0)::text`.as('revision'))
    .executeTakeFirstOrThrow()
  return { scope: everything, revision }
}

function isFresh({ checkedAt, commits }: Known): boolean {
  return commits === commitsSoFar() && performance.now() - checkedAt < checkEveryMs
}

function partOf(scope: string, revision: string): string {
  return `${scope} ${revision}\n`
}

const ofDatabases = new WeakMap<Connection, Revisions>()

/** The known revisions of a database, shared by all callers. */
export function revisionsOf(database: Connection): Revisions {
  const known = ofDatabases.get(database)
  if (known) return known
  const made = new Revisions(database)
  ofDatabases.set(database, made)
  return made
}
