import { sql } from 'kysely'
import {
  noDay,
  ofOrganisation,
  ofPerson,
  secretariat,
  type ToDoSource,
} from '../../../platform/http/to-do-source.ts'
import { selectSide } from './queries.ts'

const title = sql`jsonb_build_object('fr', 'n° ' || r.number, 'en', 'no. ' || r.number, 'ko', '제' || r.number || '호')`

/** What waits in a report: lines that an authority has not answered for, answers that came in, signatures. */
export const reportToDo: readonly ToDoSource[] = [
  {
    kind: 'reports.line',
    label: 'reports.toDo.line',
    action: 'reports.toDo.read',
    subjects: ['report'],
    lines: (networkId) => sql`
      select r.report_id as record_id, ${ofOrganisation('l.organisation_id')} as waits_for, o.name as title,
        '/reports/draft/lines/' || o.slug as path, null::jsonb as asker, l.asked_at::date as since, l.asked_at::date as shows_on,
        r.answers_until as due_on, r.answers_until as ends_on
      from reports_report r join reports_line l on l.report_id = r.report_id and l.stance is null and l.asked_at is not null
      join directory_organisation o on o.organisation_id = l.organisation_id
      where r.network_id = ${networkId} and r.edition_id is null and r.digest is null
    `,
  },
  {
    kind: 'reports.answers',
    label: 'reports.toDo.answers',
    action: 'reports.toDo.read',
    subjects: ['report'],
    lines: (networkId) => sql`
      select r.report_id as record_id, ${secretariat}::text as waits_for, ${title} as title, '/reports/draft' as path,
        null::jsonb as asker, max(l.said_at)::date as since, max(l.said_at)::date as shows_on, ${noDay} as due_on, ${noDay} as ends_on
      from reports_report r join reports_line l on l.report_id = r.report_id and l.stance is not null
      where r.network_id = ${networkId} and r.edition_id is null and r.digest is null group by r.report_id
    `,
  },
  {
    // One line for each person who may sign for a side that has not signed; it goes with the end of their role.
    kind: 'reports.sign',
    label: 'reports.toDo.sign',
    action: 'reports.toDo.signNow',
    subjects: ['report', 'role'],
    touched: (subjectIds) => sql`
      select unnest(${[...subjectIds]}::uuid[]) union
      select r.report_id from reports_report r join people_role role on role.network_id = r.network_id
      where role.role_id = any(${[...subjectIds]}::uuid[])
    `,
    lines: (networkId) => sql`
      select r.report_id as record_id, ${ofPerson('person.id')} as waits_for, ${title} as title, '/reports/draft' as path,
        null::jsonb as asker, r.frozen_at::date as since, min(role.starts_at)::date as shows_on, ${noDay} as due_on,
        nullif(max(coalesce(role.ends_at, 'infinity'))::date, 'infinity') as ends_on
      from reports_report r join networks_network n on n.network_id = r.network_id
      join people_role role on role.network_id = r.network_id and role.role in ('chair', 'coordinator')
      join people_person person on person.id = role.person_id
      where r.network_id = ${networkId} and r.edition_id is null and r.digest is not null
        and ${selectSide()} is not null and not exists (select from reports_signature s
          where s.report_id = r.report_id and s.country = ${selectSide()})
      group by r.report_id, person.id
    `,
  },
]
