import { sql } from 'kysely'
import { noDay, ofOrganisation, type ToDoSource } from '../../platform/http/to-do-source.ts'
import { monthsToReview } from './sheets/practice.ts'

/** Days for which what was said after an exchange waits to be said of a sheet. */
const takeUpDays = 60

const reviewed = sql`(s.looked_on + make_interval(months => ${monthsToReview}::int))::date`

/** What waits for the holder of a sheet, and for the authority that has to confirm a use. */
export const practicesToDo: readonly ToDoSource[] = [
  {
    kind: 'practices.proposed',
    label: 'practices.toDo.proposed',
    action: 'practices.toDo.complete',
    subjects: ['practice'],
    lines: (networkId) => sql`
      select s.sheet_id as record_id, ${ofOrganisation('s.holder_id')} as waits_for, s.title, '/practices/' || s.slug as path,
        null::jsonb as asker, s.known_on as since, ${noDay} as shows_on, ${noDay} as due_on, ${noDay} as ends_on
      from practices_sheet s where s.network_id = ${networkId} and s.publication = 'proposed'
    `,
  },
  {
    kind: 'practices.look',
    label: 'practices.toDo.look',
    action: 'practices.toDo.look.action',
    subjects: ['practice'],
    lines: (networkId) => sql`
      select s.sheet_id as record_id, ${ofOrganisation('s.holder_id')} as waits_for, s.title, '/practices/' || s.slug as path,
        null::jsonb as asker, s.looked_on as since, ${reviewed} as shows_on, ${noDay} as due_on, ${noDay} as ends_on
      from practices_sheet s where s.network_id = ${networkId} and s.publication = 'published' and s.ended_on is null
    `,
  },
  {
    kind: 'practices.use',
    label: 'practices.toDo.use',
    action: 'practices.toDo.confirm',
    subjects: ['practice'],
    lines: (networkId) => sql`
      select s.sheet_id as record_id, case when u.said_for = s.holder_id then ${ofOrganisation('u.organisation_id')}
          else ${ofOrganisation('s.holder_id')} end as waits_for,
        s.title, '/practices/' || s.slug || '#uses' as path, (said.name || said.short_name) as asker, u.known_on as since,
        ${noDay} as shows_on, ${noDay} as due_on, ${noDay} as ends_on
      from practices_use u join practices_sheet s on s.sheet_id = u.sheet_id
      join directory_organisation said on said.organisation_id = u.said_for
      where u.network_id = ${networkId} and u.confirmed_on is null and s.publication = 'published'
    `,
  },
  {
    // A year later, once: what came of it. The line goes with another state, else after three months.
    kind: 'practices.outcome',
    label: 'practices.toDo.outcome',
    action: 'practices.toDo.say',
    subjects: ['practice'],
    lines: (networkId) => sql`
      select s.sheet_id as record_id, ${ofOrganisation('u.said_for')} as waits_for, s.title,
        '/practices/' || s.slug || '/uses/' || u.use_id as path, (holder.name || holder.short_name) as asker, u.known_on as since,
        (u.known_on + interval '1 year')::date as shows_on, ${noDay} as due_on, (u.known_on + interval '15 months')::date as ends_on
      from practices_use u join practices_sheet s on s.sheet_id = u.sheet_id
      join directory_organisation holder on holder.organisation_id = s.holder_id
      where u.network_id = ${networkId} and u.state in ('considering', 'trying') and s.publication = 'published'
    `,
  },
  {
    // What an organisation would take up from an exchange, until it said so of a sheet of those whom it met.
    kind: 'practices.takeUp',
    label: 'practices.toDo.takeUp',
    action: 'practices.toDo.say',
    subjects: ['outcome', 'event', 'activity', 'practice'],
    touched: (ids) => sql`
      select id from unnest(${[...ids]}::uuid[]) as subject (id)
      union select part.event_id from practices_sheet s join agenda_event_organisation part on part.organisation_id = s.holder_id
        where s.sheet_id = any(${[...ids]}::uuid[])
    `,
    lines: (networkId) => sql`
      select e.event_id as record_id, ${ofOrganisation('a.organisation_id')} as waits_for, e.title, '/agenda/' || e.slug || '#take-up' as path,
        null::jsonb as asker, a.known_on as since, ${noDay} as shows_on, ${noDay} as due_on, a.known_on + ${takeUpDays}::int as ends_on
      from agenda_event e
      cross join lateral (select distinct on (said.organisation_id) said.* from outcomes_answer said where said.event_id = e.event_id
        order by said.organisation_id, said.known_on desc, said.said_at desc, said.answer_id desc) a
      where e.network_id = ${networkId} and a.takes_up <> '{}' and not exists (
        select from practices_use u join practices_sheet s on s.sheet_id = u.sheet_id
        join agenda_event_organisation part on part.organisation_id = s.holder_id and part.event_id = e.event_id
        where u.organisation_id = a.organisation_id and u.updated_at >= a.said_at)
    `,
  },
  {
    kind: 'practices.review',
    label: 'practices.toDo.review',
    action: 'practices.toDo.tell',
    subjects: ['practice'],
    lines: (networkId) => sql`
      select s.sheet_id as record_id, ${ofOrganisation('r.organisation_id')} as waits_for, s.title,
        '/practices/' || s.slug || '/reviews/' || r.review_id as path, (holder.name || holder.short_name) as asker, r.asked_on as since,
        ${noDay} as shows_on, ${noDay} as due_on, ${noDay} as ends_on
      from practices_review r join practices_sheet s on s.sheet_id = r.sheet_id
      join directory_organisation holder on holder.organisation_id = s.holder_id
      where r.network_id = ${networkId} and r.stance is null and r.address is null and s.publication = 'published'
    `,
  },
]
