import { sql } from 'kysely'
import { recordActivity } from '../../../platform/activity/activity.ts'
import { personIdOf } from '../../../platform/context/actor.ts'
import type { Context } from '../../../platform/context/context.ts'
import { newId } from '../../../platform/context/identifier.ts'
import { inTransaction } from '../../../platform/database/transaction.ts'
import { heldOnceConfirmed } from '../../../platform/input/likely-spam.ts'
import { compareDocuments } from '../../../platform/records/difference.ts'
import { Refusal } from '../../../platform/refusal.ts'
import type { EventDocument } from '../events/document/schema.ts'
import type { Proposal } from './proposal.ts'

export interface NewProposal {
  networkId: string
  document: EventDocument
  body: string
  senderName: string
  address: string
  language: string
  heldFor: string | null
}

/** Stores a proposal until the proposer confirms it from their address; returns its id. */
export async function addProposal(context: Context, proposal: NewProposal): Promise<string> {
  const id = newId()
  const now = context.clock.now().toString()
  await context.database
    .insertInto('agenda_proposal')
    .values({
      proposal_id: id,
      network_id: proposal.networkId,
      document: JSON.stringify(proposal.document),
      body: proposal.body,
      sender_name: proposal.senderName,
      sender_address: proposal.address,
      language: proposal.language,
      held_for: proposal.heldFor,
      created_at: now,
      updated_at: now,
    })
    .execute()
  await writeVersion(context, id, 1, proposal.document, { isOfProposer: true, note: '' })
  return id
}

/** Puts a confirmed proposal into the queue, where moderators see it. */
export async function confirmProposal(context: Context, proposal: Proposal): Promise<void> {
  await context.database
    .updateTable('agenda_proposal')
    .set({
      confirmed_at: context.clock.now().toString(),
      held_for: heldOnceConfirmed(proposal.heldFor),
    })
    .where('proposal_id', '=', proposal.id)
    .where('confirmed_at', 'is', null)
    .execute()
  await noteProposal(context, proposal, 'proposed')
}

interface Written {
  isOfProposer: boolean
  note: string
}

/**
 * Stores a new state of a proposal; false when nothing changed. Refuses one that was made from another state than the newest: its author
 * looks at that first.
 */
export async function changeProposal(
  context: Context,
  { id, networkId, number, decision, document: before }: Proposal,
  document: EventDocument,
  written: Written,
): Promise<boolean> {
  if (compareDocuments(before, document).length === 0) return false
  return inTransaction(context, async (inside) => {
    const changed = await inside.database
      .updateTable('agenda_proposal')
      .set({
        document: JSON.stringify(document),
        number: number + 1,
        updated_at: inside.clock.now().toString(),
      })
      .where('proposal_id', '=', id)
      .where('number', '=', number)
      .where(sql<boolean>`decision is not distinct from ${decision}`)
      .executeTakeFirst()
    if (changed.numUpdatedRows !== 1n) throw new Refusal('changedMeanwhile')
    await writeVersion(inside, id, number + 1, document, written)
    await noteProposal(inside, { id, networkId }, 'changed')
    return true
  })
}

async function writeVersion(
  { actor, clock, database }: Context,
  proposalId: string,
  number: number,
  document: EventDocument,
  { isOfProposer, note }: Written,
): Promise<void> {
  await database
    .insertInto('agenda_proposal_version')
    .values({
      proposal_id: proposalId,
      number,
      document: JSON.stringify(document),
      is_of_proposer: isOfProposer,
      person_id: isOfProposer ? null : personIdOf(actor),
      note,
      written_at: clock.now().toString(),
    })
    .execute()
}

/** Adds a message about a proposal, from either side. Refuses it for one that was refused or withdrawn meanwhile. */
export async function addProposalMessage(
  context: Context,
  proposal: Proposal,
  { isOfProposer, text }: { isOfProposer: boolean; text: string },
): Promise<void> {
  await inTransaction(context, async (inside) => {
    const { actor, clock, database } = inside
    await lockSpoken(inside, proposal.id)
    await database
      .insertInto('agenda_proposal_message')
      .values({
        message_id: newId(),
        proposal_id: proposal.id,
        is_of_proposer: isOfProposer,
        person_id: isOfProposer ? null : personIdOf(actor),
        text,
        written_at: clock.now().toString(),
      })
      .execute()
    await noteProposal(inside, proposal, isOfProposer ? 'answered' : 'asked')
  })
}

// Both sides speak of a proposal until it is decided on, and of its event once it is published.
async function lockSpoken({ database }: Context, proposalId: string): Promise<void> {
  const { rows } = await sql`
    select from agenda_proposal where proposal_id = ${proposalId} and (decision is null or event_id is not null) for update
  `.execute(database)
  if (rows.length !== 1) throw new Refusal('taken')
}

/** Decides on a proposal for good; refuses one that was decided on meanwhile. */
export async function decideProposal(
  context: Context,
  proposal: Proposal,
  { decision, reason = '', eventId = null }: { decision: string; reason?: string; eventId?: string | null },
): Promise<void> {
  await inTransaction(context, async (inside) => {
    const now = inside.clock.now().toString()
    const decided = await inside.database
      .updateTable('agenda_proposal')
      .set({
        decision,
        decided_at: now,
        decided_by: personIdOf(inside.actor),
        decision_reason: reason,
        event_id: eventId,
        updated_at: now,
      })
      .where('proposal_id', '=', proposal.id)
      .where('decision', 'is', null)
      .executeTakeFirst()
    if (decided.numUpdatedRows !== 1n) throw new Refusal('taken')
    await noteProposal(inside, proposal, decision)
  })
}

/** Records who did what with a proposal. */
export function noteProposal(
  context: Context,
  { id, networkId }: Pick<Proposal, 'id' | 'networkId'>,
  verb: string,
): Promise<void> {
  return recordActivity(context, { networkId, verb, subjectKind: 'proposal', subjectId: id })
}
