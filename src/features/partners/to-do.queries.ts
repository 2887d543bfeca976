import { sql } from 'kysely'
import { noDay, ofOrganisation, secretariat, type ToDoSource } from '../../platform/http/to-do-source.ts'

// A message that nobody has answered for so many days is worth a look.
const patienceDays = 14

const isOpen = sql`not exists (select from partners_expectation_closing c where c.expectation_id = x.expectation_id)`
// Somebody who is asked may still answer.
const isAsked = sql`exists (
  select from partners_expectation_request q left join partners_expectation_relay relay on relay.relay_id = q.relay_id
  where q.expectation_id = x.expectation_id and q.answered_at is null and relay.ended_at is null
)`
const isTakenUp = sql`exists (
  select from partners_expectation_request q where q.expectation_id = x.expectation_id and q.answer = 'yes'
)`
const asker = sql`join directory_organisation asker on asker.organisation_id = x.asker_id`
const interested = sql`join partners_wish w on w.wish_id = i.wish_id
  join directory_organisation interested on interested.organisation_id = i.organisation_id`
const goesOn = sql`i.confirmed_at is not null and i.held_for is null and i.declined_at is null and i.withdrawn_at is null`

/** Expectations and talks that wait for an answer. */
export const partnersToDo: readonly ToDoSource[] = [
  {
    kind: 'partners.answer',
    label: 'partners.toDo.answer',
    action: 'partners.toDo.answerNow',
    subjects: ['expectation'],
    lines: (networkId) => sql`
      select x.expectation_id as record_id, ${ofOrganisation('q.organisation_id')} as waits_for, x.title,
        '/expectations/' || x.slug as path, asker.name as asker, q.asked_on as since, q.asked_on as shows_on,
        least(x.deadline, relay.answer_by) as due_on, ${noDay} as ends_on
      from partners_expectation x
      join partners_expectation_request q on q.expectation_id = x.expectation_id
      left join partners_expectation_relay relay on relay.relay_id = q.relay_id
      ${asker}
      where x.network_id = ${networkId} and q.answered_at is null and relay.ended_at is null and ${isOpen}
    `,
  },
  {
    kind: 'partners.consent',
    label: 'partners.toDo.consent',
    action: 'partners.toDo.answerNow',
    subjects: ['expectation'],
    lines: (networkId) => sql`
      select x.expectation_id as record_id, ${ofOrganisation('x.asker_id')} as waits_for, x.title, '/expectations/' || x.slug as path,
        null::jsonb as asker, c.asked_at::date as since, ${noDay} as shows_on, x.deadline as due_on, ${noDay} as ends_on
      from partners_expectation x join partners_expectation_consent c on c.expectation_id = x.expectation_id
      where x.network_id = ${networkId} and c.asked_at is not null and c.answer is null and ${isOpen}
    `,
  },
  {
    // All have answered, and nobody takes it up, or in part alone: others can be asked.
    kind: 'partners.relay',
    label: 'partners.toDo.relay',
    action: 'partners.toDo.passOn',
    subjects: ['expectation'],
    lines: (networkId) => sql`
      select x.expectation_id as record_id, ${secretariat}::text as waits_for, x.title, '/expectations/' || x.slug as path,
        asker.name as asker,
        (select max(q.answered_on) from partners_expectation_request q where q.expectation_id = x.expectation_id) as since,
        x.known_on as shows_on, x.deadline as due_on, ${noDay} as ends_on
      from partners_expectation x ${asker}
      where x.network_id = ${networkId} and ${isOpen} and not ${isAsked} and not ${isTakenUp}
        and exists (select from partners_expectation_request q where q.expectation_id = x.expectation_id and q.answered_at is not null)
    `,
  },
  {
    // All have answered, and somebody takes it up: the asker says what came of it.
    kind: 'partners.outcome',
    label: 'partners.toDo.outcome',
    action: 'partners.toDo.say',
    subjects: ['expectation'],
    lines: (networkId) => sql`
      select x.expectation_id as record_id, ${ofOrganisation('x.asker_id')} as waits_for, x.title, '/expectations/' || x.slug as path,
        null::jsonb as asker,
        (select max(q.answered_on) from partners_expectation_request q where q.expectation_id = x.expectation_id) as since,
        x.known_on as shows_on, x.deadline as due_on, ${noDay} as ends_on
      from partners_expectation x
      where x.network_id = ${networkId} and ${isOpen} and not ${isAsked} and ${isTakenUp}
    `,
  },
  {
    kind: 'partners.decide',
    label: 'partners.toDo.decide',
    action: 'partners.toDo.read',
    subjects: ['introduction'],
    lines: (networkId) => sql`
      select i.introduction_id as record_id, ${ofOrganisation('w.organisation_id')} as waits_for, w.title,
        '/partners/introductions/' || i.introduction_id as path, interested.name as asker, i.vouched_at::date as since,
        ${noDay} as shows_on, ${noDay} as due_on, ${noDay} as ends_on
      from partners_introduction i ${interested}
      where i.network_id = ${networkId} and ${goesOn} and i.vouched_at is not null and i.accepted_at is null
    `,
  },
  {
    kind: 'partners.vouch',
    label: 'partners.toDo.vouch',
    action: 'partners.toDo.check',
    subjects: ['introduction'],
    lines: (networkId) => sql`
      select i.introduction_id as record_id, ${secretariat}::text as waits_for, w.title,
        '/partners/introductions/' || i.introduction_id as path, interested.name as asker, i.confirmed_at::date as since,
        ${noDay} as shows_on, ${noDay} as due_on, ${noDay} as ends_on
      from partners_introduction i ${interested}
      where i.network_id = ${networkId} and ${goesOn} and i.vouched_at is null
    `,
  },
  {
    kind: 'partners.reply',
    label: 'partners.toDo.reply',
    action: 'partners.toDo.read',
    subjects: ['introduction'],
    lines: (networkId) => sql`
      select i.introduction_id as record_id,
        'organisation:' || case when last.side = 'interest' then w.organisation_id else i.organisation_id end as waits_for, w.title,
        '/partners/introductions/' || i.introduction_id as path,
        case when last.side = 'interest' then interested.name else owner.name end as asker,
        last.written_at::date as since, last.written_at::date + ${patienceDays}::int as shows_on, ${noDay} as due_on,
        ${noDay} as ends_on
      from partners_introduction i ${interested}
      join directory_organisation owner on owner.organisation_id = w.organisation_id
      cross join lateral (
        select m.side, m.written_at from partners_introduction_message m
        where m.introduction_id = i.introduction_id and m.side <> 'adviser' order by m.message_id desc limit 1
      ) as last
      where i.network_id = ${networkId} and ${goesOn} and i.accepted_at is not null and i.made_at is null
    `,
  },
]
