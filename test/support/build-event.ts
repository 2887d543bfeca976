import type { Updateable } from 'kysely'
import { type NewEvent, writeEvent } from '../../src/features/agenda/events/commands.ts'
import { refreshOccurrences } from '../../src/features/agenda/recurrence/rows.commands.ts'
import type { Database } from '../../src/platform/database/schema.generated.ts'
import { original } from './build-texts.ts'
import type { TestApp } from './open-test-app.ts'

// As many digits from the first to the last: what is listed by slug stays in the order in which it was built.
let built = 10_000

/** An event a month after the tests’ today that was written in September; what matters to the test is given, also of its row. */
export async function buildEvent(
  testApp: TestApp,
  network: { id: string },
  title: string,
  given: Partial<NewEvent> = {},
  row: Updateable<Database['agenda_event']> = {},
): Promise<string> {
  const id = await writeEvent(testApp.context, network.id, {
    slug: `event-${++built}`,
    kind: 'seminar',
    title: original(title),
    when: '2026-12-02',
    state: 'planned',
    firmness: 'planned',
    organisations: [],
    cooperationIds: [],
    knownOn: '2026-09-01',
    ...given,
  })
  const writtenAt = '2026-09-20T09:00:00Z'
  await testApp.context.database
    .updateTable('agenda_event')
    .set({ created_at: writtenAt, published_at: writtenAt, ...row })
    .where('event_id', '=', id)
    .execute()
  await refreshOccurrences(testApp.context, [id])
  return id
}
