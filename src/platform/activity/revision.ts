import type { Connection } from '../database/connection.ts'

const asked = new WeakMap<Connection, Map<string, Promise<string>>>()

/** How far some scopes have moved together. Those who ask in the same turn of the event loop share one statement. */
export function readRevision(database: Connection, scopes: readonly string[]): Promise<string> {
  const waiting = asked.get(database) ?? new Map<string, Promise<string>>()
  asked.set(database, waiting)
  const key = scopes.toSorted().join('\n')
  const known = waiting.get(key)
  if (known) return known
  // Nobody may join once the statement is on its way: a change could come in between.
  const answer = Promise.resolve().then(() => {
    waiting.delete(key)
    return select(database, scopes)
  })
  waiting.set(key, answer)
  return answer
}

async function select(database: Connection, scopes: readonly string[]): Promise<string> {
  const rows = await database
    .selectFrom('platform_revision')
    .select(['scope', 'revision'])
    .where('scope', 'in', [...scopes])
    .orderBy('scope')
    .execute()
  return rows.map(({ scope, revision }) => `${scope} ${revision}`).join('\n')
}
