import type { Visit } from '../../../platform/http/visit.ts'
import { parameterOf } from '../../../platform/input/parameters.ts'
import { notFound } from '../../../platform/refusal.ts'
import { type NetworkRequest, readNetworkRequest } from '../../networks/index.ts'
import { mayModerateProposals } from '../policy.ts'
import type { Proposal } from './proposal.ts'
import { findProposal } from './queries.ts'

/** The network that an address names, for those who moderate its proposals; 404 for others. */
export async function readModeratorRequest(visit: Visit): Promise<NetworkRequest> {
  const asked = await readNetworkRequest(visit)
  return mayModerateProposals(asked.writing.actor, asked.network.id) ? asked : notFound('proposals')
}

export interface ProposalRequest extends NetworkRequest {
  proposal: Proposal
}

/** A proposal that an address names, for those who moderate it. */
export async function readProposalRequest(visit: Visit): Promise<ProposalRequest> {
  const { request } = visit
  const asked = await readModeratorRequest(visit)
  const id = parameterOf(request.params, 'id') ?? ''
  return { ...asked, proposal: await findProposal(asked.writing, asked.network.id, id) }
}
