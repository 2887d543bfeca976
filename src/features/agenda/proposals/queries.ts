import { type RawBuilder, sql } from 'kysely'
import type { Context } from '../../../platform/context/context.ts'
import { isId } from '../../../platform/context/identifier.ts'
import { onlyRow } from '../../../platform/database/only-row.ts'
import { interfaceLanguageFor } from '../../../platform/i18n/languages.ts'
import type { RecordDocument } from '../../../platform/records/record-document.ts'
import { notFound } from '../../../platform/refusal.ts'
import { type EventDocument, eventDocument } from '../events/document/schema.ts'
import type { Proposal } from './proposal.ts'

export const views = ['waiting', 'held', 'decided'] as const
export type View = (typeof views)[number]

const inView: Readonly<Record<View, RawBuilder<boolean>>> = {
  // Likely spam is among them, with its mark, after all others.
  waiting: sql`(p.decision is null or p.wished_at is not null)`,
  held: sql`(p.decision is null and p.held_for is not null)`,
  decided: sql`(p.decision is not null and p.wished_at is null)`,
}

/** The confirmed proposals of a network, those that wait longest first; decided ones the newest first. */
export async function listProposals(
  context: Context,
  networkId: string,
  view: View,
  { limit, offset }: { limit: number; offset: number },
): Promise<Proposal[]> {
  const order =
    view === 'decided'
      ? sql`p.decided_at desc`
      : sql`p.held_for is not null and p.decision is null, coalesce(p.wished_at, p.confirmed_at)`
  return select(
    context,
    sql`p.network_id = ${networkId} and p.confirmed_at is not null and ${inView[view]}`,
    sql`order by ${order}, p.proposal_id limit ${limit} offset ${offset}`,
  )
}

/** The number of proposals in each part of the queue of a network. */
export async function countProposals(context: Context, networkId: string): Promise<Record<View, number>> {
  const { rows } = await sql<Record<View, number>>`
    select count(*) filter (where ${inView.waiting})::int as waiting, count(*) filter (where ${inView.held})::int as held,
      count(*) filter (where ${inView.decided})::int as decided
    from agenda_proposal p where p.network_id = ${networkId} and p.confirmed_at is not null
  `.execute(context.database)
  return onlyRow(rows)
}

/** A confirmed proposal of a network, or 404. */
export async function findProposal(context: Context, networkId: string, id: string): Promise<Proposal> {
  const proposal = isId(id) ? await lookUpProposal(context, networkId, id) : null
  return proposal?.isConfirmed ? proposal : notFound(id)
}

/** A proposal of a network, confirmed or not, or null. */
export async function lookUpProposal(
  context: Context,
  networkId: string,
  id: string,
): Promise<Proposal | null> {
  const [proposal] = await select(context, sql`p.network_id = ${networkId} and p.proposal_id = ${id}`)
  return proposal ?? null
}

/** The address of a proposer, for a mail to them alone; null once it was erased. */
export async function lookUpProposerAddress(
  { database }: Context,
  proposalId: string,
): Promise<string | null> {
  const { address } = await database
    .selectFrom('agenda_proposal')
    .select('sender_address as address')
    .where('proposal_id', '=', proposalId)
    .executeTakeFirstOrThrow()
  return address
}

/** The proposals of an address that lead somewhere still: those to which a new link is sent. */
export async function listProposalsFrom(
  context: Context,
  networkId: string,
  address: string,
): Promise<Proposal[]> {
  return select(
    context,
    sql`p.network_id = ${networkId} and lower(p.sender_address) = lower(${address}) and p.confirmed_at is not null`,
    sql`order by p.created_at desc limit 20`,
  )
}

export interface ProposalVersion {
  number: number
  document: EventDocument
  isOfProposer: boolean
  personName: string | null
  note: string
  writtenAt: Date
}

/** Every state of a proposal, the first one first. */
export async function listProposalVersions(context: Context, proposalId: string): Promise<ProposalVersion[]> {
  const { rows } = await sql<Omit<ProposalVersion, 'document'> & { document: RecordDocument }>`
    select v.number, v.document, v.is_of_proposer as "isOfProposer", nullif(person.name, '') as "personName", v.note, v.written_at as "writtenAt"
    from agenda_proposal_version v left join people_person person on person.id = v.person_id
    where v.proposal_id = ${proposalId} order by v.number
  `.execute(context.database)
  return rows.map((row) => ({ ...row, document: eventDocument.parse(row.document) }))
}

export interface ProposalMessage {
  id: string
  /** Null for the proposer, and for a person whose data were erased. */
  author: string | null
  /** Written by the proposer. */
  isOfAuthor: boolean
  text: string
  writtenAt: Date
}

/** What both sides wrote about a proposal, in order. */
export async function listProposalMessages(context: Context, proposalId: string): Promise<ProposalMessage[]> {
  const { rows } = await sql<ProposalMessage>`
    select m.message_id as id, nullif(person.name, '') as author, m.is_of_proposer as "isOfAuthor", m.text, m.written_at as "writtenAt"
    from agenda_proposal_message m left join people_person person on person.id = m.person_id
    where m.proposal_id = ${proposalId} order by m.message_id
  `.execute(context.database)
  return rows
}

interface Row extends Omit<Proposal, 'document' | 'wish' | 'language'> {
  document: RecordDocument
  language: string
  wishBase: RecordDocument | null
  wishDocument: RecordDocument | null
  wishedAt: Date | null
}

async function select(
  context: Context,
  condition: RawBuilder<unknown>,
  slice: RawBuilder<unknown> = sql``,
): Promise<Proposal[]> {
  const { rows } = await sql<Row>`
    select p.proposal_id as id, p.network_id as "networkId", p.document, p.number, p.body, p.sender_name as "senderName", p.language,
      p.held_for as "heldFor", p.confirmed_at is not null as "isConfirmed",
      case when p.assigned_to is not null then json_build_object('personId', p.assigned_to, 'name', holder.name) end as assigned,
      p.decision, p.decided_at as "decidedAt", nullif(decider.name, '') as "decidedByName", p.decision_reason as "decisionReason",
      case when e.event_id is not null then json_build_object('id', e.event_id, 'slug', e.slug) end as event,
      p.wish_base as "wishBase", p.wish_document as "wishDocument", p.wished_at as "wishedAt", p.created_at as "createdAt"
    from agenda_proposal p
    left join people_person holder on holder.id = p.assigned_to
    left join people_person decider on decider.id = p.decided_by
    left join agenda_event e on e.event_id = p.event_id
    where ${condition} ${slice}
  `.execute(context.database)
  return rows.map(({ wishBase, wishDocument, wishedAt, ...row }) => ({
    ...row,
    document: eventDocument.parse(row.document),
    language: interfaceLanguageFor(row.language),
    wish:
      wishBase && wishDocument && wishedAt
        ? { base: eventDocument.parse(wishBase), document: eventDocument.parse(wishDocument), at: wishedAt }
        : null,
  }))
}

const dayMs = 86_400_000

/** How much came to a network in the last day: the same words, from the same address, and from everybody. */
export async function countProposedLately(
  { clock, database }: Context,
  networkId: string,
  { document, address }: { document: EventDocument; address: string },
): Promise<{ repeated: number; fromAddress: number; all: number }> {
  const since = new Date(clock.now().epochMilliseconds - dayMs)
  return database
    .selectFrom('agenda_proposal')
    .select([
      sql<number>`count(*) filter (where document -> 'title' = ${JSON.stringify(document.title)}::jsonb
        and document -> 'when' = ${JSON.stringify(document.when)}::jsonb)::int`.as('repeated'),
      sql<number>`count(*) filter (where lower(sender_address) = lower(${address}))::int`.as('fromAddress'),
      sql<number>`count(*)::int`.as('all'),
    ])
    .where('network_id', '=', networkId)
    .where('created_at', '>', since)
    .executeTakeFirstOrThrow()
}
