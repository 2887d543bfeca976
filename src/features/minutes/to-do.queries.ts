import { sql } from 'kysely'
import { noDay, ofPerson, secretariat, type ToDoSource } from '../../platform/http/to-do-source.ts'

/** Convocations to answer, what was decided and is due, and links that broke. */
export const minutesToDo: readonly ToDoSource[] = [
  {
    kind: 'minutes.answer',
    label: 'minutes.toDo.answer',
    action: 'minutes.toDo.answerNow',
    subjects: ['meeting'],
    lines: (networkId) => sql`
      select m.meeting_id as record_id, ${ofPerson('i.person_id')} as waits_for, m.title,
        '/meetings/' || m.slug || '/answer' as path, null::jsonb as asker, i.asked_at::date as since, ${noDay} as shows_on, m.held_on as due_on, m.held_on as ends_on
      from minutes_meeting m join minutes_invitee i on i.meeting_id = m.meeting_id
      where m.network_id = ${networkId} and i.person_id is not null and i.answered_at is null and m.cancelled_at is null
        and m.held_at is null
    `,
  },
  {
    kind: 'minutes.action',
    label: 'minutes.toDo.action',
    action: 'minutes.toDo.report',
    subjects: ['decision', 'meeting'],
    // An activity of a meeting or of a decision touches the actions beneath it.
    touched: (subjectIds) => sql`
      select a.action_id from minutes_action a join minutes_decision d on d.decision_id = a.decision_id
      where d.decision_id = any(${[...subjectIds]}::uuid[]) or d.meeting_id = any(${[...subjectIds]}::uuid[])
      union all select unnest(${[...subjectIds]}::uuid[])
    `,
    lines: (networkId) => sql`
      select a.action_id as record_id,
        case when a.organisation_id is null then ${secretariat}::text else 'organisation:' || a.organisation_id end as waits_for, a.text as title,
        '/meetings/actions/' || a.action_id as path, null::jsonb as asker, a.known_on as since,
        a.known_on as shows_on, coalesce(step.due_to, a.due_to) as due_on, ${noDay} as ends_on
      from minutes_action a
      left join lateral (
        select s.state, s.due_to from minutes_action_step s where s.action_id = a.action_id order by s.step_id desc limit 1
      ) as step on true
      where a.network_id = ${networkId} and coalesce(step.state, 'open') in ('open', 'postponed')
    `,
  },
  {
    kind: 'minutes.link',
    label: 'minutes.toDo.link',
    action: 'minutes.toDo.mend',
    subjects: ['meeting'],
    touched: (subjectIds) => sql`
      select r.resource_id from minutes_resource r where r.meeting_id = any(${[...subjectIds]}::uuid[])
      union all select unnest(${[...subjectIds]}::uuid[])
    `,
    lines: (networkId) => sql`
      select r.resource_id as record_id, ${secretariat}::text as waits_for, r.label as title,
        '/meetings/' || m.slug || '/resources' as path, null::jsonb as asker, coalesce(r.dead_since, r.checked_at)::date as since,
        ${noDay} as shows_on, ${noDay} as due_on, ${noDay} as ends_on
      from minutes_resource r join minutes_meeting m on m.meeting_id = r.meeting_id
      where m.network_id = ${networkId} and r.state = 'dead'
    `,
  },
]
