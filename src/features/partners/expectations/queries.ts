import { type RawBuilder, sql } from 'kysely'
import { type Actor, operates } from '../../../platform/context/actor.ts'
import type { Context } from '../../../platform/context/context.ts'
import type { LocalizedName, LocalizedText } from '../../../platform/i18n/localized-text.ts'
import { notFound } from '../../../platform/refusal.ts'
import type { ConsentAnswer, Expectation, Outcome } from './expectation.ts'

/** An expectation of a network by its slug, as far as the reader may see it, or 404. */
export async function findExpectation(
  context: Context,
  networkId: string,
  slug: string,
): Promise<Expectation> {
  const [found] = await selectExpectations(context, {
    condition: sql`x.network_id = ${networkId} and x.slug = ${slug} and ${whereVisible(context.actor)}`,
  })
  return found ?? notFound(slug)
}

/** Finds an expectation for the holder of a link to it, whatever they may see otherwise. */
export async function findLinkedExpectation(
  context: Context,
  networkId: string,
  id: string,
): Promise<Expectation> {
  const [found] = await selectExpectations(context, {
    condition: sql`x.network_id = ${networkId} and x.expectation_id = ${id}`,
  })
  return found ?? notFound(id)
}

interface Selection {
  condition: RawBuilder<unknown>
  order?: RawBuilder<unknown>
  limit?: number | null
  offset?: number
}

interface Row extends Omit<Expectation, 'consent' | 'relay' | 'closing'> {
  consentAsked: boolean
  consentAnswer: ConsentAnswer | null
  consentAnsweredAt: Date | null
  relayId: string | null
  answerBy: string | null
  outcome: Outcome | null
  closingRequestId: string | null
  closingWord: LocalizedText | null
  closedOn: string | null
}

/** The expectations `x` that a condition lets through, as known on the context’s day; the condition decides who may see them. */
export async function selectExpectations(
  context: Context,
  { condition, order = sql`x.known_on desc, x.expectation_id desc`, limit = null, offset = 0 }: Selection,
): Promise<Expectation[]> {
  const { today } = context
  const { rows } = await sql<Row>`
    select x.expectation_id as id, x.network_id as "networkId", x.slug, ${selectReference('asker')} as asker,
      ${selectReference('addressed')} as asked, x.title, x.text, x.themes, x.form, x.deadline, x.confidentiality, x.language,
      x.contact_address is not null as "hasContact", x.contact_name as "contactName", x.stated_at as "statedAt",
      x.known_on as "knownOn", x.updated_at as "updatedAt", ${selectState()} as state,
      consent.expectation_id is not null as "consentAsked", consent.answer as "consentAnswer",
      consent.answered_at as "consentAnsweredAt", relay.relay_id as "relayId", relay.answer_by as "answerBy",
      closing.outcome, closing.request_id as "closingRequestId", closing.word as "closingWord", closing.closed_on as "closedOn",
      requests.asked as "askedCount", requests.answered as "answeredCount", requests.takers
    from partners_expectation x
    join directory_organisation asker on asker.organisation_id = x.asker_id
    join directory_organisation addressed on addressed.organisation_id = x.asked_id
    ${selectParts(today)}
    where x.known_on <= ${today} and ${condition}
    order by ${order} limit ${limit} offset ${offset}
  `.execute(context.database)
  return rows.map(expectationOf)
}

function expectationOf({
  consentAsked,
  consentAnswer,
  consentAnsweredAt,
  relayId,
  answerBy,
  outcome,
  closingRequestId,
  closingWord,
  closedOn,
  ...row
}: Row): Expectation {
  return {
    ...row,
    consent: consentAsked ? { answer: consentAnswer, answeredAt: consentAnsweredAt } : null,
    relay: relayId === null ? null : { id: relayId, answerBy },
    closing:
      outcome === null || closedOn === null
        ? null
        : { outcome, requestId: closingRequestId, word: closingWord ?? {}, closedOn },
  }
}

function selectReference(alias: string): RawBuilder<unknown> {
  const column = (name: string) => sql.ref(`${alias}.${name}`)
  return sql`json_build_object('id', ${column('organisation_id')}, 'slug', ${column('slug')}, 'country', ${column('country')},
    'kind', ${column('kind')}, 'name', ${column('name')}, 'shortName', ${column('short_name')}, 'codes', ${column('codes')})`
}

/** SQL: what the state of the expectation `x` is read from, as known on an ISO day: `consent`, `relay`, `closing` and `requests`. */
export function selectParts(today: string): RawBuilder<unknown> {
  return sql`
    left join partners_expectation_consent consent on consent.expectation_id = x.expectation_id
    left join partners_expectation_relay relay on relay.expectation_id = x.expectation_id and relay.ended_at is null
      and relay.relayed_on <= ${today}
    left join partners_expectation_closing closing on closing.expectation_id = x.expectation_id and closing.closed_on <= ${today}
    left join lateral (
      select count(*)::int as asked, count(r.answer)::int as answered, count(r.relay_id)::int as relayed,
        bool_or(r.relay_id is null and r.answer = 'no') as "isDeclined",
        coalesce(json_agg(json_build_object('id', o.organisation_id, 'slug', o.slug, 'country', o.country, 'kind', o.kind,
          'name', o.name, 'shortName', o.short_name, 'codes', o.codes, 'isPart', r.answer = 'partly')
          order by r.answer = 'partly', r.answered_at, r.request_id)
          filter (where r.answer in ('yes', 'partly') and (r.relay_id is null or round.ended_at is not null)), '[]') as takers,
        bool_or(r.answer = 'yes' and (r.relay_id is null or round.ended_at is not null)) as "isWhole"
      from partners_expectation_request r
      join directory_organisation o on o.organisation_id = r.organisation_id
      left join partners_expectation_relay round on round.relay_id = r.relay_id
      where r.expectation_id = x.expectation_id and r.asked_on <= ${today}
    ) requests on true`
}

/** SQL: the state of `x`, from those parts. */
export function selectState(): RawBuilder<unknown> {
  return sql`case
    when closing.outcome is not null then closing.outcome
    when relay.relay_id is not null then 'relayed'
    when requests."isWhole" then 'taken_up'
    when json_array_length(requests.takers) > 0 then 'taken_up_in_part'
    when requests.relayed > 0 then 'untaken'
    when requests."isDeclined" then 'declined'
    else 'asked' end`
}

/**
 * SQL: the actor may see the expectation `x`. What is public is for everybody until it is withdrawn; what the network reads, for people who
 * take part in it; the rest for the asker, those asked, and the secretariat.
 */
export function whereVisible(actor: Actor): RawBuilder<boolean> {
  if (operates(actor)) return sql<boolean>`true`
  const isPublic = sql`(x.confidentiality = 'public' and not exists (select 1 from partners_expectation_closing gone
    where gone.expectation_id = x.expectation_id and gone.outcome = 'withdrawn'))`
  if (actor.kind !== 'person' || actor.holdings.length === 0) return sql<boolean>`${isPublic}`
  const networks = (...wanted: string[]) =>
    actor.holdings.filter(({ role }) => wanted.includes(role)).map(({ networkId }) => networkId)
  return sql<boolean>`(${isPublic}
    or (x.confidentiality in ('network', 'public')
      and x.network_id = any(${networks('chair', 'coordinator', 'member', 'contributor')}::uuid[]))
    or x.network_id = any(${networks('chair', 'coordinator')}::uuid[])
    or ${selectConcerned(actor)})`
}

/** SQL: the actor speaks for the asker of `x` or for a member that is asked. */
export function selectConcerned(actor: Actor): RawBuilder<boolean> {
  const own =
    actor.kind === 'person'
      ? actor.holdings.filter(({ role }) => role === 'member' || role === 'contributor')
      : []
  const pairs = own.flatMap(({ networkId, organisationIds }) =>
    organisationIds.map((id) => sql`(x.network_id = ${networkId} and ${selectParty(id)})`),
  )
  return pairs.length === 0 ? sql<boolean>`false` : sql<boolean>`(${sql.join(pairs, sql` or `)})`
}

function selectParty(organisationId: string): RawBuilder<boolean> {
  return sql<boolean>`(x.asker_id = ${organisationId} or exists (select 1 from partners_expectation_request own
    where own.expectation_id = x.expectation_id and own.organisation_id = ${organisationId}))`
}

export const verbs = [
  'stated',
  'changed',
  'consentAsked',
  'consentGiven',
  'consentRefused',
  'consentWithdrawn',
  'relayed',
  'yes',
  'partly',
  'no',
  'translated',
  'reminded',
  'invited',
  'replied',
  'satisfied',
  'closedPartly',
  'unmet',
  'withdrawn',
  'reopened',
] as const
export type Verb = (typeof verbs)[number]

/** Something that happened to an expectation. */
export interface Step {
  id: string
  verb: Verb
  organisation: { name: LocalizedName; shortName: LocalizedName } | null
  /** Null for a visitor by a link, for background work, and once the person has gone. */
  personName: string | null
  happenedAt: Date
}

/** What happened to an expectation, the first first. */
export async function listSteps(context: Context, expectationId: string): Promise<Step[]> {
  const { rows } = await sql<Step>`
    select s.step_id as id, s.verb, nullif(person.name, '') as "personName", s.happened_at as "happenedAt",
      case when o.organisation_id is not null then json_build_object('name', o.name, 'shortName', o.short_name) end as organisation
    from partners_expectation_step s
    left join directory_organisation o on o.organisation_id = s.organisation_id
    left join people_person person on person.id = s.person_id
    where s.expectation_id = ${expectationId} order by s.step_id
  `.execute(context.database)
  return rows
}
