import { sql } from 'kysely'
import { noDay, secretariat, type ToDoSource } from '../../platform/http/to-do-source.ts'

// After so many days a mail that came back no longer helps anybody.
const daysShown = 30

/** Mails of the group that came back or could not be sent, until a later one to the same address arrives. */
export const outboxToDo: readonly ToDoSource[] = [
  {
    kind: 'outbox.returned',
    label: 'outbox.toDo.returned',
    action: 'outbox.toDo.read',
    subjects: ['mail'],
    lines: (networkId) => sql`
      select m.mail_id as record_id, ${secretariat}::text as waits_for, jsonb_build_object('und', m.to_address) as title,
        '/outbox/' || m.mail_id as path, null::jsonb as asker, coalesce(m.returned_at, m.failed_at)::date as since,
        ${noDay} as shows_on, ${noDay} as due_on, coalesce(m.returned_at, m.failed_at)::date + ${daysShown}::int as ends_on
      from platform_mail m
      where m.network_id = ${networkId} and (m.returned_at is not null or m.failed_at is not null)
        and not exists (
          select from platform_mail later
          where later.network_id = m.network_id and lower(later.to_address) = lower(m.to_address) and later.mail_id > m.mail_id
        )
    `,
  },
]
