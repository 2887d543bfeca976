import { sql } from 'kysely'
import { noDay, secretariat, type ToDoSource } from '../../platform/http/to-do-source.ts'
import { elections } from './elections.ts'

/** Contacts of an organisation that nobody has confirmed for a year, or since an election; they wait for the secretariat where nobody speaks for it. */
export const contactsToDo: readonly ToDoSource[] = [
  {
    kind: 'contacts.confirm',
    label: 'contacts.toDo.confirm',
    action: 'contacts.toDo.review',
    subjects: ['contact'],
    touched: (subjectIds) => sql`
      select p.organisation_id from contacts_post p where p.post_id = any(${[...subjectIds]}::uuid[])
    `,
    lines: (networkId) => sql`
      select p.organisation_id as record_id,
        case when bool_or(exists (
          select from people_role r join people_role_organisation ro on ro.role_id = r.role_id
          where r.network_id = p.network_id and ro.organisation_id = p.organisation_id and r.role = 'member' and r.ends_at is null
        )) then 'organisation:' || p.organisation_id else ${secretariat} end as waits_for,
        o.name as title, '/contacts/review' as path, null::jsonb as asker, min(c.confirmed_at)::date as since,
        min(least((c.confirmed_at + interval '1 year')::date, missed.day + 1)) as shows_on, ${noDay} as due_on, ${noDay} as ends_on
      from contacts_person c
      join contacts_holding h on h.contact_id = c.contact_id and h.left_at is null
      join contacts_post p on p.post_id = h.post_id
      join directory_organisation o on o.organisation_id = p.organisation_id
      left join lateral (
        select min(vote.day) as day
        from json_to_recordset(${JSON.stringify(elections)}::json) as vote(country text, day date, over timestamptz)
        where p.kind = 'elected' and vote.country = o.country and vote.over > c.confirmed_at
      ) missed on true
      where p.network_id = ${networkId} and c.removed_at is null
      group by p.network_id, p.organisation_id, o.name
    `,
  },
  {
    kind: 'contacts.somebodyElse',
    label: 'contacts.toDo.somebodyElse',
    action: 'contacts.toDo.seeWhom',
    subjects: ['contact'],
    lines: (networkId) => sql`
      select p.post_id as record_id, ${secretariat} as waits_for, (o.name || o.short_name) as title, '/contacts/asking#settled' as path,
        null::jsonb as asker, s.decided_at::date as since, ${noDay} as shows_on, ${noDay} as due_on, ${noDay} as ends_on
      from contacts_statement s
      join contacts_holding h on h.contact_id = s.contact_id and h.left_at is null
      join contacts_post p on p.post_id = h.post_id
      join directory_organisation o on o.organisation_id = p.organisation_id
      where p.network_id = ${networkId} and s.words <> ''
    `,
  },
]
