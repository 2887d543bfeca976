import { sql } from 'kysely'

/** SQL: the steps of the agreement `a` that are known on a day, each with the latest day that a step written before it names. */
export function selectSteps(today: string) {
  return sql`(select step.*, max(step.happened_from) over (order by step.position) as reached
    from registry_agreement_step step where step.agreement_id = a.agreement_id and step.known_on <= ${today})`
}

/** SQL: the order of an agreement's life: by date; a step without one stays behind the step it was written after. */
export function selectStepOrder() {
  return sql`coalesce(s.happened_from, s.reached) nulls first, s.position`
}

/** SQL: the same from its end. */
export function selectLatestStepOrder() {
  return sql`coalesce(s.happened_from, s.reached) desc nulls last, s.position desc`
}
