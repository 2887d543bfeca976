import { organisationsOf } from '../../../../platform/context/actor.ts'
import type { Visit } from '../../../../platform/http/visit.ts'
import { notFound } from '../../../../platform/refusal.ts'
import type { OrganisationRef } from '../../../directory/index.ts'
import { listOrganisationRefs } from '../../../directory/picking/index.ts'
import { loadNetworkRequest, type NetworkRequest } from '../../../networks/index.ts'
import { listMembers } from '../../members.queries.ts'
import { mayAdvise } from '../../policy.ts'

export interface StatingRequest extends NetworkRequest {
  /** States in the name of any organisation. */
  isAdviser: boolean
  /** The organisations that the reader speaks for. */
  own: OrganisationRef[]
  /** The members that may be addressed. */
  addressable: OrganisationRef[]
}

/** Loads the request for people who may state what an organisation expects; 404 for others. */
export async function loadStatingRequest(visit: Visit): Promise<StatingRequest> {
  const opened = await loadNetworkRequest(visit)
  const { writing, network } = opened
  const isAdviser = mayAdvise(writing.actor, network.id)
  const refs = await listOrganisationRefs(writing, organisationsOf(writing.actor, network.id, ['member']))
  const own = [...refs.values()]
  if (!isAdviser && own.length === 0) notFound('expectations')
  const [only] = own
  const addressable = (await listMembers(writing, network.id)).filter(
    ({ id }) => isAdviser || own.length > 1 || id !== only?.id,
  )
  return { ...opened, isAdviser, own, addressable }
}
