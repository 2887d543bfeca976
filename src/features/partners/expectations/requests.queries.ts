import { type RawBuilder, sql } from 'kysely'
import type { Context } from '../../../platform/context/context.ts'
import { isId } from '../../../platform/context/identifier.ts'
import type { LocalizedText } from '../../../platform/i18n/localized-text.ts'
import { notFound } from '../../../platform/refusal.ts'
import type { OrganisationRef } from '../../directory/index.ts'
import type { Answer, Reason } from './expectation.ts'

/** A member that is asked, and what it answers. */
export interface MemberRequest {
  id: string
  organisation: OrganisationRef
  /** Null for the one addressed first. */
  relay: { id: string; answerBy: string | null; hasEnded: boolean; word: LocalizedText } | null
  askedOn: string
  remindedAt: Date | null
  /** A person without an account answers by a link. */
  contactName: string
  hasContact: boolean
  answer: Answer | null
  reason: Reason | null
  words: LocalizedText
  answeredAt: Date | null
}

/** Those who are asked, the one addressed first, then by their names’ slugs. */
export async function listRequests(context: Context, expectationId: string): Promise<MemberRequest[]> {
  return select(context, sql`r.expectation_id = ${expectationId}`)
}

/** One of them, or 404. */
export async function findRequest(
  context: Context,
  expectationId: string,
  requestId: string,
): Promise<MemberRequest> {
  const [request] = isId(requestId)
    ? await select(context, sql`r.expectation_id = ${expectationId} and r.request_id = ${requestId}`)
    : []
  return request ?? notFound(requestId)
}

async function select(context: Context, condition: RawBuilder<unknown>): Promise<MemberRequest[]> {
  const { rows } = await sql<MemberRequest>`
    select r.request_id as id, json_build_object('id', o.organisation_id, 'slug', o.slug, 'country', o.country, 'kind', o.kind,
        'name', o.name, 'shortName', o.short_name, 'codes', o.codes) as organisation,
      case when relay.relay_id is not null then json_build_object('id', relay.relay_id, 'answerBy', relay.answer_by,
        'hasEnded', relay.ended_at is not null, 'word', relay.word) end as relay,
      r.asked_on as "askedOn", r.reminded_at as "remindedAt", r.contact_name as "contactName",
      r.contact_address is not null as "hasContact", r.answer, r.reason, r.words, r.answered_at as "answeredAt"
    from partners_expectation_request r
    join directory_organisation o on o.organisation_id = r.organisation_id
    left join partners_expectation_relay relay on relay.relay_id = r.relay_id
    where ${condition}
    order by r.relay_id is not null, relay.relayed_at, o.slug
  `.execute(context.database)
  return rows
}
