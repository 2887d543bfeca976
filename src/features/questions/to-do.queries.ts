import { sql } from 'kysely'
import { noDay, ofOrganisation, type ToDoSource } from '../../platform/http/to-do-source.ts'

/** What waits for the asker (answers to judge, a draft to send), for the secretariat, and for who was asked, on behalf of their authority. */
export const questionsToDo: readonly ToDoSource[] = [
  {
    kind: 'questions.answer',
    label: 'questions.toDo.answer',
    action: 'questions.toDo.read',
    subjects: ['question'],
    lines: (networkId) => sql`
      select distinct on (q.question_id, p.organisation_id) q.question_id as record_id, ${ofOrganisation('p.organisation_id')} as waits_for,
        q.question as title, '/questions/' || q.slug as path, (o.name || o.short_name) as asker, p.leaves_on as since,
        ${noDay} as shows_on, q.needed_by as due_on, ${noDay} as ends_on
      from questions_asked p join questions_question q on q.question_id = p.question_id
      join directory_organisation o on o.organisation_id = q.asker_id
      where q.network_id = ${networkId} and q.closed_at is null and q.hidden_at is null and p.mailed_at is not null and p.said is null
        and not exists (select from questions_answer a where a.question_id = q.question_id and a.told_at is not null)
    `,
  },
  {
    kind: 'questions.draft',
    label: 'questions.toDo.draft',
    action: 'questions.toDo.send',
    subjects: ['question'],
    lines: (networkId) => sql`
      select q.question_id as record_id, ${ofOrganisation('q.asker_id')} as waits_for, q.question as title,
        '/questions/' || q.slug || '/send' as path, null::jsonb as asker, q.known_on as since, ${noDay} as shows_on, ${noDay} as due_on,
        ${noDay} as ends_on
      from questions_question q where q.network_id = ${networkId} and q.asked_at is null and q.closed_at is null
    `,
  },
  {
    kind: 'questions.judge',
    label: 'questions.toDo.judge',
    action: 'questions.toDo.accept',
    subjects: ['question'],
    lines: (networkId) => sql`
      select q.question_id as record_id, ${ofOrganisation('q.asker_id')} as waits_for, q.question as title,
        '/questions/' || q.slug || '#answers' as path, null::jsonb as asker, q.known_on as since, ${noDay} as shows_on, ${noDay} as due_on,
        ${noDay} as ends_on
      from questions_question q where q.network_id = ${networkId} and q.closed_at is null and exists (select from questions_answer a
        where a.question_id = q.question_id and a.told_at is not null) and not exists (select from questions_answer a
        where a.question_id = q.question_id and a.accepted_at is not null)
    `,
  },
  {
    kind: 'questions.waiting',
    label: 'questions.toDo.waiting',
    action: 'questions.toDo.pass',
    subjects: ['question'],
    // Whoever was asked by hand has a week before it is shown again.
    lines: (networkId) => sql`
      select q.question_id as record_id, 'secretariat' as waits_for, q.question as title, '/questions/' || q.slug || '#coordinator' as path,
        (o.name || o.short_name) as asker, q.escalated_at::date as since, (select max(p.leaves_on) + 7 from questions_asked p
          where p.question_id = q.question_id and p.wave = 0 and p.said is null) as shows_on, q.needed_by as due_on, ${noDay} as ends_on
      from questions_question q join directory_organisation o on o.organisation_id = q.asker_id
      where q.network_id = ${networkId} and q.closed_at is null and q.hidden_at is null and q.escalated_at is not null
        and not exists (select from questions_answer a where a.question_id = q.question_id and a.told_at is not null)
    `,
  },
]
