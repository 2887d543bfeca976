import { sql } from 'kysely'
import { expect } from 'vitest'
import { writeAllLines } from '../../src/features/todo/lines.commands.ts'
import type { TestApp } from './open-test-app.ts'
import { pageWords } from './page-words.ts'
import type { SignedIn } from './sign-in.ts'

/** The lines that somebody sees in a group: kind and title, in their order. */
export async function toDoLinesOf(browser: Pick<SignedIn, 'get'>, network: string): Promise<string[]> {
  const { body } = await browser.get(`/fr/${network}/to-do`)
  const [shown = ''] = body.split(/<details class="to-do-hidden"|<section/)
  return [...shown.matchAll(/<h2 class="to-do-title">(.*?)<\/h2>.*?name="kind" value="([^"]*)"/gs)].map(
    ([, title = '', kind = '']) => `${kind} ${pageWords(title)}`,
  )
}

/** Compares the lines that were kept with each activity, in all groups, with those that a night writes from nothing. */
export async function expectKeptLines({ context, application }: TestApp): Promise<void> {
  const { rows } = await sql<{ id: string }>`select network_id as id from networks_network`.execute(
    context.database,
  )
  const kept = await listLines(context.database)
  for (const { id } of rows) await writeAllLines(context, application.toDo, id)
  expect(await listLines(context.database)).toEqual(kept)
}

async function listLines(database: TestApp['context']['database']) {
  const { rows } = await sql`
    select kind, record_id, waits_for, title, path, asker, since, shows_on, due_on, ends_on from todo_line
    order by kind, record_id, waits_for
  `.execute(database)
  return rows
}
