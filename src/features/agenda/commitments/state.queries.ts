import { type RawBuilder, sql } from 'kysely'

/** SQL: the last day on which authorities commit to the event `e`: one that was moved before its deadline begins without waiting for it. */
function selectClosesOn(): RawBuilder<string> {
  return sql<string>`(case when e.happens ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}(/[0-9]{4}-[0-9]{2}-[0-9]{2})?$'
    then least(mass.until, e.starts_on - 1) else least(mass.until, e.ends_on) end)`
}

/** SQL: the event `e` can still be decided on as of that day: it is planned, published and not over. */
function selectUndecided(today: string): RawBuilder<boolean> {
  return sql<boolean>`(e.state = 'planned' and e.published_at is not null and coalesce(e.ends_on >= ${today}::date, true)
    and not exists (select 1 from agenda_commitment_decision decided
      where decided.event_id = mass.event_id and decided.until = mass.until))`
}

/** SQL: authorities commit and withdraw on that day. */
export function selectCommitmentsOpen(today: string): RawBuilder<boolean> {
  return sql<boolean>`exists (select 1 from agenda_critical_mass mass
    where mass.event_id = e.event_id and ${selectClosesOn()} >= ${today}::date and ${selectUndecided(today)})`
}

/** SQL: the last day to commit has gone, and nobody has decided. */
export function selectDecisionDue(today: string): RawBuilder<boolean> {
  return sql<boolean>`exists (select 1 from agenda_critical_mass mass
    where mass.event_id = e.event_id and ${selectClosesOn()} < ${today}::date and ${selectUndecided(today)})`
}

/** SQL: where the commitments to the event `e` stand on that day; null where none are asked for. */
export function selectCommitmentState(today: string): RawBuilder<unknown> {
  return sql`(select json_build_object('closesOn', ${selectClosesOn()},
      'isOpen', ${selectClosesOn()} >= ${today}::date and ${selectUndecided(today)},
      'outcome', (select decision.outcome from agenda_commitment_decision decision
        where decision.event_id = mass.event_id and decision.until = mass.until))
    from agenda_critical_mass mass where mass.event_id = e.event_id)`
}
