import type { Context } from '../../../platform/context/context.ts'
import { inTransaction } from '../../../platform/database/transaction.ts'
import { chooseText } from '../../../platform/i18n/localized-text.ts'
import { type Choices, conflictKey, mergeDocuments } from '../../../platform/records/merge.ts'
import type { RecordDocument } from '../../../platform/records/record-document.ts'
import { authorize, notFound, Refusal } from '../../../platform/refusal.ts'
import { addRecord, amendRecord } from '../../contributions/index.ts'
import { type EventDocument, eventDocument } from '../events/document/schema.ts'
import { holdersOf } from '../events/record/holders.ts'
import { listTiesBetween } from '../events/ties/queries.ts'
import { mayModerateProposals } from '../policy.ts'
import { closeWish } from './by-link/wishes.commands.ts'
import { changeProposal, decideProposal, noteProposal } from './commands.ts'
import type { Explaining } from './explained-proposal.ts'
import { isOver } from './proposal.ts'
import type { ProposalRequest } from './request.ts'

type Deciding = ProposalRequest & Pick<Explaining, 'kind'>

/** Publishes a proposal as an event of the agenda, with all that follows for one; returns its slug. */
export async function publishProposal(visit: Deciding, reason: string): Promise<string> {
  const { writing, network, kind, proposal } = visit
  authorize(mayModerateProposals(writing.actor, network.id))
  return inTransaction(writing, async (inside) => {
    const head = await addRecord(inside, {
      network,
      kind,
      document: await completed(inside, network.id, proposal.document),
      ...declared(visit),
    })
    const published = eventDocument.parse(await kind.read(inside, network, head.id))
    await changeProposal(inside, proposal, published, { isOfProposer: false, note: '' })
    await decideProposal(inside, proposal, { decision: 'accepted', reason, eventId: head.id })
    return head.slug
  })
}

// Adds the values of an event that the form of proposals does not ask for.
async function completed(
  context: Context,
  networkId: string,
  document: EventDocument,
): Promise<EventDocument> {
  const ties = await listTiesBetween(context, networkId, holdersOf(document.organisations))
  const isPast = isOver(document, context.today)
  return {
    ...document,
    cooperations: ties.map(({ id }) => ({ id })),
    state: isPast ? 'past' : 'planned',
    firmness: isPast ? null : 'planned',
    visibility: 'public',
    knownOn: context.today,
  }
}

/** An event with the change that its proposer wishes; where both changed the same, the proposer’s change wins. */
export function withWish(proposal: Deciding['proposal'], stored: RecordDocument): RecordDocument {
  const { wish } = proposal
  if (wish === null) return stored
  const { merged, conflicts } = mergeDocuments(wish.base, wish.document, stored)
  if (conflicts.length === 0) return merged
  const choices: Choices = new Map(conflicts.map(({ path }) => [conflictKey(path), 'mine']))
  return mergeDocuments(wish.base, wish.document, stored, choices).merged
}

/** Changes a published event as its proposer wishes. `isExpected` checks that the event is the one that the moderator was shown. */
export async function publishWish(
  visit: Deciding,
  isExpected: (standing: RecordDocument) => boolean,
): Promise<void> {
  const { writing, network, kind, proposal } = visit
  authorize(mayModerateProposals(writing.actor, network.id))
  await inTransaction(writing, async (inside) => {
    const head = proposal.event
      ? await kind.lookUp(inside, network, { id: proposal.event.id })
      : notFound('event')
    if (head === null) notFound('event')
    const change = { network, kind, head, ...declared(visit), origin: 'edit' as const }
    const after = await amendRecord(inside, change, (stored) => {
      if (!isExpected(stored)) throw new Refusal('changedMeanwhile')
      return withWish(proposal, stored)
    })
    await closeWish(inside, proposal)
    const isChanged = await changeProposal(inside, proposal, eventDocument.parse(after), {
      isOfProposer: true,
      note: '',
    })
    if (!isChanged) await noteProposal(inside, proposal, 'changed')
  })
}

// The reason of the version: the event is published on the word of this body.
function declared({ reader, proposal }: Deciding) {
  const title = chooseText(proposal.document.title, reader.language)?.text ?? ''
  return {
    reason: reader.t('agenda.proposal.reason', { body: proposal.body, title }),
    language: reader.interfaceLanguage,
    organisationId: null,
  }
}
