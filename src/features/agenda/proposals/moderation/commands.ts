import { inTransaction } from '../../../../platform/database/transaction.ts'
import { Refusal } from '../../../../platform/refusal.ts'
import { listDeciders } from '../../../contributions/index.ts'
import type { EventDocument } from '../../events/document/schema.ts'
import { closeWish } from '../by-link/wishes.commands.ts'
import { addProposalMessage, changeProposal, decideProposal, noteProposal } from '../commands.ts'
import type { Explaining } from '../explained-proposal.ts'
import { notifyModerators, notifyProposer } from '../mails.ts'
import { publishProposal, publishWish } from '../publication.commands.ts'
import type { ProposalRequest } from '../request.ts'

type Deciding = ProposalRequest & Pick<Explaining, 'kind'>

/** Publishes a proposal and notifies its proposer. */
export async function acceptProposal(visit: Deciding, because: string): Promise<string> {
  return within(visit, async (inside) => {
    const slug = await publishProposal(inside, because)
    const quoted = because === '' ? null : quote(inside.reader, because)
    await notifyProposer(inside, inside.proposal, 'accepted', { quoted, published: slug })
    return slug
  })
}

/** Refuses a proposal, with a reason that its proposer receives. */
export async function refuseProposal(visit: ProposalRequest, reason: string): Promise<void> {
  await within(visit, async (inside) => {
    const { writing, proposal, reader } = inside
    await decideProposal(writing, proposal, { decision: 'refused', reason })
    await notifyProposer(inside, proposal, 'refused', { quoted: quote(reader, reason) })
  })
}

/** Lets a proposal that was held as spam into the queue; refuses one that another moderator let in or decided on meanwhile. */
export async function releaseProposal(visit: ProposalRequest): Promise<void> {
  await within(visit, async (inside) => {
    const { writing, proposal } = inside
    const { numUpdatedRows } = await writing.database
      .updateTable('agenda_proposal')
      .set({ held_for: null })
      .where('proposal_id', '=', proposal.id)
      .where('held_for', 'is not', null)
      .where('decision', 'is', null)
      .executeTakeFirst()
    if (numUpdatedRows !== 1n) throw new Refusal('taken')
    await noteProposal(writing, proposal, 'released')
  })
}

/** Asks the proposer of an event a question. */
export async function askProposer(visit: ProposalRequest, text: string): Promise<void> {
  await within(visit, async (inside) => {
    const { writing, proposal, reader } = inside
    await addProposalMessage(writing, proposal, { isOfProposer: false, text })
    await notifyProposer(inside, proposal, 'question', { quoted: quote(reader, text) })
  })
}

/** Hands a proposal to another coordinator of the network. */
export async function handOver(visit: ProposalRequest, personId: string): Promise<void> {
  await within(visit, async (inside) => {
    const { writing, network, proposal } = inside
    const coordinators = await listDeciders(writing, network.id, [], 'coordinators')
    const taker = coordinators.find((each) => each.personId === personId)
    if (!taker) throw new Refusal('notAllowed')
    await writing.database
      .updateTable('agenda_proposal')
      .set({ assigned_to: personId })
      .where('proposal_id', '=', proposal.id)
      .execute()
    await noteProposal(writing, proposal, 'handed')
    await notifyModerators(inside, { ...proposal, assigned: { personId, name: taker.name } }, 'handed')
  })
}

/** Stores an amended proposal and shows the change to its proposer; false when nothing differs. */
export async function amendProposal(
  visit: ProposalRequest,
  { document, note }: { document: EventDocument; note: string },
): Promise<boolean> {
  return within(visit, async (inside) => {
    const { writing, proposal, reader } = inside
    const isNew = await changeProposal(writing, proposal, document, { isOfProposer: false, note })
    if (isNew)
      await notifyProposer(inside, proposal, 'amended', { quoted: note === '' ? null : quote(reader, note) })
    return isNew
  })
}

/** Decides on what a proposer wishes changed since their event was published. */
export async function decideWish(
  visit: Deciding,
  { decision, because }: { decision: 'accepted' | 'refused'; because: string },
  isExpected: Parameters<typeof publishWish>[1],
): Promise<void> {
  await within(visit, async (inside) => {
    const { writing, proposal, reader } = inside
    const quoted = because === '' ? null : quote(reader, because)
    if (because !== '') await addProposalMessage(writing, proposal, { isOfProposer: false, text: because })
    if (decision === 'accepted') {
      await publishWish(inside, isExpected)
      await notifyProposer(inside, proposal, 'wishAccepted', {
        quoted,
        published: proposal.event?.slug ?? null,
      })
      return
    }
    await closeWish(writing, proposal)
    await notifyProposer(inside, proposal, 'wishRefused', { quoted })
  })
}

// An action and the mails about it are committed or rolled back together.
function within<A extends ProposalRequest, T>(asked: A, work: (inside: A) => Promise<T>): Promise<T> {
  return inTransaction(asked.writing, (writing) => work({ ...asked, writing }))
}

function quote({ interfaceLanguage }: ProposalRequest['reader'], text: string) {
  return { text, language: interfaceLanguage }
}
