import { type RawBuilder, sql } from 'kysely'
import type { Context } from '../../../platform/context/context.ts'
import type { LocalizedText } from '../../../platform/i18n/localized-text.ts'
import { notFound } from '../../../platform/refusal.ts'
import type { ConsentAnswer, Expectation, Outcome } from './expectation.ts'
import { selectSeen } from './sight.queries.ts'
import { selectParts, selectState } from './state.queries.ts'

/** An expectation of a network by its slug, as far as the reader may see it, or 404. */
export async function findExpectation(
  context: Context,
  networkId: string,
  slug: string,
): Promise<Expectation> {
  const [found] = await selectExpectations(context, {
    condition: sql`x.network_id = ${networkId} and x.slug = ${slug} and ${selectSeen(context.actor)}`,
  })
  return found ?? notFound(slug)
}

/** The same for whoever holds a link to it. */
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

/** The expectations `x` that a condition lets through, as known on the context’s day; who may see them is the condition’s affair. */
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
