import { sql } from 'kysely'
import { noDay, ofOrganisation, type ToDoSource } from '../../platform/http/to-do-source.ts'
import { monthsToReview } from './sheets/practice.ts'

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
