import type { FastifyRequest } from 'fastify'
import { organisationsOf } from '../../../../platform/context/actor.ts'
import type { Application } from '../../../../platform/http/application.ts'
import { notFound } from '../../../../platform/refusals/refusal.ts'
import type { OrganisationRef } from '../../../directory/index.ts'
import { listOrganisationRefs } from '../../../directory/picking/index.ts'
import { readWritingRequest, type WritingRequest } from '../../../networks/index.ts'
import { listMembers } from '../../members/queries.ts'
import { mayAdvise } from '../../policy.ts'

export interface StatingRequest extends WritingRequest {
  /** States in the name of any organisation. */
  isAdviser: boolean
  /** The organisations that somebody speaks for. */
  own: OrganisationRef[]
  /** The members that may be addressed. */
  addressable: OrganisationRef[]
}

/** Somebody who may state what an organisation expects; 404 for others. */
export async function readStatingRequest(
  application: Application,
  request: FastifyRequest,
): Promise<StatingRequest> {
  const asked = await readWritingRequest(application, request)
  const { writing, network } = asked
  const isAdviser = mayAdvise(writing.actor, network.id)
  const refs = await listOrganisationRefs(writing, organisationsOf(writing.actor, network.id, ['member']))
  const own = [...refs.values()]
  if (!isAdviser && own.length === 0) notFound('expectations')
  const [only] = own
  const addressable = (await listMembers(writing, network.id)).filter(
    ({ id }) => isAdviser || own.length > 1 || id !== only?.id,
  )
  return { ...asked, isAdviser, own, addressable }
}
