import { sql } from 'kysely'
import type { Context } from '../../../platform/context/context.ts'
import type { CommitmentOutcome } from './codes.ts'
import type { EventFields } from './decided-event.ts'
import { selectDecisionDue } from './queries.ts'
import type { Tally } from './tally.ts'

/** A decision at a deadline, and the word with which more time was given afterwards. */
export interface Decision {
  id: string
  until: string
  outcome: CommitmentOutcome
  tally: Tally
  decidedAt: Date
  before: EventFields
  after: EventFields
  prolongedUntil: string | null
  prolongedAt: Date | null
  word: string
  wordLanguage: string
}

/** All that was decided on an event, the latest first. */
export async function listDecisions({ database }: Context, eventId: string): Promise<Decision[]> {
  const { rows } = await sql<Decision>`
    select decision_id as id, until, outcome, tally, decided_at as "decidedAt", before, after,
      prolonged_until as "prolongedUntil", prolonged_at as "prolongedAt", word, word_language as "wordLanguage"
    from agenda_commitment_decision where event_id = ${eventId}
    order by until desc
  `.execute(database)
  return rows
}

/** Whether something was decided on an event at that deadline. */
export async function isDecided({ database }: Context, eventId: string, until: string): Promise<boolean> {
  const row = await database
    .selectFrom('agenda_commitment_decision')
    .select('decision_id')
    .where('event_id', '=', eventId)
    .where('until', '=', until)
    .executeTakeFirst()
  return row !== undefined
}

/** The events of a network whose deadline was before the context’s day, and which are undecided. */
export async function listDue({ database, today }: Context, networkId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select e.event_id as id from agenda_event e
    where e.network_id = ${networkId} and ${selectDecisionDue(today)}
    order by e.event_id
  `.execute(database)
  return rows.map(({ id }) => id)
}

/** Whether a decision on an event is due on the context’s day. */
export async function isDue({ database, today }: Context, eventId: string): Promise<boolean> {
  const { rows } = await sql`
    select 1 from agenda_event e where e.event_id = ${eventId} and ${selectDecisionDue(today)}
  `.execute(database)
  return rows.length > 0
}
