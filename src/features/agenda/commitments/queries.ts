import { type RawBuilder, sql } from 'kysely'
import type { Context } from '../../../platform/context/context.ts'
import type { LocalizedName } from '../../../platform/i18n/localized-text.ts'
import type { OrganisationRef } from '../../directory/index.ts'
import { listOrganisationRefs } from '../../directory/picking/index.ts'
import type { CommitmentOutcome } from './codes.ts'
import type { EventFields } from './decided-event.ts'
import { selectCriticalMass } from './document/queries.ts'
import { type CriticalMass, criticalMassDocument } from './document/schema.ts'
import type { Tally } from './tally.ts'

export interface Commitment {
  id: string
  organisation: { id: string; slug: string; country: string; name: LocalizedName; shortName: LocalizedName }
  people: number
  words: string
  language: string
  committedAt: Date
}

/** What an event needs to be held, with the town of its smaller form, and who has committed themselves. */
export interface Asking {
  mass: CriticalMass
  place: OrganisationRef | null
  commitments: Commitment[]
}

/** The commitments that an event visible to the reader asks for, as of the context’s day; null if it asks for none. */
export async function lookUpAsking(context: Context, eventId: string): Promise<Asking | null> {
  const { rows } = await sql<{ mass: unknown }>`
    select ${selectCriticalMass()} as mass from agenda_event e where e.event_id = ${eventId}
  `.execute(context.database)
  const mass = criticalMassDocument.nullable().parse(rows[0]?.mass ?? null)
  if (mass === null) return null
  const { placeId } = mass.smaller
  const refs = placeId === null ? null : await listOrganisationRefs(context, [placeId])
  const commitments = await listCommitments(context, eventId)
  return { mass, place: refs?.get(placeId ?? '') ?? null, commitments }
}

/** The authorities that have committed themselves and are still there on the context’s day, the earliest first. */
export async function listCommitments(context: Context, eventId: string): Promise<Commitment[]> {
  const { rows } = await sql<Commitment>`
    select c.commitment_id as id,
      json_build_object('id', o.organisation_id, 'slug', o.slug, 'country', o.country, 'name', o.name,
        'shortName', o.short_name) as organisation,
      c.people, c.words, c.language, c.committed_at as "committedAt"
    from agenda_commitment c join directory_organisation o on o.organisation_id = c.organisation_id
    where c.event_id = ${eventId} and c.withdrawn_at is null
      and coalesce(o.valid_until > ${context.today}::date, true)
    order by c.committed_at, c.commitment_id
  `.execute(context.database)
  return rows
}

/** SQL: the last day on which authorities commit to the event `e`: one that was moved before its deadline begins without waiting for it. */
export function selectClosesOn(): RawBuilder<string> {
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

/** SQL: the last day to commit has passed, and the event is undecided. */
function selectDecisionDue(today: string): RawBuilder<boolean> {
  return sql<boolean>`exists (select 1 from agenda_critical_mass mass
    where mass.event_id = e.event_id and ${selectClosesOn()} < ${today}::date and ${selectUndecided(today)})`
}

/** SQL: the state of the commitments to the event `e` on that day; null if it asks for none. */
export function selectCommitmentState(today: string): RawBuilder<unknown> {
  return sql`(select json_build_object('closesOn', ${selectClosesOn()},
      'isOpen', ${selectClosesOn()} >= ${today}::date and ${selectUndecided(today)},
      'outcome', (select decision.outcome from agenda_commitment_decision decision
        where decision.event_id = mass.event_id and decision.until = mass.until))
    from agenda_critical_mass mass where mass.event_id = e.event_id)`
}

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
