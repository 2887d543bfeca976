import { sql } from 'kysely'
import { noDay, ofOrganisation, secretariat, type ToDoSource } from '../../platform/http/to-do-source.ts'
import { isOpen, selectHolders } from './asking/queries.ts'
import { askedAfterDays, openDays } from './codes.ts'
import { selectLastDay } from './outcomes.queries.ts'

const anyDay = sql<string>`'infinity'`
const shownFrom = (day: string) => sql`greatest(${sql.ref(day)}, ${selectLastDay()} + ${askedAfterDays}::int)`

/**
 * What came of an exchange, asked of each of its holders until they say it or the question ends; and, for the secretariat, exchanges that
 * were planned and of which nobody can be asked.
 */
export const outcomeToDo: readonly ToDoSource[] = [
  {
    kind: 'outcomes.ask',
    label: 'outcomes.toDo.ask',
    action: 'outcomes.toDo.tell',
    subjects: ['outcome', 'event', 'activity'],
    lines: (networkId) => sql`
      select e.event_id as record_id, ${ofOrganisation('holder.organisation_id')} as waits_for, e.title,
        '/agenda/' || e.slug || '/outcome' as path, null::jsonb as asker, q.asked_on as since,
        ${shownFrom('q.asked_on')} as shows_on, ${noDay} as due_on, q.asked_on + ${openDays}::int as ends_on
      from ${selectHolders(anyDay)}
      join outcomes_question q on q.event_id = e.event_id and q.organisation_id = holder.organisation_id
        and q.asked_on is not null
      where e.network_id = ${networkId} and ${isOpen()}
    `,
  },
  {
    kind: 'outcomes.unheard',
    label: 'outcomes.toDo.unheard',
    action: 'outcomes.toDo.see',
    subjects: ['outcome', 'event', 'activity'],
    lines: (networkId) => sql`
      select e.event_id as record_id, ${secretariat}::text as waits_for, e.title, '/agenda/' || e.slug || '#outcome' as path,
        null::jsonb as asker, ${selectLastDay()} as since, ${shownFrom('q.due_on')} as shows_on, ${noDay} as due_on,
        ${noDay} as ends_on
      from ${selectHolders(anyDay)}
      join outcomes_question q on q.event_id = e.event_id and q.organisation_id = holder.organisation_id
      where e.network_id = ${networkId} and e.state = 'planned' and ${isOpen()} and not exists (
          select from outcomes_question other where other.event_id = e.event_id and other.asked_on is not null)
        and not exists (select from outcomes_answer a where a.event_id = e.event_id)
    `,
  },
]
