import type { FastifyRequest } from 'fastify'
import type { Application } from '../../../platform/http/application.ts'
import { parameterOf } from '../../../platform/input/parameters.ts'
import { notFound } from '../../../platform/refusals/refusal.ts'
import { readWritingRequest, type WritingRequest } from '../../networks/index.ts'
import { mayModerateProposals } from '../policy.ts'
import type { Proposal } from './proposal.ts'
import { findProposal } from './queries.ts'

/** The network that an address names, for those who moderate its proposals; 404 for others. */
export async function readModeratorRequest(
  application: Application,
  request: FastifyRequest,
): Promise<WritingRequest> {
  const asked = await readWritingRequest(application, request)
  return mayModerateProposals(asked.writing.actor, asked.network.id) ? asked : notFound('proposals')
}

export interface ProposalRequest extends WritingRequest {
  proposal: Proposal
}

/** A proposal that an address names, for those who moderate it. */
export async function readProposalRequest(
  application: Application,
  request: FastifyRequest,
): Promise<ProposalRequest> {
  const asked = await readModeratorRequest(application, request)
  const id = parameterOf(request.params, 'id') ?? ''
  return { ...asked, proposal: await findProposal(asked.writing, asked.network.id, id) }
}
