import { type RawBuilder, sql } from 'kysely'
import type { Context } from '../../../platform/context/context.ts'
import type { LocalizedName } from '../../../platform/i18n/localized-text.ts'
import type { OrganisationRef } from '../../directory/index.ts'
import { listOrganisationRefs } from '../../directory/picking/index.ts'
import { selectCriticalMass } from './document/queries.ts'
import { type CriticalMass, criticalMassDocument } from './document/schema.ts'

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

/** SQL: the last day to commit has passed, and the event is undecided. */
export function selectDecisionDue(today: string): RawBuilder<boolean> {
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
