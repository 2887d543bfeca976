import { sql } from 'kysely'
import {
  noDay,
  ofOrganisation,
  ofPerson,
  secretariat,
  type ToDoSource,
} from '../../platform/http/to-do-source.ts'
import { selectClosesOn } from './commitments/queries.ts'
import { onlookers } from './events/codes.ts'

// Holders see the day of a decision coming, while they can still give more time.
const decisionDaysAhead = 7

const holder = sql`agenda_event_organisation holder on holder.event_id = e.event_id
  and holder.role <> all(${[...onlookers]}::text[])`
const asksForCommitments = sql`agenda_critical_mass mass on mass.event_id = e.event_id and e.state = 'planned'
  and e.published_at is not null
  and not exists (select from agenda_commitment_decision decided
    where decided.event_id = mass.event_id and decided.until = mass.until)`

/** Proposals to review, polls to answer, seats to give, and meetings that wait for a critical mass. What came of a mission is asked with every exchange. */
export const agendaToDo: readonly ToDoSource[] = [
  {
    kind: 'agenda.proposal',
    label: 'agenda.toDo.proposal',
    action: 'agenda.toDo.review',
    subjects: ['proposal'],
    lines: (networkId) => sql`
      select p.proposal_id as record_id, ${secretariat}::text as waits_for, p.document -> 'title' as title,
        '/agenda/proposals/' || p.proposal_id as path, jsonb_build_object('und', p.body) as asker,
        coalesce(p.wished_at, p.confirmed_at)::date as since, ${noDay} as shows_on, ${noDay} as due_on, ${noDay} as ends_on
      from agenda_proposal p
      where p.network_id = ${networkId} and p.confirmed_at is not null and p.held_for is null
        and (p.decision is null or p.wished_at is not null)
    `,
  },
  {
    kind: 'agenda.poll',
    label: 'agenda.toDo.poll',
    action: 'agenda.toDo.answer',
    subjects: ['poll'],
    lines: (networkId) => sql`
      select p.poll_id as record_id, ${ofPerson('v.person_id')} as waits_for, p.title, '/agenda/polls/' || p.poll_id as path,
        null::jsonb as asker, p.made_at::date as since, ${noDay} as shows_on, p.deadline::date as due_on, p.deadline::date as ends_on
      from agenda_poll p join agenda_poll_voter v on v.poll_id = p.poll_id
      where p.network_id = ${networkId} and p.closed_at is null and p.withdrawn_at is null and p.taken_option_id is null
        and v.person_id is not null and v.answered_at is null
      union all
      select p.poll_id, ${ofOrganisation('m.organisation_id')}, p.title, '/agenda/polls/' || p.poll_id, null::jsonb, p.made_at::date,
        ${noDay}, p.deadline::date, p.deadline::date
      from agenda_poll p
      join networks_membership m on m.network_id = p.network_id and m.role = 'member' and m.of_id is null
        and (m.ends_on is null or m.ends_on > p.made_at::date)
      where p.network_id = ${networkId} and p.voters = 'network' and p.closed_at is null and p.withdrawn_at is null
        and p.taken_option_id is null
        and not exists (select from agenda_poll_voter v
          where v.poll_id = p.poll_id and v.organisation_id = m.organisation_id and v.answered_at is not null)
    `,
  },
  {
    kind: 'agenda.seats',
    label: 'agenda.toDo.seats',
    action: 'agenda.toDo.answer',
    subjects: ['activity', 'event'],
    lines: (networkId) => sql`
      select e.event_id as record_id, ${ofOrganisation('holder.organisation_id')} as waits_for, e.title, '/agenda/' || e.slug as path,
        asker.name as asker, r.asked_at::date as since, ${noDay} as shows_on, ${noDay} as due_on, e.ends_on as ends_on
      from agenda_event e
      join agenda_seat_request r on r.event_id = e.event_id and r.decided_at is null and r.withdrawn_at is null
      join directory_organisation asker on asker.organisation_id = r.organisation_id
      join ${holder}
      where e.network_id = ${networkId} and e.state = 'planned'
    `,
  },
  {
    kind: 'agenda.commitment',
    label: 'agenda.toDo.commitment',
    action: 'agenda.toDo.commit',
    subjects: ['activity', 'event'],
    lines: (networkId) => sql`
      select e.event_id as record_id, ${ofOrganisation('m.organisation_id')} as waits_for, e.title,
        '/agenda/' || e.slug || '#commitments' as path, null::jsonb as asker, e.published_at::date as since, ${noDay} as shows_on,
        ${selectClosesOn()} as due_on, ${selectClosesOn()} as ends_on
      from agenda_event e
      join ${asksForCommitments}
      join networks_membership m on m.network_id = e.network_id and m.role = 'member' and m.of_id is null and m.ends_on is null
      where e.network_id = ${networkId} and e.visibility <> 'hosts'
        and not exists (select from agenda_event_organisation own
          where own.event_id = e.event_id and own.organisation_id = m.organisation_id)
        and not exists (select from agenda_commitment given
          where given.event_id = e.event_id and given.organisation_id = m.organisation_id and given.withdrawn_at is null)
    `,
  },
  {
    kind: 'agenda.decision',
    label: 'agenda.toDo.decision',
    action: 'agenda.toDo.see',
    subjects: ['activity', 'event'],
    lines: (networkId) => sql`
      select e.event_id as record_id, ${ofOrganisation('holder.organisation_id')} as waits_for, e.title,
        '/agenda/' || e.slug || '#commitments' as path, null::jsonb as asker, e.published_at::date as since,
        ${selectClosesOn()} - ${decisionDaysAhead}::int as shows_on, ${selectClosesOn()} as due_on, ${selectClosesOn()} as ends_on
      from agenda_event e
      join ${asksForCommitments}
      join ${holder}
      where e.network_id = ${networkId}
    `,
  },
]
