import { sql } from 'kysely'
import { noDay, secretariat, type ToDoSource } from '../../platform/http/to-do-source.ts'

// Attempts to fetch a calendar that failed on end before somebody should look at it.
const failuresBorne = 3

/** Texts with facts that nobody has decided on, tables that were read and not brought in, and calendars that do not answer. */
export const importsToDo: readonly ToDoSource[] = [
  {
    kind: 'imports.text',
    label: 'imports.toDo.text',
    action: 'imports.toDo.goOn',
    subjects: ['import'],
    lines: (networkId) => sql`
      select x.text_id as record_id, coalesce('person:' || x.made_by, ${secretariat}) as waits_for,
        jsonb_build_object('und', x.title) as title, '/imports/texts/' || x.text_id as path, null::jsonb as asker,
        x.read_at::date as since, ${noDay} as shows_on, ${noDay} as due_on, ${noDay} as ends_on
      from imports_text x
      where x.network_id = ${networkId} and x.read_at is not null and x.trouble is null and x.taken_back_at is null
        and exists (select from imports_text_fact f where f.text_id = x.text_id and f.decision is null)
    `,
  },
  {
    kind: 'imports.table',
    label: 'imports.toDo.table',
    action: 'imports.toDo.goOn',
    subjects: ['import'],
    lines: (networkId) => sql`
      select x.import_id as record_id, case when x.made_by like 'person:%' then x.made_by else ${secretariat} end as waits_for,
        jsonb_build_object('und', x.file_name) as title, '/imports/' || x.import_id as path, null::jsonb as asker,
        x.made_at::date as since, ${noDay} as shows_on, ${noDay} as due_on, ${noDay} as ends_on
      from imports_table x
      where x.network_id = ${networkId} and x.imported_at is null and x.cancelled_at is null and x.taken_back_at is null
        and x.waits_for is null and x.trouble is null
    `,
  },
  {
    kind: 'imports.calendar',
    label: 'imports.toDo.calendar',
    action: 'imports.toDo.mend',
    subjects: ['import'],
    lines: (networkId) => sql`
      select x.calendar_id as record_id, ${secretariat}::text as waits_for, jsonb_build_object('und', x.title) as title,
        '/agenda/import/' || x.calendar_id as path, null::jsonb as asker, coalesce(x.succeeded_at, x.made_at)::date as since,
        ${noDay} as shows_on, ${noDay} as due_on, ${noDay} as ends_on
      from imports_calendar x
      where x.network_id = ${networkId} and x.kind = 'subscription' and x.failures >= ${failuresBorne}::int and x.paused_at is null
        and x.taken_back_at is null
    `,
  },
]
