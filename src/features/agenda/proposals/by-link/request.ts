import type { Visit } from '../../../../platform/http/visit.ts'
import type { RecordKind } from '../../../../platform/records/record-kind.ts'
import { notFound } from '../../../../platform/refusal.ts'
import { type LinkRequest, loadLinkRequest } from '../../../networks/index.ts'
import { type EventDocument, eventDocument } from '../../events/document/schema.ts'
import { type Link, links } from '../../links.ts'
import { eventKindOf } from '../../writing.request.ts'
import { isOver, type Proposal } from '../proposal.ts'
import { lookUpProposal } from '../queries.ts'

export interface FollowedRequest extends LinkRequest {
  link: Link
  proposal: Proposal
  kind: RecordKind
  /** The event as everybody reads it now, where the proposal came to be one; null too while the network hides it. */
  event: EventDocument | null
}

/** The proposal to which a secret address leads; 404 for one that was never sent, or was ended. */
export async function loadFollowedRequest(visit: Visit): Promise<FollowedRequest> {
  const { application } = visit
  const loaded = await loadLinkRequest(visit)
  const { writing, network, token } = loaded
  const link = (await links.lookUp(writing, token)) ?? notFound('proposal')
  const id = link.proposal_id ?? notFound('proposal')
  const proposal = (await lookUpProposal(writing, network.id, id)) ?? notFound('proposal')
  const kind = eventKindOf(application)
  const stored = proposal.event ? await kind.readEach(writing, network, [proposal.event.id]) : null
  const read = proposal.event ? stored?.get(proposal.event.id) : undefined
  const event = read ? eventDocument.parse(read) : null
  return {
    ...loaded,
    link,
    proposal,
    kind,
    event: event?.visibility === 'public' ? event : null,
  }
}

/** The event from which its proposer goes on: as published, or as it was left. */
export function proposedState({ event, proposal }: FollowedRequest): EventDocument {
  return event ?? proposal.document
}

/** Whether anything can still be done by the link. */
export function isAlive(visit: FollowedRequest): boolean {
  return visit.link.purpose === 'keep' && !isOver(proposedState(visit), visit.writing.today)
}

/** Whether both sides still talk about it: not once it was refused, withdrawn or hidden. */
export function isOpen({ proposal, event }: FollowedRequest): boolean {
  return proposal.decision === null || event?.state === 'planned'
}

/** Loads a followed proposal for a form of its page; 404 once its event is over. */
export async function loadLiveRequest(visit: Visit): Promise<FollowedRequest> {
  const loaded = await loadFollowedRequest(visit)
  return isAlive(loaded) ? loaded : notFound('proposal')
}

/** Loads a followed proposal for a form, while both sides still talk about it; 404 after that. */
export async function loadOpenRequest(visit: Visit): Promise<FollowedRequest> {
  const loaded = await loadLiveRequest(visit)
  return isOpen(loaded) ? loaded : notFound('proposal')
}
