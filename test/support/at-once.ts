import { type RawBuilder, sql } from 'kysely'
import type { TestApp } from './open-test-app.ts'
import type { SignedIn } from './sign-in.ts'

export type Press = () => ReturnType<SignedIn['post']>

/** Everybody presses before anybody is answered; how often each answer came, by its status. */
export async function atOnce(presses: readonly Press[]): Promise<Record<string, number>> {
  const answers = await Promise.all(presses.map((press) => press()))
  const statuses = Map.groupBy(answers, ({ statusCode }) => String(statusCode))
  return Object.fromEntries([...statuses].map(([status, same]) => [status, same.length]))
}

/** How many rows there are: `people_token where …`. */
export async function countRows({ context }: TestApp, rows: RawBuilder<unknown>): Promise<number> {
  const found = await sql<{ count: number }>`select count(*)::int as count from ${rows}`.execute(
    context.database,
  )
  return found.rows[0]?.count ?? 0
}

export const times = <T>(number: number, make: (index: number) => T): T[] =>
  Array.from({ length: number }, (_, index) => make(index))
